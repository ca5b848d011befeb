"""Where on a card a moving picture runs: told as data, so that whoever shows the card lays the film there.

Like `cards.picture` it needs no drawing library. Until the film runs, and wherever none can, the card's own pixels
stand there: a still, or words that say what comes.
"""

from typing import Annotated

import msgspec

Whole = Annotated[int, msgspec.Meta(ge=0)]
Colour = Annotated[str, msgspec.Meta(pattern="^#[0-9A-Fa-f]{6}$")]


class Area(msgspec.Struct, frozen=True, kw_only=True):
    """A box in whole pixels of the card."""

    x_px: Whole
    y_px: Whole
    width_px: Whole
    height_px: Whole

    def within(self, width_px: int, height_px: int) -> bool:
        """Tell whether it is a box at all, on a card of that size."""
        across = 0 < self.width_px <= width_px - self.x_px
        return across and 0 < self.height_px <= height_px - self.y_px


class MovingPlace(msgspec.Struct, frozen=True, kw_only=True):
    """`picture` is the box that the film fills, whole and with its own proportions.

    Captions stand in `captions`, on plain `ground`, in `ink`, never smaller than `caption_px`; over the card's own
    words there, which tell of the film before it begins. None: the card has no room for captions under the picture.
    """

    picture: Area
    captions: Area | None = None
    caption_px: float = 0
    ink: Colour = "#FFFFFF"
    ground: Colour = "#000000"

    def within(self, width_px: int, height_px: int) -> bool:
        """Tell whether all of it lies on a card of that size."""
        return self.picture.within(width_px, height_px) and (
            self.captions is None or self.captions.within(width_px, height_px)
        )
