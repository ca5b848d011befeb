"""How an answer is laid out: what was asked in a white bubble, what is answered in a green one, larger."""

from typing import Final, NamedTuple

from cards.errors import TitleTooLongError
from cards.fitting import Block
from cards.fonts import BODY, BODY_STRONG, STRONG
from cards.geometry import Box
from cards.kinds.answer.facts import AnswerFacts
from cards.model import Card, Language
from cards.parts import chip, chip_height, foot_top, footer
from cards.sheet import Sheet
from cards.words import date_text

_PAD_X: Final = 60
_LONG: Final = 90
"""An answer of so many signs is set smaller from the start."""
_BRIEF: Final = 60
"""One of fewer signs is set larger where the card stands."""

_BREATH: Final = 20
"""Between the question's tail and the answer's bubble, at the least."""


class Plan(NamedTuple):
    """Both texts as they are set, who answered, and the widths of the bubbles."""

    question: Block
    answer: Block
    signed: Block | None
    first: float
    second: float


def draw(sheet: Sheet, card: Card, language: Language) -> None:
    """Draw the answer. Raises TitleTooLongError."""
    facts = card.facts
    assert isinstance(facts, AnswerFacts)
    colours, safe = sheet.colours, sheet.safe
    sheet.fill(sheet.all, colours.ground)
    tight = sheet.shape == "bar"
    chip(sheet, sheet.phrase("chip"), safe.left, safe.top)
    top = safe.top + chip_height(sheet) + sheet.px(56 if not tight else 16)
    bottom = foot_top(sheet) - sheet.px(28 if not tight else 12)
    box = Box(safe.left, top, safe.right, bottom)
    if tight:
        if not _side_by_side(sheet, card, language, box):
            raise TitleTooLongError(f"card {card.id} has no room for its answer", screen=sheet.screen.name)
        footer(sheet)
        return
    found: tuple[Plan, float, float] | None = None
    for pad, tail, close in ((46, 64, False), (36, 40, False), (24, 24, True)):
        if found is not None and (close or found[0].answer.size_px >= sheet.sizes.strong):
            break
        pad_y, deep = sheet.px(pad), sheet.px(tail)
        room = box.height - 2 * deep - 4 * pad_y - (0 if close else sheet.px(_BREATH))
        plan = _plan(sheet, card, facts, language, room, close=close)
        if plan is not None and (found is None or plan.answer.size_px > found[0].answer.size_px):
            found = plan, pad_y, deep
    if found is None:
        raise TitleTooLongError(f"card {card.id} has no room for its answer", screen=sheet.screen.name)
    _set(sheet, found[0], box, *found[1:])
    footer(sheet)


def _side_by_side(sheet: Sheet, card: Card, language: Language, box: Box) -> bool:
    """On a bar both bubbles stand beside each other. False (and nothing drawn) when the texts do not fit."""
    sizes, colours, text = sheet.sizes, sheet.colours, card.text(language)
    pad_x, pad_y, tail = sheet.px(40), sheet.px(24), sheet.px(24)
    high = box.height - tail - 2 * pad_y
    answer = " ".join(part for part in (text.body, text.advice) if part) or text.title
    for share in (0.42, 0.36, 0.3):
        middle = box.left + box.width * share
        wide = middle - box.left - 2 * pad_x
        size = (sizes.body, sizes.small_floor)
        question = sheet.fit(_quoted(sheet, text.title), BODY, (wide, high), size, lines=6, leading=1.2)
        room = (box.right - middle - sheet.px(32) - 2 * pad_x, high)
        told = sheet.fit(answer, STRONG, room, (sizes.strong * 1.2, sizes.body_floor), lines=6, leading=1.16)
        if question is None or told is None:
            continue
        asked = Box(box.left, box.top, middle, box.bottom - tail)
        sheet.bubble(asked, colours.panel, "left", deep=tail)
        sheet.place(
            question, asked.left + pad_x, asked.top + (asked.height - question.height_px) / 2, colours.panel_ink
        )
        said = Box(middle + sheet.px(32), box.top, box.right, box.bottom - tail)
        sheet.bubble(said, colours.accent, "right", deep=tail)
        sheet.place(told, said.left + pad_x, said.top + (said.height - told.height_px) / 2, colours.accent_ink)
        return True
    return False


