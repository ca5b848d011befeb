"""How a forecast is drawn: the sky of the hour, the time large in it, and a light panel of the hours ahead."""

from datetime import timedelta
from typing import NamedTuple

from cards.colours import best_on
from cards.fitting import Block, sizes
from cards.fonts import BODY, BODY_STRONG, HEADLINE, STRONG, Style
from cards.geometry import Box
from cards.kinds.feet import horizon, scene_px
from cards.kinds.weather.facts import WeatherFacts
from cards.kinds.weather.forecast import Step, steps
from cards.kinds.weather.sky import sky_of, sky_word
from cards.model import Card, Language
from cards.parts import foot_line, footer
from cards.scenes import part_of_day, sky_palette
from cards.sheet import Sheet
from cards.words import date_text, degrees, sentence_case, short_day, short_time

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
    lift = _foot_lift(sheet, facts)
    high = horizon(sheet, palette, f"sky-{'plain' if bar else sky}", _LAND_PX, lift)
    _foot(sheet, facts, palette[-1], lift)
    foot_top = min(foot_line(sheet) - lift - sheet.sizes.label, high - scene_px(sheet, _LAND_PX))
    standing = sheet.shape in ("portrait", "square")
    top = sheet.safe.top if bar else sheet.height * (0.42 if standing else 0.44)
    left = round(sheet.width * 0.4) if bar else sheet.safe.left
    box = Box(left, round(top), sheet.safe.right, round(foot_top - sheet.px(20 if bar else 28)))
    panel = _standing_panel(sheet, told, box, language) if standing else _lying_panel(sheet, told, box, language)
    if panel is None:
        sheet.drop("hours")
        panel = _Panel((), 0)
    box = Box(box.left, box.bottom - panel.height, box.right, box.bottom) if not standing else box
    if panel.cells:
        sheet.fill(box, sheet.colours.panel, sheet.px(40))
        panel.draw(sheet, box, standing=standing)
    under = foot_top if bar or not panel.cells else box.top
    room = Box(sheet.safe.left, sheet.safe.top, _clock_end(sheet, standing=standing), under)
    if standing:
        room = room._replace(bottom=sheet.height * 0.25)
    elif bar:
        room = room._replace(bottom=high - scene_px(sheet, 410))
    else:
        room = room._replace(bottom=under - sheet.px(48))
    _time(sheet, palette[0], room, language)


def _foot_lift(sheet: Sheet, facts: WeatherFacts) -> float:
    """How much the sender must rise so that the forecast's source, which must always be told, has its own line."""
    size = sheet.sizes.label
    name = sheet.card.sender or sheet.screen.municipality.name(sheet.language)
    both = sheet.width_of(name, STRONG, size) + sheet.width_of(_source(sheet, facts), BODY, size) + sheet.px(48)
    return 0.0 if both <= sheet.safe.width else size * 1.3


def _source(sheet: Sheet, facts: WeatherFacts) -> str:
    return sheet.phrase("weather_from", source=facts.source)


def _foot(sheet: Sheet, facts: WeatherFacts, ground: str, lift: float) -> None:
    ink = best_on(ground, "#FFFFFF", "#0A2234")
    size, source, right = sheet.sizes.label, _source(sheet, facts), sheet.safe.right
    line = sheet.fit(source, BODY, (sheet.safe.width, size * 2), (size, sheet.sizes.small_floor), lines=1)
    if line is None:
        line = sheet.one_line(source, BODY, sheet.sizes.small_floor)
    if lift:
        sheet.stand(line, sheet.safe.left, foot_line(sheet), ink, "label")
    else:
        box = sheet.stand(line._replace(align="right"), right, foot_line(sheet), ink, "label")
        right = box.left - sheet.px(48)
    footer(sheet, right=right, ink=ink, soft=ink, ground=ground, place=facts.place, day=False, clock=False, lift=lift)


def _clock_end(sheet: Sheet, *, standing: bool) -> float:
    """Where the time must end, so that it meets neither the sun nor the panel."""
    if sheet.shape == "portrait":
        return sheet.safe.right
    if standing:
        return sheet.safe.left + sheet.safe.width * 0.66
    return sheet.width * 0.37 if sheet.shape == "bar" else sheet.safe.left + sheet.safe.width * 0.58


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


class _Cell(NamedTuple):
    """One step: when, how warm, what kind of weather."""

    label: Block
    warm: Block
    word: Block


