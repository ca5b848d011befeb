"""How a forecast is drawn: the sky of the hour, the time large in it, and a light panel of the hours ahead."""

from datetime import timedelta
from typing import NamedTuple

from cards.colours import best_on
from cards.errors import TitleTooLongError
from cards.fitting import Block
from cards.fonts import BODY, STRONG, Style
from cards.geometry import Box
from cards.kinds.feet import horizon, scene_px
from cards.kinds.weather.facts import WeatherFacts
from cards.kinds.weather.forecast import steps
from cards.kinds.weather.panel import Panel, lying_panel, standing_panel
from cards.kinds.weather.sky import sky_of
from cards.model import Card, Language
from cards.parts import foot_line, footer
from cards.scenes import part_of_day, sky_palette
from cards.sheet import Sheet
from cards.words import date_text

_DIGITS = Style("display", 800, ("case",))
_DAY = Style("display", 600)
_LAND_PX = 150
_COLUMNS = 5


def draw(sheet: Sheet, card: Card, language: Language) -> None:
    """Draw `card` on `sheet`."""
    facts = card.facts
    assert isinstance(facts, WeatherFacts)
    told = steps(facts, sheet.now, _COLUMNS)
    sheet.holds_until(sheet.now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1))
    for step in told:
        sheet.holds_until(step.hour.at)
    sky = sky_of(told[0].hour.symbol if told else 5)
    palette = sheet.colours.scene or sky_palette(part_of_day(sheet.now), sky)
    bar = sheet.shape == "bar"
    source = _source(sheet, facts)
    lift = source.lift
    high = horizon(sheet, palette, f"sky-{'plain' if bar else sky}", _LAND_PX, lift)
    _foot(sheet, facts, palette[-1], source)
    foot_top = min(foot_line(sheet) - lift - sheet.sizes.label, high - scene_px(sheet, _LAND_PX))
    standing = sheet.shape in ("portrait", "square")
    top = sheet.safe.top if bar else sheet.height * (0.42 if standing else 0.44)
    left = round(sheet.width * 0.4) if bar else sheet.safe.left
    box = Box(left, round(top), sheet.safe.right, round(foot_top - sheet.px(20 if bar else 28)))
    panel = standing_panel(sheet, told, box, language) if standing else lying_panel(sheet, told, box, language)
    if panel is None:
        sheet.drop("hours")
        panel = Panel((), 0)
    box = box._replace(bottom=box.top + panel.height) if standing else box._replace(top=box.bottom - panel.height)
    if len(panel.cells) == 1 and not standing:
        box = box._replace(left=box.right - panel.narrowest_px(sheet))
    if panel.cells:
        panel.draw(sheet, box, standing=standing)
    under = foot_top if bar or not panel.cells else box.top
    room = Box(sheet.safe.left, sheet.safe.top, _clock_end(sheet, standing=standing), under)
    if standing:
        room = room._replace(bottom=high * 0.25 if sheet.shape == "portrait" else sheet.height * 0.385)
    elif bar:
        room = room._replace(bottom=high - scene_px(sheet, 410))
    else:
        room = room._replace(bottom=under - sheet.px(48))
    _time(sheet, palette[0], room, language)


class _Source(NamedTuple):
    """Who made the forecast, which must always be told; and how much the sender rises when it has a line of its own."""

    block: Block
    lift: float


def _source(sheet: Sheet, facts: WeatherFacts) -> _Source:
    size, floor = sheet.sizes.label, sheet.sizes.small_floor
    said = sheet.phrase("weather_from", source=facts.source)
    name = sheet.card.sender or sheet.screen.municipality.name(sheet.language)
    both = sheet.width_of(name, STRONG, size) + sheet.width_of(said, BODY, size) + sheet.px(48)
    if both <= sheet.safe.width:
        return _Source(sheet.one_line(said, BODY, size, "right"), 0.0)
    for text in (said, facts.source):
        for lines in (1, 3):
            block = sheet.fit(text, BODY, (sheet.safe.width, size * 5), (size, floor), lines=lines, leading=1.15)
            if block is not None:
                return _Source(block, block.step_px * (len(block.lines) - 1) + size * (1.6 if sheet.mirrored else 1.3))
    raise TitleTooLongError(f"card {sheet.card.id} has no room for its source", screen=sheet.screen.name)


def _foot(sheet: Sheet, facts: WeatherFacts, ground: str, source: _Source) -> None:
    ink, right = best_on(ground, "#FFFFFF", "#0A2234"), sheet.safe.right
    block, lift = source
    if lift:
        sheet.stand(block, sheet.safe.left, foot_line(sheet) - block.step_px * (len(block.lines) - 1), ink, "label")
    else:
        right = sheet.stand(block, right, foot_line(sheet), ink, "label").left - sheet.px(48)
    edge = None if lift else right
    footer(sheet, right=edge, ink=ink, soft=ink, ground=ground, place=facts.place, day=False, clock=False, lift=lift)


def _clock_end(sheet: Sheet, *, standing: bool) -> float:
    """Where the time must end, so that it meets neither the sun nor the panel."""
    if sheet.shape == "portrait":
        return sheet.safe.right
    return sheet.width * (0.37 if sheet.shape == "bar" else 0.61 if standing else 0.55)


def _time(sheet: Sheet, ground: str, room: Box, language: Language) -> None:
    """The time and the day, in the plain part of the sky."""
    ink = best_on(ground, "#0A2234", "#FFFFFF")
    said = date_text(sheet.now.date(), language)
    largest = max(sheet.px(66), sheet.sizes.body)
    day = sheet.fit(said, _DAY, (room.width, room.height), (largest, sheet.sizes.body_floor), lines=2)
    gap, widest = sheet.px(40), room.width * 0.94 / sheet.width_of("00:00", _DIGITS, 1)
    size = min((room.height - (day.height_px + gap if day else 0)) / 0.74, widest, sheet.px(330))
    if size < sheet.sizes.clock * 1.5:
        size, day = min(room.height / 0.74, widest, sheet.px(330)), None
        sheet.drop("day")
    baseline = room.top + size * 0.72
    sheet.clock(room.left, baseline, max(size, sheet.sizes.clock), ink, ground, "left", _DIGITS)
    if day is not None:
        sheet.place(day, room.left, baseline + gap, ink)
