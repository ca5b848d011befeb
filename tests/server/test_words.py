"""Words: every message has its Swedish, languages fall back, and no template marks text as safe."""

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from foundation.errors import N_, TorgetError
from server.words import catalogues, choose_language, words_for

ROOMS = ("server", "cards", "foundation", "playlists")
KEYWORDS = {"N_": None, "_": None, "gettext": None, "ngettext": (1, 2)}
METHODS = [("**.py", "python"), ("**/templates/**.html", "jinja2.ext:babel_extract")]


def said(root: Path) -> Iterator[tuple[str, str]]:
    """Every message in the rooms whose words reach a page, and the file that says it."""
    for room in ROOMS:
        for file, _line, message, _comments, _context in extract_from_dir(
            root / room, method_map=METHODS, keywords=KEYWORDS
        ):
            first = message[0] if isinstance(message, tuple) else message
            if first:
                yield first, f"{room}/{file}"


def swedish(root: Path) -> Iterator[tuple[Path, Catalog]]:
    for path in sorted((root / "server").rglob("locale/sv.po")):
        with path.open("rb") as file:
            yield path, read_po(file, locale="sv")


def test_every_message_has_its_swedish(root: Path) -> None:
    known = {
        message.id[0] if isinstance(message.id, tuple) else message.id
        for _path, catalogue in swedish(root)
        for message in catalogue
        if message.string and not message.fuzzy
    }
    assert {f"{file}: {message}" for message, file in said(root) if message not in known} == set()


def test_translations_have_the_places_of_their_messages(root: Path) -> None:
    wrong = []
    for path in sorted((root / "server").rglob("locale/*.po")):
        with path.open("rb") as file:
            catalogue = read_po(file)
        for message in catalogue:
            ids = [message.id] if isinstance(message.id, str) else list(message.id)
            texts = [message.string] if isinstance(message.string, str) else list(message.string or ())
            allowed = set().union(*(places(text) for text in ids))
            wrong += [f"{path}: {text}" for text in texts if text and message.id and not places(text) <= allowed]
    assert wrong == []


def places(text: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in Formatter().parse(text) if name}


def test_no_template_and_no_module_marks_text_as_safe(root: Path) -> None:
    marks = re.compile(r"\|\s*safe\b|autoescape\s+false|\bMarkup\(")
    files = [*(root / "server").rglob("*.html"), *(root / "server").rglob("*.py")]
    assert [str(file) for file in files if marks.search(file.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    ("chosen", "accepted", "expected"),
    [
        (None, "", "sv"),
        ("fi", "en", "fi"),
        ("xx", "fi", "fi"),
        (None, "de-DE, fi-FI;q=0.5, sv;q=0.1", "fi"),
        (None, "sv;q=0.2, ar", "ar"),
        (None, "de", "sv"),
        (None, "sv;q=x, ;;q=, fi", "fi"),
        ("../../etc", "x" * 10_000, "sv"),
    ],
)
def test_readers_get_their_language_or_swedish(chosen: str | None, accepted: str, expected: str) -> None:
    assert choose_language(chosen, accepted, ("sv", "fi", "ar")) == expected


def test_what_a_language_lacks_is_said_in_swedish(root: Path) -> None:
    del root
    assert catalogues()["fi"].gettext("You are signed out") == "Du är utloggad"
    assert words_for("en").gettext("You are signed out") == "You are signed out"
    assert words_for("xx").language == "sv"


def test_an_error_says_its_sentence_with_its_places() -> None:
    class NoisyError(TorgetError):
        say = N_("Port {port} on {host} is taken. Stop what uses it, or give another one with --port.")

    assert words_for("sv").say(NoisyError(port=1, host="x")).startswith("Port 1 på x är upptagen.")
