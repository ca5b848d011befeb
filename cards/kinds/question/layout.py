"""How a question is laid out: a large bubble that asks, and a large code to answer by.

A count so far, never results: they bias. What finds no room is left out in this order: the promise, the sentence, the
count, the choices or the scale, the last day. The code always stands.
"""

from collections.abc import Iterator
from typing import NamedTuple

from cards.codes import panel_px
from cards.errors import TitleTooLongError
from cards.fitting import Block
from cards.fonts import BODY_STRONG, STRONG
from cards.geometry import Box
from cards.kinds.question.facts import QuestionFacts
from cards.kinds.question.offer import Offer, offer_of
from cards.model import Card, Language
from cards.parts import Stack, chip, chip_height, fewest_lines, foot_top, footer, headline, stack
from cards.sheet import Sheet
from cards.words import date_text


def draw(sheet: Sheet, card: Card, language: Language) -> None:
    """Draw the question. Raises TitleTooLongError."""
    facts = card.facts
    assert isinstance(facts, QuestionFacts)
    colours, safe = sheet.colours, sheet.safe
    sheet.fill(sheet.all, colours.ground)
    tight = sheet.shape == "bar"
    low = foot_top(sheet) - sheet.px({"bar": 24, "square": 28}.get(sheet.shape, 40))
    tail = _tail(sheet)
    code = _code(sheet, card)
    if sheet.shape in ("landscape", "bar") or not code:
        gap = sheet.px(96 if not tight else 56)
        right = safe.right - (max(code, _beside_px(sheet)) + gap if code else 0)
        bubble = Box(safe.left, safe.top, right, low - tail)
    else:
        bubble = Box(
            safe.left, safe.top, safe.right, low - code - sheet.px(24 if sheet.shape == "square" else 64) - tail
        )
    _bubble(sheet, card, facts, language, bubble)
    if code and card.link is not None:
        if sheet.shape in ("landscape", "bar"):
            _beside(sheet, card, safe.right, low if not tight else safe.bottom - sheet.sizes.body * 0.25, code)
        else:
            at = sheet.qr(card.link.url, safe.left, low - code, _side(sheet))
            _told(sheet, card, at.right + sheet.px(48), safe.right, Box(0, at.top, 0, at.bottom))
    footer(sheet, ink=colours.soft, soft=colours.soft, right=bubble.right if tight and code else None)


def _tail(sheet: Sheet) -> float:
    """How far the bubble's tail hangs down."""
    return sheet.px({"bar": 40, "square": 48}.get(sheet.shape, 88))


def _side(sheet: Sheet) -> float:
    """The code's own side: the size for scanning, smaller only where the screen is low."""
    share = 0.22 if sheet.shape == "square" else 0.37
    return min(sheet.px(400), sheet.height * share, sheet.width * share)


def _code(sheet: Sheet, card: Card) -> float:
    return panel_px(card.link.url, max(_side(sheet), sheet.sizes.qr_side)) if card.link else 0.0


def _beside_px(sheet: Sheet) -> float:
    """How wide the column with the code is at least, so that its words find room."""
    if sheet.shape == "bar":
        return 0
    return sheet.width_of(sheet.phrase("answer_with_phone"), STRONG, sheet.sizes.body_floor)


def _beside(sheet: Sheet, card: Card, right: float, low: float, code: float) -> None:
    """The code at the top of its column, and under it how to use it."""
    assert card.link is not None
    left = right - max(code, _beside_px(sheet))
    high = code + _words(sheet, card, right - left, sheet.height).height_px + sheet.px(44)
    spare = low - sheet.safe.top - high
    top = sheet.safe.top + (sheet.px(20) if spare > sheet.px(40) else 0)
    if top + code > sheet.safe.bottom:  # a code that is as high as the card stands in its middle
        top = (sheet.height - code) / 2
    at = sheet.qr(card.link.url, left, top, _side(sheet))
    _told(sheet, card, left, right, Box(left, at.bottom + sheet.px(44), right, low))


