"""One tip: a drawn cover, the title, who wrote it, and why."""

from typing import NamedTuple

from cards.fitting import Block
from cards.fonts import BODY, BODY_STRONG, STRONG, Style
from cards.geometry import Box
from cards.kinds.tips.books import COVER_SHAPE, draw_cover
from cards.kinds.tips.facts import Tip
from cards.parts import Stack, stack
from cards.sheet import Sheet

_COVER_EM = 4.5
"""The cover's height in shares of the title's size."""


class TipRow(NamedTuple):
    """A row that is set. `whole`: with its reason, where it has one."""

    tip: Tip
    words: Stack
    cover_px: float
    size_px: float
    whole: bool

    @property
    def height_px(self) -> float:
        """The cover's height, or that of many words."""
        last = self.words.blocks[-1][0]
        return max(self.cover_px, self.words.height_px + max(last.descent_px * 2, self.size_px * 0.3))

    def draw(self, sheet: Sheet, box: Box) -> None:
        """Draw the row in `box`."""
        wide = round(self.cover_px * COVER_SHAPE)
        cover = Box(box.left, box.top, box.left + wide, box.top + round(self.cover_px))
        draw_cover(sheet, cover, f"{self.tip.title} {self.tip.author}")
        top = box.top + max(0.0, (self.height_px - self.words.height_px) / 2)
        self.words.draw(sheet, cover.right + self.size_px * 0.8, top)


def tip_row(sheet: Sheet, tip: Tip, width: float, size: float, *, reasoned: bool) -> TipRow | None:
    """`tip` in `width` with its title at `size`; without its reason where not `reasoned`. None where it is too long."""
    cover = round(size * (_COVER_EM if reasoned else 3.0))
    small = max(sheet.sizes.small_floor, size * 0.86)
    room = width - cover * COVER_SHAPE - size * 0.8
    if room <= 0:
        return None
    colours = sheet.colours
    title = sheet.fit(tip.title, STRONG, (room, size * 5), (size, size), lines=4, leading=1.1)
    author = _told(sheet, tip.author, BODY_STRONG, room, small, 3)
    why = _told(sheet, tip.why_in(sheet.language), BODY, room, small, 3) if reasoned else None
    if title is None or (tip.author.strip() and author is None):
        return None
    asked = bool(tip.why_in(sheet.language).strip())
    if reasoned and asked and why is None:
        return None
    words = stack(
        (title, 0, colours.ink),
        (author, _gap(title, author), colours.ink),
        (why, _gap(author or title, why), colours.soft),
    )
    return TipRow(tip, words, cover, size, reasoned or not asked)


def _told(sheet: Sheet, text: str, style: Style, room: float, size: float, lines: int) -> Block | None:
    return sheet.fit(text, style, (room, size * 5), (size, size), lines=lines, leading=1.18) if text.strip() else None


def _gap(above: Block | None, below: Block | None) -> float:
    """The space between a baseline and the capitals under it; more where a script hangs deep or rises high."""
    if below is None:
        return 0.0
    rise = max(0.0, below.ascent_px - below.size_px * 0.66)
    deep = above.descent_px if above else 0.0
    return max(below.size_px * 0.56, deep + rise + below.size_px * 0.14)
