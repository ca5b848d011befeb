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

_BESIDE_EM: Final = 0.8
_GAP_EM: Final = 0.56

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


class Run(NamedTuple):
    """A piece of a line: what is said, in which colour, and whether it is struck out."""

    block: Block
    ink: str
    struck: bool = False


class BlockRow(NamedTuple):
    """A row that is set: the title, and under it lines of runs. `lost`: what is secondary found no room."""

    title: Block
    lines: tuple[tuple[Run, ...], ...]
    off: bool
    lost: bool
    block_px: float
    size_px: float
    paint: Paint | None

    @property
    def flat(self) -> bool:
        """Tell whether the words need no more room than two lines."""
        return len(self.title.lines) == 1 and len(self.lines) <= 1

    @property
    def text_px(self) -> float:
        """From the title's ink to the last line's descenders."""
        deep = (
            max((run.block.descent_px for run in self.lines[-1]), default=0.0) if self.lines else self.title.descent_px
        )
        return self._rise + self._baselines()[-1] + max(deep, self.size_px * 0.2)

    @property
    def _rise(self) -> float:
        """From the top of the words to their first baseline: the ring of an Å counts."""
        return max(self.title.size_px * 0.72, self.title.ascent_px)

    @property
    def height_px(self) -> float:
        """The block's height, or that of words on many lines."""
        return max(self.block_px, self.text_px)

    def _baselines(self) -> list[float]:
        """The first baseline of each line under the title, and the very last one, from the title's first baseline."""
        at, deep = self.title.step_px * (len(self.title.lines) - 1), self.title.descent_px
        found = []
        for line in self.lines:
            rise = max(run.block.ascent_px for run in line)
            at += max(self.size_px * 1.08, deep + rise + self.size_px * 0.12)
            found.append(at)
            at += max(run.block.step_px * (len(run.block.lines) - 1) for run in line)
            deep = max(run.block.descent_px for run in line)
        return [*found, at]

    def draw(self, sheet: Sheet, box: Box) -> None:
        """Draw the row in `box`."""
        x = box.left
        if self.paint is not None:
            self.paint(sheet, Box(box.left, box.top, box.left + self.block_px, box.top + self.block_px))
            x += self.block_px + self.size_px * _BESIDE_EM
        top = box.top + max(0.0, (self.block_px - self.text_px) / 2) + self._rise
        sheet.stand(self.title, x, top, sheet.colours.soft if self.off else sheet.colours.ink)
        for line, baseline in zip(self.lines, self._baselines(), strict=False):
            edge = x
            for run in line:
                since = len(sheet.marks)
                at = sheet.stand(run.block, edge, top + baseline, run.ink)
                if run.struck:
                    sheet.strike(sheet.marks[since:], run.ink)
                edge = at.right + self.size_px * _GAP_EM


def block_row(
    sheet: Sheet, words: Words, width: float, size: float, paint: Paint | None = None, *, under: bool = True
) -> BlockRow | None:
    """`words` in `width` with their title at `size`; None where title, lead or note would not go in.

    What is secondary stands beside the lead, else under it where it may (`under`), else it is left out.
    """
    block = round(size * BLOCK_EM) if paint is not None else 0
    room = width - (block + size * _BESIDE_EM if paint is not None else 0)
    title = sheet.fit(words.title, STRONG, (room, size * 5), (size, size), lines=4, leading=1.1) if room > 0 else None
    strong = _strong(sheet, words, room, size)
    if title is None or strong is None:
        return None
    lines, lost = _with_rest(sheet, words, strong, room, size, under=under)
    return BlockRow(title, lines, words.off, lost, block, size, paint)


def _strong(sheet: Sheet, words: Words, room: float, size: float) -> tuple[tuple[Run, ...], ...] | None:
    """Lead and note on one line, or each on lines of its own; None where one of them does not go in."""
    floor, ink = sheet.sizes.small_floor, sheet.colours.soft if words.off else sheet.colours.ink
    largest = max(size * 0.84, floor)
    for lines in (1, 3):
        runs = []
        for text, colour, struck in ((words.lead, ink, words.off), (words.note, words.note_ink or ink, False)):
            if text.strip():
                block = sheet.fit(text, STRONG, (room, size * 5), (largest, floor), lines=lines, leading=1.15)
                runs.append(Run(block, colour, struck and len(block.lines) == 1) if block else None)
        if None in runs:
            continue
        set_runs = tuple(run for run in runs if run is not None)
        if lines == 1 and _width(set_runs, size) <= room:
            return (set_runs,) if set_runs else ()
        if lines == 3:
            return tuple((run,) for run in set_runs)
    return None


def _width(runs: tuple[Run, ...], size: float) -> float:
    return sum(run.block.width_px for run in runs) + size * _GAP_EM * (len(runs) - 1)


def _with_rest(
    sheet: Sheet, words: Words, lines: tuple[tuple[Run, ...], ...], room: float, size: float, *, under: bool
) -> tuple[tuple[tuple[Run, ...], ...], bool]:
    """`lines` with what is secondary, and whether it had to be left out."""
    text, soft = words.rest, sheet.colours.soft
    small = max(sheet.sizes.small_floor, size * 0.86)
    if not text.strip():
        return lines, False
    if lines and len(lines[-1][-1].block.lines) == 1:
        left = room - _width(lines[-1], size) - size * _GAP_EM
        least = max(sheet.sizes.small_floor, size * 0.81)
        beside = sheet.fit(text, BODY, (left, size * 2), (small * 1.02, least), lines=1) if left > 0 else None
        if beside is not None:
            return (*lines[:-1], (*lines[-1], Run(beside, soft))), False
    if under or not lines:
        rest = sheet.fit(text, BODY, (room, size * 4), (small * 1.02, small), lines=2, leading=1.16)
        if rest is not None:
            return (*lines, (Run(rest, soft),)), False
    return lines, True
