"""What there is to remark on a question that was passed on: nobody has it, or no day to come is promised."""

from collections.abc import Iterator
from datetime import datetime

from cards.findings import Finding
from cards.kinds.forwarded.facts import ForwardedFacts
from cards.model import Card, Screen
from foundation.errors import N_


def check(card: Card, screen: Screen, now: datetime) -> Iterator[Finding]:
    """The remarks. A question that lies with nobody is stopped: then nobody will answer it."""
    facts = card.facts
    assert isinstance(facts, ForwardedFacts)
    if not facts.department.strip():
        message = N_("Say who has the question: otherwise nobody has it.")
        yield Finding(field="department", severity="stop", message=message)
    if facts.promised is None:
        yield _look("promised", N_("Promise a day for the answer, even a late one."))
    elif facts.promised < now.date():
        yield _look("promised", N_("The day that was promised has gone by. Answer, or promise a new day."))
    if facts.since is not None and facts.since < facts.asked:
        yield Finding(field="since", severity="stop", message=N_("It was passed on before it came in."))
    if card.link is None:
        yield _look("link", N_("Give an address where one can follow the question."))


def _look(field: str, message: str) -> Finding:
    return Finding(field=field, severity="look", message=message)
