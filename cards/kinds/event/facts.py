"""Facts of an event: what needs no translation. Its title and sentence are the card's text."""

from datetime import datetime

from cards.kinds.facts import Facts


class EventFacts(Facts, frozen=True, kw_only=True, omit_defaults=True, tag="event"):
    """When and where something happens. `start` and `end` are aware; the card vanishes at `end`."""

    start: datetime
    end: datetime | None = None
    place: str
    price: str = ""
    cancelled: bool = False
    until: datetime | None = None
    """For an exhibition: the last day, so that thirty open days are one card."""
