"""Themes: the colours of every kind, as one small file each. A theme whose colours cannot be read does not load."""

import tomllib
from functools import lru_cache
from importlib import resources
from typing import Final

import msgspec

from cards.colours import contrast, rgb
from cards.errors import ThemeError
from cards.kinds import KINDS
from cards.kinds.declared import declared
from cards.palette import Colour, Colours

_HEADLINE: Final = 7.0
_TEXT: Final = 4.5
_STRICT: Final = ("notice", "alert", "event")
"""Kinds whose headlines ask for more contrast: they are read from afar, or in a hurry."""


class Theme(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A municipality's look. `qr` is the dark and the light of every QR code."""

    name: str
    qr: tuple[Colour, Colour]
    kinds: dict[str, Colours] = {}

    def colours(self, kind: str) -> Colours:
        """The colours of `kind`: the theme's own, else those that the kind declares."""
        return self.kinds.get(kind) or declared(kind).colours


@lru_cache(maxsize=8)
def load_theme(name: str) -> Theme:
    """The theme `name`. Raises ThemeError when there is none, or when its texts could not be read."""
    source = resources.files("cards.themes").joinpath(f"{name}.toml") if name.isidentifier() else None
    if source is None or not source.is_file():
        raise ThemeError(theme=name, reason="there is no such theme")
    try:
        theme = msgspec.convert(tomllib.loads(source.read_text(encoding="utf-8")), Theme)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ThemeError(theme=name, reason=str(error)) from error
    check_theme(theme)
    return theme


def check_theme(theme: Theme) -> None:
    """Raise ThemeError for the first pair of colours that cannot be read."""
    if contrast(*map(rgb, theme.qr)) < _HEADLINE:
        raise ThemeError(theme=theme.name, reason="a telephone cannot read its QR code")
    for kind in KINDS:
        colours = theme.colours(kind)
        for ink, ground, least in (
            ("ink", "ground", _HEADLINE if kind in _STRICT else _TEXT),
            ("soft", "ground", _TEXT),
            ("chip_ink", "chip", _TEXT),
            ("panel_ink", "panel", _TEXT),
            ("panel_soft", "panel", _TEXT),
            ("accent_ink", "accent", _TEXT),
        ):
            found = contrast(rgb(getattr(colours, ink)), rgb(getattr(colours, ground)))
            if found < least:
                reason = f"{kind}: {ink} on {ground} has a contrast of {found:.1f}, not {least:g}"
                raise ThemeError(theme=theme.name, reason=reason)
