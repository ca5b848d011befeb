"""When a board of departures is over: when the last one has left."""

from datetime import datetime, tzinfo

from cards.kinds.departures.facts import DeparturesFacts


def ends(facts: DeparturesFacts, zone: tzinfo) -> datetime | None:  # noqa: ARG001 - all its moments are aware
    """When the last one leaves; None where there is none, which the card says in words."""
    return max((one.leaves for one in facts.departures), default=None)
