"""What there is to remark on a status: questions that lie nowhere, or whose answer was promised for a day gone by."""

from collections.abc import Iterator
from datetime import datetime

from cards.findings import Finding
from cards.kinds.status.facts import StatusFacts
from cards.model import Card, Screen
from foundation.errors import N_


def check(card: Card, screen: Screen, now: datetime) -> Iterator[Finding]:
    """The remarks."""
    facts = card.facts
    assert isinstance(facts, StatusFacts)
    if facts.last < facts.first:
        yield Finding(field="last", severity="stop", message=N_("It ends before it begins."))
    if facts.answered < 0 or any(each.count < 0 for each in facts.waiting):
        yield Finding(
            field="answered", severity="stop", message=N_("A number of questions cannot be less than nothing.")
        )
    waiting = [each for each in facts.waiting if each.count > 0]
    if any(not each.department.strip() for each in waiting):
        yield _look(N_("Say who has the questions that wait: then somebody has them."))
    if any(each.promised is None for each in waiting):
        yield _look(N_("Promise a day for the answers that are missing."))
    if any(each.promised is not None and each.promised < now.date() for each in waiting):
        yield _look(N_("An answer was promised for a day that has gone by. Answer, or promise a new day."))
    if card.link is None and facts.total:
        yield Finding(field="link", severity="look", message=N_("Give an address where one can follow a question."))


def _look(message: str) -> Finding:
    return Finding(field="waiting", severity="look", message=message)
