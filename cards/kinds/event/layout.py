"""How an event is laid out: text on paper, a scene or photograph beside it (above it where the screen stands).

What finds no room is left out in this order: the sentence, the picture's width, the sentence's place, the QR code. A
cancelled event keeps its card, with a band across; an exhibition says until when.
"""

from typing import Final, NamedTuple

from cards.codes import panel_px
from cards.colours import contrast, rgb
from cards.errors import TitleTooLongError
from cards.fitting import Block
from cards.fonts import HEADLINE, STRONG
from cards.geometry import Box
from cards.kinds.event.bar import draw_bar
from cards.kinds.event.facts import EventFacts
from cards.model import Card, Language
from cards.parts import (
    Stack,
    chip,
    chip_height,
    date_block,
    date_block_size,
    fewest_lines,
    foot_top,
    footer,
    headline,
    qr_panel,
    qr_row,
    stack,
)
from cards.sheet import Sheet
from cards.words import date_text, relative_day, sentence_case, span_text

_NO_TITLE: Final = Block((), HEADLINE, 0, 0, "left", 0, 0, 0, False)
_SHORT: Final = 13
"""A title of so few signs may be set larger than the design's largest."""
_VISIBLE: Final = 2.0


class Plan(NamedTuple):
    """One way to set the card: the column of text, the picture's box, and what stands in the column."""

    column: Box
    picture: Box | None
    title: Block
    facts: Stack
    block: bool
    code: bool
    full: bool


def draw(sheet: Sheet, card: Card, language: Language) -> None:
    """Draw the event. Raises TitleTooLongError."""
    facts = card.facts
    assert isinstance(facts, EventFacts)
    sheet.holds_until(facts.start)
    sheet.holds_until(facts.end)
    if sheet.shape == "bar":
        draw_bar(sheet, card, facts, when_of(sheet, facts, language), language)
        return
    plan = _plan(sheet, card, facts, language)
    if not plan.full:
        sheet.drop("body")
    sheet.fill(sheet.all, sheet.colours.ground)
    photo = False
    if plan.picture is not None:
        photo = sheet.picture(plan.picture, sheet.colours.scene)
        sheet.drift = photo
    _column(sheet, card, facts, plan)
    if plan.picture is not None:
        _over_picture(sheet, facts, plan.picture)


def _sentence(card: Card, facts: EventFacts, language: Language) -> str:
    """Price and body as one text; a price that the body tells is not told twice."""
    body = card.text(language).body
    price = facts.price.strip().rstrip(".")
    if not price or price.casefold() in body.casefold():
        return body
    return f"{sentence_case(price)}. {body}".strip()


def when_of(sheet: Sheet, facts: EventFacts, language: Language, *, dated: bool = False) -> str:
    """The time in words; with its day where no date block tells it (`dated`), or where the day has a name."""
    start, end = sheet.local(facts.start), sheet.local(facts.end) if facts.end else None
    if _running(sheet, facts):
        assert facts.until is not None
        last = date_text(sheet.local(facts.until).date(), language, weekday=False)
        return sentence_case(sheet.phrase("until_day", day=last))
    if facts.until is not None:
        last = date_text(sheet.local(facts.until).date(), language, weekday=False)
        return f"{span_text(start, None, language)}, {sheet.phrase('until_day', day=last)}"
    span = span_text(start, end, language)
    ahead = (start.date() - sheet.now.date()).days
    if dated and ahead not in (0, 1):
        return f"{sentence_case(date_text(start.date(), language))} {span}"
    if ahead in (0, 1):
        return f"{sentence_case(relative_day(sheet.now, start.date(), language))} {span}"
    return span


def _running(sheet: Sheet, facts: EventFacts) -> bool:
    """Tell whether it is an exhibition that has opened: then its first day says nothing any more."""
    return facts.until is not None and sheet.now >= facts.start


