"""An event on a stretched bar: three fields side by side, composed for two lines of headline.

What finds no room is left out in this order: the sentence, the QR code, the scene, the place.
"""

from typing import NamedTuple

from cards.codes import panel_px
from cards.errors import TitleTooLongError
from cards.fitting import Block
from cards.fonts import BODY, BODY_STRONG, HEADLINE, STRONG
from cards.geometry import Box
from cards.kinds.event import poster
from cards.kinds.event.facts import EventFacts
from cards.kinds.event.occasions import occasion
from cards.kinds.event.when import also_of, chip_of, place_of, running, sentences_of, when_of
from cards.model import Card, Language
from cards.parts import chip, chip_height, headline, qr_panel, qr_panel_size
from cards.sheet import Sheet
from cards.words import month_name, short_day


class Words(NamedTuple):
    """What stands in the middle field, as it is set."""

    title: Block
    when: Block
    place: Block | None
    told: Block | None
    sender: Block | None
    chip: str
    top: float


def draw_bar(sheet: Sheet, card: Card, facts: EventFacts, language: Language, *, shown_whole: bool) -> None:
    """A stretched bar: date column, text and scene side by side; the column does the chip's work."""
    colours, safe = sheet.colours, sheet.safe
    dated = not running(sheet, facts)
    left = safe.left
    sheet.fill(sheet.all, colours.ground)
    if dated:
        left = _column(sheet, facts, language) + sheet.px(64)
    for share in (0.696, 0.78, 1.0):
        box = Box(left, safe.top, min(sheet.width * share - sheet.px(56), safe.right), safe.bottom)
        whole = poster.beside(sheet, 1 - share) if shown_whole and share < 1 else None
        if whole is not None:
            box = box._replace(right=whole.left - sheet.px(56))
        for floor, lines, told in (
            (sheet.sizes.headline_floor, 2, True),
            (sheet.sizes.headline_floor, 2, False),
            (sheet.sizes.body_floor, 4, False),
        ):
            words = _words(sheet, card, facts, language, box, (floor, lines), told=told, dated=dated)
            if words is None or (floor < sheet.sizes.headline_floor and share < 1):
                continue
            if card.text(language).body.strip() and not told:
                sheet.drop("body")
            _picture(sheet, card, share, whole)
            _set(sheet, facts, words, box)
            return
    raise TitleTooLongError(f"card {card.id} has no room for its title", screen=sheet.screen.name)


def _column(sheet: Sheet, facts: EventFacts, language: Language) -> float:
    """The day in its column at the left. Returns where the column ends. The month gives way on a far bar."""
    colours, sizes, safe = sheet.colours, sheet.sizes, sheet.safe
    day = occasion(facts, sheet.now).start.date()
    label = max(sizes.small_floor, min(sizes.label * 1.25, safe.height / 7))
    number = min(label * 3.8, (safe.height - label * 2.5) / 0.72)
    told = number >= label * 1.5
    if not told:
        number = min(label * 3.8, (safe.height - label * 1.2) / 0.72)
        sheet.drop("month")
    name = sheet.one_line(short_day(day, language).upper(), STRONG, label, "center")
    figure = sheet.one_line(str(day.day), HEADLINE, number, "center")
    wide = max(sheet.px(304), 2 * safe.left + max(name.width_px, figure.width_px))
    month = sheet.one_line(month_name(day, language), BODY_STRONG, label, "center")
    if month.width_px > wide - 2 * safe.left:
        month = sheet.one_line(month_name(day, language, short=True), BODY_STRONG, max(sizes.small_floor, label * 0.9))
    blocks = [(name, colours.extra["column_day"]), (figure, colours.extra["column_ink"])]
    if told:
        wide = max(wide, 2 * safe.left + month.width_px)
        blocks.append((month._replace(align="center"), colours.extra["column_ink"]))
    column = round(wide)
    sheet.fill(Box(0, 0, column, sheet.height), colours.extra["column"])
    high = sum(block.height_px for block, _ in blocks)
    gap = min(label * 0.92, (safe.height - high) / max(1, len(blocks) - 1))
    top = safe.top + (safe.height - high - gap * (len(blocks) - 1)) / 2
    for block, ink in blocks:
        sheet.place(block, column / 2, top, ink, "label" if block is not figure else "text")
        top += block.height_px + gap
    return column


def _picture(sheet: Sheet, card: Card, share: float, whole: Box | None) -> None:
    """The scene, photograph or poster at the right, with the QR code where that has room on it."""
    code = False
    if whole is not None:
        sheet.contained(whole)
    elif share < 1:
        at = Box(round(sheet.width * share), 0, sheet.width, sheet.height)
        sheet.drift = sheet.picture(at, sheet.colours.scene)
        room = at.width - sheet.px(48) - (sheet.width - sheet.safe.right)
        code = _code(sheet, card, room)
    if card.link is not None and not code:
        sheet.drop("link")


