"""How departures are drawn: where from and the time of day large, then one row each, the next on its own ground.

A departure that finds no room waits: rows are the nearest in time. What is left out goes in this order: the bus on its
road, the source's name beside the sender (it then stands over it), the chip.
"""

from itertools import pairwise
from typing import Final, NamedTuple

from cards.errors import TitleTooLongError
from cards.fitting import Block
from cards.fonts import BODY, CLOCK, STRONG
from cards.geometry import Box
from cards.kinds.departures.facts import Departure, DeparturesFacts
from cards.kinds.departures.road import draw_road
from cards.kinds.departures.row import Columns, DepartureRow, columns_of, departure_row
from cards.kinds.departures.timing import coming, next_change
from cards.kinds.panel import sender_rise
from cards.kinds.rows import Grid, Wish, grid
from cards.model import Card, Language
from cards.parts import chip, chip_height, foot_line, foot_top, footer, headline
from cards.sheet import Sheet

_MOST: Final = 12
"""Nobody waits for the thirteenth bus."""
_ENOUGH: Final = 4
_CLOCK_EM: Final = 0.78
"""How high the digits of a clock stand over their line, with the space that they are laid in."""


class Top(NamedTuple):
    """What stands above the rows, or beside them on a bar."""

    word: str
    title: Block
    clock_px: float
    clock_under: bool
    box: Box
    bottom: float


def draw(sheet: Sheet, card: Card, language: Language) -> None:
    """Draw `card` on `sheet`. Raises TitleTooLongError."""
    facts = card.facts
    assert isinstance(facts, DeparturesFacts)
    departures = coming(facts, sheet.now)[:_MOST]
    source = _source(sheet, facts)
    bar = sheet.shape == "bar"
    land = foot_top(sheet) - sheet.px(24 if not bar else 8) - _rise(sheet)
    land -= sheet.sizes.label * 1.5 if source and source[1] else 0
    top, rows = _plan(sheet, card, _title(sheet, card, facts, language), departures, land)
    shown = departures[: len(rows.rows)] if rows else ()
    sheet.holds_until(next_change(shown, sheet.now))
    sheet.fill(sheet.all, sheet.colours.ground)
    _draw_top(sheet, top)
    if not bar:
        draw_road(sheet, land, trees=_clear(sheet, rows, land), bus=_by_bus(facts))
    if rows is None:
        _nothing(sheet, top, land)
    else:
        _rules(sheet, rows)
        rows.draw(sheet)
    _foot(sheet, source)


def _title(sheet: Sheet, card: Card, facts: DeparturesFacts, language: Language) -> str:
    own = card.text(language).title.strip()
    if own:
        return own
    modes = {one.mode for one in facts.departures} or {"bus"}
    name = {"bus": "title_bus", "train": "title_train"}.get(next(iter(modes)), "title") if len(modes) == 1 else "title"
    return sheet.phrase(name, stop=facts.stop)


def _by_bus(facts: DeparturesFacts) -> bool:
    return all(one.mode == "bus" for one in facts.departures)


def _clear(sheet: Sheet, rows: Grid[DepartureRow] | None, land: float) -> bool:
    """Tell whether trees and a bus have room under the last row, or in the gap in its middle."""
    if rows is None:
        return True
    last, box = list(rows.places())[-1]
    open_middle = last.remark is None and last.destination.width_px < sheet.width * 0.23
    return land - box.bottom > sheet.px(40) or (open_middle and not last.next_one and land - box.bottom > sheet.px(16))


def _plan(
    sheet: Sheet, card: Card, title: str, departures: tuple[Departure, ...], land: float
) -> tuple[Top, Grid[DepartureRow] | None]:
    """The first head under which enough rows stand, else the one under which most do."""
    found: list[tuple[Top, Grid[DepartureRow] | None]] = []
    for top in _tops(sheet, title, land):
        if not departures:
            return top, None
        rows = _rows(sheet, departures, _rows_box(sheet, top, land))
        if rows is None:
            continue
        if len(rows.rows) >= min(len(departures), _ENOUGH):
            return top, rows
        found.append((top, rows))
    if not found:
        raise TitleTooLongError(f"card {card.id} has no room for its title", screen=sheet.screen.name)
    return max(found, key=lambda plan: len(plan[1].rows) if plan[1] else 0)


def _tops(sheet: Sheet, title: str, land: float) -> list[Top]:
    """The heads that can be set, the best first: with the chip or without, the title large or at its floor."""
    sizes, safe = sheet.sizes, sheet.safe
    boxes = [Box(safe.left, safe.top, safe.right, land)]
    if sheet.shape == "bar":
        boxes = [Box(safe.left, safe.top, right, land) for right in (_first_column(sheet), round(sheet.width * 0.42))]
    largest = max(sheet.px(104), sizes.headline_floor)
    found = []
    ways = ((sizes.headline_floor, 2, "chip"), (sizes.headline_floor, 2, ""), (sizes.body_floor, 5, ""))
    for floor, lines, word in ways:
        said = sheet.phrase("chip") if word else ""
        above = chip_height(sheet) + sheet.px(44 if sheet.shape != "bar" else 28) if said else 0.0
        for box in boxes:
            for under in (True,) if sheet.shape == "bar" else (False, True):
                top = _top(sheet, title, box, (largest, floor, lines), above, under=under)
                if top is not None:
                    found.append(top._replace(word=said))
    return found


