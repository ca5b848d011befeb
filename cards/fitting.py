"""The largest size at which a text fits its box: lines balanced, leading from the measured ink, never under a floor."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from cards.breaking import balanced, greedy, pieces
from cards.fonts import Style, settable
from cards.measure import advance, ink, nearest
from cards.words import tie

Align = Literal["left", "right", "center"]

_STEP = 0.965
_FEWER = 0.85
_LOUD = 800
"""The weight of headlines: they rather take a line less than a little more size."""
_CLEAR_EM = 0.075
"""Ground that stays between the ink of two lines."""


class Block(NamedTuple):
    """Lines of one size. `step_px` lies between baselines; `ascent_px` is the ink above the first, `descent_px` the
    ink under the last."""

    lines: tuple[str, ...]
    style: Style
    size_px: float
    step_px: float
    align: Align
    ascent_px: float
    descent_px: float
    width_px: float
    hyphenated: bool

    @property
    def height_px(self) -> float:
        """From the ink's top to its bottom."""
        return self.ascent_px + self.step_px * (len(self.lines) - 1) + self.descent_px


def sizes(largest: float, smallest: float) -> Sequence[float]:
    """The sizes that are tried, from `largest` down to exactly `smallest`."""
    tried = []
    size = max(largest, smallest)
    while size > smallest:
        tried.append(size)
        size = min(size * _STEP, size - 1)
    return [*tried, smallest]


def fit(
    text: str,
    style: Style,
    box: tuple[float, float],
    size_px: tuple[float, float],
    *,
    lines: int,
    leading: float,
    align: Align = "left",
) -> Block | None:
    """Set `text` in `box` (width, height) as large as it goes within `size_px` (largest, smallest), on at most `lines`.

    None when it does not fit. Long words are parted only where that makes the whole a good deal larger, or where it
    would not fit otherwise. `leading` is the least distance of baselines in shares of the size.
    """
    whole = tie(" ".join(settable(text).split(" ")).strip())
    if not whole:
        return None
    plain = _largest(whole, style, box, size_px, lines, leading, align, hyphenate=False)
    while plain is not None and len(plain.lines) > 1 and plain.size_px * _FEWER > size_px[1]:
        room = (plain.size_px, max(size_px[1], plain.size_px * _FEWER))
        fewer = _largest(whole, style, box, room, len(plain.lines) - 1, leading, align, hyphenate=False)
        if fewer is None:
            break
        plain = fewer
    if plain is not None and plain.size_px >= size_px[0] * 0.8:
        return plain
    parted = _largest(whole, style, box, size_px, lines, leading, align, hyphenate=True)
    if parted is None and plain is None:
        return _largest(whole, style, box, size_px, lines, leading, align, hyphenate=True, anywhere=True)
    if parted is None or (plain is not None and parted.size_px < plain.size_px * 1.22):
        return plain
    return parted


def _largest(
    text: str,
    style: Style,
    box: tuple[float, float],
    size_px: tuple[float, float],
    lines: int,
    leading: float,
    align: Align,
    *,
    hyphenate: bool,
    anywhere: bool = False,
) -> Block | None:
    """The block at the first size, from the largest down, at which `text` fits."""
    parts = pieces(text, hyphenate=hyphenate, anywhere=anywhere)
    for size in sizes(*size_px):
        width = box[0] / size

        def measure(line: str) -> float:
            return _width(line, style)

        rough = greedy(parts, width, measure)
        if rough is None or len(rough) > lines or (len(rough) - 1) * leading * size > box[1]:
            continue
        even = balanced(parts, width, len(rough), measure) or rough
        block = block_of(even, style, size, leading, align)
        if block.height_px <= box[1] and block.width_px <= box[0] + 0.5:
            return block
    return None


@lru_cache(maxsize=16384)
def _width(line: str, style: Style) -> float:
    """Width of a line as the sum of its words: near enough to choose by, and each word is measured once."""
    words = line.split(" ")
    return sum(advance(word, style) for word in words) + advance(" ", style) * (len(words) - 1)


def block_of(lines: Sequence[str], style: Style, size_px: float, leading: float, align: Align = "left") -> Block:
    """`lines` as they are, at `size_px`, with leading that keeps their ink apart."""
    step = max([leading, *(nearest(a, b, style, align) + _CLEAR_EM for a, b in pairwise(lines))])
    inks = [ink(line, style) for line in lines]
    return Block(
        lines=tuple(lines),
        style=style,
        size_px=size_px,
        step_px=round(step * size_px),
        align=align,
        ascent_px=-inks[0].top * size_px,
        descent_px=max(inks[-1].bottom, 0) * size_px,
        width_px=max(box.right - box.left for box in inks) * size_px,
        hyphenated=any(line.endswith("-") for line in lines[:-1]),
    )
