"""Where a page stands on a screen, how large it is there, and whether its smallest letters can be read.

Computed from the screen alone, so that a check tells the same before anything is drawn.
"""

from typing import NamedTuple

from cards.fonts import capital_em
from cards.geometry import Box, shape_of
from cards.legibility import Sizes, sizes_for
from cards.model import PictureRef, Screen


class Letters(NamedTuple):
    """The height of a page's smallest capitals on a screen, and the height that they must have there, in mm."""

    found_mm: float
    needed_mm: float

    @property
    def readable(self) -> bool:
        """Tell whether they are read from where people stand."""
        return self.found_mm >= self.needed_mm


def page_boxes(screen: Screen, ref: PictureRef) -> list[Box]:
    """Where the page may stand, whole, the largest first."""
    sizes, shape = sizes_for(screen), shape_of(screen.width_px, screen.height_px)
    ratio = max(1, ref.width_px) / max(1, ref.height_px)
    left, right = sizes.margin_x, screen.width_px - sizes.margin_x
    low = screen.height_px - max(sizes.margin_bottom, 62 * sizes.unit)
    found = []
    if shape in ("portrait", "square"):
        for share in (0.68, 0.58, 0.46, 0.36):
            wide, high = _fitted(ratio, right - left, screen.height_px * share - sizes.margin_top)
            x = left + (right - left - wide) / 2
            found.append(Box(round(x), round(sizes.margin_top), round(x + wide), round(sizes.margin_top + high)))
        return found
    for share in (0.62, 0.5, 0.4) if shape == "landscape" else (0.45, 0.3):
        wide, high = _fitted(ratio, (right - left) * share, low - sizes.margin_top)
        top = sizes.margin_top + (low - sizes.margin_top - high) / 2
        found.append(Box(round(right - wide), round(top), round(right), round(top + high)))
    return list(dict.fromkeys(found))


def letters(screen: Screen, box: Box, share: float) -> Letters:
    """How high capitals of that `share` of the page are where the page fills `box`."""
    sizes = sizes_for(screen)
    return Letters(share * box.height / sizes.px_per_mm, _needed_px(sizes) / sizes.px_per_mm)


def _needed_px(sizes: Sizes) -> float:
    """The smallest capitals that a card of ours would have itself."""
    return sizes.small_floor * capital_em("text")


def _fitted(ratio: float, wide: float, high: float) -> tuple[float, float]:
    return (wide, wide / ratio) if wide / ratio <= high else (high * ratio, high)
