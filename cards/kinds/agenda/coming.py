"""Which events of an agenda are still to come, and when that changes."""

from datetime import datetime, timedelta
from typing import Final

from cards.kinds.agenda.facts import AgendaEvent, AgendaFacts

ROWS: Final = "events"
"""The fact that holds the card's rows."""

_WITHOUT_END: Final = timedelta(hours=1)
"""How long an event stands after it has begun when nobody said when it ends."""


def over(event: AgendaEvent) -> datetime:
    """When `event` leaves the card."""
    return event.end if event.end is not None and event.end > event.start else event.start + _WITHOUT_END


def coming(facts: AgendaFacts, now: datetime) -> tuple[AgendaEvent, ...]:
    """The events that are not over at `now`, in the order of time."""
    return tuple(sorted((event for event in facts.events if over(event) > now), key=lambda event: event.start))


def next_change(events: tuple[AgendaEvent, ...], now: datetime) -> datetime | None:
    """When one of `events` begins or is over next."""
    moments = [moment for event in events for moment in (event.start, over(event)) if moment > now]
    return min(moments, default=None)
