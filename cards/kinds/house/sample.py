"""The house card, which stands when there is nothing else to show."""

from datetime import datetime

from cards.kinds.house.facts import HouseFacts
from cards.model import Card, Text
from cards.words import LANGUAGES


def sample(now: datetime) -> Card:  # noqa: ARG001 - every kind's sample is asked in the same way
    """The house card has nothing that depends on when it is made."""
    return Card(
        id="sample-house", version=1, facts=HouseFacts(), texts={language: Text(title="") for language in LANGUAGES}
    )
