"""What there is to remark on departures: no stop, nothing that leaves, data whose owner is not named."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from cards.findings import Finding
from cards.kinds.departures.facts import DeparturesFacts
from cards.kinds.departures.timing import coming
from cards.model import Card, Screen
from foundation.errors import N_

_LONGEST_LINE: Final = 14
"""Characters of a line's name that go on its badge."""


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
    for number, one in enumerate(facts.departures, 1):
        if len(one.line) > _LONGEST_LINE:
            message = N_("The line in row {number} has more than {most} characters; its number is enough.")
            places: dict[str, str | int] = {"number": number, "most": _LONGEST_LINE}
            yield Finding(field="departures", severity="stop", message=message, places=places)
