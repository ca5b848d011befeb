"""The municipality's logo on a card: in its corner, or before the sender, where there is room.

A logo may be of any colours and let its ground shine through; it gets a plate only where it would be lost. What it
takes is the same with and without one, so that a layout does not depend on the picture behind it.
"""

from cards.geometry import Box
from cards.logo import plate_for, uploaded_logo
from cards.sheet import Sheet
from cards.themes.painting import text_of

_PAD = 0.12
"""Of a plate, of its shorter side."""


def logo_size(sheet: Sheet, width: float, height: float) -> tuple[float, float]:
    """How large the theme's logo stands in a box of this size; nothing where there is none."""
    own = sheet.theme.logo
    image = uploaded_logo(own.png, round(width), round(height)) if own and own.png else None
    return (float(image.width), float(image.height)) if image else (0.0, 0.0)


def logo(sheet: Sheet, box: Box) -> None:
    """Draw the theme's logo in `box`, which `logo_size` measured."""
    own = sheet.theme.logo
    if own is None or not sheet.paint:
        return
    image = uploaded_logo(own.png, round(box.width), round(box.height))
    if image is None:
        return
    plate = plate_for(image, text_of(sheet.ground_at(box)))
    if not plate:
        sheet.paste(image, box)
        return
    pad = max(2, round(min(image.size) * _PAD))
    sheet.fill(box, plate, sheet.px(10))
    small = uploaded_logo(own.png, image.width - 2 * pad, image.height - 2 * pad)
    if small is not None:
        left, top = box.left + (box.width - small.width) / 2, box.top + (box.height - small.height) / 2
        sheet.paste(small, Box(left, top, left + small.width, top + small.height))


def foot_logo(sheet: Sheet, x: float, baseline: float, room: float) -> float:
    """Draw the logo before a footer's sender where `room` is left for it. Returns how far the sender moves for it."""
    size = sheet.sizes.label
    wide, high = logo_size(sheet, size * 4, size * 1.5)
    if not wide or wide + size * 0.5 > room:
        return 0.0
    top = min(baseline - size * 0.36 - high / 2, sheet.safe.bottom - high)
    logo(sheet, Box(x, top, x + wide, top + high))
    return wide + size * 0.5
