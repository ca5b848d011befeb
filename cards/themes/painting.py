"""Repainting a kind's declared colours in a theme's: pigment by pigment, with luminance kept, and what must be mended.

A theme's own colour stands exactly as it was given wherever it is near enough to what it replaces and everything that
is read on it stays readable; elsewhere it stands lighter or darker.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Annotated, Final

import msgspec

from cards.colours import RGB, contrast, luminance, rgb
from cards.palette import PAIRS, SURFACES, Colours
from cards.pigments import Pigment, oklch, pigment_of, repainted, with_luminance

_NEAR: Final = 1.8
"""Contrast between a theme's colour and what it stands for, under which it may stand as it is."""
_NEAR_TURNED: Final = 5.0
"""The same where grounds are dark: there a stronger colour with dark words on it stands out, as it should."""
_SEEN: Final = 1.2
"""Contrast of two surfaces that are seen to be two."""
_JUST: Final = 1.04
"""The same where the kind itself keeps them hardly apart."""
_MIDDLE: Final = 0.18
"""The luminance that white and black are equally well read on."""
_PALE: Final = 0.7
_FAINT: Final = 0.05
_SPLIT: Final = 0.26
"""Colours up to this are made darker where a theme spreads them: bars and signs that stand on paper are among them."""
_TURN: Final = 1.05 * 0.05
"""Luminances a and b with (a + 0.05)(b + 0.05) equal to this have changed places, and kept every contrast."""
_RAISED: Final = 0.016
"""A panel that was white, on a ground that is dark."""
_SUN: Final = 1
"""Where the light stands in a scene's palette."""
_READABLE: Final = 4.5
_SAFE: Final = 1.02
"""Bytes are rounded; a contrast is aimed at a little over what is asked for."""

Share = Annotated[float, msgspec.Meta(ge=0, le=1)]


