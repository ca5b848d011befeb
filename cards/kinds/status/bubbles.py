"""One small bubble for each question, the answered ones first."""

import math
from typing import Final, NamedTuple

from cards.geometry import Box
from cards.kinds.signs import bubble_height, sign_bubble
from cards.kinds.status.told import Group
from cards.sheet import Sheet

_MOST: Final = 12
_IN_A_ROW: Final = 6
"""How many stand beside each other on a card that stands itself."""
_GAP: Final = 24 / 122
_LARGEST: Final = 150
_SMALLEST: Final = 64


class Bubbles(NamedTuple):
    """The bubbles as they are set: in rows of `columns`, each `wide`."""

    groups: list[Group]
    box: Box
    wide: float
    columns: int

    @property
    def _step_px(self) -> float:
        return self.wide * (1 + _GAP)

    @property
    def starts(self) -> list[float]:
        """Where the first bubble of each group stands; evenly apart where they stand in two rows."""
        if self.columns < sum(group.number for group in self.groups):
            return [self.box.left + index * self.box.width / len(self.groups) for index in range(len(self.groups))]
        before = 0
        starts = []
        for group in self.groups:
            starts.append(self.box.left + before * self._step_px)
            before += group.number
        return starts

    @property
    def height_px(self) -> float:
        """All rows, the last tails included."""
        rows = math.ceil(sum(group.number for group in self.groups) / self.columns)
        return rows * bubble_height(self.wide) + (rows - 1) * self.wide * _GAP

    def draw(self, sheet: Sheet, top: float) -> float:
        """Draw them. Returns where the last tails end."""
        colours, index = sheet.colours, 0
        for group in self.groups:
            tick = group.sign == "tick"
            ground, ink = (colours.panel, colours.extra["tick"]) if tick else (colours.accent, colours.extra["dots"])
            for _ in range(group.number):
                row, column = divmod(index, self.columns)
                y = top + row * (bubble_height(self.wide) + self.wide * _GAP)
                sign_bubble(sheet, self.box.left + column * self._step_px, y, self.wide, group.sign, ground, ink)
                index += 1
        return top + self.height_px


def bubbles_of(sheet: Sheet, groups: list[Group], box: Box) -> Bubbles | None:
    """The bubbles as wide as `box` allows. None when there are none, too many, or when they would be too small."""
    count = sum(group.number for group in groups)
    if not 0 < count <= _MOST:
        return None
    two_rows = math.ceil(count / 2)
    many = sheet.shape == "portrait" and count > _IN_A_ROW
    for columns in (two_rows,) if many else (count, two_rows):
        # Few are no wider than this: a bubble says one question, however many there are.
        wide = min(sheet.px(_LARGEST), box.width / (columns + (columns - 1) * _GAP))
        if wide >= sheet.px(_SMALLEST):
            return Bubbles(groups, box, wide, columns)
    return None
