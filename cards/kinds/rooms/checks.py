"""What there is to remark on a room board: bookings that end before they begin, rooms booked twice, no room at all."""

from collections.abc import Iterator
from datetime import datetime
from itertools import combinations

from cards.findings import Finding
from cards.kinds.rooms.facts import RoomsFacts
from cards.model import Card, Screen
from foundation.errors import N_


def check(card: Card, screen: Screen, now: datetime) -> Iterator[Finding]:
    """Everything that only a room board can get wrong."""
    facts = card.facts
    assert isinstance(facts, RoomsFacts)
    if facts.bookings and all(one.end <= now for one in facts.bookings):
        message = N_("All bookings are over; the card says that the house is quiet.")
        yield Finding(field="bookings", severity="look", message=message)
    for number, one in enumerate(facts.bookings, 1):
        places: dict[str, str | int] = {"number": number}
        if one.end <= one.start:
            message = N_("Row {number} ends before it begins.")
            yield Finding(field="bookings", severity="stop", message=message, places=places)
        if not one.title.strip():
            yield Finding(field="bookings", severity="stop", message=N_("Row {number} says nothing."), places=places)
        if not one.room.strip():
            message = N_("Row {number} does not say in which room.")
            yield Finding(field="bookings", severity="stop", message=message, places=places)
    for (first, one), (second, other) in combinations(enumerate(facts.bookings, 1), 2):
        meet = one.start < other.end and other.start < one.end
        if (
            meet
            and one.room.strip().casefold() == other.room.strip().casefold()
            and not (one.cancelled or other.cancelled)
        ):
            message = N_("Rows {first} and {second} are in {room} at the same time.")
            shared: dict[str, str | int] = {"first": first, "second": second, "room": one.room}
            yield Finding(field="bookings", severity="look", message=message, places=shared)
