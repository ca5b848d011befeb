"""When an agenda is over: with its last event."""

from datetime import datetime, tzinfo

from cards.kinds.agenda.coming import over
from cards.kinds.agenda.facts import AgendaFacts


def ends(facts: AgendaFacts, zone: tzinfo) -> datetime | None:  # noqa: ARG001 - all its moments are aware
    """The end of the last event; None where the agenda holds none."""
    return max((over(event) for event in facts.events), default=None)
