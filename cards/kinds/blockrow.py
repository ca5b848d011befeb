"""A row that many lists are made of: a block at its start, a title, and under it what is strong and what is not.

What stands on the block (a day, an arrow) is the kind's own; so is what the words mean. Where a list has no blocks the
words begin at the row's start.
"""

from collections.abc import Callable
from typing import Final, NamedTuple

from cards.fitting import Block
from cards.fonts import BODY, STRONG
from cards.geometry import Box
from cards.sheet import Sheet

BLOCK_EM: Final = 2.72
"""The block's side in shares of the title's size."""

Paint = Callable[[Sheet, Box], None]
"""Draws what stands on the block, its ground included."""


class Words(NamedTuple):
    """What a row says. `lead` is strong, `note` is strong in a colour of its own, `rest` is secondary."""

    title: str
    lead: str
    note: str = ""
    rest: str = ""
    off: bool = False
    """Cancelled: the title in a soft colour, the lead struck out."""
    note_ink: str = ""


class BlockRow(NamedTuple):
    """A row that is set. `rest` stands after the lead, or under it where `under`."""

    words: Words
    title: Block
    lead: Block | None
    note: Block | None
    rest: Block | None
    under: bool
    block_px: float
    size_px: float
    paint: Paint | None

    @property
    def _step_px(self) -> float:
        """From the title's last baseline to the lead's: more where a script hangs deep."""
        seconds = [block.ascent_px for block in (self.lead, self.note, self.rest) if block is not None]
        return max(self.size_px * 1.12, self.title.descent_px + max(seconds, default=0) + self.size_px * 0.14)

    @property
    def _under_px(self) -> float:
        """From the lead's baseline to that of what stands under it."""
        deep = max((block.descent_px for block in (self.lead, self.note) if block is not None), default=0.0)
        rise = self.rest.ascent_px if self.rest else 0.0
        return max(self.size_px * 1.06, deep + rise + self.size_px * 0.1)

    @property
    def _gap_px(self) -> float:
        return self.size_px * 0.56

    @property
    def text_px(self) -> float:
        """From the title's capitals to the last line's descenders."""
        high = self.title.size_px * 0.72 + self.title.step_px * (len(self.title.lines) - 1) + self.size_px * 0.2
        if self.lead is not None or self.note is not None or self.rest is not None:
            high += self._step_px
        if self.rest is not None:
            high += self.rest.step_px * (len(self.rest.lines) - 1) + (self._under_px if self.under else 0)
        return high

    @property
    def height_px(self) -> float:
        """The block's height, or that of words on many lines."""
        return max(self.block_px, self.text_px)

    @property
    def flat(self) -> bool:
        """Tell whether the words need no more room than two lines."""
        return len(self.title.lines) == 1 and not self.under

    def draw(self, sheet: Sheet, box: Box) -> None:
        """Draw the row in `box`."""
        x = box.left
        if self.paint is not None:
            self.paint(sheet, Box(box.left, box.top, box.left + self.block_px, box.top + self.block_px))
            x += self.block_px + self.size_px * 0.8
        soft, ink = sheet.colours.soft, sheet.colours.soft if self.words.off else sheet.colours.ink
        baseline = box.top + max(0.0, (self.block_px - self.text_px) / 2) + self.title.size_px * 0.72
        sheet.stand(self.title, x, baseline, ink)
        baseline += self.title.step_px * (len(self.title.lines) - 1) + self._step_px
        edge = x
        if self.lead is not None:
            lead = sheet.stand(self.lead, edge, baseline, ink)
            edge = lead.right + self._gap_px
            if self.words.off:
                middle, half = baseline - self.lead.size_px * 0.33, max(1.5, self.lead.size_px * 0.045)
                sheet.fill(Box(lead.left - 2 * half, middle - half, lead.right + 2 * half, middle + half), soft)
        if self.note is not None:
            edge = sheet.stand(self.note, edge, baseline, self.words.note_ink or ink).right + self._gap_px
        if self.rest is not None and self.under:
            sheet.stand(self.rest, x, baseline + self._under_px, soft)
        elif self.rest is not None:
            sheet.stand(self.rest, edge, baseline, soft)


def block_row(
    sheet: Sheet, words: Words, width: float, size: float, paint: Paint | None = None, *, under: bool = True
) -> BlockRow | None:
    """`words` in `width` with their title at `size`; None where title, lead or note would not go in.

    What is secondary stands beside the lead, else under it on two lines where it may (`under`), else it is left out:
    see `lost`.
    """
    block = round(size * BLOCK_EM) if paint is not None else 0
    small = max(sheet.sizes.small_floor, size * 0.86)
    room = width - (block + size * 0.8 if paint is not None else 0)
    if room <= 0:
        return None
    title = sheet.fit(words.title, STRONG, (room, size * 4), (size, size), lines=2, leading=1.1)
    strong = [
        sheet.fit(text, STRONG, (room, size * 2), (size * 0.84, sheet.sizes.small_floor), lines=1) if text else None
        for text in (words.lead, words.note)
    ]
    lead, note = strong
    missing = (words.lead and lead is None) or (words.note and note is None)
    taken = sum(one.width_px + size * 0.56 for one in strong if one is not None)
    if title is None or missing or taken - size * 0.56 > room:
        return None
    rest = _rest(sheet, words.rest, room - taken, small, 1)
    beside = rest is not None
    if rest is None and (under or not taken):
        rest = _rest(sheet, words.rest, room, small, 2)
    low = rest is not None and not beside and taken > 0
    return BlockRow(words, title, lead, note, rest, low, block, size, paint)


def lost(row: BlockRow) -> bool:
    """Tell whether the row had to leave out what is secondary."""
    return row.rest is None and bool(row.words.rest.strip())


def _rest(sheet: Sheet, text: str, width: float, size: float, lines: int) -> Block | None:
    if width <= 0 or not text.strip():
        return None
    least = max(sheet.sizes.small_floor, size * 0.94) if lines == 1 else size
    return sheet.fit(text, BODY, (width, size * 4), (size * 1.02, least), lines=lines, leading=1.16)
