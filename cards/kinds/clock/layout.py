"""How a clock is drawn: the time as large as it goes, over a low horizon in the hour's own light."""

from datetime import timedelta

from cards.colours import best_on
from cards.fonts import Style
from cards.geometry import Box
from cards.kinds.feet import horizon
from cards.model import Card, Language
from cards.parts import foot_line, footer
from cards.scenes import part_of_day, sky_palette
from cards.sheet import Sheet
from cards.words import date_text

_DIGITS = Style("display", 800, ("case",))
_DAY = Style("display", 600)


def draw(sheet: Sheet, card: Card, language: Language) -> None:  # noqa: ARG001 - a clock has no text of its own
    """Draw `card` on `sheet`."""
    colours = sheet.colours
    palette = colours.scene or sky_palette(part_of_day(sheet.now), "clear")
    sheet.holds_until(sheet.now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1))
    bar = sheet.shape == "bar"
    if bar:
        sheet.fill(sheet.all, palette[0])
        sheet.scene(Box(round(sheet.width * 0.62), 0, sheet.width, sheet.height), palette, "greeting")
        high = foot_line(sheet) - sheet.sizes.label * 2.3
    else:
        high = horizon(sheet, palette, "greeting", 96)
    ink = best_on(palette[0], colours.ink, "#0A2234")
    foot_ink = ink if bar else best_on(palette[-1], "#FFFFFF", "#0A2234")
    width = sheet.width * 0.58 - sheet.safe.left if bar else sheet.safe.width
    footer(sheet, right=sheet.safe.left + width, ink=foot_ink, soft=foot_ink, day=False, clock=False)
    bottom = high if bar else high - sheet.px(430)
    day = date_text(sheet.now.date(), language)
    block = sheet.fit(
        day,
        _DAY,
        (width, bottom - sheet.safe.top),
        (max(sheet.px(84), sheet.sizes.strong), sheet.sizes.body_floor),
        lines=2,
    )
    spare = bottom - sheet.safe.top - (block.height_px + sheet.px(56) if block else 0)
    widest = width / sheet.width_of("00:00", _DIGITS, 1)
    size = max(sheet.sizes.headline_floor, min(spare / 0.74, widest, sheet.px(440)))
    baseline = sheet.safe.top + size * 0.73 + max(0.0, spare - size * 0.74) * 0.4
    sheet.clock(sheet.safe.left, baseline, size, ink, palette[0], "left", _DIGITS)
    if block is not None:
        sheet.place(block, sheet.safe.left, baseline + sheet.px(56), ink)
    else:
        sheet.drop("day")
