"""Colours as people write them, and how well one is read on another (WCAG 2.2)."""

from functools import lru_cache

RGB = tuple[int, int, int]


@lru_cache(maxsize=512)
def rgb(colour: str) -> RGB:
    """The three bytes of "#RRGGBB"."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _linear(value: float) -> float:
    share = value / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def luminance(colour: RGB) -> float:
    """Relative luminance, 0 to 1."""
    red, green, blue = colour
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def contrast(one: RGB, other: RGB) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    first, second = sorted((luminance(one), luminance(other)))
    return (second + 0.05) / (first + 0.05)


def mixed(one: RGB, other: RGB, share: float) -> RGB:
    """`one` with `share` (0 to 1) of `other` in it."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def best_on(ground: str, *inks: str) -> str:
    """The one of `inks` that is read best on `ground`; all are "#RRGGBB"."""
    return max(inks, key=lambda ink: contrast(rgb(ink), rgb(ground)))
