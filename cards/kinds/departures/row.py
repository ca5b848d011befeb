"""One row of departures: the line on a badge, where it goes, what there is to say, and when it leaves."""

from typing import NamedTuple

from cards.fitting import Block
from cards.fonts import BODY, HEADLINE, STRONG
from cards.geometry import Box
from cards.kinds.departures.facts import Departure
from cards.kinds.departures.timing import minutes_late, minutes_left, told_in_minutes
from cards.sheet import Sheet
from cards.words import tie, time_text

_HIGH = 2.0
"""The row's height in shares of the destination's size, as in the design."""


class Columns(NamedTuple):
    """What all rows have in common, so that they stand under each other: the badge's and the time's width."""

    badge_px: float
    time_px: float
    beside: bool
    """Whether remarks stand beside the destination; else they stand under it."""


class DepartureRow(NamedTuple):
    """A row that is set."""

    departure: Departure
    line: Block
    destination: Block
    remark: Block | None
    time: Block
    unit: Block | None
    columns: Columns
    size_px: float
    next_one: bool
    """Whether it is the next that leaves: that row has a ground of its own."""

    @property
    def height_px(self) -> float:
        """With the space above and below that its ground takes."""
        text = self.destination.step_px * (len(self.destination.lines) - 1)
        if self.remark is not None and not self.columns.beside:
            text += self._under_px
        return max(self.size_px * _HIGH + text, self._badge_px + self.size_px * 0.6)

    @property
    def _badge_px(self) -> float:
        """The badge's height: more than usual only where the line's name takes several lines."""
        return max(self.size_px * 1.33, self.line.height_px + self.size_px * 0.5)

    @property
    def _under_px(self) -> float:
        assert self.remark is not None
        return max(self.size_px * 0.9, self.destination.descent_px + self.remark.ascent_px + self.size_px * 0.12)

    def draw(self, sheet: Sheet, box: Box) -> None:
        """Draw the row in `box`."""
        colours, size, off = sheet.colours, self.size_px, self.departure.cancelled
        middle = (box.top + box.bottom) / 2
        if self.next_one:
            pad = min(sheet.px(32), box.left)
            sheet.fill(Box(box.left - pad, box.top, box.right + pad, box.bottom), colours.panel, sheet.px(24))
        high = self._badge_px
        badge = Box(box.left, middle - high / 2, box.left + self.columns.badge_px, middle + high / 2)
        sheet.fill(badge, colours.extra["rule"] if off else colours.accent, size * 0.33)
        text = self.line
        centre = middle + text.size_px * 0.35 - text.step_px * (len(text.lines) - 1) / 2
        sheet.stand(
            text._replace(align="center"),
            (badge.left + badge.right) / 2,
            centre,
            colours.soft if off else colours.accent_ink,
        )
        self._destination(sheet, badge.right + size * 0.8, box, middle)
        self._time(sheet, box.right, middle)

    def _destination(self, sheet: Sheet, x: float, box: Box, middle: float) -> None:
        size, colours = self.size_px, sheet.colours
        lines = self.destination.step_px * (len(self.destination.lines) - 1)
        under = self._under_px if self.remark is not None and not self.columns.beside else 0.0
        baseline = middle + size * 0.35 - (lines + under) / 2
        ink = colours.soft if self.departure.cancelled else colours.ink
        sheet.stand(self.destination, x, baseline, ink)
        if self.remark is None:
            return
        remark = colours.extra["remark"] if self.late or self.departure.cancelled else colours.soft
        if self.columns.beside:
            sheet.stand(self.remark, box.left + (box.right - box.left) * 0.5, middle + size * 0.35, remark)
        else:
            sheet.stand(self.remark, x, baseline + lines + under, remark)

    @property
    def late(self) -> bool:
        """Tell whether it leaves after its time."""
        return minutes_late(self.departure) > 0

    def _time(self, sheet: Sheet, right: float, middle: float) -> None:
        colours, off = sheet.colours, self.departure.cancelled
        baseline = middle + self.size_px * 0.37
        edge = right
        if self.unit is not None:
            edge = sheet.stand(self.unit, right, baseline, colours.soft).left - self.size_px * 0.36
        since = len(sheet.marks)
        sheet.stand(self.time, edge, baseline, colours.soft if off else colours.ink)
        if off:
            sheet.strike(sheet.marks[since:], colours.soft)


