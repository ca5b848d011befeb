"""Sample departures: the buses from the library, one of them late, one cancelled."""

from datetime import datetime, timedelta

import msgspec

from cards.kinds.departures.facts import Departure, DeparturesFacts
from cards.model import Card, Text


def _bus(
    now: datetime, minutes: int, line: str, destination: str, *, late: int = 0, cancelled: bool = False
) -> Departure:
    """A bus that leaves in so many minutes, `late` of them after its time."""
    leaves = now.replace(second=0, microsecond=0) + timedelta(minutes=minutes)
    return Departure(
        line=line,
        destination=destination,
        at=leaves - timedelta(minutes=late),
        expected=leaves if late else None,
        cancelled=cancelled,
    )


def _buses(now: datetime) -> tuple[Departure, ...]:
    return (
        _bus(now, 0, "3", "Ishallen"),
        _bus(now, 6, "53", "Sjukhuset"),
        _bus(now, 13, "12", "Norrbyn", late=4),
        _bus(now, 19, "7", "Kyrkberget", cancelled=True),
        _bus(now, 48, "53", "Resecentrum"),
    )


def sample(now: datetime) -> Card:
    """Five buses within the hour; `now` is in the screen's zone."""
    return Card(
        id="sample-departures",
        version=1,
        facts=DeparturesFacts(stop="Biblioteket", departures=_buses(now), source="Trafiklab.se"),
        texts={language: Text(title="") for language in ("sv", "fi", "fit", "se", "en", "ar", "uk")},
        sender="Älvdala kommun",
    )


def variants(now: datetime) -> dict[str, Card]:
    """All cancelled, none left, an evening with many, and trains from their platforms."""
    card, buses = sample(now), _buses(now)

    def leaving(*departures: Departure) -> Card:
        facts = DeparturesFacts(stop="Biblioteket", departures=departures, source="Trafiklab.se")
        return msgspec.structs.replace(card, facts=facts)

    many = tuple(
        msgspec.structs.replace(bus, at=bus.at + timedelta(minutes=50 * hour), expected=None)
        for hour in range(4)
        for bus in buses
    )
    train = Departure(line="7041", destination="Luleå C", at=buses[2].leaves, platform="2 b", mode="train")
    trains = (
        train,
        msgspec.structs.replace(train, line="7043", destination="Umeå Ö", at=buses[4].leaves, platform="1"),
    )
    facts = DeparturesFacts(stop="Resecentrum", departures=trains, source="Trafikverket")
    return {
        "cancelled": leaving(*(msgspec.structs.replace(bus, cancelled=True) for bus in buses)),
        "none": leaving(),
        "many": leaving(*many),
        "trains": msgspec.structs.replace(card, facts=facts),
    }
