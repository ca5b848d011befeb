"""Whether a theme can be used: every text can be read, and signs that mean something look different to everybody."""

from collections.abc import Iterator
from itertools import combinations
from typing import Final

import msgspec

from cards.colours import contrast, rgb
from cards.errors import ThemeError
from cards.kinds import KINDS
from cards.kinds.declared import declared
from cards.sight import apart_for_all
from cards.themes.painting import readable_as, wanted_of
from cards.themes.theme import Theme

_HEADLINE: Final = 7.0
STRICT: Final = ("notice", "alert", "event")
"""Kinds whose headlines ask for more contrast: they are read from afar, or in a hurry."""
_APART: Final = 0.1


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """A pair of colours that cannot be used: its kind, its names, and `say`, what is wrong and what would mend it."""

    kind: str
    one: str
    other: str
    say: str


def faults(theme: Theme) -> Iterator[Fault]:
    """Everything that is wrong with `theme`."""
    if contrast(*map(rgb, theme.qr)) < _HEADLINE:
        say = f"a telephone cannot read its QR code: {theme.qr[0]} on {theme.qr[1]} needs a contrast of 7"
        yield Fault(kind="", one="qr", other="qr", say=say)
    for kind in KINDS:
        yield from _faint(theme, kind)
    yield from _alike(theme)


def check_theme(theme: Theme) -> None:
    """Raise ThemeError for the first pair of colours that cannot be used."""
    first = next(faults(theme), None)
    if first is not None:
        raise ThemeError(theme=theme.name, reason=first.say, one=first.kind, other=first.other)


def _faint(theme: Theme, kind: str) -> Iterator[Fault]:
    colours = theme.colours(kind)
    named = colours.named()
    for ink, ground in colours.read_on():
        headline = kind in STRICT and (ink, ground) == ("ink", "ground")
        least = max(theme.least, _HEADLINE if headline else 0)
        least = least if headline else wanted_of(declared(kind).colours, ink, ground, least)
        found = contrast(rgb(named[ink]), rgb(named[ground]))
        if round(found, 2) < least:
            better = readable_as(named[ink], named[ground], least)
            say = (
                f"{kind}: {ink} on {ground} ({named[ink]} on {named[ground]}) has a contrast of {found:.1f}, "
                f"not {least:g}; {better} would do"
            )
            yield Fault(kind=kind, one=ink, other=ground, say=say)


def _alike(theme: Theme) -> Iterator[Fault]:
    """Danger, disturbance and event must not be taken for each other, whatever colours somebody sees."""
    for one, other in combinations(STRICT, 2):
        first, second = theme.colours(one), theme.colours(other)
        found, sight = max(
            apart_for_all(rgb(first.ground), rgb(second.ground)), apart_for_all(rgb(first.chip), rgb(second.chip))
        )
        if found < _APART:
            who = f" to somebody with {sight}" if sight else ""
            say = (
                f"{one} and {other} look alike{who}: ground {first.ground} and {second.ground}; "
                f"give one of them a ground that is lighter or darker"
            )
            yield Fault(kind=one, one="ground", other=other, say=say)