def _code(sheet: Sheet, card: Card, room: float) -> bool:
    """The QR code with its words on the scene, or alone where they find no room. Tells whether it stands."""
    if card.link is None:
        return False
    wide, high = qr_panel_size(sheet, room)
    if wide <= room and high <= sheet.safe.height:
        qr_panel(sheet, sheet.safe.right, sheet.safe.bottom, room)
        return True
    side = panel_px(card.link.url, sheet.sizes.qr_side)
    if side > min(room, sheet.safe.height):
        return False
    sheet.qr(card.link.url, sheet.safe.right, sheet.safe.bottom - side, align="right")
    return True


def _words(
    sheet: Sheet,
    card: Card,
    facts: EventFacts,
    language: Language,
    box: Box,
    title_as: tuple[float, int],
    *,
    told: bool,
    dated: bool,
) -> Words | None:
    """Headline (at least `title_as` large, on so many lines), when and where, and who. None when it does not fit."""
    sizes = sheet.sizes
    size = (sizes.strong, sizes.body_floor)
    when = sheet.fit(when_of(sheet, facts, language), STRONG, (box.width, box.height), size, lines=1)
    if when is None:
        return None
    room = (box.width - when.width_px - sheet.px(32), box.height)
    place = sheet.fit(place_of(sheet, facts, language), BODY, room, size, lines=1)
    sender = sheet.fit(card.sender, STRONG, (box.width, box.height), (sizes.label, sizes.small_floor), lines=1)
    whole, short = sentences_of(card, facts, language)
    said = f"{also_of(sheet, facts, language)}. {whole if told else short}".strip(". ") if told or short else ""
    body = sheet.fit(said, BODY, (box.width, box.height), (sizes.body, sizes.body_floor), lines=1) if said else None
    if told and said and body is None:
        return None
    marked = facts.cancelled or facts.sold_out or not dated
    top = box.top + (chip_height(sheet) + sheet.px(20) if marked else 0)
    below = _under(sheet, sender, body, when, place) + (_above_sender(sheet, sender, body or when) if sender else 0)
    below += body.size_px * 1.4 if body else 0
    below += when.size_px * 0.75 + sheet.px(40)
    title = headline(
        sheet, card.text(language).title, (box.width, box.bottom - below - top), lines=title_as[1], floor=title_as[0]
    )
    if title is None:
        return None
    return Words(title, when, place, body, sender, sheet.phrase(chip_of(facts)) if marked else "", top)


def _under(sheet: Sheet, sender: Block | None, told: Block | None, when: Block, place: Block | None) -> float:
    """How far the last baseline stands above the field's end: what hangs under it stays inside."""
    lowest = [block for block in (sender or told or when, None if sender or told else place) if block is not None]
    return max(sheet.sizes.label * 0.25, *(block.descent_px for block in lowest))


def _above_sender(sheet: Sheet, sender: Block, over: Block) -> float:
    """How far over the sender's baseline the next one stands: clear of what hangs under it."""
    return max(sheet.sizes.label * 1.5, sender.ascent_px + over.descent_px + sheet.px(12))


def _set(sheet: Sheet, facts: EventFacts, words: Words, box: Box) -> None:
    """Draw the middle field: the headline from its top, the facts from its foot."""
    colours, sizes = sheet.colours, sheet.sizes
    if words.chip:
        struck = facts.cancelled or facts.sold_out
        pair = (colours.accent, colours.accent_ink) if struck else (colours.chip, colours.chip_ink)
        chip(sheet, words.chip, box.left, box.top, *pair)
    sheet.place(words.title, box.left, words.top, colours.ink, "headline")
    base = low = box.bottom - _under(sheet, words.sender, words.told, words.when, words.place)
    end, over = box.left, words.told or words.when
    if words.sender is not None:
        end = sheet.stand(words.sender, box.left, base, colours.ink, "label").right + sheet.px(32)
        base -= _above_sender(sheet, words.sender, over)
    if words.told is not None:
        sheet.stand(words.told, box.left, base, colours.soft)
        base -= words.told.size_px * 1.4
    since = len(sheet.marks)
    at = sheet.stand(words.when, box.left, base, colours.ink)
    if facts.cancelled:
        sheet.strike(sheet.marks[since:], colours.accent)
    if words.place is not None:
        sheet.stand(words.place, at.right + sheet.px(32), base, colours.ink)
        return
    room = (box.right - end, box.height)
    place = sheet.fit(facts.place, BODY, room, (sizes.label, sizes.small_floor), lines=1) if words.sender else None
    if place is not None:
        sheet.stand(place, end, low, colours.soft, "label")
    elif facts.place:
        sheet.drop("place")
