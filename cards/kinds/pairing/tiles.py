"""The signs of a code or a check number on their tiles: in one row with a wider gap in the middle, or in two rows."""

from typing import NamedTuple

from cards.fonts import HEADLINE
from cards.geometry import Box
from cards.sheet import Sheet

_TALLEST, _WIDEST = 1.2, 1.3
"""A tile is at most so many times as high as wide, and in one row so many times as wide as high."""
_SIGN_OF_HEIGHT, _SIGN_OF_WIDTH = 0.8, 0.94


class Tiles(NamedTuple):
    """Where the tiles stand before they are drawn. A blank sign leaves its tile empty."""

    signs: str
    rows: int
    wide: float
    high: float
    gap: float
    middle: float

    @property
    def height_px(self) -> float:
        """How high all rows are."""
        return self.rows * self.high + (self.rows - 1) * self.gap

    @property
    def size_px(self) -> float:
        """How large the signs are."""
        return min(self.high * _SIGN_OF_HEIGHT, self.wide * _SIGN_OF_WIDTH)

    def draw(self, sheet: Sheet, left: float, top: float) -> float:
        """Draw them with their left upper corner there. Returns where they end below.

        Latin signs and numbers are read from the left on every card, so a mirrored one turns their order round.
        """
        count, size, half = len(self.signs) // self.rows, self.size_px, len(self.signs) // 2
        for index, sign in enumerate(self.signs):
            row, place = divmod(index, count)
            if sheet.mirrored:
                place = count - 1 - place
            apart = self.middle - self.gap if self.rows == 1 and place >= half else 0
            x, y = left + place * (self.wide + self.gap) + apart, top + row * (self.high + self.gap)
            sheet.fill(Box(x, y, x + self.wide, y + self.high), sheet.colours.panel, sheet.px(24))
            if sign.strip():
                block = sheet.one_line(sign, HEADLINE, size, "center")
                sheet.stand(block, x + self.wide / 2, y + self.high / 2 + size * 0.34, sheet.colours.panel_ink, "sign")
        return top + self.height_px


def tiles_of(sheet: Sheet, signs: str, width: float, height: float, rows: int) -> Tiles | None:
    """Tiles as large as they go in `width` and `height`; None where their signs would be smaller than a headline."""
    gap, middle = sheet.px(16), sheet.px(56)
    count = len(signs) // rows
    wide = (width - gap * (count - 1) - (middle - gap if rows == 1 else 0)) / count
    high = min(wide * _TALLEST, (height - gap * (rows - 1)) / rows)
    if rows == 1:
        wide = min(wide, high * _WIDEST)
    found = Tiles(signs, rows, wide, high, gap, middle)
    return found if high > 0 and found.size_px >= sheet.sizes.headline_floor else None
