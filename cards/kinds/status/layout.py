"""How a status is laid out: a bubble for each question, or numbers alone where there are more than twelve.

What finds no room is left out in this order: until when, the bubbles (their numbers stand), which department has what,
the code. How many came in, how many are answered and how many wait always stand.
"""

from typing import Final, NamedTuple

from cards.codes import panel_px
from cards.errors import TitleTooLongError
from cards.fitting import Block
from cards.fonts import STRONG
from cards.geometry import Box
from cards.kinds.follow import Aside, Follow, aside
from cards.kinds.status.bubbles import Bubbles, bubbles_of
from cards.kinds.status.counts import Row, row_of
from cards.kinds.status.facts import StatusFacts
from cards.kinds.status.told import Group, groups, headline_said
from cards.model import Card, Language
from cards.parts import chip, chip_height, foot_top, footer, headline, qr_row
from cards.sheet import Sheet


class Wish(NamedTuple):
    """What a plan is asked to hold: bubbles, until when, a code, each department or all that wait together.

    `alone`: large numbers over their words, where there are no bubbles.
    """

    bubbles: bool
    note: bool
    code: bool
    merged: bool
    alone: bool


class Plan(NamedTuple):
    """Everything as it is set, before anything is drawn: `box` is where bubbles and counts stand."""

    title: Block
    follow: Follow | None
    bubbles: Bubbles | None
    rows: list[Row]
    box: Box


_EVERYTHING: Final = Wish(bubbles=True, note=True, code=True, merged=False, alone=False)


def draw(sheet: Sheet, card: Card, language: Language) -> None:
    """Draw the status. Raises TitleTooLongError."""
    facts, colours, safe = card.facts, sheet.colours, sheet.safe
    assert isinstance(facts, StatusFacts)
    sheet.fill(sheet.all, colours.ground)
    plan = _plan(sheet, card, facts, language)
    chip(sheet, sheet.phrase("chip"), safe.left, safe.top)
    sheet.place(plan.title, safe.left, _title_top(sheet), colours.ink, "headline")
    label = sheet.phrase("follow" if facts.total else "ask")
    if plan.follow is not None:
        plan.follow.draw(safe.right, safe.top, colours.ink, colours.accent)
    elif card.link is not None and _stacked(sheet) and "link" not in sheet.dropped:
        top = _low(sheet) - panel_px(card.link.url, sheet.sizes.qr_side)
        qr_row(sheet, safe.left, top, safe.width, label, colours.ink, colours.accent)
    y = plan.box.top + _spare(sheet, plan) * (0.4 if sheet.shape != "bar" else 0.5)
    if plan.bubbles is not None:
        y = plan.bubbles.draw(sheet, y) + _under_bubbles(sheet)
    for row in plan.rows:
        row.draw(sheet, y, colours.panel)
        y += row.height_px + _between(sheet)
    if not facts.total:
        _invite(sheet, label, plan.box)
    right = safe.right - plan.follow.width_px - sheet.px(48) if plan.follow and sheet.shape == "bar" else None
    footer(sheet, ink=colours.panel, soft=colours.soft, right=right)


def _stacked(sheet: Sheet) -> bool:
    return sheet.shape == "portrait"


def _title_top(sheet: Sheet) -> float:
    return sheet.safe.top + chip_height(sheet) + sheet.px(20 if sheet.shape == "bar" else 44)


def _low(sheet: Sheet) -> float:
    """Where everything above the footer ends."""
    return foot_top(sheet) - sheet.px(20 if sheet.shape == "bar" else 40)


def _under_bubbles(sheet: Sheet) -> float:
    return sheet.px(28 if sheet.shape == "bar" else 52)


def _between(sheet: Sheet) -> float:
    return sheet.px(32 if sheet.shape == "bar" else 56)


def _spare(sheet: Sheet, plan: Plan) -> float:
    return max(0.0, plan.box.height - _height(sheet, plan.bubbles, plan.rows))


def _height(sheet: Sheet, bubbles: Bubbles | None, rows: list[Row]) -> float:
    high = sum(row.height_px for row in rows) + _between(sheet) * max(0, len(rows) - 1)
    return high + (bubbles.height_px + _under_bubbles(sheet) if bubbles else 0)


def _plan(sheet: Sheet, card: Card, facts: StatusFacts, language: Language) -> Plan:
    """The first plan that fits, the fullest before the barest. Raises TitleTooLongError."""
    title = card.text(language).title.strip() or headline_said(facts, language, sheet.now.date())
    for wish, cap in _wishes():
        plan = _tried(sheet, facts, title, wish, cap)
        if plan is not None:
            lost = {"waiting": wish.merged and bool(facts.waiting), "link": not wish.code and card.link is not None}
            lost["promised"] = not wish.note and any(each.promised for each in facts.waiting)
            for field in (field for field, gone in lost.items() if gone):
                sheet.drop(field)
            return plan
    raise TitleTooLongError(f"card {card.id} has no room for its headline", screen=sheet.screen.name)


