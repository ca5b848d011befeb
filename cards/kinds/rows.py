"""Rows of a list in a box: as large as they go, and never smaller than can be read; the rest goes to the next card.

A kind gives a maker, which sets its row number `index` in `width` at the type size `size_px`, or None where it does not
go in at that size. How many rows stand is a matter of the floor, not of taste: nothing shrinks below it.
"""

from collections.abc import Callable, Iterator
from typing import Generic, NamedTuple, Protocol, TypeVar

from cards.fitting import sizes
from cards.geometry import Box
from cards.sheet import Sheet

_FILLED = 0.6
"""Rows that fill less of their box than this stand in the middle of so much of it, not at its top."""


class Row(Protocol):
    """A row that is set but not yet drawn."""

    @property
    def height_px(self) -> float:
        """How high it is."""

    def draw(self, sheet: Sheet, box: Box) -> None:
        """Draw it in `box`, which is as high as the row."""


R = TypeVar("R", bound=Row)
Maker = Callable[[int, float, float], R | None]


class Wish(NamedTuple):
    """What a grid is asked for. `gaps` are the least and the most space between rows, in shares of the type size.

    Rows rather go to the next card than below `smallest_px`; only one that would stand nowhere may go to `floor_px`.
    """

    largest_px: float
    smallest_px: float
    floor_px: float
    gaps: tuple[float, float]
    columns: int = 1
    gutter_px: float = 0
    most: int = 99
    """Never more rows than this, however large the screen is."""


class Grid(NamedTuple, Generic[R]):
    """Rows under each other, in one column or in several that are read one after the other."""

    rows: tuple[R, ...]
    box: Box
    gap_px: float
    size_px: float
    columns: int
    gutter_px: float

    def places(self) -> Iterator[tuple[R, Box]]:
        """Each row with its box."""
        wide = column_px(self.box, self.columns, self.gutter_px)
        for number, column in enumerate(_columns(self.rows, self.columns)):
            left, top = self.box.left + number * (wide + self.gutter_px), self.box.top
            for row in column:
                yield row, Box(left, top, left + wide, top + row.height_px)
                top += row.height_px + self.gap_px

    def draw(self, sheet: Sheet) -> float:
        """Draw all rows. Returns where the lowest ends."""
        end = self.box.top
        for row, box in self.places():
            row.draw(sheet, box)
            end = max(end, box.bottom)
        return end


def column_px(box: Box, columns: int, gutter_px: float) -> float:
    """How wide one column of `box` is."""
    return (box.width - gutter_px * (columns - 1)) / columns


def grid(make: Maker[R], count: int, box: Box, wish: Wish) -> Grid[R] | None:
    """The first of `count` rows that fit in `box`: all of them as large as they go, else those that the floor allows.

    None when not even one fits.
    """
    count = min(count, wish.most)
    for size in sizes(wish.largest_px, wish.smallest_px):
        found = _made(make, count, box, wish, size)
        if len(found) == count and (laid := _laid(found, box, wish, size)):
            return laid
    for size in dict.fromkeys((wish.smallest_px, (wish.smallest_px + wish.floor_px) / 2, wish.floor_px)):
        found = _made(make, count, box, wish, size)
        for shown in range(len(found), 0, -1):
            if laid := _laid(found[:shown], box, wish, size):
                return laid
    return None


def _made(make: Maker[R], count: int, box: Box, wish: Wish, size_px: float) -> tuple[R, ...]:
    """The first rows that can be set at `size_px` at all, and no more than could ever stand in `box`."""
    wide, rows, used = column_px(box, wish.columns, wish.gutter_px), [], 0.0
    for index in range(count):
        row = make(index, wide, size_px)
        if row is None:
            break
        rows.append(row)
        used += row.height_px
        if used > box.height * wish.columns:
            break
    return tuple(rows)


def _laid(rows: tuple[R, ...], box: Box, wish: Wish, size_px: float) -> Grid[R] | None:
    gap = wish.gaps[1] * size_px
    for column in _columns(rows, wish.columns):
        spare = box.height - sum(row.height_px for row in column)
        gap = min(gap, spare / (len(column) - 1)) if len(column) > 1 else gap
        if spare < 0 or gap < wish.gaps[0] * size_px:
            return None
    if not rows:
        return None
    used = max(_high(column, gap) for column in _columns(rows, wish.columns))
    top = box.top + max(0.0, box.height * _FILLED - used) * 0.5
    return Grid(rows, Box(box.left, top, box.right, box.bottom), gap, size_px, wish.columns, wish.gutter_px)


def _high(column: tuple[R, ...], gap_px: float) -> float:
    return sum(row.height_px for row in column) + gap_px * (len(column) - 1)


def _columns(rows: tuple[R, ...], columns: int) -> list[tuple[R, ...]]:
    high = -(-len(rows) // columns)
    return [rows[start : start + high] for start in range(0, len(rows), high)] if rows else []
