"""Themes: a look as one small file each. A theme whose colours cannot be read does not load.

A theme paints by role: it gives paper, ink and the hues other colours, and every kind's declared colours are repainted
by them with their luminance kept (`cards.pigments`), so that a kind that nobody had thought of when the theme was
written has the right colours in it. What a theme wants otherwise for one kind, it paints wholly.
"""

import tomllib
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

import msgspec

from cards.errors import ThemeError
from cards.themes.checking import Fault, check_theme, faults
from cards.themes.own import OWN, Use, own_theme, uses, written
from cards.themes.painting import Tone
from cards.themes.theme import Layout, Logo, Motion, Theme

if TYPE_CHECKING:
    from cards.model import Screen

__all__ = [
    "OWN",
    "Fault",
    "Layout",
    "Logo",
    "Motion",
    "Theme",
    "Tone",
    "Use",
    "check_theme",
    "faults",
    "load_theme",
    "own_theme",
    "read_theme",
    "theme_names",
    "uses",
    "worn",
    "written",
]


def theme_names() -> tuple[str, ...]:
    """The themes that ship, the one of the comps first."""
    files = resources.files("cards.themes").iterdir()
    names = sorted(file.name.removesuffix(".toml") for file in files if file.name.endswith(".toml"))
    return tuple(sorted(names, key=lambda name: name != "alv"))


def worn(screen: "Screen") -> Theme:
    """The theme that `screen` wears: one that ships, or its municipality's own. Raises ThemeError."""
    if screen.theme == OWN:
        return screen.municipality.look or load_theme("alv")
    return load_theme(screen.theme)


def read_theme(text: str, name: str = "") -> Theme:
    """The theme that a file's text declares, checked. Raises ThemeError."""
    try:
        odd = _unknown(tomllib.loads(text))
        if odd:
            raise ThemeError(theme=name, reason=f"there is no token called {odd[0]}")
        theme = msgspec.toml.decode(text, type=Theme)
    except (tomllib.TOMLDecodeError, msgspec.MsgspecError) as error:
        raise ThemeError(theme=name, reason=str(error)) from error
    check_theme(theme)
    return theme


def _unknown(data: dict[str, object]) -> list[str]:
    """Tokens that no theme has. A file is read strictly; one that a newer server sends to a player is not."""
    tables = {"layout": Layout, "motion": Motion, "tone": Tone, "logo": Logo}
    found = sorted(set(data) - set(Theme.__struct_fields__))
    for name, shape in tables.items():
        table = data.get(name)
        if isinstance(table, dict):
            found += [f"{name}.{key}" for key in sorted(set(table) - set(shape.__struct_fields__))]
    return found


@lru_cache(maxsize=8)
def load_theme(name: str) -> Theme:
    """The theme `name` that ships. Raises ThemeError when there is none, or when its texts could not be read."""
    source = resources.files("cards.themes").joinpath(f"{name}.toml") if name.isidentifier() else None
    if source is None or not source.is_file():
        raise ThemeError(theme=name, reason="there is no such theme")
    return read_theme(source.read_text(encoding="utf-8"), name)
