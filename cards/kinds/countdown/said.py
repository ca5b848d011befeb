"""A countdown in words: when it is, and how long that still is."""

from collections.abc import Iterator
from datetime import datetime

from cards.kinds.countdown.facts import CountdownFacts
from cards.kinds.countdown.left import left
from cards.model import Card, Language
from cards.said import Line, Moment, Part
from cards.words import date_text, time_text, words


def said(card: Card, language: Language, now: datetime) -> Iterator[Part]:
    """The day first: a page that is read later must still be right."""
    facts = card.facts
    assert isinstance(facts, CountdownFacts)
    start = facts.at.astimezone(now.tzinfo)
    when = f"{date_text(start.date(), language)} {time_text(start, language)}"
    yield Moment(label=words(language).when, text=when, start=start)
    yield Line(label=words(language).where, text=facts.place)
    yield Line(text=left(facts, now, language).whole, strong=True)
