"""A sample clock: the time, large."""

from datetime import datetime

from cards.kinds.clock.facts import ClockFacts
from cards.model import Card, Text
from cards.words import LANGUAGES


def sample(now: datetime) -> Card:  # noqa: ARG001 - every kind's sample is asked in the same way
    """A clock has nothing that depends on when it is made."""
    return Card(
        id="sample-clock", version=1, facts=ClockFacts(), texts={language: Text(title="") for language in LANGUAGES}
    )
