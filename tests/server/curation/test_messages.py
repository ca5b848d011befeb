"""Every word of the staff's pages has its Swedish."""

import re
from pathlib import Path

import pytest

from server.words import words_for

SERVER = Path(__file__).resolve().parents[3] / "server"
MARKED = re.compile(r"""(?<![\w.])(?:_|N_|gettext)\(\s*"((?:[^"\\]|\\.)*)"\s*\)""")
ALIKE = {"from", "Lunch", "Version {n}", "{title}, {place}."}
"""Ids that are Swedish already, or that are the same in both."""


@pytest.mark.parametrize("folder", ["templates", "curation", "ordering", "screens", "today"])
def test_every_message_is_said_in_swedish(folder: str) -> None:
    swedish = words_for("sv")
    texts = [
        path.read_text(encoding="utf-8") for path in (SERVER / folder).rglob("*") if path.suffix in (".py", ".html")
    ]
    messages = {found for text in texts for found in MARKED.findall(text)} - ALIKE
    assert messages
    assert [message for message in sorted(messages) if swedish.gettext(message) == message] == []
