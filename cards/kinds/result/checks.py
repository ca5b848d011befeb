"""What there is to remark on a result: one that promises nothing, or a promise whose day has gone by."""

from collections.abc import Iterator
from datetime import datetime

from cards.findings import Finding
from cards.kinds.result.facts import ResultFacts
from cards.model import Card, Screen
from foundation.errors import N_


def check(card: Card, screen: Screen, now: datetime) -> Iterator[Finding]:
    """The remarks. A result without a decision is not stopped, but nobody should have answered in vain."""
    facts = card.facts
    assert isinstance(facts, ResultFacts)
    if not any(text.body.strip() for text in card.texts.values()):
        yield _look("body", N_("Say what you do about it: people answered so that something would happen."))
    elif not facts.done and facts.promised is None:
        yield _look("promised", N_("Promise a day: when it is done, or when there is a decision."))
    elif not facts.done and facts.promised is not None and facts.promised < now.date():
        yield _look("promised", N_("The day that was promised has gone by. Say that it is done, or promise a new day."))
    if any(option.votes < 0 for option in facts.options):
        yield Finding(field="options", severity="stop", message=N_("A number of answers cannot be less than nothing."))
    if len({option.label.strip().casefold() for option in facts.options}) < len(facts.options):
        yield _look("options", N_("The same answer stands twice. Put their numbers together."))


def _look(field: str, message: str) -> Finding:
    return Finding(field=field, severity="look", message=message)