def _plan(sheet: Sheet, card: Card, facts: EventFacts, language: Language) -> Plan:
    """The first plan that gives the headline a good size, else the one with the largest headline."""
    good = max(sheet.sizes.headline_floor, sheet.sizes.headline * 0.6)
    found: list[Plan] = []
    for column, picture in _places(sheet):
        for told in (2, 4, 0):
            plan = _tried(sheet, card, facts, language, _Wish(column, picture, told))
            if plan is not None:
                if plan.title.size_px >= good:
                    return plan
                found.append(plan)
    if found:
        return max(found, key=lambda plan: (plan.title.size_px, plan.full))
    for block, code in ((True, True), (False, True), (False, False)):
        for column, picture in reversed(_places(sheet)):
            wish = _Wish(column, picture, 0, block, code, sheet.sizes.body_floor)
            plan = _tried(sheet, card, facts, language, wish)
            if plan is not None:
                if card.link is not None and not code:
                    sheet.drop("link")
                return plan
    raise TitleTooLongError(f"card {card.id} has no room for its title", screen=sheet.screen.name)


class _Wish(NamedTuple):
    """What a plan is asked to hold: `told` lines of body, a date block, a QR code, and the headline's floor."""

    column: Box
    picture: Box | None
    told: int
    block: bool = True
    code: bool = True
    floor: float = 0


def _places(sheet: Sheet) -> list[tuple[Box, Box | None]]:
    """Where text and picture may stand, the best first."""
    safe, wide, high = sheet.safe, sheet.width, sheet.height
    if sheet.shape == "landscape":
        shares = (0.573, 0.63, 0.69)
        beside = [
            (
                Box(safe.left, safe.top, round(wide * share) - sheet.px(64), safe.bottom),
                Box(round(wide * share), 0, wide, high),
            )
            for share in shares
        ]
        return [*beside, (safe, None)]
    splits: tuple[float, ...] = (0.427, 0.34, 0.26) if sheet.shape == "portrait" else (0.36, 0.28)
    below = [
        (
            Box(safe.left, round(high * share) + sheet.px(72), safe.right, safe.bottom),
            Box(0, 0, wide, round(high * share)),
        )
        for share in splits
    ]
    return [*below, (safe, None)]


def _tried(sheet: Sheet, card: Card, facts: EventFacts, language: Language, wish: _Wish) -> Plan | None:
    """The plan that holds what is wished, or None when something does not fit."""
    sizes, colours, column = sheet.sizes, sheet.colours, wish.column
    block = wish.block and not _running(sheet, facts)
    day = date_block_size(sheet, sheet.local(facts.start).date())
    width = column.width - (day.width + sheet.px(44) if block else 0)
    if wish.picture is None and sheet.shape == "landscape" and wish.code and card.link:
        width -= _code_px(sheet, card) + sheet.px(48)
    said = when_of(sheet, facts, language, dated=not block)
    when = sheet.fit(said, STRONG, (width, sheet.height), (sizes.strong, sizes.body_floor), lines=2, leading=1.15)
    place = fewest_lines(sheet, facts.place, width, lines=2)
    sentence = _sentence(card, facts, language)
    told = fewest_lines(sheet, sentence, width, lines=wish.told) if wish.told else None
    if when is None or (place is None and facts.place) or (wish.told and sentence and told is None):
        return None
    gap = sizes.body * 0.66
    stacked = stack((when, gap, colours.ink), (place, gap, colours.ink), (told, gap, colours.soft))
    plan = Plan(column, wish.picture, _NO_TITLE, stacked, block, wish.code, bool(told) or not sentence)
    room = _facts_top(sheet, card, facts, plan) - sheet.px(72) - _title_top(sheet, plan)
    text = card.text(language).title
    largest = sheet.px(230) if len(text) <= _SHORT else 0
    lines = 9 if wish.floor else 4
    title = headline(sheet, text, (column.width, room), floor=wish.floor, lines=lines, largest=largest)
    return None if title is None else plan._replace(title=title)


def _title_top(sheet: Sheet, plan: Plan) -> float:
    if plan.picture is not None and sheet.shape != "landscape":
        return plan.column.top
    return plan.column.top + chip_height(sheet) + sheet.px(56)


def _facts_height(sheet: Sheet, facts: EventFacts, plan: Plan) -> float:
    """What the facts take, with the date block and, without a picture to stand on, the QR code beside them."""
    day = date_block_size(sheet, sheet.local(facts.start).date())
    alone = plan.code and plan.picture is None and sheet.shape == "landscape"
    code = _code_px(sheet, sheet.card) if alone else 0
    return max(plan.facts.height_px, day.height if plan.block else 0, code)


