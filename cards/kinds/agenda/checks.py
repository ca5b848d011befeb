"""What there is to remark on an agenda: nothing to come, an end before its beginning, a title that nobody reads."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from cards.findings import Finding
from cards.kinds.agenda.coming import coming
from cards.kinds.agenda.facts import AgendaFacts
from cards.model import Card, Screen
from foundation.errors import N_

_LONGEST: Final = 60


def check(card: Card, screen: Screen, now: datetime) -> Iterator[Finding]:
    """Everything that only an agenda can get wrong."""
    facts = card.facts
    assert isinstance(facts, AgendaFacts)
    if not facts.events:
        yield Finding(field="events", severity="stop", message=N_("Please add at least one event."))
    elif not coming(facts, now):
        yield Finding(
            field="events", severity="stop", message=N_("All events are over. Please add one that is to come.")
        )
    for number, event in enumerate(facts.events, 1):
        places: dict[str, str | int] = {"number": number, "most": _LONGEST}
        if not event.title.strip():
            yield Finding(field="events", severity="stop", message=N_("Row {number} says nothing."), places=places)
        if event.end is not None and event.end <= event.start:
            message = N_("Row {number} ends before it begins.")
            yield Finding(field="events", severity="stop", message=message, places=places)
        if len(event.title) > _LONGEST:
            message = N_("Row {number} has more than {most} characters; a glance takes in less.")
            yield Finding(field="events", severity="look", message=message, places=places)