def _set(sheet: Sheet, plan: Plan, box: Box, pad_y: float, tail: float) -> None:
    """Draw both bubbles: the question from the top left, the answer towards the lower right."""
    colours, pad_x = sheet.colours, sheet.px(_PAD_X)
    high_1, high_2 = plan.question.height_px + 2 * pad_y, _answer_px(sheet, plan) + 2 * pad_y
    spare = box.height - high_1 - high_2 - 2 * tail
    standing = sheet.shape == "portrait"
    top = box.top + (spare * 0.3 if standing else 0)
    asked = Box(box.left, top, box.left + plan.first, top + high_1)
    sheet.bubble(asked, colours.panel, "left", deep=tail)
    sheet.place(plan.question, asked.left + pad_x, asked.top + pad_y, colours.panel_ink)
    between = min(spare * 0.3, sheet.px(120 if standing else 72))
    start = asked.bottom + tail + max(between, min(spare, sheet.px(_BREATH)))
    told = Box(box.right - plan.second, start, box.right, start + high_2)
    sheet.bubble(told, colours.accent, "right", deep=tail)
    at = sheet.place(plan.answer, told.left + pad_x, told.top + pad_y, colours.accent_ink)
    if plan.signed is not None:
        y = at.bottom + _sign_gap(sheet)
        sheet.place(plan.signed, told.left + pad_x, y, colours.extra.get("accent_soft", colours.accent_ink), "label")


def _largest(sheet: Sheet, answer: str) -> float:
    """The design's size for an answer: a short one on a standing card fills its room."""
    if sheet.shape in ("landscape", "bar"):
        return 96 if len(answer) < _LONG else 76
    return 112 if len(answer) < _BRIEF else 92


def _sign_gap(sheet: Sheet) -> float:
    return sheet.px(44 if sheet.shape != "bar" else 18)


def _answer_px(sheet: Sheet, plan: Plan) -> float:
    return plan.answer.height_px + (plan.signed.height_px + _sign_gap(sheet) if plan.signed else 0)


def _quoted(sheet: Sheet, text: str) -> str:
    """The question as it was asked, in the quotation marks of its language."""
    whole = text.strip()
    return whole if whole.startswith(("”", "“", "«", '"')) else sheet.phrase("asked", question=whole)


def _plan(sheet: Sheet, card: Card, facts: AnswerFacts, language: Language, room: float, *, close: bool) -> Plan | None:
    """The largest that fits, the answer larger than the question; signed where there is room for it.

    `close`: the question may be as small as a label, so that the answer stands at all. None when nothing fits.
    """
    text, sizes, full = card.text(language), sheet.sizes, sheet.safe.width
    wide = sheet.shape in ("landscape", "bar")
    answer = " ".join(part for part in (text.body, text.advice) if part) or text.title
    signature, quoted = _signature(facts, language), _quoted(sheet, text.title)
    least = sizes.small_floor if close else sizes.body_floor
    largest = max(sheet.px(_largest(sheet, answer)), sizes.strong)
    for share, signed_by in ((0.78, signature), (0.9, signature), (1.0, signature), (1.0, "")):
        inner = full * (share if wide else max(share, 0.94)) - 2 * sheet.px(_PAD_X)
        asked = full * (0.61 if wide and share < 1 else 0.94) - 2 * sheet.px(_PAD_X)
        size = (sizes.label * 1.1, sizes.small_floor)
        signed = sheet.fit(signed_by, BODY_STRONG, (inner, room), size, lines=1) if signed_by else None
        if signed_by and signed is None:
            continue
        best: Plan | None = None
        for factor in (1.0, 0.85, 0.7, 0.6) if not close else (0.0,):
            small = (max(sizes.body * (1.15 if wide else 1.35) * factor, least), least)
            question = sheet.fit(quoted, BODY, (asked, room), small, lines=4, leading=1.2)
            if question is None:
                continue
            left = room - question.height_px - (signed.height_px + _sign_gap(sheet) if signed else 0)
            sized = (max(largest * factor, sizes.body_floor), sizes.body_floor)
            told = sheet.fit(answer, STRONG, (inner, left), sized, lines=10 if close or not wide else 6, leading=1.16)
            if told is not None and (best is None or told.size_px > best.answer.size_px):
                calm = max(least, told.size_px * 0.86)
                if question.size_px > calm:  # the answer is the message: the question never outshouts it
                    question = sheet.fit(quoted, BODY, (asked, room), (calm, least), lines=4, leading=1.2) or question
                best = _bubbles(sheet, question, told, signed)
            if best is not None and best.answer.size_px >= sizes.strong:
                break
        if best is not None:
            return best
    return None


def _signature(facts: AnswerFacts, language: Language) -> str:
    return ", ".join(part for part in (facts.department, date_text(facts.answered, language, weekday=False)) if part)


def _bubbles(sheet: Sheet, question: Block, told: Block, signed: Block | None) -> Plan:
    """The texts with the widths of the bubbles around them."""
    full, pads = sheet.safe.width, 2 * sheet.px(_PAD_X)
    least = full * (0.6 if sheet.shape in ("landscape", "bar") else 0.85)
    second = max(told.width_px, signed.width_px if signed else 0) + pads
    return Plan(question, told, signed, max(question.width_px + pads, sheet.px(360)), min(full, max(second, least)))
