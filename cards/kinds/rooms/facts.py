"""Facts of a room board: the bookings of a house, each with its room and the way there."""

from datetime import datetime
from typing import Literal

import msgspec

from cards.kinds.facts import Facts

Way = Literal["", "left", "right", "ahead", "up", "down"]


class Booking(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One booking. `start` and `end` are aware. `titles` has what it is in other languages.

    `way` is where to go from this screen, as the reader stands before it; `floor` is what its sign says: "plan 2".
    """

    start: datetime
    end: datetime
    room: str
    title: str
    titles: dict[str, str] = {}
    who: str = ""
    way: Way = ""
    floor: str = ""
    cancelled: bool = False

    def title_in(self, language: str) -> str:
        """What it is in `language`, else as it was written first."""
        return self.titles.get(language) or self.title


class RoomsFacts(Facts, frozen=True, kw_only=True, omit_defaults=True, tag="rooms"):
    """The bookings of `house`, of any day; the card shows today's that are not over."""

    house: str = ""
    bookings: tuple[Booking, ...] = ()
