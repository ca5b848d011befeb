"""How opening hours are drawn: today's answer large beside a door, open and lit or shut; then the week.

Where the week finds no room (a far screen), the answer stands alone: it is what people came for.
"""

from datetime import date, timedelta
from typing import Final, NamedTuple

from cards.colours import best_on
from cards.fitting import Block, sizes
from cards.fonts import BODY, BODY_STRONG, STRONG
from cards.geometry import Box
from cards.kinds.column import foot_room
from cards.kinds.feet import day_and_clock
from cards.kinds.hours.facts import HoursFacts, OtherDay
from cards.kinds.hours.today import Today, further_exceptions, other_day, span_on, today
from cards.model import Card, Language
from cards.parts import body_lines, chip, foot_line, footer, headline
from cards.sheet import Sheet
from cards.words import date_text, day_name, relative_day, sentence_case, short_day, short_span, short_time, tie

_SNOW: Final = 208
"""How high the snow before the door is, where the door is 448 wide and its picture 1080 high."""
_HOLIDAYS: Final = 4
"""So many days that differ are told at once."""


def draw(sheet: Sheet, card: Card, language: Language) -> None:
    """Draw `card` on `sheet`."""
    facts = card.facts
    assert isinstance(facts, HoursFacts)
    answer = today(facts, sheet.now)
    sheet.holds_until(answer.until)
    standing = sheet.shape in ("portrait", "square")
    side = (
        Box(0, 0, sheet.width, round(sheet.height * 0.46))
        if standing
        else Box(0, 0, round(sheet.width * 0.558), sheet.height)
    )
    gap = sheet.px(72)
    paper = (
        Box(sheet.safe.left, side.bottom + gap, sheet.safe.right, foot_line(sheet) - sheet.sizes.clock - sheet.px(24))
        if standing
        else Box(
            side.right + sheet.px(88),
            sheet.safe.top,
            sheet.safe.right,
            foot_line(sheet) - sheet.sizes.clock - sheet.px(24),
        )
    )
    plan = _week(sheet, facts, paper, language)
    if plan is None:
        sheet.drop("week")
        side = sheet.all
    sheet.fill(sheet.all, sheet.colours.ground)
    door = _answer(sheet, answer, side, language)
    name = card.text(language).title or card.sender
    snow = _palette(sheet)[-1]
    ink = best_on(snow, sheet.colours.ink, sheet.colours.ground)
    if plan is None:
        right = door.left - sheet.px(16)
        footer(sheet, right=right, sender=name, ink=ink, soft=ink, ground=snow, day=False)
        return
    plan.draw(sheet, paper)
    if standing:
        footer(sheet, sender=name)
        return
    footer(sheet, right=door.left - sheet.px(16), sender=name, ink=ink, soft=ink, ground=snow, day=False, clock=False)
    day_and_clock(sheet, paper.left, sheet.colours.ink, sheet.colours.ink, sheet.colours.ground)


def _palette(sheet: Sheet) -> tuple[str, ...]:
    return sheet.palette("doorway-open")


def _answer(sheet: Sheet, answer: Today, side: Box, language: Language) -> Box:
    """The night, the door and the one answer. Returns the door's box, whose light no text may cross."""
    colours, palette = sheet.colours, _palette(sheet)
    sheet.fill(side, colours.panel)
    door_wide = min(sheet.px(448), side.width * 0.45, side.height * 448 / 900)
    lift = _lift(sheet, side, door_wide)
    door = Box(side.right - door_wide, side.top, side.right, side.bottom - lift)
    snow = side.bottom - lift - round(_SNOW * min(door.width / 448, door.height / 1080))
    sheet.fill(Box(side.left, snow, side.right, side.bottom), palette[-1])
    sheet.scene(door, (colours.panel, *palette[1:]), "doorway-open" if answer.state == "open" else "doorway-shut")
    top = max(sheet.safe.top, side.top + sheet.px(88))
    head = chip(sheet, sheet.phrase("chip"), sheet.safe.left, top)
    first, second = _said(sheet, answer, language)
    x, width = sheet.safe.left, door.left - sheet.safe.left - sheet.px(4)
    top, bottom = head.bottom + sheet.px(64), snow - sheet.px(40)
    below = body_lines(sheet, second, width, sheet.sizes.body * 3, lines=2, style=BODY_STRONG) if second else None
    room = bottom - top - (below.height_px + sheet.px(44) if below else 0)
    block = headline(sheet, first, (width, room), lines=3, largest=sheet.px(168))
    if block is None:
        below = None
        block = headline(sheet, first, (width, bottom - top), lines=4, floor=sheet.sizes.body_floor)
    if block is None:
        sheet.drop("title")
        return door
    box = sheet.place(block, x, top, colours.panel_ink, "headline")
    if below is not None:
        sheet.place(below, x, box.bottom + sheet.px(44), colours.panel_soft)
    return door


