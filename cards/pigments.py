"""Repainting by role: a colour takes another hue and strength, and keeps its luminance.

A kind declares its colours once. Each belongs to a pigment by its hue (plum, teal, yellow ...), or to paper and ink
where it has next to none. A theme gives some pigments a colour of its own. As the luminance stays, so does the
contrast of every pair, also of those that only the kind knows: a kind that can be read stays readable in every theme.

Hue and strength are those of Oklch (Björn Ottosson, 2020), luminance that of WCAG.
"""

from functools import lru_cache
from math import atan2, cos, degrees, hypot, radians, sin
from typing import Final, Literal, NamedTuple

from cards.colours import RGB, luminance

Pigment = Literal["paper", "ink", "red", "orange", "yellow", "green", "teal", "blue", "plum"]

_GREYISH: Final = 0.045
"""Strength under which light colours are paper and dark ones ink."""
_GREY: Final = 0.006
_DARK: Final = 0.4
_WARM: Final = (40, 115)
"""Hues of paper; a light green or blue is a tint of its own pigment."""
_SECTORS: Final[tuple[tuple[float, Pigment], ...]] = (
    (43, "red"),
    (72, "orange"),
    (112, "yellow"),
    (165, "green"),
    (215, "teal"),
    (290, "blue"),
    (345, "plum"),
    (361, "red"),
)
_OWN: Final[dict[Pigment, tuple[float, float]]] = {
    "paper": (0.03, 85),
    "ink": (0.03, 280),
    "red": (0.16, 30),
    "orange": (0.1, 55),
    "yellow": (0.13, 85),
    "green": (0.08, 150),
    "teal": (0.075, 190),
    "blue": (0.08, 265),
    "plum": (0.06, 320),
}
"""Strength and hue of each pigment as the kinds use it."""
_KEPT_HUE: Final = 0.3
"""How much of a colour's distance from its pigment's hue stays, so that two shades do not become one."""


class Oklch(NamedTuple):
    """Lightness 0 to 1, strength (chroma), hue in degrees."""

    light: float
    strength: float
    hue: float


def _linear(value: int) -> float:
    share = value / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def _coded(share: float) -> float:
    return 12.92 * share if share <= 0.0031308 else float(1.055 * share ** (1 / 2.4) - 0.055)


def oklab(colour: RGB) -> tuple[float, float, float]:
    """The colour as Oklab: equal distances look about equally far apart."""
    red, green, blue = map(_linear, colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
    )


def oklch(colour: RGB) -> Oklch:
    """The colour by lightness, strength and hue."""
    light, green_red, blue_yellow = oklab(colour)
    return Oklch(light, hypot(green_red, blue_yellow), degrees(atan2(blue_yellow, green_red)) % 360)


def _shares(colour: Oklch) -> tuple[float, float, float]:
    """Linear shares of red, green and blue; outside 0 to 1 where no screen can show the colour."""
    a, b = colour.strength * cos(radians(colour.hue)), colour.strength * sin(radians(colour.hue))
    long = (colour.light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (colour.light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (colour.light - 0.0894841775 * a - 1.291485548 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
    )


def _shown(colour: Oklch) -> RGB:
    red, green, blue = (round(255 * _coded(min(1.0, max(0.0, share)))) for share in _shares(colour))
    return red, green, blue


def _shows(colour: Oklch) -> bool:
    return all(-0.0005 <= share <= 1.0005 for share in _shares(colour))


@lru_cache(maxsize=4096)
def with_luminance(strength: float, hue: float, wanted: float) -> RGB:
    """The colour of that hue whose WCAG luminance is `wanted`, as strong as `strength` where a screen can show it."""
    low, high = 0.0, 1.0
    best: RGB = (0, 0, 0)
    for _ in range(18):
        light = (low + high) / 2
        shown = strength
        while shown > 0.004 and not _shows(Oklch(light, shown, hue)):
            shown *= 0.94
        best = _shown(Oklch(light, shown if shown > 0.004 else 0.0, hue))
        if luminance(best) < wanted:
            low = light
        else:
            high = light
    return best


def pigment_of(colour: RGB) -> Pigment | None:
    """Which pigment a colour belongs to; None for white, black and the greys, which no theme changes."""
    _, strength, hue = oklch(colour)
    if strength < _GREY:
        return None
    warm = _WARM[0] <= hue < _WARM[1]
    if strength < _GREYISH and luminance(colour) < _DARK:
        return "ink"
    if strength < _GREYISH + 0.005 and warm and luminance(colour) > _DARK:
        return "paper"
    return next(name for end, name in _SECTORS if hue < end)


def repainted(colour: RGB, pigment: Pigment, wanted: RGB, luminance_wanted: float) -> RGB:
    """`colour`, which is of `pigment`, in the hue and strength that `wanted` has instead."""
    _, strength, hue = oklch(colour)
    own_strength, own_hue = _OWN[pigment]
    _, new_strength, new_hue = oklch(wanted)
    aside = ((hue - own_hue + 180) % 360 - 180) * _KEPT_HUE
    scale = min(2.0, new_strength / own_strength)
    return with_luminance(round(strength * scale, 4), round((new_hue + aside) % 360, 1), luminance_wanted)
