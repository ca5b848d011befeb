"""What there is to remark on an event: an end before its beginning, a sender or a price that nobody told."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from cards.findings import Finding
from cards.kinds.event.facts import EventFacts
from cards.model import Card, Screen, Text
from foundation.errors import N_

_PRICE: Final = re.compile(
    r"fri entré|fritt inträde|gratis|kostnadsfri\w*|utan kostnad|entré|\bkr\b|kronor|swish", re.I
)


def check(card: Card, screen: Screen, now: datetime) -> Iterator[Finding]:
    """The remarks; a price is asked for in Swedish texts only, as its words are known there."""
    facts = card.facts
    assert isinstance(facts, EventFacts)
    if facts.end is not None and facts.end <= facts.start:
        yield Finding(field="end", severity="stop", message=N_("It ends before it begins."))
    if not card.sender.strip():
        yield Finding(
            field="sender", severity="look", message=N_("Say who invites: people go where they know somebody.")
        )
    text = card.texts.get("sv", Text(title=""))
    told = f"{text.title} {text.body} {text.advice}"
    if told.strip() and not facts.price and not facts.cancelled and not _PRICE.search(told):
        yield Finding(
            field="body", severity="look", message=N_("Say what it costs, or that it is free: people wonder.")
        )
