"""Days and times as people write them in Swedish: "lördag 28 november", "28/11", "i morgon", "18.30", "klockan 9".

Reading never guesses in silence: a named weekday that does not fit its date is a clash with two ways out, and an
impossible date is told apart from one that cannot be read. `today` is the reader's day in the town's zone. Nothing
here reads a clock.
"""

import re
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

import msgspec

WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
NAMED_DAYS = {
    "i dag": 0,
    "idag": 0,
    "i kväll": 0,
    "ikväll": 0,
    "i morgon": 1,
    "imorgon": 1,
    "i morgon kväll": 1,
    "i övermorgon": 2,
    "övermorgon": 2,
}
LOOK_BACK = timedelta(days=120)
"""How far back a date without a year is taken for one that has passed; beyond it next year's is meant."""


class Fault(StrEnum):
    """Why a day could not be told."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    IMPOSSIBLE = "impossible"


class DayRead(msgspec.Struct, frozen=True, kw_only=True):
    """What was read: a day, or a fault. `instead` is the nearest day with the weekday that was written, in a clash."""

    day: date | None = None
    fault: Fault | None = None
    instead: date | None = None


_WEEKDAY = r"(?:(?P<weekday>mån|tis|ons|tors|tor|fre|lör|sön)(?:dag(?:en)?)?\.?,?\s*)?"
_DATE = re.compile(
    rf"(?:på\s+)?{_WEEKDAY}(?:den\s+)?"
    r"(?:(?P<iso>\d{4})-(?P<isomonth>\d{1,2})-(?P<isoday>\d{1,2})"
    r"|(?P<day>\d{1,2})(?::?[ea])?\s*"
    r"(?:[/.]\s*(?P<number>\d{1,2})|(?P<month>[a-zåäö]{3,9})\.?)"
    r"(?:[\s/.,-]\s*(?P<year>\d{4}|\d{2}))?)\.?"
)
_ONLY_WEEKDAY = re.compile(r"(?:på\s+|nu\s+på\s+)?(mån|tis|ons|tors|tor|fre|lör|sön)(?:dag(?:en)?)?\.?")
_TIME = re.compile(r"(?:kl\.?|klockan)?\s*(?P<hour>\d{1,2})(?:[.:,]?(?P<minute>\d{2}))?")


def read_day(text: str, today: date) -> DayRead:
    """The day that `text` means, seen from `today`."""
    words = " ".join(text.lower().split())
    if not words:
        return DayRead(fault=Fault.MISSING)
    if words in NAMED_DAYS:
        return DayRead(day=today + timedelta(days=NAMED_DAYS[words]))
    if only := _ONLY_WEEKDAY.fullmatch(words):
        return DayRead(day=today + timedelta(days=(_weekday(only[1]) - today.weekday()) % 7))
    found = _DATE.fullmatch(words)
    if found is None:
        return DayRead(fault=Fault.UNREADABLE)
    return _dated(found, today)


def _dated(found: re.Match[str], today: date) -> DayRead:
    month = _month(found)
    if month is None:
        return DayRead(fault=Fault.UNREADABLE)
    day_number = int(found["isoday"] or found["day"])
    day = _placed(found["iso"] or found["year"], month, day_number, today)
    if day is None:
        return DayRead(fault=Fault.IMPOSSIBLE)
    if found["weekday"] and day.weekday() != _weekday(found["weekday"]):
        return DayRead(day=day, instead=_nearest(day, _weekday(found["weekday"])))
    return DayRead(day=day)


def _month(found: re.Match[str]) -> int | None:
    number = found["isomonth"] or found["number"]
    if number:
        return int(number)
    return next((place for place, name in enumerate(MONTHS, 1) if name.startswith(found["month"])), None)


def _placed(year: str | None, month: int, day: int, today: date) -> date | None:
    """The date, or None when no calendar has it. Without a year: the one nearest ahead, or lately past."""
    if year is not None:
        return _date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    for candidate in range(today.year - 1, today.year + 9):  # 29 February may be eight years away
        found = _date(candidate, month, day)
        if found is not None and found >= today - LOOK_BACK:
            return found
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _weekday(short: str) -> int:
    return next(place for place, name in enumerate(WEEKDAYS) if name.startswith(short))


def _nearest(day: date, weekday: int) -> date:
    ahead = (weekday - day.weekday()) % 7
    return day + timedelta(days=ahead if ahead <= 3 else ahead - 7)


def write_day(day: date, today: date) -> str:
    """`day` as a person writes it, with the year only where it would be read as another day without."""
    short = f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    return short if read_day(short, today) == DayRead(day=day) else f"{short} {day.year}"


def read_time(text: str) -> time | None:
    """The time of day that `text` means: "18", "18.30", "18:30", "1830", "kl 9". None for anything else."""
    found = _TIME.fullmatch(" ".join(text.lower().split()))
    if found is None:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def write_time(moment: time) -> str:
    """`moment` as a person writes it: 18.00."""
    return f"{moment:%H.%M}"


def at(day: date, moment: time, zone: ZoneInfo) -> datetime:
    """The instant of that wall time in `zone`; one that the spring change skips becomes the hour after it."""
    local = datetime.combine(day, moment, zone)
    return datetime.fromtimestamp(local.timestamp(), zone)
