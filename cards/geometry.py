"""Boxes on a card, in pixels, and which shape a screen has."""

from typing import Literal, NamedTuple

Shape = Literal["landscape", "portrait", "square", "bar"]


class Box(NamedTuple):
    """A box from its left upper corner to its right lower one; the far edges are outside."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high it is."""
        return self.bottom - self.top

    def inset(self, by_x: float, by_y: float | None = None) -> "Box":
        """The box inside it, `by_x` from left and right and `by_y` (the same when left out) from top and bottom."""
        down = by_x if by_y is None else by_y
        return Box(self.left + by_x, self.top + down, self.right - by_x, self.bottom - down)

    def overlaps(self, other: "Box", slack: float = 0) -> bool:
        """Tell whether the two share more than `slack` pixels in both directions."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > slack and down > slack

    def holds(self, other: "Box", slack: float = 0) -> bool:
        """Tell whether `other` lies inside it, `slack` pixels allowed."""
        return (
            other.left >= self.left - slack
            and other.top >= self.top - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )


def shape_of(width_px: int, height_px: int) -> Shape:
    """The class of shapes that a card is composed for, not scaled to."""
    ratio = width_px / height_px
    if ratio >= 2.4:
        return "bar"
    if ratio >= 1.2:
        return "landscape"
    return "square" if ratio >= 0.8 else "portrait"
