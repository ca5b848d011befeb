"""A person to turn to, in words: who, and how and when one reaches them."""

from collections.abc import Iterator
from datetime import datetime

from cards.kinds.contact.facts import ContactFacts
from cards.kinds.contact.told import hours_said, ways
from cards.model import Card, Language
from cards.said import Line, Part


def said(card: Card, language: Language, now: datetime) -> Iterator[Part]:
    """Name and role, then each way to reach them. What holds only now is left out: a page may be read later."""
    facts = card.facts
    assert isinstance(facts, ContactFacts)
    yield Line(text=", ".join(part for part in (facts.name, facts.role_said_in(language)) if part), strong=True)
    for way in ways(facts):
        yield Line(text=way)
    yield Line(text=hours_said(facts, language, now))