class Tone(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What happens to luminance: `dark` is the most that a dark colour has, `light` the least that a light one has.

    `turned` makes light grounds dark and what stands on them light, with every contrast kept.
    """

    dark: Share = 1.0
    light: Share = 0.0
    turned: bool = False

    def of(self, found: float, *, turn: bool) -> float:
        """The luminance that stands for `found`."""
        if turn:
            found = _RAISED if found > 0.97 else max(0.0, _TURN / (found + 0.05) - 0.05)
        if found <= _SPLIT:
            return found * min(1.0, self.dark / _SPLIT)
        return max(found, self.light + (1 - self.light) * (found - _SPLIT) / (1 - _SPLIT))


def text_of(colour: RGB) -> str:
    """The colour as "#RRGGBB"."""
    return "#" + "".join(f"{part:02X}" for part in colour)


@lru_cache(maxsize=4096)
def _tinted(colour: str, pigment: Pigment, wanted: str, light: float) -> str:
    return text_of(repainted(rgb(colour), pigment, rgb(wanted), light))


def tint(colour: str, pigments: Mapping[Pigment, str]) -> str:
    """`colour` in the hue that a theme gives its pigment, as light as it was."""
    pigment = pigment_of(rgb(colour))
    if pigment is None or pigment not in pigments:
        return colour
    return _tinted(colour, pigment, pigments[pigment], luminance(rgb(colour)))


def paint(own: Colours, pigments: Mapping[Pigment, str], tone: Tone, least: float) -> Colours:
    """The colours of a kind in a theme's."""
    turn = tone.turned and luminance(rgb(own.ground)) > _MIDDLE
    before = own.named()
    after = {name: _toned(colour, pigments, tone, turn=turn) for name, colour in before.items()}
    for surface in SURFACES:
        exact = _exact(before[surface], after[surface], pigments, _NEAR_TURNED if turn else _NEAR)
        if exact is None or _merges(before, after, surface, exact):
            continue
        same = [name for name, colour in before.items() if colour == before[surface]]
        trial = mended(own, {**after, **dict.fromkeys(same, exact)}, least)
        if not _unread(own, trial, least, same):
            after = trial
    done = mended(own, after, least)
    joined = {colour: done[name] for name, colour in reversed(before.items())}
    return _with(own, done, sky_joined(own.scene, joined, pigments))


def sky_joined(palette: tuple[str, ...], joined: Mapping[str, str], pigments: Mapping[Pigment, str]) -> tuple[str, ...]:
    """A scene's palette repainted; what is `joined` to a surface of the card goes with it, the sun never."""
    return tuple(
        tint(colour, pigments) if index == _SUN or colour not in joined else joined[colour]
        for index, colour in enumerate(palette)
    )


def mended_signal(own: Colours, least: float) -> Colours:
    """A signal's colours: red stays red and yellow yellow; only a text too faint for `least` is moved."""
    return own if least <= _READABLE else _with(own, mended(own, own.named(), least), own.scene)


def _toned(colour: str, pigments: Mapping[Pigment, str], tone: Tone, *, turn: bool) -> str:
    light = luminance(rgb(colour))
    wanted = tone.of(light, turn=turn)
    pigment = pigment_of(rgb(colour))
    if turn and pigment is not None and light > _PALE and oklch(rgb(colour)).strength < _FAINT and "paper" in pigments:
        _, strength, hue = oklch(rgb(pigments["paper"]))  # pale grounds of every hue become one night
        return text_of(with_luminance(round(strength, 4), round(hue, 1), wanted))
    if pigment is None:
        if wanted == light:
            return colour
        theirs = pigments.get("paper" if wanted < _MIDDLE else "ink", "#808080")
        _, strength, hue = oklch(rgb(theirs))
        return text_of(with_luminance(round(min(strength, 0.06), 4) if turn else 0.0, round(hue, 1), wanted))
    if pigment not in pigments:
        if wanted == light:
            return colour
        _, strength, hue = oklch(rgb(colour))
        return text_of(with_luminance(round(strength, 4), round(hue, 1), wanted))
    return _tinted(colour, pigment, pigments[pigment], wanted)


def _exact(colour: str, toned: str, pigments: Mapping[Pigment, str], near: float) -> str | None:
    pigment = pigment_of(rgb(colour))
    theirs = pigments.get(pigment) if pigment else None
    return theirs if theirs and contrast(rgb(theirs), rgb(toned)) <= near else None


def _merges(before: Mapping[str, str], after: Mapping[str, str], surface: str, exact: str) -> bool:
    """Tell whether `surface` would look like another surface that the kind keeps apart from it."""
    others = (name for name in SURFACES if before[name] != before[surface])
    return any(
        contrast(rgb(exact), rgb(after[name]))
        < min(_SEEN, max(_JUST, contrast(rgb(before[surface]), rgb(before[name])) * 0.8))
        for name in others
    )


def wanted_of(own: Colours, ink: str, ground: str, least: float) -> float:
    """The contrast that `ink` on `ground` needs: as much as the kind declares or the theme asks for.

    A pair that the kind itself declares fainter than text is a sign, no text, and keeps what it has.
    """
    named = own.named()
    found = contrast(rgb(named[ink]), rgb(named[ground]))
    if (ink, ground) not in PAIRS and found < _READABLE:
        return 0.0
    return least


def mended(own: Colours, after: dict[str, str], least: float) -> dict[str, str]:
    """`after` with every text that is too faint moved away from its ground, in lightness alone."""
    result = dict(after)
    pairs = [*own.read_on()] * 2  # what is read on a surface that had to move is looked at again
    for ink, ground in pairs:
        least_here = wanted_of(own, ink, ground, least)
        under = rgb(result[ground])
        if contrast(rgb(result[ink]), under) >= least_here:
            continue
        result[ink] = readable_as(result[ink], result[ground], least_here)
    return result


def readable_as(ink: str, ground: str, least: float) -> str:
    """`ink` as light or as dark as it must be to have a contrast of `least` on `ground`, or as near as that goes."""
    under = luminance(rgb(ground))
    _, strength, hue = oklch(rgb(ink))
    darker, lighter = (under + 0.05) / (least * _SAFE) - 0.05, (under + 0.05) * least * _SAFE - 0.05
    up = luminance(rgb(ink)) >= under
    if (up and lighter > 1) or (not up and darker < 0):
        up = not up
    wanted = min(1.0, max(0.0, lighter if up else darker))
    return text_of(with_luminance(round(strength, 4), round(hue, 1), wanted))


def _unread(own: Colours, after: Mapping[str, str], least: float, surfaces: list[str]) -> bool:
    """Tell whether something on one of `surfaces` is read worse than it must; extras count with all that they meet."""
    pairs = [pair for pair in own.read_on() if not {*pair}.isdisjoint(surfaces)]
    pairs += [(name, surface) for name in own.extra for surface in surfaces]
    return any(
        contrast(rgb(after[ink]), rgb(after[ground])) < wanted_of(own, ink, ground, least) for ink, ground in pairs
    )


def _with(own: Colours, named: Mapping[str, str], scene: tuple[str, ...]) -> Colours:
    extra = {name: named[name] for name in own.extra}
    fields = {name: colour for name, colour in named.items() if name not in own.extra}
    return msgspec.structs.replace(own, **fields, extra=extra, scene=scene)
