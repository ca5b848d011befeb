"""An alert in words: for whom, and since when."""

from collections.abc import Iterator
from datetime import datetime

from cards.kinds.alert.facts import AlertFacts
from cards.kinds.phrases import phrase
from cards.model import Card, Language
from cards.said import Line, Moment, Part
from cards.words import date_text, time_text, words


def sort(card: Card, language: Language, now: datetime) -> str:
    """What the chip says; an exercise is called one, whatever else it is."""
    facts = card.facts
    assert isinstance(facts, AlertFacts)
    if facts.exercise:
        return phrase(card.kind, "chip_exercise", language)
    return phrase(card.kind, "chip_over", language) if facts.over else phrase(card.kind, "chip", language)


def said(card: Card, language: Language, now: datetime) -> Iterator[Part]:
    """The area is what one listens for."""
    facts = card.facts
    assert isinstance(facts, AlertFacts)
    since = facts.since.astimezone(now.tzinfo)
    yield Line(label=words(language).where, text=facts.area, strong=True)
    day, clock = date_text(since.date(), language), words(language).since.format(time=time_text(since, language))
    yield Moment(label=words(language).when, text=f"{day}, {clock}", start=since)
