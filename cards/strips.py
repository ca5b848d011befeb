"""A clock's digits, drawn once onto the card's ground, so that showing another minute costs no drawing."""

import math
from functools import lru_cache
from typing import Literal

from PIL import Image

from cards.colours import RGB
from cards.fonts import Style
from cards.measure import advance, ink, mask
from cards.picture import Glyph, LiveClock

_SIGNS = "0123456789:"
_EASTERN = "٠١٢٣٤٥٦٧٨٩:"
"""How the same signs are written in eastern Arabic."""


def clock_em(style: Style) -> float:
    """How wide a clock's box is at most, in shares of its size: the first digit's ink to the widest time's end."""
    widest = max(advance(digit, style) for digit in _SIGNS[:-1])
    return 4 * widest + advance(":", style) - min(ink(digit, style).left for digit in "012")


@lru_cache(maxsize=16)
def _columns(
    style: Style, size_px: float, colour: RGB, ground: RGB, signs: str
) -> tuple[tuple[Glyph, ...], int, int, bytes]:
    """The glyphs, the strip's width, its ink's top from the baseline, and its rows."""
    inks = [ink(sign, style) for sign in signs]
    top = math.floor(min(box.top for box in inks) * size_px) - 1
    bottom = math.ceil(max(box.bottom for box in inks) * size_px) + 1
    glyphs, x = [], 0
    for sign, written in zip(_SIGNS, signs, strict=True):
        step = advance(written, style) * size_px
        glyphs.append(Glyph(sign, x, math.ceil(step), step))
        x += math.ceil(step)
    strip = Image.new("RGB", (x, bottom - top), ground)
    for glyph, box, written in zip(glyphs, inks, signs, strict=True):
        drawn = mask(written, style, size_px)
        if drawn is not None:
            left = max(0, min(round(box.left * size_px), glyph.width_px - drawn.image.width))
            strip.paste(colour, (glyph.x_px + left, drawn.top_px - top), drawn.image)
    return tuple(glyphs), x, top, strip.tobytes()


def strip_of(
    style: Style,
    size_px: float,
    colour: RGB,
    ground: RGB,
    align: Literal["left", "right", "center"],
    x: float,
    baseline: int,
    *,
    eastern: bool = False,
) -> LiveClock:
    """A clock whose digits' ink meets `x` with its left or right edge, or is centred on it.

    `eastern`: its digits are those of eastern Arabic.
    """
    signs = _EASTERN if eastern else _SIGNS
    glyphs, wide, top, strip = _columns(style, size_px, colour, ground, signs)
    digits = [glyph for glyph in glyphs if glyph.text != ":"]
    colon = next(glyph for glyph in glyphs if glyph.text == ":")
    width = math.ceil(4 * max(glyph.advance_px for glyph in digits) + colon.advance_px)
    height = len(strip) // 3 // wide
    # No digit may pass the margin, so the one with the least bearing meets it.
    first = min(ink(digit, style).left for digit in signs[:3]) * size_px
    last = min(advance(digit, style) - ink(digit, style).right for digit in signs[:10]) * size_px
    left = {"left": x - first, "right": x - width + last, "center": x - width / 2}[align]
    return LiveClock(
        x_px=round(left),
        y_px=baseline + top,
        width_px=width,
        height_px=height,
        align=align,
        strip_width_px=wide,
        strip=strip,
        glyphs=glyphs,
    )
