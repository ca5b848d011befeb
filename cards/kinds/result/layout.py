"""How a result is laid out: the finding, the bars that prove it, and in a bubble what is done about it and when.

What finds no room is left out in this order: the sentence about the rest, how many answered, the third option, the
second, the bars, and last of all what is done. The headline always stands. Without options, or without a promise, what
there is takes the whole width.
"""

from typing import Final, NamedTuple

from cards.errors import TitleTooLongError
from cards.fitting import Block
from cards.fonts import BODY_STRONG, STRONG
from cards.geometry import Box
from cards.kinds.result.bars import Bars, bars
from cards.kinds.result.facts import ResultFacts
from cards.kinds.result.said import count_said, home_of, ready_said
from cards.model import Card, Language
from cards.parts import Stack, chip, chip_height, fewest_lines, foot_top, footer, headline, stack
from cards.sheet import Sheet

_SHOWN: Final = 3
_BETWEEN: Final = 64
_FAR: Final = 1.5
_LEAST: Final = 0.0
"""A headline no larger than a body may be: better than none."""


class Wish(NamedTuple):
    """What a plan is asked to hold: how many options, how many answered, what is done, and the rest."""

    options: int
    answers: bool
    promise: bool
    rest: bool


class Plan(NamedTuple):
    """Everything as it is set, before anything is drawn; `below` is what bars and bubble share."""

    title: Block
    answers: Block | None
    bars: Bars | None
    bubble: Stack | None
    below: Box


def draw(sheet: Sheet, card: Card, language: Language) -> None:
    """Draw the result. Raises TitleTooLongError."""
    facts, colours = card.facts, sheet.colours
    assert isinstance(facts, ResultFacts)
    sheet.fill(sheet.all, colours.ground)
    plan = _plan(sheet, card, facts, language)
    chip(sheet, sheet.phrase("chip_done" if facts.done else "chip"), sheet.safe.left, sheet.safe.top)
    top = sheet.safe.top + chip_height(sheet) + _chip_gap(sheet)
    at = sheet.place(plan.title, sheet.safe.left, top, colours.ink, "headline")
    if plan.answers is not None:
        sheet.place(plan.answers, sheet.safe.left, at.bottom + _count_gap(sheet), colours.soft)
    left, right = _halves(sheet, plan)
    end = plan.bars.draw(sheet, left) if plan.bars is not None else 0
    if plan.bubble is not None:
        _bubble(sheet, plan.bubble, right, end)
    footer(sheet)


def _chip_gap(sheet: Sheet) -> float:
    return sheet.px(20 if sheet.shape == "bar" else 44)


def _count_gap(sheet: Sheet) -> float:
    return sheet.px(20 if sheet.shape == "bar" else 36)


def _pad(sheet: Sheet) -> float:
    return sheet.px(32 if sheet.shape == "bar" else 56 if sheet.sizes.reach < _FAR else 40)


def _tail(sheet: Sheet) -> float:
    return sheet.px(28 if sheet.shape == "bar" else 64 if sheet.sizes.reach < _FAR else 40)


def _column(sheet: Sheet) -> float:
    """How wide headline and count may be: on a bar they are the first of three columns."""
    return sheet.safe.width * (0.31 if sheet.shape == "bar" else 1)


def _stacked(sheet: Sheet) -> bool:
    return sheet.shape in ("portrait", "square")


def _plan(sheet: Sheet, card: Card, facts: ResultFacts, language: Language) -> Plan:
    """The first plan that fits, the fullest before the barest. Raises TitleTooLongError."""
    text, ready = card.text(language), ready_said(card, language, sheet.now)
    shown = min(_SHOWN, len(facts.options)) if any(option.votes for option in facts.options) else 0
    wished = Wish(shown, True, bool(text.body.strip() or ready), bool(text.advice.strip()))
    for wish, cap in _wishes(wished):
        plan = _tried(sheet, card, facts, language, wish, cap)
        if plan is not None:
            for field, asked, there in zip(("options", "answers", "body", "advice"), wished, wish, strict=True):
                if asked and not there:
                    sheet.drop(field)
            return plan
    raise TitleTooLongError(f"card {card.id} has no room for its headline", screen=sheet.screen.name)


def _wishes(full: Wish) -> list[tuple[Wish, float]]:
    """`full`, and then ever less of it, each with ever smaller headlines; the smallest of all only for the barest."""
    fuller = [full, full._replace(rest=False), full._replace(rest=False, answers=False)]
    fuller += [Wish(count, False, full.promise, False) for count in range(full.options - 1, -1, -1)]
    bare, least = Wish(0, False, full.promise, False), Wish(0, False, False, False)
    tried = [(wish, cap) for wish in dict.fromkeys(fuller) for cap in (1.0, 0.84, 0.7)]
    return [*tried, (bare, _LEAST), (least, 0.7), (least, _LEAST)]


