"""Facts of an event: what needs no translation. Its title and sentence are the card's text."""

from datetime import datetime

from cards.kinds.facts import Facts


class EventFacts(Facts, frozen=True, kw_only=True, omit_defaults=True, tag="event"):
    """When and where something happens. `start` and `end` are aware; the card vanishes with its last occasion.

    Something that comes again is one card: each week (`weekly`), or on the days that are listed (`also`).
    """

    start: datetime
    end: datetime | None = None
    place: str
    price: str = ""
    cancelled: bool = False
    sold_out: bool = False
    until: datetime | None = None
    """The last day: of an exhibition, so that thirty open days are one card, or of what comes each week."""
    weekly: bool = False
    """The same every week, on the weekday and at the wall time of `start`, until `until` or until further notice."""
    also: tuple[datetime, ...] = ()
    """Further beginnings of the same thing, each as long as the first."""
    poster: bool = False
    """The picture is a poster that was handed in: it is shown whole, never cropped."""
