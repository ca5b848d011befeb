"""How a clock is drawn: the time as large as it goes, over a low horizon in the hour's own light."""

from datetime import timedelta

from cards.colours import best_on
from cards.fitting import Block
from cards.fonts import Style
from cards.geometry import Box
from cards.kinds.feet import horizon, sender_lift
from cards.model import Card, Language
from cards.parts import foot_top, footer
from cards.scenes import part_of_day, sky_palette
from cards.sheet import Sheet
from cards.strips import clock_em
from cards.words import date_text

_DIGITS = Style("display", 800, ("case",))
_DAY = Style("display", 600)


_GAP = 64


def draw(sheet: Sheet, card: Card, language: Language) -> None:  # noqa: ARG001 - a clock has no text of its own
    """Draw `card` on `sheet`."""
    sheet.holds_until(sheet.now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1))
    palette = sheet.colours.scene or sky_palette(part_of_day(sheet.now), "clear")
    room, ground = _grounds(sheet, palette)
    ink = best_on(ground, sheet.colours.ink, "#0A2234")
    foot = best_on(palette[-1], "#FFFFFF", "#0A2234")
    footer(sheet, right=room.right if sheet.shape == "bar" else None, ink=foot, soft=foot, day=False, clock=False)
    day = _day(sheet, room, language)
    size = _digits_px(sheet, room, day)
    if day is not None and size < sheet.sizes.headline_floor * 1.2:
        day = None
        size = _digits_px(sheet, room, day)
    if day is None:
        sheet.drop("day")
    taken = size * 0.73 + (day.height_px + sheet.px(_GAP) if day else 0)
    baseline = room.top + max(0.0, room.height - taken) * _lowered(sheet) + size * 0.73
    sheet.clock(room.left, baseline, size, ink, ground, "left", _DIGITS)
    if day is not None:
        sheet.place(day, room.left, baseline + sheet.px(_GAP), ink)


def _grounds(sheet: Sheet, palette: tuple[str, ...]) -> tuple[Box, str]:
    """The hour's own sky; on a bar it stands beside the time. Returns the room for time and day, and its ground."""
    safe = sheet.safe
    if sheet.shape == "bar":
        edge = round(sheet.width * 0.56)
        sheet.fill(sheet.all, palette[-1])
        sheet.scene(Box(edge, 0, sheet.width, sheet.height), palette, "greeting")
        right = edge - sheet.px(48)
        low = foot_top(sheet) - sender_lift(sheet, right - safe.left) - sheet.px(40)
        return Box(safe.left, safe.top, right, low), palette[-1]
    # A standing card has more sky than words: its land goes on below, so that the sun stands nearer to them.
    more = sheet.height * 0.12 if sheet.shape == "portrait" else 0
    low = horizon(sheet, palette, "greeting", 96, more) - sheet.px(430)
    return Box(safe.left, safe.top, safe.right, low), palette[0]


def _lowered(sheet: Sheet) -> float:
    return 0.5 if sheet.shape == "portrait" else 0.4


def _day(sheet: Sheet, room: Box, language: Language) -> Block | None:
    """The day: on one line, on a standing card on two large ones."""
    sizes, said = sheet.sizes, date_text(sheet.now.date(), language)
    design, lines = (132, 2) if sheet.shape == "portrait" else (84, 1)
    largest = max(sheet.px(design), sizes.strong)
    for count in (lines, 2):
        box = (room.width, room.height * 0.5)
        block = sheet.fit(said, _DAY, box, (largest, sizes.body_floor), lines=count, leading=1.15)
        if block is not None:
            return block
    return None


def _digits_px(sheet: Sheet, room: Box, day: Block | None) -> float:
    """The digits as large as they go beside the day."""
    height = room.height - (day.height_px + sheet.px(_GAP) if day else 0)
    largest = min(height / 0.74, (room.width - 2) / clock_em(_DIGITS), sheet.px(440))
    return max(sheet.sizes.clock, largest)
