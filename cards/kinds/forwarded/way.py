"""The way of a question: its stations beside each other, or under each other where the card stands."""

from typing import NamedTuple

from cards.fitting import Block
from cards.fonts import BODY, STRONG, Style
from cards.geometry import Box
from cards.kinds.forwarded.told import Station
from cards.kinds.signs import bubble_height, sign_bubble
from cards.parts import Stack, stack
from cards.sheet import Sheet


class Way(NamedTuple):
    """The stations as they are set in `width` px each, with bubbles `wide`; `standing`: from the top down."""

    stations: tuple[Station, ...]
    words: tuple[Stack, ...]
    wide: float
    gap: float
    standing: bool

    @property
    def height_px(self) -> float:
        """From the first bubble's top to the last words."""
        if self.standing:
            return sum(self._row_px(words) for words in self.words) + (len(self.words) - 1) * self.gap * 1.6
        return bubble_height(self.wide) + self.gap + max(words.height_px for words in self.words)

    def _row_px(self, words: Stack) -> float:
        return max(bubble_height(self.wide), words.height_px)

    def draw(self, sheet: Sheet, box: Box) -> None:
        """Draw it in the middle of `box`; standing, its stations move apart where there is room."""
        spare, step = box.height - self.height_px, box.width / len(self.stations)
        apart = self.gap * 1.6
        if self.standing and len(self.stations) > 1:
            more = min(spare * 0.6 / (len(self.stations) - 1), self.wide * 0.9)
            apart, spare = apart + more, spare - more * (len(self.stations) - 1)
        y = box.top + spare * 0.5
        places = []
        for index, words in enumerate(self.words):
            if self.standing:
                row = self._row_px(words)
                places.append((box.left, y + (row - bubble_height(self.wide)) / 2))
                words.draw(sheet, box.left + self.wide * 1.35, y + (row - words.height_px) / 2)
                y += row + apart
            else:
                places.append((box.left + index * step, y))
                words.draw(sheet, box.left + index * step, y + bubble_height(self.wide) + self.gap)
        self._line(sheet, places)
        colours = sheet.colours
        grounds = {"tick": colours.panel, "dots": colours.accent, "none": colours.extra["coming"]}
        for station, (x, top) in zip(self.stations, places, strict=True):
            ink = colours.extra["tick" if station.sign == "tick" else "dots"]
            sign_bubble(sheet, x, top, self.wide, station.sign, grounds[station.sign], ink)

    def _line(self, sheet: Sheet, places: list[tuple[float, float]]) -> None:
        """What joins the stations: whole where the question has been, dots where it has still to go."""
        thick, free = self.wide * 0.09, self.wide * 0.2
        for (station, (x0, y0)), (x1, y1) in zip(zip(self.stations, places, strict=True), places[1:], strict=False):
            if self.standing:
                x, start, end = x0 + self.wide / 2, y0 + bubble_height(self.wide) + free * 0.4, y1 - free * 0.4
            else:
                x, start, end = y0 + self.wide * 0.41, x0 + self.wide + free, x1 - free
            colour = sheet.colours.panel if station.sign == "tick" else sheet.colours.extra["coming"]
            if end - start < thick * 2:
                continue
            if station.sign == "tick":
                across = Box(start, x - thick / 2, end, x + thick / 2)
                down = Box(x - thick / 2, start, x + thick / 2, end)
                sheet.fill(down if self.standing else across, colour, thick / 2)
                continue
            count = max(1, int((end - start) / (thick * 3)))
            for index in range(count):
                along = start + (end - start) * (index + 0.5) / count
                at = (x, along) if self.standing else (along, x)
                sheet.disc(*at, thick / 2, colour)


def way_of(sheet: Sheet, stations: tuple[Station, ...], room: tuple[float, float], *, standing: bool) -> Way | None:
    """The stations as large as they go in `room` (width and height). None when they do not fit."""
    design = {"bar": 84, "portrait": 132}.get(sheet.shape, 110)
    for lines, share in ((1, 1.0), (1, 0.88), (1, 0.76), (2, 0.88), (2, 0.76), (1, 0.0), (2, 0.0)):
        wide = sheet.px(design * max(share, 0.7))
        width = room[0] - wide * 1.35 if standing else room[0] / len(stations) - sheet.px(40)
        words = [_words(sheet, station, width, share, lines) for station in stations]
        there = [each for each in words if each is not None]
        if len(there) == len(stations):
            gap = sheet.px(28 if sheet.shape != "bar" else 16)
            way = Way(stations, tuple(there), wide, gap, standing)
            if way.height_px <= room[1]:
                return way
    return None


def _words(sheet: Sheet, station: Station, width: float, share: float, lines: int) -> Stack | None:
    """What a station is, and under it when; each on at most so many lines."""
    sizes, colours, tall = sheet.sizes, sheet.colours, 1.2 if sheet.shape == "portrait" else 1.0
    label = _fitted(sheet, station.label, BODY, width, max(sheet.px(46) * tall * share, sizes.small_floor), lines)
    when = _fitted(sheet, station.when, STRONG, width, max(sheet.px(62) * tall * share, sizes.body_floor), lines)
    if label is None or when is None:
        return None
    ink = colours.accent if station.sign == "dots" else colours.ink
    return stack((label, 0, colours.soft), (when, sizes.label * (0.62 if not sheet.mirrored else 1.0), ink))


def _fitted(sheet: Sheet, text: str, style: Style, width: float, size: float, lines: int) -> Block | None:
    block = sheet.fit(text, style, (width, sheet.height), (size, size), lines=lines, leading=1.15)
    return block if block is not None and not block.hyphenated else None
