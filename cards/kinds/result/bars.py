"""The bars of a result: a label over each, its number at its end, the longest ones dark."""

from typing import Final, NamedTuple

from cards.fitting import Block, sizes
from cards.fonts import HEADLINE, STRONG
from cards.geometry import Box
from cards.kinds.result.facts import Option
from cards.model import Language
from cards.sheet import Sheet

_BAR: Final = 1.33
_LOW_BAR: Final = 0.8
"""A bar's height in shares of its label's size, and what it is where the screen itself is one; so the other lengths."""
_UNDER_LABEL: Final = 0.36
_BETWEEN: Final = 0.62


class _Row(NamedTuple):
    label: Block
    number: Block
    votes: int


class Bars(NamedTuple):
    """All rows at one size."""

    rows: tuple[_Row, ...]
    size_px: float
    bar_px: float
    apart: float
    """How far apart the rows may be at most, in shares of the size."""

    @property
    def least_px(self) -> float:
        """The height with the rows as close as they may be."""
        return self._rows_px + (len(self.rows) - 1) * _BETWEEN * self.size_px

    @property
    def _rows_px(self) -> float:
        return sum(row.label.height_px for row in self.rows) + len(self.rows) * self._row_px

    @property
    def _row_px(self) -> float:
        return _UNDER_LABEL * self.size_px + self.bar_px

    @property
    def most_px(self) -> float:
        """The height with the rows as far apart as they may be."""
        return self._rows_px + (len(self.rows) - 1) * self.apart * self.size_px

    def draw(self, sheet: Sheet, box: Box) -> float:
        """Draw the rows from the top of `box` down, apart as far as it allows. Returns where the last bar ends."""
        colours, high = sheet.colours, self.bar_px
        gaps = max(1, len(self.rows) - 1)
        between = min((box.height - self._rows_px) / gaps, self.apart * self.size_px)
        most = max(row.votes for row in self.rows)
        aside = self.size_px * 0.55
        room = box.width - aside - max(row.number.width_px for row in self.rows)
        y = box.top
        for row in self.rows:
            top = sheet.place(row.label, box.left, y, colours.ink).top + row.label.height_px
            top += _UNDER_LABEL * self.size_px
            # A bar of nothing keeps a stub, so that one sees where it would have grown.
            wide = max(room * row.votes / most if most else 0, high * 0.25)
            first = most > 0 and row.votes == most
            bar = Box(box.left, top, box.left + wide, top + high)
            sheet.fill(bar, colours.extra["first" if first else "rest"], min(sheet.px(16), high / 4, wide / 2))
            baseline = top + (high + row.number.ascent_px) / 2
            sheet.stand(row.number, bar.right + aside, baseline, colours.ink)
            y = top + high + between
        return y - between


def bars(sheet: Sheet, options: tuple[Option, ...], language: Language, room: tuple[float, float]) -> Bars | None:
    """The rows as large as they go in `room` (width and height). None when they do not fit at a size to be read."""
    design = 48 if sheet.shape != "portrait" else 56
    largest = max(sheet.px(design if len(options) > 2 else design * 1.25), sheet.sizes.body)
    for size in sizes(largest, max(sheet.sizes.body_floor, sheet.px(38))):
        found = _rows(sheet, options, language, room[0], size)
        if found is not None and found.least_px <= room[1]:
            return found
    return None


def _rows(sheet: Sheet, options: tuple[Option, ...], language: Language, width: float, size: float) -> Bars | None:
    rows = []
    high = size * (_LOW_BAR if sheet.shape == "bar" else _BAR)
    for option in options:
        label = sheet.fit(option.said_in(language), STRONG, (width, size * 3), (size, size), lines=2, leading=1.1)
        if label is None:
            return None
        number = sheet.one_line(f"{option.votes:,}".replace(",", "\u00a0"), HEADLINE, max(high, size))
        if number.width_px > width * 0.5:
            return None
        rows.append(_Row(label, number, option.votes))
    return Bars(tuple(rows), size, high, 1.9 if sheet.shape == "portrait" else 1.1)
