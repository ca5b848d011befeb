"""How the pairing card is laid out: six signs on tiles, where to type them; then the number to compare.

It belongs to no municipality yet, so it wears nobody's colours. A code that has lapsed is not shown any more: its
tiles stand empty until the next one comes.
"""

from typing import Literal, NamedTuple

from cards.codes import QUIET, module_px, modules, panel_px
from cards.errors import TitleTooLongError
from cards.fitting import Block
from cards.fonts import BODY, BODY_STRONG, STRONG
from cards.geometry import Box
from cards.kinds.pairing.facts import PairingFacts
from cards.kinds.pairing.tiles import Tiles, tiles_of
from cards.model import Card, Language
from cards.parts import chip, chip_height
from cards.sheet import Sheet
from cards.words import time_text

Where = Literal["corner", "aside", "under", ""]
"""Where the QR code stands: right of the sentences, right of everything, under everything, nowhere."""

_SHARES = (1.0, 0.85, 0.7, 0.55, 0.4)
"""How much of the height that the tiles would like they are given, where the sentences need the rest."""


class _Said(NamedTuple):
    """What stands on the card, by the pairing's state."""

    signs: str
    url: str
    strong: str
    scan: str
    plain: str
    note: str


class _Plan(NamedTuple):
    """One arrangement, measured and not yet drawn."""

    where: Where
    tiles: Tiles
    strong: Block
    plain: Block | None
    note: Block | None
    side: float

    @property
    def width_px(self) -> float:
        """How wide the sentences are."""
        return max(block.width_px for block in (self.strong, self.plain, self.note) if block is not None)


def draw(sheet: Sheet, card: Card, language: Language) -> None:
    """Draw the pairing card. Raises TitleTooLongError where not even the signs and the address find room."""
    facts = card.facts
    assert isinstance(facts, PairingFacts)
    sheet.holds_until(facts.expires)
    said = _said(sheet, facts, language)
    for where, plain in _wanted(sheet, said):
        plan = _plan(sheet, said, where, plain=plain)
        if plan is not None:
            _draw(sheet, said, plan)
            return
    raise TitleTooLongError(f"card {card.id} has no room for its code", screen=sheet.screen.name)


def _said(sheet: Sheet, facts: PairingFacts, language: Language) -> _Said:
    number = facts.check_number.replace(" ", "")
    if facts.expires <= sheet.now:
        return _Said(" " * len(facts.code), "", sheet.phrase("code_lapsed"), "", sheet.phrase("new_code_soon"), "")
    note = sheet.phrase("code_holds_until", time=time_text(sheet.local(facts.expires), language))
    if number:
        return _Said(number, "", sheet.phrase("same_number"), "", sheet.phrase("compare_number"), note)
    url = sheet.card.link.url if sheet.card.link else f"https://{facts.address}"
    go_to = sheet.phrase("go_to", address=facts.address)
    return _Said(facts.code, url, go_to, sheet.phrase("or_scan"), sheet.phrase("type_the_code"), note)


def _wanted(sheet: Sheet, said: _Said) -> tuple[tuple[Where, bool], ...]:
    """The arrangements in the order in which they are tried; the code's place, and whether the sentence stands."""
    if not said.url:
        return (("", True), ("", False))
    first: Where = {"landscape": "corner", "square": "corner", "portrait": "under", "bar": "aside"}[sheet.shape]  # type: ignore[assignment]
    second: Where = "aside" if sheet.shape == "landscape" else first
    return ((first, True), (second, True), (first, False), (second, False), ("", True), ("", False))


def _rows(sheet: Sheet, where: Where) -> int:
    return 2 if sheet.shape in ("portrait", "square") or (where == "aside" and sheet.shape == "landscape") else 1


def _top(sheet: Sheet) -> float:
    return sheet.safe.top + chip_height(sheet) + sheet.px(32 if sheet.shape != "bar" else 20)


def _note(sheet: Sheet, text: str, width: float) -> Block | None:
    """Until when the code holds: a label, which stands in the chip's line on a bar and at the foot elsewhere."""
    if not text:
        return None
    size, floor = max(sheet.px(38), sheet.sizes.small_floor), sheet.sizes.small_floor
    return sheet.fit(text, BODY_STRONG, (width, size * 3), (size, floor), lines=2, leading=1.15)


def _bottom(sheet: Sheet, note: Block | None) -> float:
    """Where the sentences must end."""
    if sheet.shape == "bar" or note is None:
        return sheet.safe.bottom
    return sheet.safe.bottom - note.height_px - sheet.px(44)


def _gap(sheet: Sheet) -> float:
    return sheet.px({"landscape": 64, "square": 52, "portrait": 72, "bar": 26}[sheet.shape])


