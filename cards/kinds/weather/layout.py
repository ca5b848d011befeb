"""How a forecast is drawn: the sky of the hour, the time large in it, and a light panel of the hours ahead."""

from datetime import timedelta
from typing import NamedTuple

from cards.fitting import Block, sizes
from cards.fonts import BODY, BODY_STRONG, HEADLINE, Style
from cards.geometry import Box
from cards.kinds.clock.layout import readable
from cards.kinds.feet import horizon
from cards.kinds.weather.facts import WeatherFacts
from cards.kinds.weather.forecast import Step, steps
from cards.model import Card, Language
from cards.parts import foot_line, footer
from cards.scenes import part_of_day, sky_palette
from cards.sheet import Sheet
from cards.words import date_text, degrees, sentence_case, short_day, short_time, sky_of, sky_word

_DIGITS = Style("display", 800, ("case",))
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
    high = horizon(sheet, palette, f"sky-{sky}", _LAND_PX)
    _foot(sheet, facts, palette[-1])
    foot_top = min(foot_line(sheet) - sheet.sizes.label, high - sheet.px(_LAND_PX))
    standing = sheet.shape in ("portrait", "square")
    top = sheet.height * (0.42 if standing else 0.44)
    box = Box(sheet.safe.left, round(top), sheet.safe.right, round(foot_top - sheet.px(28)))
    panel = _standing_panel(sheet, told, box, language) if standing else _lying_panel(sheet, told, box, language)
    if panel is None:
        sheet.drop("hours")
        panel = _Panel((), 0)
    box = Box(box.left, box.bottom - panel.height, box.right, box.bottom) if not standing else box
    if panel.cells:
        sheet.fill(box, sheet.colours.panel, sheet.px(40))
        panel.draw(sheet, box, standing=standing)
    _time(sheet, palette[0], box.top if panel.cells else foot_top, language, standing=standing)


def _foot(sheet: Sheet, facts: WeatherFacts, ground: str) -> None:
    ink = readable(ground, "#FFFFFF", "#0A2234")
    source = sheet.words.weather_from.format(source=facts.source)
    wide = sheet.width_of(source, BODY, sheet.sizes.label)
    right = sheet.safe.right - wide - sheet.px(48)
    footer(sheet, right=right, ink=ink, soft=ink, ground=ground, place=facts.place, day=False, clock=False)
    sheet.line(source, BODY, sheet.sizes.label, sheet.safe.right, foot_line(sheet), ink, "right", "label")


def _time(sheet: Sheet, ground: str, bottom: float, language: Language, *, standing: bool) -> None:
    """The time and the day, in the plain part of the sky."""
    ink = readable(ground, "#0A2234", "#FFFFFF")
    width = sheet.safe.width * (1.0 if standing else 0.58)
    room = (sheet.height * 0.25 if standing else bottom - sheet.px(48)) - sheet.safe.top
    said = date_text(sheet.now.date(), language)
    largest = max(sheet.px(66), sheet.sizes.body)
    day = sheet.fit(said, Style("display", 600), (width, room), (largest, sheet.sizes.body_floor), lines=2)
    spare = room - (day.height_px + sheet.px(40) if day else 0)
    size = min(spare / 0.74, width * 0.94 / sheet.width_of("00:00", _DIGITS, 1), sheet.px(330))
    if size < sheet.sizes.clock:
        size, day = min(room / 0.74, sheet.px(330)), None
    baseline = sheet.safe.top + size * 0.72
    sheet.clock(sheet.safe.left, baseline, size, ink, ground, "left", _DIGITS)
    if day is not None:
        sheet.place(day, sheet.safe.left, baseline + sheet.px(40), ink)


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
        for index, cell in enumerate(self.cells):
            x, top = box.left + pad + index * column, box.top + sheet.px(48)
            label = sheet.place(cell.label, x, top, colours.panel_soft, "label")
            degree = sheet.stand(
                cell.warm, x, label.bottom + sheet.px(34) + cell.warm.size_px * 0.72, colours.panel_ink
            )
            sheet.place(cell.word, x, degree.bottom + sheet.px(34), colours.panel_soft)


def _label(sheet: Sheet, step: Step, language: Language) -> str:
    local = sheet.local(step.hour.at)
    if step.now:
        return sheet.words.now
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
        tallest = max(cell.label.height_px + cell.warm.size_px * 0.72 + cell.word.height_px for cell in cells)
        height = tallest + sheet.px(48 * 2 + 34 * 2 + 12)
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
    warmths = [degrees(step.hour.celsius) for step in told]
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
