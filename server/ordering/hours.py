"""Dayparts in words and back: "måndag till fredag 13–19"."""

from datetime import time

import msgspec

from foundation.errors import N_
from playlists.model import Daypart
from server.curation.dates import WEEKDAYS, read_time
from server.words import Words

EVERY_DAY = (1, 2, 3, 4, 5, 6, 7)
CHOICES: dict[str, tuple[tuple[int, ...], str]] = {
    "every": (EVERY_DAY, N_("every day")),
    "work": ((1, 2, 3, 4, 5), N_("Monday to Friday")),
    "weekend": ((6, 7), N_("Saturday and Sunday")),
    **{str(day): ((day,), WEEKDAYS[day - 1]) for day in EVERY_DAY},
}
"""What may be chosen for the days of a daypart, and how it is called."""


class Hours(msgspec.Struct, frozen=True):
    """One daypart as a page shows it; `index` is its place in the playlist."""

    index: int
    words: str


def say(daypart: Daypart, words: Words) -> str:
    """A daypart in words."""
    for days, name in CHOICES.values():
        if days == daypart.weekdays:
            said = words.gettext(name)
            break
    else:
        said = ", ".join(WEEKDAYS[day - 1] for day in daypart.weekdays)
    return f"{said} {_clock(daypart.start)}–{_clock(daypart.end)}"


def read(days: str, start: str, end: str) -> Daypart | None:
    """The daypart that was chosen, or None where a time cannot be read; midnight may be written as 24."""
    first = read_time(start)
    last = time(0) if end.strip().lower() in ("24", "24.00", "24:00") else read_time(end)
    if first is None or last is None or days not in CHOICES or first == last:
        return None
    return Daypart(start=first, end=last, weekdays=CHOICES[days][0])


def _clock(moment: time) -> str:
    return f"{moment.hour}" if not moment.minute else f"{moment.hour}.{moment.minute:02d}"
