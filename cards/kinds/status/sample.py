"""A sample status: twelve questions, nine of them answered."""

from datetime import datetime, timedelta

from cards.kinds.moments import day
from cards.kinds.status.facts import StatusFacts, Waiting
from cards.model import Card, Link, Text
from cards.words import LANGUAGES


def sample(now: datetime) -> Card:
    """Last week's questions; the answers that are missing come tomorrow. `now` is in the screen's zone."""
    return _card(now, 9, Waiting(department="Gata och park", count=3, promised=day(now, 1)))


def variants(now: datetime) -> dict[str, Card]:
    """One question; two departments; all answered; more than bubbles can show; none at all."""
    street = Waiting(department="Gata och park", count=3, promised=day(now, 1))
    culture = Waiting(department="Kultur och fritid", count=2, promised=day(now, 4))
    return {
        "one": _card(now, 0, Waiting(department="Vatten och avlopp", count=1, promised=day(now, 9))),
        "two": _card(now, 6, street, culture),
        "all": _card(now, 7),
        "many": _card(now, 31, Waiting(department="Gata och park", count=9, promised=day(now, 2)), culture),
        "thirteen": _card(now, 12, Waiting(department="Plan och bygg", count=1, promised=day(now, -1))),
        "none": _card(now, 0),
    }


def _card(now: datetime, answered: int, *waiting: Waiting) -> Card:
    monday = now.date() - timedelta(days=now.weekday() + 7)
    return Card(
        id="sample-status",
        version=1,
        facts=StatusFacts(first=monday, last=monday + timedelta(days=6), answered=answered, waiting=waiting),
        texts={language: Text(title="") for language in LANGUAGES},
        sender="Älvdala kommun",
        link=Link(url="https://alvdala.example/fragor", short="alvdala.example/fragor"),
    )
