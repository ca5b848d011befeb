"""A meeting that is sent, in words: when it is, where, and what is talked of."""

from collections.abc import Iterator
from datetime import datetime

from cards.kinds.stream.facts import StreamFacts
from cards.kinds.stream.told import words_of
from cards.model import Card, Language
from cards.said import Line, Moment, Part
from cards.words import date_text, span_text, words


def sort(card: Card, language: Language, now: datetime) -> str:
    """The word in the chip: how far it is."""
    facts = card.facts
    assert isinstance(facts, StreamFacts)
    return words_of(facts, "", now, language).chip


def said(card: Card, language: Language, now: datetime) -> Iterator[Part]:
    """The point of the agenda by its number; what it is about is the card's text, which is told with every card."""
    facts = card.facts
    assert isinstance(facts, StreamFacts)
    start = facts.start.astimezone(now.tzinfo)
    end = facts.end.astimezone(now.tzinfo) if facts.end is not None else None
    when = f"{date_text(start.date(), language)} {span_text(start, end, language)}"
    yield Moment(label=words(language).when, text=when, start=facts.start, end=facts.end)
    yield Line(label=words(language).where, text=facts.place)
    told = words_of(facts, "", now, language)
    yield Line(text=told.point)
    if facts.stage(now) == "lost":
        yield Line(text=told.screen, strong=True)
    if card.link is not None:
        yield Line(text=told.watch)
