"""The manuals name what there is: every command, every setting, every kind of card, every word that a link promises."""

import re
from pathlib import Path

import msgspec
import pytest

import player.settings
import server.settings
from cards.kinds import KINDS
from commands.__main__ import MODULES
from commands.demo.options import parser

DOCUMENTS = ("README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/operators.md", "docs/reliability.md")


def read(root: Path, name: str) -> str:
    return (root / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("schema", [server.settings.Settings, player.settings.Settings], ids=["server", "player"])
def test_operators_find_every_setting(root: Path, schema: type[msgspec.Struct]) -> None:
    text = read(root, "docs/operators.md")
    for section in msgspec.structs.fields(schema):
        for key in msgspec.structs.fields(section.type):
            assert f"`{section.name}.{key.name}`" in text or f"`.{key.name}`" in text, (section.name, key.name)


def test_the_readme_names_every_command(root: Path) -> None:
    text = read(root, "README.md") + read(root, "docs/operators.md")
    assert [name for name in MODULES if f"./torget {name}" not in text] == []


def test_the_readme_is_short(root: Path) -> None:
    assert 30 <= len(read(root, "README.md").splitlines()) <= 60


def test_the_glossary_knows_every_kind(root: Path) -> None:
    text = read(root, "docs/architecture.md")
    assert [kind for kind in KINDS if kind not in text] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_between_documents_lead_somewhere(root: Path, name: str) -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", read(root, name))
    assert [target for target in targets if not (root / name).parent.joinpath(target).exists()] == []


def test_the_demo_s_help_names_its_defaults() -> None:
    text = parser(["bib-entre"]).format_help()
    for word in ("1920x1080", "bib-entre", "127.0.0.1", "8080", "http://localhost:PORT"):
        assert word in text


def test_decisions_are_short_and_have_a_status(root: Path) -> None:
    decisions = sorted((root / "docs" / "decisions").glob("*.md"))
    numbers = [path.name[:4] for path in decisions]
    assert len(numbers) == len(set(numbers))
    for path in decisions:
        text = path.read_text(encoding="utf-8")
        assert len(text.splitlines()) < 60, path.name
        assert "Status:" in text, path.name
