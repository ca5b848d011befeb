"""Facts of departures: what leaves from a stop, as planned and as expected."""

from datetime import datetime
from typing import Literal

import msgspec

from cards.kinds.facts import Facts

Mode = Literal["bus", "train", "tram", "boat"]


class Departure(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One departure. `at` is the timetable's time and `expected` the one that is known now, both aware."""

    line: str
    destination: str
    at: datetime
    expected: datetime | None = None
    cancelled: bool = False
    platform: str = ""
    mode: Mode = "bus"

    @property
    def leaves(self) -> datetime:
        """When it really leaves, as far as anybody knows."""
        return self.expected or self.at


class DeparturesFacts(Facts, frozen=True, kw_only=True, omit_defaults=True, tag="departures"):
    """What leaves from `stop`. `source` is named on the card, as the licence of timetables asks for."""

    stop: str
    departures: tuple[Departure, ...] = ()
    source: str = ""
