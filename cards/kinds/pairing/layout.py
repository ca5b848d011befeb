"""How the pairing card is laid out: six signs on tiles, where to type them; then the number to compare.

It belongs to no municipality yet, so it wears nobody's colours.
"""

from cards.codes import panel_px
from cards.fonts import BODY_STRONG, HEADLINE, STRONG
from cards.geometry import Box
from cards.kinds.pairing.facts import PairingFacts
from cards.model import Card, Language
from cards.parts import body_lines, chip
from cards.sheet import Sheet
from cards.words import time_text


def draw(sheet: Sheet, card: Card, language: Language) -> None:
    """Draw the pairing card."""
    facts = card.facts
    assert isinstance(facts, PairingFacts)
    sheet.holds_until(facts.expires)
    colours, safe = sheet.colours, sheet.safe
    sheet.fill(sheet.all, colours.ground)
    low = sheet.shape == "bar"
    head = chip(sheet, sheet.phrase("chip"), safe.left, safe.top)
    signs = facts.check_number.replace(" ", "") or facts.code
    half = len(signs) // 2
    top = head.bottom + sheet.px(32 if not low else 20)
    bottom = _tiles(sheet, signs, half, top)
    base = safe.bottom - sheet.sizes.label * 0.3
    said = sheet.phrase("code_holds_until", time=time_text(sheet.local(facts.expires), language))
    note = sheet.line(
        said, BODY_STRONG, max(sheet.px(38), sheet.sizes.small_floor), safe.left, base, colours.soft, role="label"
    )
    box = Box(safe.left, bottom + sheet.px(64 if not low else 24), safe.right, note.top - sheet.px(32))
    _told(sheet, facts, box, safe.bottom, code=not facts.check_number)


def _tiles(sheet: Sheet, signs: str, half: int, top: float) -> float:
    """The signs on their tiles, with a wider gap in the middle, or in two rows. Returns where the tiles end."""
    colours, safe = sheet.colours, sheet.safe
    gap, middle = sheet.px(16), sheet.px(56)
    rows = 2 if sheet.shape in ("portrait", "square") else 1
    count = half if rows == 2 else len(signs)
    wide = (safe.width - gap * (count - 1) - (middle - gap if rows == 1 else 0)) / count
    share = {"landscape": 0.42, "bar": 0.5, "portrait": 0.46, "square": 0.44}[sheet.shape]
    high = min(wide * 1.2, sheet.px(320), (safe.bottom - top) * share / rows)
    wide = wide if rows == 2 else min(wide, high)
    size = min(high * 0.8, wide * 0.94)
    for index, sign in enumerate(signs):
        row, place = divmod(index, count)
        x = safe.left + place * (wide + gap) + (middle - gap if rows == 1 and index >= half else 0)
        y = top + row * (high + gap)
        sheet.fill(Box(x, y, x + wide, y + high), colours.panel, sheet.px(24))
        block = sheet.one_line(sign, HEADLINE, size, "center")
        sheet.stand(block, x + wide / 2, y + high / 2 + size * 0.34, colours.panel_ink, "sign")
    return top + rows * high + (rows - 1) * gap


def _told(sheet: Sheet, facts: PairingFacts, box: Box, bottom: float, *, code: bool) -> None:
    """What to do with the signs; beside it the same address as a QR code."""
    colours, sizes, link = sheet.colours, sheet.sizes, sheet.card.link
    url = link.url if link else f"https://{facts.address}"
    side = 0.0
    beside = sheet.shape in ("landscape", "bar", "square")
    if code and beside:
        wanted = min(sheet.px(300), (bottom - box.top) * 0.75)
        side = panel_px(url, max(wanted, sizes.qr_side))
        if side <= bottom - box.top + sheet.px(8):
            sheet.qr(url, box.right, bottom - side, wanted, "right")
        else:
            side = 0.0
    width = box.width - (side + sheet.px(64) if beside and side else 0)
    if code:
        strong = f"{sheet.phrase('go_to', address=facts.address)} {sheet.phrase('or_scan')}"
        plain = sheet.phrase("type_the_code")
    else:
        strong, plain = sheet.phrase("same_number"), sheet.phrase("compare_number")
    y = box.top
    size = max(sheet.px(62), sizes.strong)
    first = sheet.fit(strong, STRONG, (width, box.height), (size, sizes.body_floor), lines=3, leading=1.18)
    if first is not None:
        y = sheet.place(first, box.left, y, colours.ink).bottom + sheet.px(48 if sheet.shape != "bar" else 24)
    second = body_lines(sheet, plain, width, sheet.height, lines=4, largest=max(sheet.px(58), sizes.body))
    if second is not None and y + second.height_px <= box.bottom:
        y = sheet.place(second, box.left, y, colours.ink).bottom + sheet.px(56)
    for wanted in (sheet.px(400), sheet.px(300), 0.0) if code and not beside else ():
        if y + panel_px(url, max(wanted, sizes.qr_side)) <= box.bottom:
            sheet.qr(url, box.left, y, wanted)
            break
