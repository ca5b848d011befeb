"""One row of a room board: the way on a block, what meets, when, in which room."""

from cards.fitting import Block
from cards.fonts import BODY_STRONG, STRONG
from cards.geometry import Box
from cards.kinds.blockrow import BLOCK_EM, BlockRow, Words, block_row
from cards.kinds.rooms.coming import going_on
from cards.kinds.rooms.facts import Booking
from cards.kinds.rooms.way import draw_way
from cards.sheet import Sheet
from cards.words import span_text, time_text


def booking_row(sheet: Sheet, booking: Booking, width: float, size: float, *, whole: bool) -> BlockRow | None:
    """`booking` in `width` with what meets at `size`; the room's name leads, as that is what people look for.

    `whole`: with who meets on a line of its own where it has no room beside the time.
    """
    floor = _floor(sheet, booking, round(size * BLOCK_EM))

    def paint(sheet: Sheet, box: Box) -> None:
        _block(sheet, box, booking, floor)

    rest = booking.who if floor is not None or not booking.floor.strip() else f"{booking.floor} · {booking.who}"
    words = Words(
        title=booking.title_in(sheet.language),
        lead=booking.room,
        note=_when(sheet, booking),
        rest=rest.strip(" ·"),
        off=booking.cancelled,
        note_ink=_note_ink(sheet, booking),
    )
    return block_row(sheet, words, width, size, paint, under=whole)


def _when(sheet: Sheet, booking: Booking) -> str:
    if booking.cancelled:
        return sheet.phrase("cancelled")
    start, end = sheet.local(booking.start), sheet.local(booking.end)
    if going_on(booking, sheet.now):
        return sheet.phrase("going_on", time=time_text(end, sheet.language))
    return span_text(start, end, sheet.language)


def _note_ink(sheet: Sheet, booking: Booking) -> str:
    extra = sheet.colours.extra
    if booking.cancelled:
        return extra["cancelled"]
    return extra["now"] if going_on(booking, sheet.now) else sheet.colours.ink


def _floor(sheet: Sheet, booking: Booking, block: float) -> Block | None:
    """The floor's name as it goes on a block so wide; None without one, or where it is too long for it."""
    least = sheet.sizes.small_floor
    for style, share in ((STRONG, 0.86), (BODY_STRONG, 0.94)):
        if booking.floor.strip() and sheet.width_of(booking.floor, style, least) <= block * share:
            room = (block * share, block)
            found = sheet.fit(booking.floor, style, room, (max(block * 0.25, least), least), lines=1)
            return found._replace(align="center") if found else None
    return None


def _block(sheet: Sheet, box: Box, booking: Booking, floor: Block | None) -> None:
    """The way there, over the floor's name; lit while it goes on."""
    colours, size = sheet.colours, box.height
    ground, ink = colours.accent, colours.accent_ink
    if booking.cancelled:
        ground, ink = colours.extra["off_block"], colours.soft
    elif going_on(booking, sheet.now):
        ground, ink = colours.extra["now_block"], colours.extra["now_ink"]
    sheet.fill(box, ground, size * 0.176)
    middle = (box.left + box.right) / 2
    if floor is None:
        draw_way(sheet, booking.way, (middle, box.top + size * 0.5), size * 0.56, ink, ground)
        return
    draw_way(sheet, booking.way, (middle, box.top + size * 0.37), size * 0.44, ink, ground)
    sheet.stand(floor, middle, box.top + size * 0.87, ink, "label")
