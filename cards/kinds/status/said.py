"""A status in words: how many came in, how many are answered, and who has the rest."""

from collections.abc import Iterator
from datetime import datetime

from cards.kinds.status.facts import StatusFacts
from cards.kinds.status.told import groups, headline_said
from cards.model import Card, Language
from cards.said import Line, Part


def said(card: Card, language: Language, now: datetime) -> Iterator[Part]:
    """The headline where the card has none of its own, then each group in a sentence."""
    facts = card.facts
    assert isinstance(facts, StatusFacts)
    if not card.text(language).title.strip():
        yield Line(text=headline_said(facts, language, now.date()), strong=True)
    for group in groups(facts, language, now.date()):
        yield Line(text=f"{group.number} {group.words}. {group.note}".strip())