def _wishes() -> list[tuple[Wish, float]]:
    """Everything, and then ever less of it, each with ever smaller headlines; the smallest of all only at the end."""
    brief = _EVERYTHING._replace(note=False)
    large = _EVERYTHING._replace(bubbles=False, alone=True)
    small = brief._replace(bubbles=False)
    wishes = [
        _EVERYTHING,
        brief,
        _EVERYTHING._replace(merged=True),
        brief._replace(merged=True),
        large,
        large._replace(note=False),
        small._replace(note=True),
        small,
        large._replace(note=False, merged=True),
        small._replace(merged=True),
        large._replace(note=False, merged=True, code=False),
        small._replace(merged=True, code=False),
    ]
    return [*((wish, cap) for wish in wishes for cap in (1.0, 0.8, 0.6)), (wishes[-1], 0.0)]


def _tried(sheet: Sheet, facts: StatusFacts, title: str, wish: Wish, cap: float) -> Plan | None:
    """The plan that holds what is wished, with a headline of at most `cap` of its largest size. None if not."""
    sizes, safe, bar = sheet.sizes, sheet.safe, sheet.shape == "bar"
    label = sheet.phrase("follow" if facts.total else "ask")
    beside = aside(sheet, label, _low(sheet)) if wish.code else Aside(None, _low(sheet), 0)
    if beside is None:
        return None
    low, follow = beside.low, beside.follow
    widths = [safe.width * share for share in (0.33, 0.42)] if bar else [safe.width - beside.width]
    floor = sizes.headline_floor if cap else sizes.body_floor
    largest = max(sheet.px(88 if bar else 120) * cap, floor)
    top = _title_top(sheet)
    for wide in widths:
        block = headline(sheet, title, (wide, low - top), lines=3 if cap else 6, largest=largest, floor=floor)
        if block is not None:
            break
    else:
        return None
    if bar:
        box = Box(safe.left + wide + sheet.px(64), safe.top, safe.right - beside.width, low)
    else:
        end = top + block.height_px
        if follow is not None:
            end = max(end, safe.top + follow.height_px)
        box = Box(safe.left, end + sheet.px(72 if sizes.reach < 1.5 else 56), safe.right, low)
    bubbles: Bubbles | None = None
    rows: list[Row] = []
    if facts.total:
        set_ = _set(sheet, facts, wish, box)
        if set_ is None:
            return None
        bubbles, rows = set_
    return Plan(block, follow, bubbles, rows, box) if box.width > 0 else None


def _set(sheet: Sheet, facts: StatusFacts, wish: Wish, box: Box) -> tuple[Bubbles | None, list[Row]] | None:
    """Bubbles and counts in `box`, as large as they go. None when they do not fit."""
    found = groups(facts, sheet.language, sheet.now.date(), merged=wish.merged)
    bubbles = bubbles_of(sheet, found, box) if wish.bubbles else None
    if wish.bubbles and bubbles is None:
        return None
    largest, least = max(sheet.px(60), sheet.sizes.strong), sheet.sizes.body_floor
    good = [max(largest * share, least) for share in (1.0, 0.88, 0.77)]
    ways = [(size, under) for sizes in (good, [least]) for under in (True, False) for size in sizes]
    for size, under in ways:
        rows = _rows(sheet, found, bubbles, box, _Way(size, wish.note, wish.alone, under))
        if rows is not None and _height(sheet, bubbles, rows) <= box.height:
            return bubbles, rows
    return None


class _Way(NamedTuple):
    """How counts are set; see `cards.kinds.status.counts.row_of`."""

    size: float
    note: bool
    alone: bool
    under: bool


def _rows(sheet: Sheet, found: list[Group], bubbles: Bubbles | None, box: Box, way: _Way) -> list[Row] | None:
    """The counts beside each other, or under each other where the card stands."""
    ends = (box.left, box.right)

    def row_from(several: list[Group], starts: list[float], *, under: bool) -> Row | None:
        return row_of(sheet, several, starts, ends, way.size, note=way.note, alone=way.alone, under=under)

    if _stacked(sheet):
        rows = [row_from([group], [box.left], under=True) for group in found]
        there = [row for row in rows if row is not None]
        return there if len(there) == len(found) else None
    starts = bubbles.starts if bubbles else [box.left + index * box.width / len(found) for index in range(len(found))]
    row = row_from(found, starts, under=way.under)
    return [row] if row is not None else None


def _invite(sheet: Sheet, label: str, box: Box) -> None:
    """Where nobody asked: a bubble that invites to ask, if it finds room."""
    pad, tail = sheet.px(56 if sheet.shape != "bar" else 32), sheet.px(64 if sheet.shape != "bar" else 28)
    room = (box.width - 2 * pad, box.height - 2 * pad - tail)
    largest = max(sheet.px(96), sheet.sizes.strong)
    block = sheet.fit(label, STRONG, room, (largest, sheet.sizes.body_floor), lines=2, leading=1.1)
    if block is None:
        return
    top = box.top + (box.height - block.height_px - 2 * pad - tail) * 0.4
    at = Box(box.left, top, box.left + block.width_px + 2 * pad, top + block.height_px + 2 * pad)
    sheet.bubble(at, sheet.colours.panel, "left", deep=tail)
    sheet.place(block, at.left + pad, at.top + pad, sheet.colours.panel_ink)
