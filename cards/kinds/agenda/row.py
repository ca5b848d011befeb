"""One row of an agenda: the day on a block, the event's title, its time and its place."""

from cards.fitting import Block
from cards.fonts import BODY_STRONG, HEADLINE, STRONG
from cards.geometry import Box
from cards.kinds.agenda.coming import over
from cards.kinds.agenda.facts import AgendaEvent
from cards.kinds.blockrow import BLOCK_EM, BlockRow, Words, block_row
from cards.sheet import Sheet
from cards.words import short_day, tie, time_text


def event_row(sheet: Sheet, event: AgendaEvent, width: float, size: float) -> BlockRow | None:
    """`event` in `width` with its title at `size`; None where title, time or day would not go in."""
    day = _day(sheet, event, round(size * BLOCK_EM))
    if day is None:
        return None

    def paint(sheet: Sheet, box: Box) -> None:
        _block(sheet, box, event, day)

    words = Words(
        title=event.title_in(sheet.language),
        lead=_time(sheet, event),
        note=sheet.phrase("cancelled") if event.cancelled else "",
        rest=event.place,
        off=event.cancelled,
        note_ink=sheet.colours.extra["cancelled"],
    )
    return block_row(sheet, words, width, size, paint)


def _block(sheet: Sheet, box: Box, event: AgendaEvent, day: Block) -> None:
    """Weekday and day of the month on a rounded ground."""
    colours, size = sheet.colours, box.height
    ink = colours.soft if event.cancelled else colours.accent_ink
    sheet.fill(box, colours.extra["off_block"] if event.cancelled else colours.accent, size * 0.176)
    middle = (box.left + box.right) / 2
    number = sheet.one_line(str(sheet.local(event.start).day), HEADLINE, size * 0.53, "center")
    over = size * 0.82 - number.ascent_px - day.descent_px  # a script that hangs deep stands higher
    sheet.stand(day, middle, box.top + min(size * 0.34, over), ink, "label")
    sheet.stand(number, middle, box.top + size * 0.84, ink)


def _day(sheet: Sheet, event: AgendaEvent, block: float) -> Block | None:
    """The weekday, or "today" where that has room on a block so wide."""
    day, floor = sheet.local(event.start).date(), sheet.sizes.small_floor
    largest, name = max(block * 0.25, floor), short_day(sheet.local(event.start).date(), sheet.language)
    tries = [(name.upper(), STRONG, 0.88), (name, BODY_STRONG, 0.94)]
    if day == sheet.now.date():
        tries.insert(0, (tie(sheet.words.today).upper(), STRONG, 0.88))
    for word, style, share in tries:
        if sheet.width_of(word, style, floor) <= block * share:
            found = sheet.fit(word, style, (block * share, block), (largest, floor), lines=1)
            return found._replace(align="center") if found else None
    return None


def _time(sheet: Sheet, event: AgendaEvent) -> str:
    """When it begins, or until when it goes on."""
    start = sheet.local(event.start)
    if event.cancelled or not start <= sheet.now < over(event):
        return time_text(start, sheet.language)
    if event.end is None:
        return sheet.phrase("going_on")
    return sheet.phrase("going_on_until", time=time_text(sheet.local(event.end), sheet.language))
