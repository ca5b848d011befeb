"""Which occasion of an event comes next, and when its last one is over.

An event may come again: each week at the same wall time, whatever the clocks do, or on listed days. Moments are
aware; days and wall times are those of the zone that is given.
"""

from datetime import date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from cards.kinds.event.facts import EventFacts

_WEEK = timedelta(days=7)


class Occasion(NamedTuple):
    """One of them, in the zone that was asked for, and the days of those after it that were listed."""

    start: datetime
    end: datetime | None
    later: tuple[date, ...]


def exhibition(facts: EventFacts) -> bool:
    """Tell whether it stands open day after day, rather than comes again."""
    return facts.until is not None and not facts.weekly


def occasion(facts: EventFacts, now: datetime) -> Occasion:
    """The occasion that goes on at `now` or comes next; the last one when all are over. `now` gives the zone."""
    zone = now.tzinfo
    start = facts.start.astimezone(zone)
    if facts.weekly:
        weeks = max(0, (now.date() - start.date()).days // 7)
        begins = [_again(start, weeks + step) for step in (-1, 0, 1) if weeks + step >= 0]
        last = facts.until.astimezone(zone).date() if facts.until else None
        begins = [begin for begin in begins if last is None or begin.date() <= last] or [start]
    else:
        begins = sorted({start, *(other.astimezone(zone) for other in facts.also)})
    chosen = next((begin for begin in begins if _over(facts, begin) > now), begins[-1])
    later = () if facts.weekly else tuple(begin.date() for begin in begins if begin > chosen)
    return Occasion(chosen, _end(facts, chosen), later)


def over(facts: EventFacts, zone: tzinfo) -> datetime | None:
    """When the last occasion is over; None for one that comes each week until further notice."""
    if facts.until is not None:
        return _midnight(facts.until.astimezone(zone))
    if facts.weekly:
        return None
    return _over(facts, max(moment.astimezone(zone) for moment in (facts.start, *facts.also)))


def _again(start: datetime, weeks: int) -> datetime:
    return start + weeks * _WEEK  # wall time: a clock change between the two does not move it


def _end(facts: EventFacts, start: datetime) -> datetime | None:
    """As long as the first, in wall time."""
    if facts.end is None:
        return None
    return start + (facts.end.astimezone(start.tzinfo) - facts.start.astimezone(start.tzinfo))


def _over(facts: EventFacts, start: datetime) -> datetime:
    return _end(facts, start) or _midnight(start)


def _midnight(moment: datetime) -> datetime:
    return datetime.combine(moment.date() + timedelta(days=1), time(), moment.tzinfo)