def _plan(sheet: Sheet, said: _Said, where: Where, *, plain: bool) -> _Plan | None:
    """The arrangement with its tiles as large as its sentences allow; None where it does not fit."""
    safe, gap = sheet.safe, _gap(sheet)
    side = float(panel_px(said.url, sheet.sizes.qr_side)) if where else 0.0
    width = safe.width
    if where == "aside":
        side = _widest(sheet, said.url, min(safe.height, sheet.px(460)))
        width -= side + sheet.px(72)
        if side > safe.height or width < safe.width * 0.5:
            return None
    beside = width - side - sheet.px(64) if where == "corner" else width
    note = _note(sheet, said.note, beside)
    room = _bottom(sheet, note) - _top(sheet) - (side + gap if where == "under" else 0)
    wish: float = {"landscape": 320, "square": 320, "portrait": 640 if said.url else 800, "bar": 180}[sheet.shape]
    for share in _SHARES:
        wish = (
            sheet.px(640 if said.url else 800)
            if sheet.shape == "portrait"
            else sheet.px(320)
            if sheet.shape != "bar"
            else sheet.px(180)
        )
        tiles = tiles_of(sheet, said.signs, width, min(wish * share, room), _rows(sheet, where))
        if tiles is None:
            continue
        if where == "corner" and side > safe.bottom - _top(sheet) - tiles.height_px - sheet.px(40):
            continue
        told = _told(sheet, said, beside, room - tiles.height_px - gap, scan=bool(where), plain=plain)
        if told is not None:
            return _Plan(where, tiles, *told, note, side)
    return None


def _widest(sheet: Sheet, url: str, most: float) -> float:
    """The widest panel of the code that is at most `most`, but never less than the screen asks for."""
    across = modules(url) + 2 * QUIET
    return float(max(module_px(url, sheet.sizes.qr_side), int(most // across)) * across)


def _told(
    sheet: Sheet, said: _Said, width: float, height: float, *, scan: bool, plain: bool
) -> tuple[Block, Block | None] | None:
    """The two sentences within `width` and `height`; None where they do not fit."""
    sizes, waits = sheet.sizes, not said.scan
    design = {"landscape": 62, "square": 56, "portrait": 72, "bar": 58}[sheet.shape] * (2.1 if waits else 1)
    strong = f"{said.strong} {said.scan}" if scan else said.strong
    first = sheet.fit(
        strong,
        STRONG,
        (width if waits else min(width, sheet.px(1180)), height),
        (max(sheet.px(design), sizes.strong), sizes.body_floor),
        lines=4,
        leading=1.18,
    )
    if first is None or not plain:
        return None if first is None else (first, None)
    largest = max(sheet.px(design * (0.56 if waits else 0.92)), sizes.body)
    room = (
        min(width, sheet.px(1300 if waits or sheet.shape == "bar" else 980)),
        height - first.height_px - _between(sheet),
    )
    second = sheet.fit(said.plain, BODY, room, (largest, sizes.body_floor), lines=4, leading=1.22)
    return (first, second) if second is not None else None


def _between(sheet: Sheet) -> float:
    return sheet.px({"landscape": 40, "square": 32, "portrait": 48, "bar": 28}[sheet.shape])


def _draw(sheet: Sheet, said: _Said, plan: _Plan) -> None:
    colours, safe = sheet.colours, sheet.safe
    sheet.fill(sheet.all, colours.ground)
    head = chip(sheet, sheet.phrase("chip"), safe.left, safe.top)
    if plan.note is not None:
        _draw_note(sheet, plan.note, head, safe.right - (plan.side + sheet.px(72) if plan.where == "aside" else 0))
    y = plan.tiles.draw(sheet, safe.left, _top(sheet)) + _gap(sheet)
    under = y
    box = sheet.place(plan.strong, safe.left, y, colours.ink)
    y = box.bottom + _between(sheet)
    if plan.plain is not None:
        y = sheet.place(plan.plain, safe.left, y, colours.ink).bottom + _between(sheet)
    elif said.url:
        sheet.drop("body")
    if plan.where == "aside":
        side = plan.side
        sheet.qr(said.url, safe.right, safe.top + (safe.height - side) / 2, _inner(said.url, side), "right")
    elif plan.where == "corner":
        side = _widest(sheet, said.url, min(safe.bottom - under, sheet.px(440)))
        if plan.width_px + side + sheet.px(64) > safe.width:
            side = plan.side
        sheet.qr(said.url, safe.right, safe.bottom - side, _inner(said.url, side), "right")
    elif plan.where == "under":
        low = _bottom(sheet, plan.note)
        side = _widest(sheet, said.url, min(low - y - sheet.px(24), sheet.px(560)))
        sheet.qr(said.url, safe.left, low - side, _inner(said.url, side))
    elif said.url:
        sheet.drop("link")


def _draw_note(sheet: Sheet, note: Block, head: Box, right: float) -> None:
    """Until when the code holds. On a bar it stands in the chip's line, and is left out where that is full."""
    soft, aside = sheet.colours.soft, head.right + sheet.px(32)
    if sheet.shape != "bar":
        sheet.place(note, sheet.safe.left, sheet.safe.bottom - note.height_px, soft, "label")
    elif len(note.lines) == 1 and aside + note.width_px <= right:
        sheet.stand(note, aside, (head.top + head.bottom) / 2 + note.size_px * 0.33, soft, "label")
    else:
        sheet.drop("until")


def _inner(url: str, panel: float) -> float:
    """The width of the code itself in a panel of that width."""
    return panel * modules(url) / (modules(url) + 2 * QUIET)