def _lift(sheet: Sheet, side: Box, door_wide: float) -> float:
    """How much higher the door stands, so that the snow before it holds the footer of a far screen."""
    if side.bottom < sheet.height:
        return 0.0
    width = side.right - door_wide - sheet.px(16) - sheet.safe.left
    need = sheet.height - foot_room(sheet, width) + sheet.px(24)
    low = _SNOW / 1080
    by_width, by_height = need - _SNOW * door_wide / 448, (need - low * side.height) / (1 - low)
    return round(max(0.0, by_width, by_height))


def _said(sheet: Sheet, answer: Today, language: Language) -> tuple[str, str]:
    """The answer in a few words, and what follows when it is shut."""
    if answer.state == "open" and answer.until is not None:
        return tie(sheet.phrase("open_until", time=short_time(answer.until, language))), ""
    if answer.state == "opens-today" and answer.opens is not None:
        return tie(sheet.phrase("opens_today", time=short_time(answer.opens, language))), ""
    first = sheet.phrase("closed_for_today") if answer.state == "closed-for-today" else sheet.phrase("closed_today")
    if answer.opens is None:
        return tie(first), ""
    day = relative_day(sheet.now, answer.opens.date(), language)
    return tie(first), tie(sheet.phrase("opens_next", day=day, time=short_time(answer.opens, language)))


class _Row(NamedTuple):
    day: str
    hours: str
    today: bool
    changed: bool
    closed: bool


class _Week(NamedTuple):
    """Seven rows at one size and pitch, and what is told under them."""

    rows: tuple[_Row, ...]
    size_px: float
    pitch_px: float
    told: tuple[Block, ...]

    def draw(self, sheet: Sheet, box: Box) -> None:
        """Draw the week from the top of `box` down."""
        colours, size = sheet.colours, self.size_px
        exception = colours.extra.get("exception", colours.soft)
        pad = sheet.px(32)
        for index, row in enumerate(self.rows):
            middle = box.top + self.pitch_px * (index + 0.5)
            baseline = middle + size * 0.35
            if row.today:
                bar = Box(box.left - pad, middle - self.pitch_px / 2, box.right + pad, middle + self.pitch_px / 2)
                sheet.fill(bar, colours.accent, sheet.px(24))
            ink = colours.accent_ink if row.today else colours.ink
            name = sheet.line(row.day, STRONG if row.today else BODY, size, box.left, baseline, ink)
            said = sheet.line(
                row.hours, STRONG, size, box.right, baseline, colours.soft if row.closed else ink, "right"
            )
            small = max(size * 0.86, sheet.sizes.small_floor)
            mark = sheet.phrase("changed_hours")
            if row.changed and sheet.width_of(mark, BODY_STRONG, small) < said.left - name.right - 2 * pad:
                colour = colours.accent_ink if row.today else exception
                sheet.line(mark, BODY_STRONG, small, said.left - sheet.px(28), baseline, colour, "right", "label")
        if self.told:
            top = box.top + self.pitch_px * len(self.rows) + sheet.px(36)
            heights = sum(block.height_px for block in self.told) + sheet.px(26) * (len(self.told) - 1)
            panel = Box(box.left - pad, top, box.right + pad, top + heights + sheet.px(80))
            sheet.fill(panel, colours.extra.get("exception_ground", colours.ground), sheet.px(24))
            top += sheet.px(40)
            for block in self.told:
                sheet.place(block, box.left, top, exception if block.style.face == "display" else colours.ink)
                top += block.height_px + sheet.px(26)


