"""How a document is laid out: its page whole, what it is beside or under it, and a code that leads to all of it.

A page whose smallest letters cannot be read on the screen is never shown: a sheet with the code stands in its place.
What finds no room is left out in this order: the chip, the sentence, the day, which page it is, the code. A sheet too
small for the code leaves it, and the address is told in words.
"""

from typing import Final, NamedTuple

from cards.codes import panel_px
from cards.errors import TitleTooLongError
from cards.fonts import BODY_STRONG
from cards.geometry import Box
from cards.kinds.column import Ask, Told, best, foot_room
from cards.kinds.document.facts import DocumentFacts
from cards.kinds.document.page import letters, page_boxes
from cards.kinds.document.said import page_of
from cards.kinds.frame import whole_in
from cards.kinds.promise import written
from cards.model import Card, Language, PictureRef
from cards.parts import foot_top, footer
from cards.sheet import Sheet

_ORDER: Final = ("chip", "body", "day", "page", "link", "read", "address")
_A4: Final = PictureRef(sha256="0" * 64, width_px=210, height_px=297)
_WITHOUT_PAGE: Final = 6
"""How many texts the page is worth: more than all that may be left out."""


class Way(NamedTuple):
    """One way to divide the card: the page's place, or the sheet's where `shown` is False, and the words'."""

    page: Box
    words: Box
    shown: bool

    @property
    def lost(self) -> int:
        """What it costs to take it, in texts."""
        return 0 if self.shown else _WITHOUT_PAGE


def draw(sheet: Sheet, card: Card, language: Language) -> None:
    """Draw `card` on `sheet`. Raises TitleTooLongError."""
    facts, colours = card.facts, sheet.colours
    assert isinstance(facts, DocumentFacts)
    page = _page(sheet)
    readable = [way for way in _ways(sheet, page) if _read(sheet, facts, way)] if page else []
    sheets = [way._replace(shown=False) for way in _ways(sheet, _A4)]
    link = sheet.phrase("read") if card.link is not None else ""
    lead = sheet.phrase("too_small") if page is not None and link and not readable else link
    found = None
    for ways, instead in ((readable, ""), (sheets, lead)):
        coded = ways is readable
        ask = _ask(sheet, card, facts, language, instead=instead, coded=coded)
        found = best(sheet, [(way.words, way.lost) for way in ways], ask)
        if found is not None and not coded and not _code_px(sheet, ways[found[0]].page):
            ask = _ask(sheet, card, facts, language, instead=instead, coded=False, bare=True)
            found = best(sheet, [(way.words, way.lost) for way in ways], ask) or found
        if found is not None:
            way, words = ways[found[0]], found[1]
            break
    if found is None:
        raise TitleTooLongError(f"card {card.id} has no room for the document's title", screen=sheet.screen.name)
    sheet.fill(sheet.all, colours.ground)
    if not way.shown or page is None or whole_in(sheet, page, way.page) is None:
        _sheet_of_paper(sheet, way)
    if not way.shown and page is not None:
        sheet.drop("picture")
    words.draw(sheet)
    _foot(sheet, way)


def _page(sheet: Sheet) -> PictureRef | None:
    """The page; None where there is none. While only the layout is wanted its bytes are not asked for."""
    ref = sheet.card.picture
    return ref if ref is not None and (not sheet.paint or ref.sha256 in sheet.pictures) else None


def _read(sheet: Sheet, facts: DocumentFacts, way: Way) -> bool:
    """Tell whether the page can be read there, as far as anybody has measured it."""
    return facts.letter <= 0 or letters(sheet.screen, way.page, facts.letter).readable