def _top(
    sheet: Sheet, title: str, box: Box, wish: tuple[float, float, int], above: float, *, under: bool
) -> Top | None:
    largest, floor, lines = wish
    for clock in (max(largest, sheet.sizes.clock), max(floor, sheet.sizes.clock)):
        wide = sheet.width_of("00:00", CLOCK, clock)
        below = clock * 0.72 + sheet.px(40) if under else 0.0
        room = box.width if under else box.width - wide - sheet.px(64)
        high = min(box.height * (0.9 if sheet.shape == "bar" else 0.5), box.height) - above - below
        block = headline(sheet, title, (room, high), lines=lines, largest=largest, floor=floor) if room > 0 else None
        if block is not None and wide <= box.width:
            high = block.height_px + below if under else max(block.height_px, clock * _CLOCK_EM - above)
            return Top("", block, clock, under, box, box.top + above + high)
    return None


def _draw_top(sheet: Sheet, top: Top) -> None:
    """Chip, where from, and the clock: beside the headline's last line, or under it."""
    colours, y = sheet.colours, top.box.top
    if top.word:
        y = chip(sheet, top.word, top.box.left, y).bottom + sheet.px(44 if sheet.shape != "bar" else 28)
    box = sheet.place(top.title, top.box.left, y, colours.ink, "headline")
    last = y + top.title.ascent_px + top.title.step_px * (len(top.title.lines) - 1)
    last = max(last, top.box.top + top.clock_px * _CLOCK_EM)
    if top.clock_under:
        line = box.bottom + sheet.px(40) + top.clock_px * 0.72
        sheet.clock(top.box.left, line, top.clock_px, colours.ink, colours.ground, "left", CLOCK)
    else:
        sheet.clock(top.box.right, last, top.clock_px, colours.ink, colours.ground, "right", CLOCK)


def _rows_box(sheet: Sheet, top: Top, land: float) -> Box:
    if sheet.shape == "bar":
        return Box(top.box.right + sheet.px(72), sheet.safe.top, sheet.safe.right, sheet.safe.bottom)
    return Box(sheet.safe.left, top.bottom + sheet.px(44), sheet.safe.right, land - sheet.px(28))


def _rows(sheet: Sheet, departures: tuple[Departure, ...], box: Box) -> Grid[DepartureRow] | None:
    """As many rows as stand in `box`."""
    tall = sheet.shape == "portrait"
    floor = max(sheet.sizes.body_floor, sheet.px(56 if tall else 50 if sheet.shape == "landscape" else 0))
    largest = max(floor, sheet.px(68 if tall else 60))
    columns: dict[tuple[float, float], Columns] = {}
    following = next((index for index, one in enumerate(departures) if not one.cancelled), -1)

    def make(index: int, width: float, size: float) -> DepartureRow | None:
        key = (width, size)
        if key not in columns:
            columns[key] = columns_of(sheet, departures, width, size)
        return departure_row(sheet, departures[index], width, size, columns[key], next_one=index == following)

    return grid(make, len(departures), box, Wish(largest, floor, sheet.sizes.body_floor, (0.0, 0.3)))


def _rules(sheet: Sheet, rows: Grid[DepartureRow]) -> None:
    """Thin lines between the rows that have no ground of their own."""
    half = max(1.0, sheet.px(1.5))
    for (one, _), (other, box) in pairwise(rows.places()):
        if not one.next_one and not other.next_one:
            y = box.top - rows.gap_px / 2
            sheet.fill(Box(box.left, y - half, box.right, y + half), sheet.colours.extra["rule"])


def _nothing(sheet: Sheet, top: Top, land: float) -> None:
    box = _rows_box(sheet, top, land)
    said = sheet.fit(
        sheet.phrase("none"),
        STRONG,
        (box.width, box.height),
        (sheet.px(84), sheet.sizes.body_floor),
        lines=3,
        leading=1.1,
    )
    if said is not None:
        sheet.place(said, box.left, box.top + (box.height - said.height_px) * 0.3, sheet.colours.soft)


def _source(sheet: Sheet, facts: DeparturesFacts) -> tuple[str, bool] | None:
    """Whose data it is, and whether that must stand on a line of its own over the sender."""
    if not facts.source.strip():
        return None
    said = sheet.phrase("data_from", source=facts.source)
    sender = sheet.card.sender or sheet.screen.municipality.name(sheet.language)
    size, room = sheet.sizes.label, sheet.safe.right - sheet.safe.left
    beside = sheet.width_of(said, BODY, size) + sheet.width_of(sender, STRONG, size) + sheet.px(48) <= room
    return said, sheet.shape == "bar" or not beside


def _foot(sheet: Sheet, source: tuple[str, bool] | None) -> None:
    """Sender and source on the land; on a bar under each other in the first column."""
    colours, size, line, bar = sheet.colours, sheet.sizes.label, foot_line(sheet), sheet.shape == "bar"
    ground, soft = (colours.ground, colours.soft) if bar else (colours.panel, colours.panel_soft)
    right = _first_column(sheet) if bar else sheet.safe.right
    if source is not None:
        said, over = source
        if over:
            room = (right - sheet.safe.left, size * 2)
            block = sheet.fit(said, BODY, room, (size, sheet.sizes.small_floor), lines=1)
            if block is not None:
                sheet.stand(block, sheet.safe.left, line - _rise(sheet) - size * 1.5, soft, "label")
            else:
                sheet.drop("source")
        else:
            words = sheet.one_line(said, BODY, size, "right")
            box = sheet.stand(words, right, min(line, sheet.safe.bottom - words.descent_px), soft, "label")
            right = box.left - sheet.px(40)
    footer(sheet, right=right, ink=colours.ink, soft=soft, ground=ground, place="", day=False, clock=False)


def _rise(sheet: Sheet) -> float:
    """How much higher the land is where the sender takes several lines."""
    right = _first_column(sheet) if sheet.shape == "bar" else sheet.safe.right
    return sender_rise(sheet, right - sheet.safe.left) or 0.0


def _first_column(sheet: Sheet) -> float:
    """Where the first column of a bar ends."""
    return round(sheet.width * 0.3)
