"""Who it is: their photograph, or their initials on a disc with a small bubble beside it."""

from cards.fonts import HEADLINE
from cards.geometry import Box
from cards.kinds.contact.facts import ContactFacts
from cards.kinds.signs import sign_bubble
from cards.sheet import Sheet


def portrait(sheet: Sheet, facts: ContactFacts, box: Box) -> None:
    """Fill `box` with the person."""
    if sheet.photo(box):
        return
    extra = sheet.colours.extra
    left = max(box.left, sheet.safe.left)
    radius = min((box.right - left) * 0.4, box.height * 0.34)
    x, y = left + (box.right - left) * 0.45, box.top + box.height * 0.54
    sheet.disc(x, y, radius, extra["disc"])
    if facts.initials:
        size = radius * (0.92 if len(facts.initials) > 1 else 1.1)
        block = sheet.one_line(facts.initials, HEADLINE, size, "center")
        sheet.place(block, x, y - block.height_px / 2, extra["disc_ink"], "sign")
    wide = radius * 0.72
    sign_bubble(sheet, x + radius * 0.56, y - radius * 1.22, wide, "dots", extra["lively"], extra["lively_ink"])