def _ask(
    sheet: Sheet,
    card: Card,
    facts: DocumentFacts,
    language: Language,
    *,
    instead: str,
    coded: bool,
    bare: bool = False,
) -> Ask:
    """What the words are asked to say; `instead` leads from a sheet to the document itself.

    `bare`: the sheet is too small for the code, so that the address is told in words.
    """
    colours, text = sheet.colours, card.text(language)
    day = ""
    if facts.day is not None:
        day = sheet.phrase("dated", day=written(sheet.now.date(), facts.day, language))
    told = (
        Told("page", page_of(facts, language), BODY_STRONG, colours.ink),
        Told("day", day, ink=colours.soft),
        Told("body", text.body, ink=colours.ink, lines=4),
        Told("read", instead, BODY_STRONG, colours.accent, lines=4),
        Told("address", card.link.short if bare and card.link else "", BODY_STRONG, colours.ink, lines=1),
    )
    largest = sheet.px(112 if sheet.shape in ("landscape", "portrait") else 84)
    label = sheet.phrase("read")
    return Ask(sheet.phrase("chip"), text.title, told, _ORDER, largest, code_label=label, coded=coded)


def _ways(sheet: Sheet, page: PictureRef) -> list[Way]:
    safe, ways = sheet.safe, []
    for box in page_boxes(sheet.screen, page):
        if sheet.shape in ("portrait", "square"):
            low = foot_top(sheet) - sheet.px(36)
            ways.append(Way(box, Box(safe.left, box.bottom + sheet.px(56), safe.right, low), True))
        else:
            right = box.left - sheet.px(80)
            low = foot_room(sheet, right - safe.left) - sheet.px(24 if sheet.shape == "bar" else 48)
            ways.append(Way(box, Box(safe.left, safe.top, right, low), True))
    return [way for way in ways if way.words.width > 0 and way.words.height > 0]


def _sheet_of_paper(sheet: Sheet, way: Way) -> None:
    """A sheet with a folded corner; on it the code that leads to the document, or lines where there is none."""
    colours, box, link = sheet.colours, way.page, sheet.card.link
    fold, radius = _fold(box), sheet.px(16)
    sheet.fill(box, sheet.theme.qr[1], radius)
    corner = [(box.right - fold, box.top), (box.right + 1, box.top), (box.right + 1, box.top + fold)]
    sheet.polygon([(x, y - 1) for x, y in corner], colours.ground)
    sheet.polygon(
        [(box.right - fold, box.top), (box.right - fold, box.top + fold), (box.right, box.top + fold)],
        colours.extra["fold"],
    )
    if link is not None and not way.shown:
        wanted = _code_px(sheet, box)
        if wanted:
            side = panel_px(link.url, wanted)
            x, top = (box.left + box.right - side) / 2, (box.top + fold + box.bottom - side) / 2
            sheet.qr(link.url, x, top - fold * 0.2, wanted)
            return
        sheet.drop("link")
    _lines(sheet, box, fold)


def _code_px(sheet: Sheet, box: Box) -> float:
    """How large the code is on a sheet that fills `box`; 0 where it finds no room there, or there is none."""
    link, least = sheet.card.link, sheet.sizes.qr_side
    if link is None:
        return 0.0
    room = min(box.width, box.height - _fold(box))
    wished = (max(least, min(box.width * 0.62, sheet.px(400))), least)
    return next((side for side in wished if panel_px(link.url, side) <= room), 0.0)


def _fold(box: Box) -> float:
    """The side of the folded corner of a sheet that fills `box`."""
    return min(box.width, box.height) * 0.16


def _lines(sheet: Sheet, box: Box, fold: float) -> None:
    """Lines as of a text that is not told."""
    pad, step = box.width * 0.14, box.height * 0.075
    top = box.top + fold + step
    for number in range(int((box.bottom - pad - top) / step)):
        right = box.right - (pad if number % 4 != 3 else box.width * 0.45)
        line = Box(box.left + pad, top + number * step, right, top + number * step + step * 0.34)
        sheet.fill(line, sheet.colours.extra["line"], step * 0.17)


def _foot(sheet: Sheet, way: Way) -> None:
    if sheet.shape in ("portrait", "square"):
        footer(sheet)
    else:
        footer(sheet, left=sheet.safe.left, right=way.words.right, day=False)
