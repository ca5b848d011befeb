"""A picture in words: who took it. What it shows is its alt text, which is told with every card."""

from collections.abc import Iterator
from datetime import datetime

from cards.kinds.phrases import phrase
from cards.kinds.picture.facts import PictureFacts
from cards.model import Card, Language
from cards.said import Line, Part


def sort(card: Card, language: Language, now: datetime) -> str:
    """What the chip says."""
    facts = card.facts
    assert isinstance(facts, PictureFacts)
    return phrase(card.kind, "chip_poster", language) if facts.poster else phrase(card.kind, "chip", language)


def said(card: Card, language: Language, now: datetime) -> Iterator[Part]:
    """The photographer, where one is named."""
    facts = card.facts
    assert isinstance(facts, PictureFacts)
    if facts.credit:
        yield Line(text=phrase(card.kind, "photo_by", language).format(credit=facts.credit))
