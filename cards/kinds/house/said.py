"""The house card in words: the day; the name of the municipality is told with every card."""

from collections.abc import Iterator
from datetime import datetime

from cards.model import Card, Language
from cards.said import Moment, Part
from cards.words import date_text, sentence_case


def said(card: Card, language: Language, now: datetime) -> Iterator[Part]:
    """Today."""
    yield Moment(text=sentence_case(date_text(now.date(), language)), start=now.date())
