"""Sample pairing cards, as a new screen shows them: its code, then the number to compare, or a code that lapsed."""

from datetime import datetime, timedelta

import msgspec

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


def variants(now: datetime) -> dict[str, Card]:
    """The check number once the code was typed, and a code whose time is over."""
    return {
        "check": _with(sample(now), check_number="4827 1956"),
        "expired": _with(sample(now), expires=now - timedelta(minutes=1)),
    }


def _with(card: Card, **changes: str | datetime) -> Card:
    return msgspec.structs.replace(card, facts=msgspec.structs.replace(card.facts, **changes))
