"""News in words: its day."""

from collections.abc import Iterator
from datetime import datetime

from cards.kinds.news.facts import NewsFacts
from cards.kinds.phrases import phrase
from cards.model import Card, Language
from cards.said import Moment, Part
from cards.words import date_text


def sort(card: Card, language: Language, now: datetime) -> str:
    """What the chip says: the sort that the news came with, else the plain word."""
    facts = card.facts
    assert isinstance(facts, NewsFacts)
    return facts.chip or phrase(card.kind, "chip", language)


def said(card: Card, language: Language, now: datetime) -> Iterator[Part]:
    """The day it was published, where that is known."""
    facts = card.facts
    assert isinstance(facts, NewsFacts)
    if facts.published is not None:
        day = facts.published.astimezone(now.tzinfo)
        yield Moment(text=date_text(day.date(), language), start=day)
