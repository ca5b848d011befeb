"""Small speech bubbles that tell how far a question has come: a tick, three dots, or nothing yet.

The sign tells it and the colour repeats it, so that nobody has to see colours.
"""

import math
from itertools import pairwise
from typing import Final, Literal

from cards.geometry import Box
from cards.sheet import Sheet

Sign = Literal["tick", "dots", "none"]

_WIDE: Final = 122
_HIGH: Final = 100
_TAIL: Final = 30
_TICK: Final = ((40.0, 51.0), (55.0, 66.0), (84.0, 35.0))


def bubble_height(width: float) -> float:
    """How high a bubble of `width` is, its tail included."""
    return width * (_HIGH + _TAIL) / _WIDE


def sign_bubble(sheet: Sheet, left: float, top: float, width: float, sign: Sign, ground: str, ink: str) -> Box:
    """A bubble with its left upper corner at (`left`, `top`). Returns its box, tail included."""
    scale = width / _WIDE

    def at(x: float, y: float) -> tuple[float, float]:
        return left + x * scale, top + y * scale

    body = Box(left, top, left + width, top + _HIGH * scale)
    sheet.fill(body, ground, 30 * scale)
    sheet.polygon([at(24, 98), at(60, 98), at(24, _HIGH + _TAIL)], ground)
    if sign == "tick":
        # A tick is a sign like a letter: it is not mirrored where the card is.
        points = [at(_WIDE - x if sheet.mirrored else x, y) for x, y in _TICK]
        stroke(sheet, points, 11 * scale, ink)
    elif sign == "dots":
        for place in (-1, 0, 1):
            sheet.disc(*at(_WIDE / 2 + place * 24, _HIGH / 2), 7.5 * scale, ink)
    return Box(left, top, left + width, top + (_HIGH + _TAIL) * scale)


def stroke(sheet: Sheet, points: list[tuple[float, float]], width: float, colour: str) -> None:
    """A line of even width with round ends and joints."""
    half = width / 2
    for (xa, ya), (xb, yb) in pairwise(points):
        length = math.hypot(xb - xa, yb - ya)
        nx, ny = (ya - yb) / length * half, (xb - xa) / length * half
        sheet.polygon([(xa + nx, ya + ny), (xb + nx, yb + ny), (xb - nx, yb - ny), (xa - nx, ya - ny)], colour)
    for x, y in points:
        sheet.disc(x, y, half, colour)
