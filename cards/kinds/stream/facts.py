"""Facts of a meeting that is sent live: when it is, where, and which point of the agenda is on."""

from datetime import datetime, timedelta
from typing import Final, Literal

from cards.kinds.facts import Facts

LONGEST: Final = timedelta(hours=6)
"""A meeting whose end nobody has said is over after this."""

Stage = Literal["before", "live", "lost", "over"]


class StreamFacts(Facts, frozen=True, kw_only=True, omit_defaults=True, tag="stream"):
    """`point` is the number on the agenda, 0 for none; what it is about is the card's text.

    `reachable` is False while the sending is known to be away: then the card says where else one can see it.
    """

    start: datetime
    end: datetime | None = None
    place: str = ""
    point: int = 0
    reachable: bool = True

    def over_at(self) -> datetime:
        """When it ends, or counts as ended."""
        return self.end if self.end is not None else self.start + LONGEST

    def stage(self, now: datetime) -> Stage:
        """How far it is at `now`."""
        if now < self.start:
            return "before"
        if now >= self.over_at():
            return "over"
        return "live" if self.reachable else "lost"
