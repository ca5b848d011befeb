"""The icons that pages name are those of the one sprite, and it carries no others."""

import re
from pathlib import Path

from server.static.files import SERVER, files


def _symbols() -> set[str]:
    return set(re.findall(r'<symbol id="([^"]+)"', files()["icons.svg"].data.decode()))


def _sources() -> str:
    return "".join(path.read_text(encoding="utf-8") for path in _templates())


def _templates() -> list[Path]:
    return [path for path in SERVER.rglob("*.html") if path.is_file()]


def test_every_icon_that_a_page_names_is_in_the_sprite() -> None:
    source = _sources()
    named = set(re.findall(r'\bicon\("([a-z]+)"', source)) | set(re.findall(r"icons\.svg'\) }}#([a-z]+)", source))
    assert {"back", "torget"} <= named
    assert named - _symbols() == set()


def test_the_sprite_carries_no_icon_that_no_page_names() -> None:
    source = _sources()
    assert {name for name in _symbols() if f'"{name}"' not in source and f"#{name}" not in source} == set()
