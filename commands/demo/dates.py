"""Dates of the sample, counted from the demo's first start, so that a new sample is never out of date.

The sample's files write them as YAML tags, explained at the head of `assets/demo/cards.yaml`. All times are local to
the municipality; a weekday is never typed, it follows from the day.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import yaml
from babel.dates import format_date

from foundation.errors import N_, TorgetError

ZONE = ZoneInfo("Europe/Stockholm")
LUNCH_ENDS = time(13, 30)
SCHOOL_WEEK_ENDS = (5, time(14, 0))  # Friday after lunch: from then on the next week's menu is what people ask for

_HOURS = re.compile(r"([+-]?\d+)h")
_DAY = re.compile(r"([+-]?\d+)(?: (\d\d:\d\d))?")
_DAY_IN_TEXT = re.compile(r"\{([+-]\d+)\}")
_PATTERNS = {"sv": "d MMMM", "en": "d MMMM", "fi": "d. MMMM"}


class SampleError(TorgetError):
    """The sample's own files say something that cannot be."""

    say = N_("The sample is damaged at {where}. Fetch Torget anew, or put the file back as it was.")


class RelativeDates:
    """Days and times as they lie around `start`."""

    def __init__(self, start: datetime) -> None:
        """Count from `start`, which is aware."""
        self.start = start.astimezone(ZONE)

    def at(self, words: str) -> datetime | date:
        """`+2 18:00`, `+2` or `-3h`. Raises SampleError."""
        if hours := _HOURS.fullmatch(words):
            return self.start.replace(minute=0, second=0, microsecond=0) + timedelta(hours=int(hours[1]))
        if day := _DAY.fullmatch(words):
            return self._on(self.start.date() + timedelta(days=int(day[1])), day[2])
        raise SampleError(f"not a relative date: {words}", where=words)

    def in_week(self, words: str) -> datetime | date:
        """`3` or `5 14:00`: a day of this school week, Monday being 1; of the next one after Friday's lunch."""
        number, _, clock = words.partition(" ")
        monday = self.start.date() - timedelta(days=self.start.isoweekday() - 1)
        if (self.start.isoweekday(), self.start.time()) >= SCHOOL_WEEK_ENDS:
            monday += timedelta(days=7)
        return self._on(monday + timedelta(days=int(number) - 1), clock or None)

    def lunch(self, words: str) -> datetime | date:
        """`day` or `13:30` on the day of the next lunch: today until it is over, then tomorrow."""
        day = self.start.date() + timedelta(days=self.start.time() >= LUNCH_ENDS)
        return self._on(day, None if words == "day" else words)

    def fill(self, text: str, language: str) -> str:
        """`text` with each `{+5}` written as that day's date in `language` (Swedish where we have no pattern)."""
        spoken = language if language in _PATTERNS else "sv"

        def written(found: re.Match[str]) -> str:
            day = self.start.date() + timedelta(days=int(found[1]))
            return format_date(day, _PATTERNS[spoken], locale=spoken)

        return _DAY_IN_TEXT.sub(written, text)

    def _on(self, day: date, clock: str | None) -> datetime | date:
        return datetime.combine(day, time.fromisoformat(clock), ZONE) if clock else day


def read_yaml(data: bytes, dates: RelativeDates) -> Any:
    """The values in `data`, its tags turned into days, times and opening hours. Raises SampleError."""

    class Loader(yaml.SafeLoader):
        """Safe YAML with our tags, bound to one start."""

    _teach(Loader, {"!in": dates.at, "!week": dates.in_week, "!lunch": dates.lunch, "!open": _open})
    try:
        return yaml.load(data, Loader)  # noqa: S506 - a SafeLoader with four tags of our own
    except (yaml.YAMLError, ValueError) as error:
        raise SampleError(f"the sample cannot be read: {error}", where=str(error).replace("\n", " ")) from error


def _teach(loader: type[yaml.SafeLoader], readers: Mapping[str, Callable[[str], Any]]) -> None:
    for tag, reader in readers.items():
        loader.add_constructor(tag, lambda _loader, node, read=reader: read(node.value))  # type: ignore[misc]


def _open(words: str) -> dict[str, time]:
    opens, _, closes = words.partition("-")
    return {"opens": time.fromisoformat(opens), "closes": time.fromisoformat(closes)}