def _week(sheet: Sheet, facts: HoursFacts, box: Box, language: Language) -> _Week | None:
    """The week as large as `box` allows, with the coming exception told when there is room for it; None for neither."""
    now = sheet.now.date()
    monday = now - timedelta(days=now.weekday())
    whole = _fitted(sheet, facts, box, language, (monday, 7))
    if whole is not None or sheet.shape != "bar":
        return whole
    # A bar is too low for a week: the days from today on say more than none.
    return next(filter(None, (_fitted(sheet, facts, box, language, (now, count)) for count in (5, 4, 3))), None)


def _fitted(sheet: Sheet, facts: HoursFacts, box: Box, language: Language, days: tuple[date, int]) -> _Week | None:
    """So many days from a first one on, as large as `box` allows."""
    now, (first, count) = sheet.now.date(), days
    rows = tuple(_row(sheet, facts, first + timedelta(days=index), now, language) for index in range(count))
    told = _told(sheet, facts, box.width, language)
    for blocks in (told[:lines] for lines in range(len(told), -1, -1)):
        extra = sum(block.height_px for block in blocks) + sheet.px(26) * max(0, len(blocks) - 1)
        extra += sheet.px(36 + 80) if blocks else 0
        for size in sizes(max(sheet.px(52), sheet.sizes.body), sheet.sizes.body_floor):
            pitch = min((box.height - extra) / count, size * 1.75)
            widest = max(
                sheet.width_of(row.day, STRONG, size) + sheet.width_of(row.hours, STRONG, size) for row in rows
            )
            if pitch >= size * 1.34 and widest + sheet.px(40) <= box.width:
                if blocks != told:
                    sheet.drop("exceptions")
                if count < 7:
                    sheet.drop("week")
                return _Week(rows, size, pitch, blocks)
    return None


def _row(sheet: Sheet, facts: HoursFacts, day: date, now: date, language: Language) -> _Row:
    span = span_on(facts, day)
    name = day_name(day, language)
    if day == now:
        name = f"{tie(sheet.words.today)}, {name}"
    hours = short_span(span.opens, span.closes, language) if span else sheet.phrase("closed")
    return _Row(sentence_case(name), hours, day == now, other_day(facts, day) is not None, span is None)


def _told(sheet: Sheet, facts: HoursFacts, width: float, language: Language) -> tuple[Block, ...]:
    """The coming exception in a sentence, and its reason; or, over holidays, a line for each."""
    coming = further_exceptions(facts, sheet.now, _HOLIDAYS)
    if not coming:
        return ()
    size, floor = sheet.sizes.body, sheet.sizes.body_floor
    if len(coming) > 1:
        lines = [_line(sheet, other, language) for other in coming]
        blocks = [sheet.fit(line, STRONG, (width, size * 4), (size, floor), lines=2, leading=1.15) for line in lines]
        return tuple(block for block in blocks if block is not None)
    other = coming[0]
    day = relative_day(sheet.now, other.day, language)
    if other.span is None:
        said = sheet.phrase("closed_day", day=day)
    else:
        said = sheet.phrase("changed_day", day=day, span=short_span(other.span.opens, other.span.closes, language))
    blocks = [
        sheet.fit(tie(sentence_case(said)), STRONG, (width, size * 4), (size, floor), lines=2, leading=1.15),
        body_lines(sheet, _reason(sheet, other, language), width, size * 4, lines=2),
    ]
    return tuple(block for block in blocks if block is not None)


def _reason(sheet: Sheet, other: OtherDay, language: Language) -> str:
    """Why a day differs, in the language that it was written in."""
    return other.reason.strip() if language == next(iter(sheet.card.texts), language) else ""


def _line(sheet: Sheet, other: OtherDay, language: Language) -> str:
    """One day of several that differ: its name where it has one, its date, its hours."""
    date = date_text(other.day, language, weekday=False)
    hours = short_span(other.span.opens, other.span.closes, language) if other.span else sheet.phrase("closed")
    name = _reason(sheet, other, language).rstrip(".")
    return f"{name or sentence_case(short_day(other.day, language))} {date}: {hours}"
