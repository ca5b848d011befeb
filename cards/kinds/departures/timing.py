"""Minutes and clock times of departures, as the large clock beside them counts.

Minutes are the difference of the two clocks as they are read, without their seconds: at 14.32 and whatever second, a
bus at 14.38 leaves in 6 minutes. So the card changes exactly when its clock does.
"""

from datetime import datetime, timedelta
from typing import Final

from cards.kinds.departures.facts import Departure, DeparturesFacts

CLOCK_FROM: Final = 30
"""From so many minutes ahead on, the clock time is told instead."""

_MINUTE: Final = timedelta(minutes=1)


def _whole(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


def minutes_left(departure: Departure, now: datetime) -> int:
    """Whole minutes until it leaves: 0 is now, less than that is gone."""
    return (_whole(departure.leaves) - _whole(now)) // _MINUTE


def minutes_late(departure: Departure) -> int:
    """How many minutes after its time it is expected; 0 where it is on time or early."""
    return max(0, (_whole(departure.leaves) - _whole(departure.at)) // _MINUTE)


def told_in_minutes(departure: Departure, now: datetime) -> bool:
    """Tell whether the card says minutes, not a clock time."""
    return not departure.cancelled and minutes_left(departure, now) < CLOCK_FROM


def coming(facts: DeparturesFacts, now: datetime) -> tuple[Departure, ...]:
    """What has not left, the next first. One that is cancelled stays until its timetable's minute is over."""
    return tuple(sorted((one for one in facts.departures if minutes_left(one, now) >= 0), key=_order))


def _order(departure: Departure) -> tuple[datetime, str]:
    return departure.leaves, departure.line


def next_change(departures: tuple[Departure, ...], now: datetime) -> datetime | None:
    """When what is said of `departures` stops being true."""
    moments = []
    for departure in departures:
        if told_in_minutes(departure, now):
            moments.append(_whole(now) + _MINUTE)
        elif departure.cancelled:
            moments.append(_whole(departure.leaves) + _MINUTE)
        else:
            moments.append(_whole(departure.leaves) - (CLOCK_FROM - 1) * _MINUTE)
    return min(moments, default=None)
