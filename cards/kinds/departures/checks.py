"""What there is to remark on departures: no stop, nothing that leaves, data whose owner is not named."""

from collections.abc import Iterator
from datetime import datetime

from cards.findings import Finding
from cards.kinds.departures.timing import coming
from cards.kinds.departures.facts import DeparturesFacts
from cards.model import Card, Screen
from foundation.errors import N_


def check(card: Card, screen: Screen, now: datetime) -> Iterator[Finding]:
    """Everything that only departures can get wrong."""
    facts = card.facts
    assert isinstance(facts, DeparturesFacts)
    if not facts.stop.strip() and not any(text.title.strip() for text in card.texts.values()):
        yield Finding(field="stop", severity="stop", message=N_("Please say from which stop they leave."))
    if not coming(facts, now):
        yield Finding(field="departures", severity="look", message=N_("Nothing leaves any more; the card says so."))
    if facts.departures and not facts.source.strip():
        message = N_("Please name whose timetable it is, such as Trafiklab.se; its licence asks for it.")
        yield Finding(field="source", severity="look", message=message)
