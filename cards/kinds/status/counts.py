"""The counts of a status: a large number, and beside it what is so; each under the first of its bubbles."""

from itertools import pairwise
from typing import Final, NamedTuple

from cards.fitting import Block
from cards.fonts import HEADLINE, STRONG
from cards.kinds.signs import sign_bubble
from cards.kinds.status.told import Group
from cards.parts import fewest_lines
from cards.sheet import Sheet

_NUMBER: Final = 1.87
_ALONE: Final = 4.4
"""How large a number is beside its words, and over them where there are no bubbles to count."""
_STEP: Final = 1.2
_LEAST_SHARE: Final = 0.22
"""How narrow a count may be set, as a share of the row, where its bubbles take even less."""


class Count(NamedTuple):
    """One count as it is set: the number, the words beside it, those under it, and until when."""

    group: Group
    number: Block
    beside: Block | None
    under: Block | None
    note: Block | None
    size_px: float

    @property
    def alone(self) -> bool:
        """Tell whether the number stands large over its words."""
        return self.beside is None and self.number.size_px > self.size_px * _NUMBER

    @property
    def gap_px(self) -> float:
        """Between the number and its words."""
        return self.size_px * 0.33

    @property
    def width_px(self) -> float:
        """How wide all of it is."""
        first = self.number.width_px + (self.gap_px + self.beside.width_px if self.beside else 0)
        first += self._sign_px * 1.3 if self.alone else 0
        return max([first, *(block.width_px for block in (self.under, self.note) if block)])

    @property
    def height_px(self) -> float:
        """From the number's top to the last ink."""
        return self.number.ascent_px + self._below_px()

    def _below_px(self) -> float:
        below = self.beside.descent_px if self.beside else 0.0
        if self.under:
            below = self._under_px + (len(self.under.lines) - 1) * self.under.step_px + self.under.descent_px
        return below + (self._note_gap_px + self.note.height_px if self.note else 0)

    @property
    def _under_px(self) -> float:
        """From the number's baseline to the next one."""
        return self.size_px * (_STEP if not self.alone else 1.45)

    @property
    def _sign_px(self) -> float:
        """How wide the bubble beside a large number is."""
        return self.number.ascent_px * 0.52

    @property
    def _note_gap_px(self) -> float:
        return self.size_px * 0.36

    def draw(self, sheet: Sheet, x: float, top: float, soft: str) -> None:
        """Draw it with the number's top at `top`."""
        colours = sheet.colours
        ink = colours.panel if self.group.sign == "tick" else colours.accent
        baseline = top + self.number.ascent_px
        end = sheet.stand(self.number, x, baseline, ink).right
        if self.alone:
            at = (end + self._sign_px * 0.3, top + self.number.ascent_px * 0.24)
            dark = colours.extra["tick" if self.group.sign == "tick" else "dots"]
            sign_bubble(sheet, *at, self._sign_px, self.group.sign, ink, dark)
        if self.beside is not None:
            sheet.stand(self.beside, x + self.number.width_px + self.gap_px, baseline, ink)
        if self.under is not None:
            sheet.stand(self.under, x, baseline + self._under_px, ink)
        if self.note is not None:
            sheet.place(self.note, x, top + self.height_px - self.note.height_px, soft)


def count_of(sheet: Sheet, group: Group, width: float, size: float, *, note: bool, alone: bool = False) -> Count | None:
    """The count with words of `size` px, at most `width` wide; `alone`: large, over them. None when it does not fit."""
    number = sheet.one_line(str(group.number), HEADLINE, size * (_ALONE if alone else _NUMBER))
    room = width - number.width_px - size * 0.33 if not alone else 0
    words = group.words.split(" ")
    taken = next(
        (
            many
            for many in range(len(words), 0, -1)
            if sheet.one_line(" ".join(words[:many]), STRONG, size).width_px <= room
        ),
        0,
    )
    beside = sheet.one_line(" ".join(words[:taken]), STRONG, size) if taken else None
    rest = " ".join(words[taken:])
    under = sheet.fit(rest, STRONG, (width, size * 4), (size, size), lines=2, leading=_STEP) if rest else None
    said = fewest_lines(sheet, group.note, width, lines=2, largest=_note_px(sheet)) if note and group.note else None
    if (rest and under is None) or (note and group.note and said is None):
        return None
    count = Count(group, number, beside, under, said, size)
    return count if count.width_px <= width + 0.5 else None


def _note_px(sheet: Sheet) -> float:
    return max(sheet.px(44), sheet.sizes.body)


class Row(NamedTuple):
    """Counts beside each other, and where each begins."""

    counts: tuple[Count, ...]
    starts: tuple[float, ...]

    @property
    def height_px(self) -> float:
        """The highest of them."""
        return max(count.height_px for count in self.counts)

    def draw(self, sheet: Sheet, top: float, soft: str) -> None:
        """Draw them with the numbers' tops at `top`."""
        for count, x in zip(self.counts, self.starts, strict=True):
            count.draw(sheet, x, top, soft)


def row_of(
    sheet: Sheet,
    groups: list[Group],
    wished: list[float],
    ends: tuple[float, float],
    size: float,
    *,
    note: bool,
    alone: bool,
    under: bool,
) -> Row | None:
    """The counts with their left edges at `wished` where they can, between `ends`. None when they find no room.

    `under`: each no wider than its bubbles; otherwise a count may be wider, and its neighbours make way. `alone`:
    without bubbles, the numbers large.
    """
    least = (ends[1] - ends[0]) * _LEAST_SHARE
    gap = size * 0.8
    zones = [after - x - gap for x, after in pairwise([*wished, ends[1] + gap])]
    whole = [ends[1] - ends[0]] * len(groups)
    for widths in (zones,) if under else (whole, [max(zone, least) for zone in zones]):
        counts = []
        for group, width in zip(groups, widths, strict=True):
            count = count_of(sheet, group, width, size, note=note, alone=alone)
            if count is not None:
                counts.append(count)
        starts = _starts(wished, [count.width_px for count in counts], ends, gap)
        if len(counts) == len(groups) and starts is not None:
            return Row(tuple(counts), tuple(starts))
    return None


def _starts(wished: list[float], widths: list[float], ends: tuple[float, float], gap: float) -> list[float] | None:
    """Where each begins: as wished, pushed apart from the left, then back from the right. None without room."""
    starts: list[float] = []
    for index, (x, _) in enumerate(zip(wished, widths, strict=False)):
        starts.append(max(x, starts[-1] + widths[index - 1] + gap if starts else ends[0]))
    edge = ends[1]
    for index in range(len(starts) - 1, -1, -1):
        starts[index] = min(starts[index], edge - widths[index])
        edge = starts[index] - gap
    return starts if starts and starts[0] >= ends[0] - 0.5 else None
