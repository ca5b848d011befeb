"""A picture in words: who took it. What it shows is its alt text, which is told with every card."""

from collections.abc import Iterator
from datetime import datetime

from cards.kinds.picture.facts import PictureFacts
from cards.model import Card, Language
from cards.said import Line, Part
from cards.words import words


def sort(card: Card, language: Language, now: datetime) -> str:
    """What the chip says."""
    facts = card.facts
    assert isinstance(facts, PictureFacts)
    return words(language).chip_poster if facts.poster else words(language).chip_picture


def said(card: Card, language: Language, now: datetime) -> Iterator[Part]:
    """The photographer, where one is named."""
    facts = card.facts
    assert isinstance(facts, PictureFacts)
    if facts.credit:
        yield Line(text=words(language).photo_by.format(credit=facts.credit))
