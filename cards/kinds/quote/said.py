"""A quote in words: who said it stands with it."""

from collections.abc import Iterator
from datetime import datetime

from cards.kinds.phrases import phrase
from cards.kinds.quote.facts import QuoteFacts
from cards.model import Card, Language
from cards.said import Line, Part


def sort(card: Card, language: Language, now: datetime) -> str:
    """What the chip says."""
    facts = card.facts
    assert isinstance(facts, QuoteFacts)
    return phrase("quote", "chip" if facts.visited == "company" else "chip_association", language)


def said(card: Card, language: Language, now: datetime) -> Iterator[Part]:
    """The words themselves are the card's body and are told with it; here only who said them."""
    facts = card.facts
    assert isinstance(facts, QuoteFacts)
    yield Line(text=facts.by)