def said_time(sheet: Sheet, departure: Departure) -> tuple[str, str]:
    """When it leaves, and the unit of minutes where it is told in them."""
    if not told_in_minutes(departure, sheet.now):
        at = departure.at if departure.cancelled else departure.leaves
        return time_text(sheet.local(at), sheet.language), ""
    left = minutes_left(departure, sheet.now)
    return (str(left), sheet.phrase("minutes")) if left else (sheet.phrase("now"), "")


def said_remark(sheet: Sheet, departure: Departure) -> str:
    """What is out of the ordinary, in words; else from where it leaves."""
    if departure.cancelled:
        return sheet.phrase("cancelled")
    if late := minutes_late(departure):
        return tie(sheet.phrase("late", count=late))
    return sheet.phrase("platform", where=departure.platform) if departure.platform.strip() else ""


def columns_of(sheet: Sheet, departures: tuple[Departure, ...], width: float, size: float) -> Columns:
    """The columns that hold every one of `departures` at `size`."""
    signs = max(sheet.width_of(one.line, HEADLINE, size * 0.93) for one in departures)
    badge = min(max(size * 2.4, signs + size * 0.7), width * 0.26)
    time = max(_time_width(sheet, one, size) for one in departures)
    half = width * 0.5
    remarks = [said_remark(sheet, one) for one in departures]
    wide = max(sheet.width_of(said, STRONG, _remark_px(sheet, size)) if said else 0 for said in remarks)
    names = max(
        (sheet.width_of(one.destination, STRONG, size) for one, said in zip(departures, remarks, strict=True) if said),
        default=0.0,
    )
    fits = badge + size * 0.8 + names + size * 0.6 <= half and half + wide + size * 0.6 + time <= width
    return Columns(badge, time, fits)


def _remark_px(sheet: Sheet, size: float) -> float:
    return max(size * 0.77, sheet.sizes.small_floor)


def _time_width(sheet: Sheet, departure: Departure, size: float) -> float:
    time, unit = _time_blocks(sheet, departure, size)
    return time.width_px + (unit.width_px + size * 0.36 if unit else 0)


def _time_blocks(sheet: Sheet, departure: Departure, size: float) -> tuple[Block, Block | None]:
    said, unit = said_time(sheet, departure)
    large = size * (1.0 if departure.cancelled else 1.2)
    small = sheet.one_line(unit, BODY, max(size * 0.8, sheet.sizes.small_floor), "right") if unit else None
    return sheet.one_line(said, HEADLINE, large, "right"), small


def departure_row(
    sheet: Sheet, departure: Departure, width: float, size: float, columns: Columns, *, next_one: bool
) -> DepartureRow | None:
    """`departure` in `width` with its destination at `size`; None where it does not go in."""
    floor = sheet.sizes.small_floor
    line = sheet.fit(
        departure.line or "–",
        HEADLINE,
        (columns.badge_px - size * 0.24, size * 1.3),
        (max(size * 0.93, floor), floor),
        lines=1,
    )
    line = line or sheet.fit(
        departure.line, STRONG, (columns.badge_px - size * 0.2, size * 3), (floor, floor), lines=3, leading=1.0
    )
    said = said_remark(sheet, departure)
    room = width - columns.badge_px - size * 0.8 - columns.time_px - size * 0.6
    if columns.beside and said:
        room = width * 0.5 - columns.badge_px - size * 1.4
    if room <= 0:
        return None
    goes = sheet.fit(departure.destination, STRONG, (room, size * 5), (size, size), lines=4, leading=1.06)
    small = _remark_px(sheet, size)
    remark = sheet.fit(said, STRONG, (max(room, width * 0.45), size * 2), (small, floor), lines=1) if said else None
    if line is None or goes is None or (said and (remark is None or (not columns.beside and remark.width_px > room))):
        return None
    time, unit = _time_blocks(sheet, departure, size)
    return DepartureRow(departure, line, goes, remark, time, unit, columns, size, next_one)
