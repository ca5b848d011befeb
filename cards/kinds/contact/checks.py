"""What there is to remark on a person to turn to: nobody can reach them, or nobody knows when."""

from collections.abc import Iterator
from datetime import datetime

from cards.findings import Finding
from cards.kinds.contact.facts import ContactFacts
from cards.kinds.contact.told import ways
from cards.model import Card, Screen
from foundation.errors import N_


def check(card: Card, screen: Screen, now: datetime) -> Iterator[Finding]:
    """The remarks."""
    facts = card.facts
    assert isinstance(facts, ContactFacts)
    if not facts.name.strip():
        yield Finding(field="name", severity="stop", message=N_("Say who it is."))
    if not ways(facts):
        message = N_("Say how one reaches them: a telephone number, an e-mail address or a place.")
        yield Finding(field="phone", severity="stop", message=message)
    elif not facts.hours and (facts.phone or facts.place):
        message = N_("Say when somebody answers, so that nobody calls in vain.")
        yield Finding(field="hours", severity="look", message=message)
    for times in facts.hours:
        if times.closes <= times.opens:
            yield Finding(field="hours", severity="stop", message=N_("It closes before it opens."))
        elif not 0 <= times.first <= times.last <= 6:
            yield Finding(field="hours", severity="stop", message=N_("The last day comes before the first."))
    if facts.phone and not any(sign.isdigit() for sign in facts.phone):
        yield Finding(field="phone", severity="stop", message=N_("The telephone number has no digits."))