def _words(sheet: Sheet, card: Card, width: float, height: float) -> Stack:
    colours, sizes = sheet.colours, sheet.sizes
    size = (max(sheet.px(52), sizes.body), sizes.body_floor)
    first = sheet.fit(sheet.phrase("answer_with_phone"), STRONG, (width, height), size, lines=2, leading=1.15)
    second = fewest_lines(sheet, sheet.phrase("under_a_minute"), width, lines=2)
    short = card.link.short if card.link else ""
    address = (
        sheet.fit(short, BODY_STRONG, (width, height), (sizes.body, sizes.small_floor), lines=1) if short else None
    )
    gap = sizes.label * 0.72
    if first is None:
        return stack((address, gap, colours.accent))
    full = stack((first, gap, colours.ink), (second, gap, colours.soft), (address, gap * 1.3, colours.accent))
    if full.height_px <= height:
        return full
    less = stack((first, gap, colours.ink), (address, gap, colours.accent))
    if less.height_px <= height:
        return less
    return stack((address, gap, colours.accent))


def _told(sheet: Sheet, card: Card, left: float, right: float, box: Box) -> None:
    """How to answer, in the height of `box`: from its top beside a bubble, in its middle beside a code."""
    told = _words(sheet, card, right - left, box.height)
    if not told.blocks or told.height_px > box.height:
        return
    middle = sheet.shape in ("portrait", "square")
    told.draw(sheet, left, box.top + ((box.height - told.height_px) / 2 if middle else 0))


class Wish(NamedTuple):
    """What the bubble is asked to hold besides the headline, and how small that may be."""

    offer: Offer | None
    said: str
    noted: str
    floor: float


class Plan(NamedTuple):
    """The bubble's words as they are set."""

    title: Block
    told: Block | None
    offer: Offer | None
    note: Block | None


def _bubble(sheet: Sheet, card: Card, facts: QuestionFacts, language: Language, box: Box) -> None:
    """The question, what it offers, and until when. Raises TitleTooLongError."""
    colours, bar = sheet.colours, sheet.shape == "bar"
    sheet.bubble(box, colours.panel, "left", sheet.px(56), deep=_tail(sheet) if not bar else sheet.px(36))
    inner = box.inset(sheet.px({"bar": 36, "square": 44}.get(sheet.shape, 64)))
    head = sheet.px({"bar": 20, "square": 30}.get(sheet.shape, 60))
    text, gap = card.text(language), _gap(sheet)
    chipped = sheet.width_of(sheet.phrase("chip"), STRONG, sheet.sizes.label) + sheet.sizes.label * 1.8 <= inner.width
    for chip_low in (True, False) if bar and chipped else (False,):
        top = inner.top + (0 if chip_low or not chipped else chip_height(sheet) + head)
        for wish in _wishes(sheet, facts, text.body, inner.width):
            plan = _tried(sheet, facts, wish, text.title, (inner.width, inner.bottom - top), chip_low=chip_low)
            if plan is None:
                continue
            if chip_low:
                chip(sheet, sheet.phrase("chip"), inner.right, inner.bottom - chip_height(sheet), right=True)
            elif chipped:
                chip(sheet, sheet.phrase("chip"), inner.left, inner.top)
            _set(sheet, plan, inner._replace(top=top), gap)
            for field, value, there in (("body", text.body, wish.said), ("options", _offers(facts), wish.offer)):
                if value and not there:
                    sheet.drop(field)
            return
    raise TitleTooLongError(f"card {card.id} has no room for its title", screen=sheet.screen.name)


def _offers(facts: QuestionFacts) -> bool:
    return bool(facts.options) or facts.scale is not None


def _gap(sheet: Sheet) -> float:
    return sheet.px({"bar": 18, "square": 30}.get(sheet.shape, 44))


