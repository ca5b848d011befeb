"""Working days in Sweden: when something must have been read, and how many days ahead it was handed in.

Red days are computed, so that no table runs out. Midsummer's, Christmas and New Year's Eve count as red: offices are
closed then.
"""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

OPENS = time(9)
CLOSES = time(16)

_FIXED = frozenset({(1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31)})
_AROUND_EASTER = (-2, 1, 39)  # Good Friday, Easter Monday, Ascension Day; the rest are Sundays


def is_working_day(day: date) -> bool:
    """Tell whether offices are open on `day`."""
    if day.isoweekday() > 5 or (day.month, day.day) in _FIXED:
        return False
    if day.month == 6 and 19 <= day.day <= 25 and day.isoweekday() == 5:  # Midsummer's Eve
        return False
    return (day - easter(day.year)).days not in _AROUND_EASTER


def due(since: datetime, zone: ZoneInfo, days: int = 1) -> datetime:
    """The same wall time `days` working days after `since`, moved into office hours: nobody reads at night.

    What comes on a free day is due by the end of the next working day.
    """
    local = since.astimezone(zone)
    at = min(max(local.time(), OPENS), CLOSES) if is_working_day(local.date()) else CLOSES
    day = local.date()
    left = days
    while left:
        day += timedelta(days=1)
        left -= is_working_day(day)
    return datetime.combine(day, at, zone)


def working_days_between(first: date, last: date) -> int:
    """How many working days lie after `first`, up to and including `last`; none where `last` is not later."""
    return sum(is_working_day(first + timedelta(days=n)) for n in range(1, (last - first).days + 1))


def easter(year: int) -> date:
    """Easter Sunday of a Gregorian year (the anonymous algorithm of Nature, 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