def _tried(sheet: Sheet, card: Card, facts: ResultFacts, language: Language, wish: Wish, cap: float) -> Plan | None:
    """The plan that holds what is wished, with a headline of at most `cap` of its largest size. None if not."""
    sizes, safe = sheet.sizes, sheet.safe
    top = safe.top + chip_height(sheet) + _chip_gap(sheet)
    low = foot_top(sheet) - sheet.px(24 if sheet.shape == "bar" else 44)
    width = _column(sheet)
    floor = sizes.headline_floor if cap else sizes.body_floor
    largest = max(sheet.px(96 if sheet.shape == "bar" else 128) * cap, floor)
    lines = (3 if sheet.shape == "bar" else 2 if not _stacked(sheet) else 3) if cap > 0.75 else 4
    title = headline(
        sheet, card.text(language).title, (width, low - top), lines=lines if cap else 9, largest=largest, floor=floor
    )
    if title is None:
        return None
    said = count_said(facts, language, home_of(card)) if wish.answers else ""
    count = fewest_lines(sheet, said, width, lines=2, largest=max(sheet.px(52), sizes.body)) if said else None
    if said and count is None:
        return None
    end = top + title.height_px + (_count_gap(sheet) + count.height_px if count else 0)
    if sheet.shape == "bar":
        if end > low:
            return None
        below = Box(safe.left + width + sheet.px(_BETWEEN), safe.top, safe.right, low)
    else:
        below = Box(safe.left, end + sheet.px(64), safe.right, low)
    bare = Plan(title, count, None, None, below)
    if not wish.options and not wish.promise:
        return bare if end <= low else None
    return _filled(sheet, card, facts, language, wish, bare)


def _filled(sheet: Sheet, card: Card, facts: ResultFacts, language: Language, wish: Wish, bare: Plan) -> Plan | None:
    """`bare` with its bars and its bubble. None when they do not fit."""
    below, pad, tail = bare.below, _pad(sheet), _tail(sheet)
    both = bool(wish.options and wish.promise)
    left, right = _split(sheet, below) if both else (below, below)
    found, bubble = None, None
    if wish.options:
        room = below.height if not (both and _stacked(sheet)) else below.height * 0.56
        found = bars(sheet, facts.ranked[: wish.options], language, (left.width, room))
        if found is None:
            return None
    if wish.promise:
        height = below.height - tail - 2 * pad
        if both and _stacked(sheet) and found is not None:
            height -= found.least_px + sheet.px(_BETWEEN)
        largest = bare.title.size_px * 0.75
        bubble = _promise(sheet, card, language, (right.width - 2 * pad, height), largest, rest=wish.rest)
        if bubble is None:
            return None
    return bare._replace(bars=found, bubble=bubble)


def _split(sheet: Sheet, below: Box) -> tuple[Box, Box]:
    """Bars at the left and bubble at the right, or both over the whole width where they stand under each other."""
    if _stacked(sheet):
        return below, below
    middle = below.left + below.width * (0.44 if sheet.shape == "bar" else 0.58)
    gap = sheet.px(_BETWEEN) / 2
    return below._replace(right=middle - gap), below._replace(left=middle + gap)


def _halves(sheet: Sheet, plan: Plan) -> tuple[Box, Box]:
    """Where the bars stand, and what the bubble may fill; a little lower where there is room to spare."""
    bars_px = plan.bars.most_px if plan.bars else 0
    bubble_px = _bubble_px(sheet, plan.bubble) if plan.bubble else 0
    box = plan.below
    if _stacked(sheet) and plan.bars and plan.bubble:
        end = min(box.top + bars_px, box.bottom - bubble_px - sheet.px(_BETWEEN))
        spare = box.bottom - end - bubble_px - sheet.px(_BETWEEN)
        top = end + sheet.px(_BETWEEN) + spare * 0.5
        return box._replace(bottom=end), box._replace(top=top)
    spare = max(0.0, box.height - max(bars_px, bubble_px))
    box = box._replace(top=box.top + spare * (0.4 if sheet.shape != "bar" else 0.5))
    return _split(sheet, box) if plan.bars and plan.bubble else (box, box)


def _promise(
    sheet: Sheet, card: Card, language: Language, room: tuple[float, float], most: float, *, rest: bool
) -> Stack | None:
    """What is done, and until when, as large as it goes up to `most`; under a label and over the rest.

    None when it does not fit.
    """
    colours, sizes, text = sheet.colours, sheet.sizes, card.text(language)
    facts = card.facts
    assert isinstance(facts, ResultFacts)
    soft = colours.extra.get("accent_soft", colours.accent_ink)
    said = f"{text.body.strip()} {ready_said(card, language, sheet.now)}".strip()
    small = (max(sheet.px(44), sizes.label), sizes.small_floor)
    label = sheet.fit(sheet.phrase("we_did" if facts.done else "we_do"), BODY_STRONG, room, small, lines=1)
    also = fewest_lines(sheet, text.advice, room[0], lines=3, largest=max(sheet.px(44), sizes.body)) if rest else None
    if label is None or (rest and also is None):
        return None
    gap = sizes.body * (0.72 if not sheet.mirrored else 1.05)  # Arabic reaches farther up and down
    taken = label.height_px + gap * (2 if also else 1) + (also.height_px if also else 0)
    largest = max(min(most, sheet.px({"bar": 60, "portrait": 76}.get(sheet.shape, 84))), sizes.body_floor)
    told = sheet.fit(said, STRONG, (room[0], room[1] - taken), (largest, sizes.body_floor), lines=6, leading=1.16)
    if told is None:
        return None
    found = stack((label, 0, soft), (told, gap, colours.accent_ink), (also, gap, soft))
    return found if found.height_px <= room[1] else None


def _bubble_px(sheet: Sheet, words: Stack) -> float:
    return words.height_px + 2 * _pad(sheet) + _tail(sheet)


def _bubble(sheet: Sheet, words: Stack, box: Box, end: float) -> None:
    """The bubble in `box`: as high as the bars beside it, or as its words ask for."""
    pad, tail = _pad(sheet), _tail(sheet)
    high = words.height_px + 2 * pad
    if end and not _stacked(sheet):
        high = max(high, min(end, box.bottom - tail) - box.top)
    at = Box(box.left, box.top, box.right, box.top + high)
    sheet.bubble(at, sheet.colours.accent, "right", deep=tail)
    words.draw(sheet, at.left + pad, at.top + (high - words.height_px) / 2)