def _wishes(sheet: Sheet, facts: QuestionFacts, body: str, width: float) -> Iterator[Wish]:
    """What to try, the fullest first. What is offered is part of the question: it outlives the sentence."""
    sizes, language = sheet.sizes, sheet.language
    by = sheet.phrase("answer_by", day=date_text(facts.answer_by, language, weekday=False)) + "."
    count = sheet.phrase("answers_so_far", count=facts.answers_so_far) + ". " if facts.answers_so_far else ""
    offer = offer_of(sheet, facts, width)
    for offered in (offer, None) if offer is not None else (None,):
        for noted in (f"{count}{by}", by) if count else (by,):
            for said in (body, "") if body else ("",):
                yield Wish(offered, said, noted, sizes.headline_floor)
    if sheet.shape == "square":  # beside the code the question itself is worth more than its last day
        yield Wish(None, "", "", sizes.headline_floor)
    yield Wish(None, "", by, sizes.body_floor)
    yield Wish(None, "", "", sizes.body_floor)


def _tried(
    sheet: Sheet, facts: QuestionFacts, wish: Wish, text: str, room: tuple[float, float], *, chip_low: bool
) -> Plan | None:
    """The wish as it is set in `room`; None when it does not fit. `chip_low`: the chip stands beside the note."""
    (width, high), gap = room, _gap(sheet)
    promise = ""
    if facts.reply_promised is not None:
        day = date_text(facts.reply_promised, sheet.language, weekday=False)
        promise = sheet.phrase("reply_promised", day=day) + "."
    beside = sheet.width_of(sheet.phrase("chip"), STRONG, sheet.sizes.label) + sheet.px(120) if chip_low else 0
    note = _note(sheet, wish.noted, promise, width - beside, lines=1 if chip_low else 2)
    told = fewest_lines(sheet, wish.said, width, lines=2) if wish.said else None
    if (wish.noted and note is None) or (wish.said and told is None):
        return None
    low = max(note.height_px if note else 0, chip_height(sheet) if chip_low else 0)
    taken = low + gap if low else 0.0
    taken += (wish.offer.height_px(sheet) + gap if wish.offer else 0) + (told.height_px + gap if told else 0)
    lines = 9 if wish.floor < sheet.sizes.headline_floor else 4
    largest = max(sheet.px(132), sheet.sizes.headline_floor)
    title = headline(sheet, text, (width, high - taken), lines=lines, floor=wish.floor, largest=largest)
    return None if title is None else Plan(title, told, wish.offer, note)


def _set(sheet: Sheet, plan: Plan, box: Box, gap: float) -> None:
    """Headline and sentence from the top, the note at the foot, what is offered over it."""
    colours, low = sheet.colours, box.bottom
    end = sheet.place(plan.title, box.left, box.top, colours.panel_ink, "headline").bottom
    if plan.told is not None:
        end = sheet.place(plan.told, box.left, end + gap, colours.panel_ink).bottom
    if plan.note is not None:
        chip_px = chip_height(sheet) if sheet.shape == "bar" and len(plan.note.lines) == 1 else 0.0
        down = max(0.0, (chip_px - plan.note.height_px) / 2)
        sheet.place(plan.note, box.left, low - down - plan.note.height_px, colours.panel_soft)
        low -= max(plan.note.height_px, chip_px) + gap
    if plan.offer is not None:
        high = plan.offer.height_px(sheet)
        spare = low - high - (end + gap)
        plan.offer.draw(sheet, box.left, low - high - max(0.0, spare) * 0.5)


def _note(sheet: Sheet, note: str, promise: str, width: float, *, lines: int) -> Block | None:
    """How many have answered and until when; with the promise where both stand on two lines."""
    if not note:
        return None
    for said in (f"{note} {promise}", note):
        block = fewest_lines(
            sheet,
            said.strip(),
            width,
            lines=lines,
            style=BODY_STRONG,
            largest=max(sheet.px(42), sheet.sizes.small_floor),
            floor=sheet.sizes.small_floor,
        )
        if block is not None:
            return block
    return None