def _facts_top(sheet: Sheet, card: Card, facts: EventFacts, plan: Plan) -> float:
    return _low(sheet, card, plan) - _facts_height(sheet, facts, plan)


def _low(sheet: Sheet, card: Card, plan: Plan) -> float:
    """Where the facts end: above the footer, and above the QR code where that stands between the two."""
    foot = foot_top(sheet) - sheet.px(56)
    if plan.code and card.link is not None and sheet.shape != "landscape":
        return foot + sheet.px(20) - _code_px(sheet, card) - sheet.px(44)
    return foot


def _code_px(sheet: Sheet, card: Card) -> float:
    return panel_px(card.link.url, sheet.sizes.qr_side) if card.link else 0


def _column(sheet: Sheet, card: Card, facts: EventFacts, plan: Plan) -> None:
    """Chip, headline, facts, QR code and footer."""
    colours, column, words = sheet.colours, plan.column, sheet.words
    sort = sheet.phrase("chip_cancelled" if facts.cancelled else "chip_exhibition" if facts.until else "chip")
    chip(sheet, sort, sheet.safe.left, sheet.safe.top, *_chip_colours(sheet))
    top, facts_top, high = (
        _title_top(sheet, plan),
        _facts_top(sheet, card, facts, plan),
        _facts_height(sheet, facts, plan),
    )
    free = facts_top - sheet.px(72) - top - plan.title.height_px
    sheet.place(plan.title, column.left, top + min(free * 0.4, sheet.px(72)), colours.ink, "headline")
    x = column.left
    if plan.block:
        first = sheet.local(facts.start).date()
        day = date_block_size(sheet, first)
        date_block(sheet, x, facts_top + (high - day.height) / 2, first)
        x += day.width + sheet.px(44)
    plan.facts.draw(sheet, x, facts_top + (high - plan.facts.height_px) / 2)
    if plan.code and card.link is not None:
        if sheet.shape != "landscape":
            qr_row(sheet, column.left, facts_top + high + sheet.px(44), column.width, soft=colours.panel_soft)
        elif plan.picture is None:
            sheet.qr(card.link.url, column.right, facts_top + high - _code_px(sheet, card), align="right")
    beside = plan.picture is not None and sheet.shape == "landscape"
    partner = words.in_cooperation_with.format(partner=card.partner) if card.partner else None
    footer(sheet, right=column.right if beside else None, place=partner, day=not beside, clock=not beside)


def _chip_colours(sheet: Sheet) -> tuple[str, str]:
    """The chip's ground and ink; the other way round where the picture under it is as dark as the chip."""
    colours = sheet.colours
    if sheet.paint:
        under = sheet.ground_at(Box(sheet.safe.left, sheet.safe.top, sheet.safe.left + 2, sheet.safe.top + 2))
        if contrast(under, rgb(colours.chip)) < _VISIBLE:
            return colours.chip_ink, colours.chip
    return colours.chip, colours.chip_ink


def _over_picture(sheet: Sheet, facts: EventFacts, picture: Box) -> None:
    """The QR code, and the band of a cancelled event."""
    low = picture.bottom
    if sheet.shape == "landscape":
        panel = qr_panel(sheet, sheet.safe.right, sheet.height - sheet.sizes.margin_x, picture.width - 2 * sheet.px(64))
        low = panel.top if panel else low
    if not facts.cancelled:
        return
    room = (picture.width - sheet.px(80), sheet.sizes.headline)
    word = sheet.fit(
        sheet.phrase("chip_cancelled"), HEADLINE, room, (sheet.sizes.headline, sheet.sizes.body_floor), lines=1
    )
    if word is None:
        return
    middle = picture.top + (low - picture.top) * (0.5 if sheet.shape == "landscape" else 0.62)
    half = word.size_px * 0.85
    sheet.fill(Box(picture.left, middle - half, picture.right, middle + half), sheet.colours.ink)
    sheet.place(
        word._replace(align="center"),
        (picture.left + picture.right) / 2,
        middle - word.height_px / 2,
        sheet.colours.ground,
        "headline",
    )
