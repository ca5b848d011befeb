"""The code by which one follows a question: the panel in the upper right corner, its words under it."""

from typing import NamedTuple

from cards.codes import panel_px
from cards.fitting import Block
from cards.fonts import BODY_STRONG, STRONG
from cards.geometry import Box
from cards.kinds.feet import sender_lift
from cards.sheet import Sheet


class Follow:
    """What stands under each other, measured before it is drawn. Without words where they find no room."""

    def __init__(self, sheet: Sheet, label: str, width: float, height: float) -> None:
        """At most `width` wide and, words included, `height` high; the code itself is never smaller than it must be."""
        link, sizes = sheet.card.link, sheet.sizes
        self._sheet = sheet
        self._panel = panel_px(link.url, sizes.qr_side) if link else 0
        words = [
            (label, STRONG, max(sheet.px(40), sizes.label)),
            (link.short if link else "", BODY_STRONG, sizes.label),
        ]
        self._lines: list[Block] = []
        self._gap = sizes.label * 0.5
        for text, style, largest in words:
            room = (max(width, self._panel), sizes.label * 2)
            block = sheet.fit(text, style, room, (largest, sizes.small_floor), lines=1, align="right") if text else None
            if block is not None and self.height_px + self._step(block) <= height:
                self._lines.append(block)
        self.address_lost = bool(link and link.short) and len(self._lines) < len(words)

    @property
    def there(self) -> bool:
        """Tell whether there is a code at all."""
        return bool(self._panel)

    @property
    def width_px(self) -> float:
        """How wide the panel and its words are."""
        return max([self._panel, *(line.width_px for line in self._lines)])

    @property
    def height_px(self) -> float:
        """From the panel's top to the last words."""
        return self._panel + sum(self._step(line) for line in self._lines)

    def _step(self, line: Block) -> float:
        return self._gap + line.height_px

    def draw(self, right: float, top: float, ink: str, soft: str) -> Box | None:
        """Draw it with its right upper corner there. Returns its box; None when there is nothing to draw."""
        link = self._sheet.card.link
        if link is None:
            return None
        bottom = self._sheet.qr(link.url, right, top, align="right").bottom
        for index, line in enumerate(self._lines):
            colour = soft if index or line.style == BODY_STRONG else ink
            bottom = self._sheet.place(line, right, bottom + self._gap, colour, "label").bottom
        if self.address_lost:
            self._sheet.drop("link")
        return Box(right - self.width_px, top, right, bottom)


class Aside(NamedTuple):
    """What the code leaves: where all else ends, and how much of the width it takes away."""

    follow: Follow | None
    low: float
    width: float


def aside(sheet: Sheet, label: str, low: float) -> Aside | None:
    """The code in the upper right corner, or where the card stands in a row of its own over `low`.

    Nothing is taken where the card has no link. None when the code finds no room.
    """
    link, safe, bar = sheet.card.link, sheet.safe, sheet.shape == "bar"
    if link is None:
        return Aside(None, low, 0)
    if sheet.shape == "portrait":
        return Aside(None, low - panel_px(link.url, sheet.sizes.qr_side) - sheet.px(48), 0)
    end = safe.bottom if bar else low  # on a bar the code stands beside the footer too
    follow = Follow(sheet, label, safe.width * 0.26, end - safe.top)
    if follow.height_px > end - safe.top:
        return None
    lift = sender_lift(sheet, safe.width - follow.width_px - sheet.px(48)) if bar else 0
    return Aside(follow, low - lift, follow.width_px + sheet.px(64))
