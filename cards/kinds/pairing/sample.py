"""A sample pairing card, as a new screen shows it."""

from datetime import datetime, timedelta

from cards.kinds.pairing.facts import PairingFacts
from cards.model import Card, Link, Text
from cards.words import LANGUAGES


def sample(now: datetime) -> Card:
    """A code that holds for ten minutes; `now` is in the screen's zone."""
    return Card(
        id="sample-pairing",
        version=1,
        facts=PairingFacts(code="K7M4QX", address="torget.alvdala.example", expires=now + timedelta(minutes=10)),
        texts={language: Text(title="") for language in LANGUAGES},
        link=Link(url="https://torget.alvdala.example/k/K7M4QX", short="torget.alvdala.example"),
    )
