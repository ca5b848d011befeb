"""Dayparts: the recurring hours in which a playlist or a card plays on a screen.

Wall-clock rules of the screen's place, answered for an instant that the caller gives. Nothing here reads a clock, a
file or the network. Hours are half-open (start <= t < end); an end at or before the start passes midnight, and belongs
to the day on which it began. Over a clock change the wall decides: hours that the wall skips are not played, hours
that it shows twice are played twice.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from playlists.model import Daypart

ONE_DAY = timedelta(days=1)


def is_open(daypart: Daypart, now: datetime, zone: ZoneInfo) -> bool:
    """Tell whether `daypart` holds at `now` (aware)."""
    return is_open_at(daypart, now.astimezone(zone))


def is_open_at(daypart: Daypart, local: datetime) -> bool:
    """As `is_open`, for a moment that is already told in the place's wall time."""
    wall = local.time()
    if daypart.start < daypart.end:
        return daypart.start <= wall < daypart.end and local.isoweekday() in daypart.weekdays
    if wall >= daypart.start:
        return local.isoweekday() in daypart.weekdays
    return wall < daypart.end and (local - ONE_DAY).isoweekday() in daypart.weekdays


def edges(dayparts: Iterable[Daypart], first: datetime, last: datetime, zone: ZoneInfo) -> Iterator[datetime]:
    """Every instant from `first` to `last` at which one of `dayparts` may begin or end, in UTC, in no order.

    Some of them change nothing (both readings of an hour that comes twice, the clock changes themselves): whoever
    asks compares what holds before and after. None is missing.
    """
    parts = list(dayparts)
    if not parts:
        return
    day = first.astimezone(zone).date() - ONE_DAY
    end = last.astimezone(zone).date()
    while day <= end:
        for instant in _edges_of(tuple(parts), day, zone):
            if first <= instant <= last:
                yield instant
        day += ONE_DAY


@lru_cache(maxsize=512)
def _edges_of(dayparts: tuple[Daypart, ...], day: date, zone: ZoneInfo) -> frozenset[datetime]:
    found = set(_clock_changes(day, zone))
    for daypart in dayparts:
        if day.isoweekday() not in daypart.weekdays:
            continue
        end_day = day if daypart.start < daypart.end else day + ONE_DAY
        found |= _instants(day, daypart.start, zone) | _instants(end_day, daypart.end, zone)
    return frozenset(found)


def _instants(day: date, wall: time, zone: ZoneInfo) -> set[datetime]:
    both = (datetime.combine(day, wall.replace(fold=fold), zone) for fold in (0, 1))
    return {reading.astimezone(UTC) for reading in both}


def _clock_changes(day: date, zone: ZoneInfo) -> Iterator[datetime]:
    """The instant, to the second, at which the clocks of `zone` change on `day`, if they do."""
    low = datetime.combine(day, time(), zone).astimezone(UTC)
    high = datetime.combine(day + ONE_DAY, time(), zone).astimezone(UTC)
    before = low.astimezone(zone).utcoffset()
    if high.astimezone(zone).utcoffset() == before:
        return
    while high - low > timedelta(seconds=1):
        middle = low + timedelta(seconds=(high - low) // timedelta(seconds=2))
        if middle.astimezone(zone).utcoffset() == before:
            low = middle
        else:
            high = middle
    yield high
