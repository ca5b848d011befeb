"""Signs on a block: an arrow to the room, or a door where nobody said which way it is."""

from typing import Final

from cards.geometry import Box
from cards.kinds.rooms.facts import Way
from cards.sheet import Sheet

_UP: Final = ((0.0, -0.5), (0.46, -0.04), (0.17, -0.04), (0.17, 0.5), (-0.17, 0.5), (-0.17, -0.04), (-0.46, -0.04))
"""An arrow that points up, in shares of its size around its middle."""


def draw_way(sheet: Sheet, way: Way, centre: tuple[float, float], size: float, ink: str, ground: str) -> None:
    """The sign for `way`, `size` large around `centre`. Left stays left on a card that is read from the right."""
    x, y = centre
    if not way:
        _door(sheet, x, y, size, ink, ground)
        return
    turned = {"ahead": _UP, "up": _UP, "down": tuple((a, -b) for a, b in _UP)}.get(way)
    if turned is None:
        side = 1 if (way == "right") != sheet.mirrored else -1
        turned = tuple((-side * b, a) for a, b in _UP)
    sheet.polygon([(x + a * size, y + b * size) for a, b in turned], ink)


def _door(sheet: Sheet, x: float, y: float, size: float, ink: str, ground: str) -> None:
    frame = Box(x - size * 0.32, y - size * 0.5, x + size * 0.32, y + size * 0.5)
    sheet.fill(frame, ink, size * 0.08)
    inner = Box(frame.left + size * 0.11, frame.top + size * 0.11, frame.right - size * 0.11, frame.bottom)
    sheet.fill(inner, ground)
    leaf = [
        (inner.left, inner.top),
        (inner.right - size * 0.1, inner.top + size * 0.1),
        (inner.right - size * 0.1, frame.bottom + size * 0.04),
        (inner.left, frame.bottom),
    ]
    sheet.polygon(leaf, ink)
    sheet.disc(inner.right - size * 0.18, y + size * 0.1, size * 0.045, ground)
