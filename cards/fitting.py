"""The largest size at which a text fits its box: lines balanced, leading from the measured ink, never under a floor."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from cards.bidi import closed
from cards.breaking import Parting, Setting, pieces
from cards.emoji import sequences
from cards.fonts import Style, settable
from cards.measure import advance, ink, nearest
from cards.words import tie

Align = Literal["left", "right", "center"]

_STEP = 0.965
_PARTINGS: Final[tuple[tuple[Parting, float], ...]] = (("never", 1.0), ("seams", 1.12), ("syllables", 1.3))
"""How far words are parted, and how much larger the whole must become by it."""
_FEWER = 0.85
_WITHOUT_RUNT = 0.75
"""How much smaller a text may become to have a line less, and to have no word alone on its last line."""
_RUNT = 0.6
_SHORT = 0.4
"""A word alone on the last line, or on another, that is shorter than this share of the longest line."""
_CLEAR_EM = 0.075
_COARSE_EM = 0.04
"""How much higher and lower ink may seem where it is looked at less finely."""
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
    language: str = "sv",
    names: frozenset[str] = frozenset(),
) -> Block | None:
    """Set `text` in `box` (width, height) as large as it goes within `size_px` (largest, smallest), on at most `lines`.

    None when it does not fit. Long words (never `names`) are parted where that makes the whole a good deal larger, or
    where it would not fit otherwise: compounds at their seams, then others. `leading` is the least distance of
    baselines in shares of the size.
    """
    whole = tie(" ".join(settable(text, _all_emoji(text)).split(" ")).strip())
    if not whole:
        return None
    room = Room(style, box, size_px, leading, align)
    best: Block | None = None
    for parting, gain in _PARTINGS:
        setting = _setting(whole, style, parting, language, names)
        found = _calm_end(setting, room, lines)
        if found is not None and (best is None or found.size_px >= best.size_px * gain):
            best = found
        if best is not None and best.size_px >= size_px[0] * 0.8:
            break
    return best


def _all_emoji(text: str) -> frozenset[str]:
    """Whoever sets a text has taken out the emoji that are not at hand."""
    return frozenset(sequences(text))


@lru_cache(maxsize=512)
def _setting(whole: str, style: Style, parting: Parting, language: str, names: frozenset[str]) -> Setting:
    """The pieces of a text, measured at size 1."""
    return Setting(pieces(whole, parting, language, names), lambda part: advance(part, style))


class Room(NamedTuple):
    """What a text is to be set in: see `fit`."""

    style: Style
    box: tuple[float, float]
    size_px: tuple[float, float]
    leading: float
    align: Align


def _calm_end(setting: Setting, room: Room, lines: int) -> Block | None:
    """The largest block, or a little smaller one of fewer lines, or one without a word alone on a line."""
    found = _largest(setting, room, lines)
    while found is not None and len(found.lines) > 1:
        least = max(room.size_px[1], found.size_px * (_WITHOUT_RUNT if has_runt(found) else _FEWER))
        fewer = None
        if least < found.size_px:
            fewer = _largest(setting, room._replace(size_px=(found.size_px, least)), len(found.lines) - 1)
        if fewer is None:
            break
        found = fewer
    return found


def has_runt(block: Block) -> bool:
    """Tell whether a line is a single word, much shorter than the others; the last line catches the eye most."""
    if len(block.lines) < 2:
        return False
    widths = [advance(line, block.style) for line in block.lines]
    alone = [
        not set(" \u00a0") & set(line) and not before.endswith("-") for before, line in pairwise(("", *block.lines))
    ]
    shares = [*[_SHORT] * (len(widths) - 1), _RUNT]
    return any(one and wide < max(widths) * share for one, wide, share in zip(alone, widths, shares, strict=True))


def _largest(setting: Setting, room: Room, lines: int) -> Block | None:
    """The block at the first size, from the largest down, at which the text fits on at most `lines`."""
    for size in sizes(*room.size_px):
        if setting.hopeless(room.box[0] / size, lines):
            continue
        count = setting.fewest(room.box[0] / size)
        if count is None or count > lines or (count - 1) * room.leading * size > room.box[1]:
            continue
        even = setting.balanced(room.box[0] / size, count)
        if even is None:
            continue
        block = block_of(closed(even), room.style, size, room.leading, room.align)
        if block.height_px <= room.box[1] and block.width_px <= room.box[0] + 0.5:
            return block
    return None


def block_of(lines: Sequence[str], style: Style, size_px: float, leading: float, align: Align = "left") -> Block:
    """`lines` as they are, at `size_px`, with leading that keeps their ink apart."""
    inks = [ink(line, style) for line in lines]
    step = leading
    for (upper, above), (lower, below) in pairwise(zip(lines, inks, strict=True)):
        # Only lines whose ink could meet at all are looked at letter by letter.
        if above.bottom - below.top + _COARSE_EM + _CLEAR_EM > step:
            step = max(step, nearest(upper, lower, style, align) + _CLEAR_EM)
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
