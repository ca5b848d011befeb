"""The one answer of an hours card: is it open now, until when, or when does it open next?

Wall-clock rules of the place; `now` is aware and in the place's zone. A span that closes at or before its opening
passes midnight, and belongs to the day on which it opened.
"""

from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple

from cards.kinds.hours.facts import HoursFacts, OtherDay, Span

State = Literal["open", "opens-today", "closed-for-today", "closed-today"]

_LOOK_AHEAD_DAYS = 21


class Today(NamedTuple):
    """What holds at a moment: when it closes (open), or when it opens next (None: not within three weeks)."""

    state: State
    until: datetime | None
    """When this answer stops being true."""
    opens: datetime | None


def other_day(facts: HoursFacts, day: date) -> OtherDay | None:
    """The exception that holds on `day`."""
    return next((other for other in facts.exceptions if other.day == day), None)


def span_on(facts: HoursFacts, day: date) -> Span | None:
    """The hours of `day`, exceptions counted; None is closed."""
    other = other_day(facts, day)
    if other is not None:
        return other.span
    return facts.week[day.weekday()] if day.weekday() < len(facts.week) else None


def _moments(facts: HoursFacts, day: date, now: datetime) -> tuple[datetime, datetime] | None:
    span = span_on(facts, day)
    if span is None:
        return None
    opens = datetime.combine(day, span.opens, now.tzinfo)
    closes = datetime.combine(day, span.closes, now.tzinfo)
    return opens, closes if span.closes > span.opens else closes + timedelta(days=1)


def today(facts: HoursFacts, now: datetime) -> Today:
    """The answer at `now`."""
    for day in (now.date() - timedelta(days=1), now.date()):
        hours = _moments(facts, day, now)
        if hours and hours[0] <= now < hours[1]:
            return Today("open", hours[1], None)
    here = _moments(facts, now.date(), now)
    if here and now < here[0]:
        return Today("opens-today", here[0], here[0])
    following = (_moments(facts, now.date() + timedelta(days=ahead), now) for ahead in range(1, _LOOK_AHEAD_DAYS))
    opens = next((hours[0] for hours in following if hours), None)
    return Today("closed-for-today" if here else "closed-today", opens, opens)


def coming_exception(facts: HoursFacts, now: datetime) -> OtherDay | None:
    """The nearest day that differs, today counted, within a week."""
    near = [other for other in facts.exceptions if timedelta() <= other.day - now.date() <= timedelta(days=7)]
    return min(near, key=lambda other: other.day, default=None)


def further_exceptions(facts: HoursFacts, now: datetime, count: int) -> tuple[OtherDay, ...]:
    """The days that differ, the nearest first, where the nearest is within a week: at most `count` in three weeks."""
    if coming_exception(facts, now) is None:
        return ()
    ahead = [other for other in facts.exceptions if 0 <= (other.day - now.date()).days <= _LOOK_AHEAD_DAYS]
    return tuple(sorted(ahead, key=lambda other: other.day)[:count])
