"""How a question that was passed on is laid out: who has it, the question as it was asked, and its way to an answer.

What finds no room is left out in this order: why it was passed on, the first station, the code, the question, the
second station, and last of all the day that is promised. Who has it always stands.
"""

from typing import Final, NamedTuple

from cards.codes import panel_px
from cards.errors import TitleTooLongError
from cards.fitting import Block
from cards.fonts import BODY
from cards.geometry import Box
from cards.kinds.follow import Aside, Follow, aside
from cards.kinds.forwarded.facts import ForwardedFacts
from cards.kinds.forwarded.told import headline_said, quoted, stations
from cards.kinds.forwarded.way import Way, way_of
from cards.model import Card, Language
from cards.parts import Stack, chip, chip_height, fewest_lines, foot_top, footer, headline, qr_row, stack
from cards.sheet import Sheet

_EVERYTHING: Final = 3
_LEAST: Final = 0.0
"""A headline no larger than a body may be: better than none."""


class Wish(NamedTuple):
    """What a plan is asked to hold: the question, why, a code, and how many of the last stations."""

    question: bool
    why: bool
    code: bool
    stations: int


class Plan(NamedTuple):
    """Everything as it is set, before anything is drawn; `box` is where the way stands."""

    title: Block
    words: Stack
    follow: Follow | None
    way: Way | None
    box: Box


def draw(sheet: Sheet, card: Card, language: Language) -> None:
    """Draw the card. Raises TitleTooLongError."""
    facts, colours, safe = card.facts, sheet.colours, sheet.safe
    assert isinstance(facts, ForwardedFacts)
    sheet.fill(sheet.all, colours.ground)
    plan = _plan(sheet, card, facts, language)
    chip(sheet, sheet.phrase("chip"), safe.left, safe.top)
    at = sheet.place(plan.title, safe.left, _title_top(sheet), colours.ink, "headline")
    if plan.words.blocks:
        plan.words.draw(sheet, safe.left, at.bottom + _gap(sheet))
    if plan.follow is not None:
        plan.follow.draw(safe.right, safe.top, colours.ink, colours.accent)
    elif card.link is not None and sheet.shape == "portrait" and "link" not in sheet.dropped:
        top = _low(sheet) - panel_px(card.link.url, sheet.sizes.qr_side)
        qr_row(sheet, safe.left, top, safe.width, sheet.phrase("follow"), colours.ink, colours.accent)
    if plan.way is not None:
        plan.way.draw(sheet, plan.box)
    right = safe.right - plan.follow.width_px - sheet.px(48) if plan.follow and sheet.shape == "bar" else None
    footer(sheet, ink=colours.panel, soft=colours.soft, right=right)


def _title_top(sheet: Sheet) -> float:
    return sheet.safe.top + chip_height(sheet) + sheet.px(20 if sheet.shape == "bar" else 44)


def _low(sheet: Sheet) -> float:
    """Where everything above the footer ends."""
    return foot_top(sheet) - sheet.px(20 if sheet.shape == "bar" else 40)


def _lines(sheet: Sheet) -> int:
    return 5 if sheet.shape == "portrait" else 3


def _gap(sheet: Sheet) -> float:
    return sheet.px(22 if sheet.shape == "bar" else 40)


def _plan(sheet: Sheet, card: Card, facts: ForwardedFacts, language: Language) -> Plan:
    """The first plan that fits, the fullest before the barest. Raises TitleTooLongError."""
    full = Wish(True, bool(card.text(language).body.strip()), card.link is not None, _EVERYTHING)
    for wish, cap in _wishes(full):
        plan = _tried(sheet, card, facts, language, wish, cap)
        if plan is not None:
            names = ("title", "body", "link", "stations")
            for field, asked, there in zip(names, full, wish, strict=True):
                if there < asked:
                    sheet.drop(field)
            return plan
    raise TitleTooLongError(f"card {card.id} has no room for who has the question", screen=sheet.screen.name)


def _wishes(full: Wish) -> list[tuple[Wish, float]]:
    """`full`, and then ever less of it, each with ever smaller headlines; the smallest of all only at the end."""
    brief = full._replace(why=False)
    few = brief._replace(stations=2)
    uncoded = few._replace(code=False)
    wishes = [
        full,
        brief,
        few,
        uncoded,
        uncoded._replace(stations=1),
        uncoded._replace(question=False),
        uncoded._replace(question=False, stations=1),
        uncoded._replace(question=False, stations=0),
    ]
    ends = [(wishes[-2], _LEAST), (wishes[-1], _LEAST)]
    return [*((wish, cap) for wish in dict.fromkeys(wishes) for cap in (1.0, 0.8, 0.62)), *ends]


def _tried(sheet: Sheet, card: Card, facts: ForwardedFacts, language: Language, wish: Wish, cap: float) -> Plan | None:
    """The plan that holds what is wished, with a headline of at most `cap` of its largest size. None if not."""
    sizes, safe, bar = sheet.sizes, sheet.safe, sheet.shape == "bar"
    beside = aside(sheet, sheet.phrase("follow"), _low(sheet)) if wish.code else Aside(None, _low(sheet), 0)
    if beside is None:
        return None
    low, follow = beside.low, beside.follow
    floor = sizes.headline_floor if cap else sizes.body_floor
    largest = max(sheet.px(76 if bar else 112) * cap, floor)
    top = _title_top(sheet)
    said = headline_said(facts, language)
    lines = _lines(sheet) if cap else 6
    title, widths = None, (safe.width * 0.4, safe.width * 0.48) if bar else (safe.width - beside.width,)
    for width in widths:
        title = headline(sheet, said, (width, low - top), lines=lines, largest=largest, floor=floor)
        if title is not None:
            break
    words = _words(sheet, card, language, width, wish)
    if title is None or words is None:
        return None
    end = top + title.height_px + (_gap(sheet) + words.height_px if words.blocks else 0)
    if bar:
        box = Box(safe.left + width + sheet.px(64), safe.top, safe.right - beside.width, low)
    else:
        end = max(end, safe.top + follow.height_px) if follow else end
        box = Box(safe.left, end + sheet.px(56), safe.right, low)
    if end > low or (wish.stations and box.height <= 0):
        return None
    way = None
    if wish.stations:
        shown = stations(facts, language, sheet.now.date())[-wish.stations :]
        way = way_of(sheet, shown, (box.width, box.height), standing=sheet.shape == "portrait")
        if way is None:
            return None
    return Plan(title, words, follow, way, box)


def _words(sheet: Sheet, card: Card, language: Language, width: float, wish: Wish) -> Stack | None:
    """The question as it was asked, and why it was passed on. None when something does not fit."""
    text, colours = card.text(language), sheet.colours
    largest = max(sheet.px({"bar": 44, "portrait": 64}.get(sheet.shape, 56)), sheet.sizes.body)
    asked = quoted(text.title, language) if wish.question else ""
    why = text.body.strip() if wish.why else ""
    question = fewest_lines(sheet, asked, width, lines=3, style=BODY, largest=largest) if asked else None
    told = fewest_lines(sheet, why, width, lines=3, style=BODY) if why else None
    if (asked and question is None) or (why and told is None):
        return None
    return stack(
        (question, 0, colours.accent), (told, sheet.sizes.body * (0.6 if not sheet.mirrored else 1.0), colours.soft)
    )
