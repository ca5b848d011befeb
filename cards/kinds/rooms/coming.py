"""Which bookings a room board shows: today's that are not over."""

from datetime import datetime
from typing import Final

from cards.kinds.rooms.facts import Booking, RoomsFacts

ROWS: Final = "bookings"
"""The fact that holds the card's rows."""


def coming(facts: RoomsFacts, now: datetime) -> tuple[Booking, ...]:
    """The bookings of `now`'s day (in `now`'s zone) that are not over, in the order of time, then of rooms."""
    today = now.date()
    here = (one for one in facts.bookings if one.end > now and one.start.astimezone(now.tzinfo).date() <= today)
    return tuple(sorted(here, key=lambda one: (one.start, one.room)))


def going_on(booking: Booking, now: datetime) -> bool:
    """Tell whether it has begun and is not over."""
    return booking.start <= now < booking.end and not booking.cancelled


def next_change(bookings: tuple[Booking, ...], now: datetime) -> datetime | None:
    """When one of `bookings` begins or is over next."""
    return min((moment for one in bookings for moment in (one.start, one.end) if moment > now), default=None)