class _Panel(NamedTuple):
    """The cells that fit, and the panel's height."""

    cells: tuple[_Cell, ...]
    height: float

    def draw(self, sheet: Sheet, box: Box, *, standing: bool) -> None:
        """Draw the cells into `box`: side by side, or under each other."""
        colours, pad = sheet.colours, sheet.px(56)
        if standing:
            pitch = (box.height - sheet.px(40)) / len(self.cells)
            for index, cell in enumerate(self.cells):
                middle = box.top + sheet.px(20) + pitch * (index + 0.5)
                baseline = middle + cell.label.size_px * 0.33
                if index:
                    line = Box(box.left + pad, middle - pitch / 2 - 1, box.right - pad, middle - pitch / 2 + 1)
                    sheet.fill(line, "#D9E4EC")
                sheet.stand(cell.label, box.left + pad, baseline, colours.panel_soft, "label")
                sheet.stand(cell.word, box.left + box.width * 0.29, baseline, colours.panel_ink)
                warm = middle + cell.warm.size_px * 0.35
                sheet.stand(cell.warm._replace(align="right"), box.right - pad, warm, colours.panel_ink)
            return
        column = (box.width - 2 * pad) / len(self.cells)
        # One baseline for each row of texts, whatever their letters: "Nu" and "17" stand level.
        labels = box.top + sheet.px(48) + max(cell.label.ascent_px for cell in self.cells)
        warmths = labels + sheet.px(34) + self.cells[0].warm.size_px * 0.76
        words = warmths + sheet.px(36) + max(cell.word.ascent_px for cell in self.cells)
        for index, cell in enumerate(self.cells):
            x = box.left + pad + index * column
            sheet.stand(cell.label, x, labels, colours.panel_soft, "label")
            sheet.stand(cell.warm, x, warmths, colours.panel_ink)
            sheet.stand(cell.word, x, words, colours.panel_soft)


def _label(sheet: Sheet, step: Step, language: Language) -> str:
    local = sheet.local(step.hour.at)
    if step.now:
        return sheet.phrase("now")
    if step.hour.daily:
        return sentence_case(short_day(local.date(), language))
    return short_time(local, language)


def _lying_panel(sheet: Sheet, told: tuple[Step, ...], box: Box, language: Language) -> _Panel | None:
    """Columns side by side; fewer where the screen is so far that five find no room."""
    for count in range(len(told), 0, -1):
        column = (box.width - 2 * sheet.px(56)) / count
        cells = _cells(sheet, told[:count], column - sheet.px(28), column - sheet.px(28), language)
        if cells is None:
            continue
        label, word = (
            max(block.ascent_px for block in row) for row in zip(*((c.label, c.word) for c in cells), strict=True)
        )
        deep = max(cell.word.descent_px for cell in cells)
        height = label + cells[0].warm.size_px * 0.76 + word + deep + sheet.px(48 * 2 + 34 + 36)
        if height <= box.height:
            return _Panel(cells, height)
    return None


def _standing_panel(sheet: Sheet, told: tuple[Step, ...], box: Box, language: Language) -> _Panel | None:
    """Rows under each other."""
    for count in range(len(told), 0, -1):
        cells = _cells(sheet, told[:count], box.width * 0.22, box.width * 0.4, language)
        if cells and all(cell.warm.size_px * 1.25 <= (box.height - sheet.px(40)) / count for cell in cells):
            return _Panel(cells, box.height)
    return None


def _cells(
    sheet: Sheet, told: tuple[Step, ...], narrow: float, wide: float, language: Language
) -> tuple[_Cell, ...] | None:
    """The cells with one size for each row of texts. None when a word finds no room."""
    body, small = sheet.sizes.body, sheet.sizes.small_floor
    labels = [_label(sheet, step, language) for step in told]
    words = [sky_word(step.hour.symbol, language) for step in told]
    # A temperature keeps its minus in front also where texts run from the right.
    mark = "\u200e" if sheet.mirrored else ""
    warmths = [f"{mark}{degrees(step.hour.celsius)}{mark}" for step in told]
    label = _shared(sheet, labels, BODY_STRONG, narrow, body, small)
    word = _shared(sheet, words, BODY, wide, body, small)
    warm = _shared(sheet, warmths, HEADLINE, narrow, max(sheet.px(100), body * 1.8), body)
    if label is None or word is None or warm is None:
        return None
    return tuple(
        _Cell(
            sheet.one_line(labels[index], BODY_STRONG, label),
            sheet.one_line(warmths[index], HEADLINE, warm),
            sheet.one_line(words[index], BODY, word),
        )
        for index in range(len(told))
    )


def _shared(sheet: Sheet, texts: list[str], style: Style, width: float, largest: float, floor: float) -> float | None:
    """The largest size at which every text fits `width` on one line."""
    return next(
        (size for size in sizes(largest, floor) if all(sheet.width_of(text, style, size) <= width for text in texts)),
        None,
    )
