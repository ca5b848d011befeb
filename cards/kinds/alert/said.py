"""An alert in words: for whom, and since when."""

from collections.abc import Iterator
from datetime import datetime

from cards.kinds.alert.facts import AlertFacts
from cards.model import Card, Language
from cards.said import Line, Moment, Part
from cards.words import time_text, words


def sort(card: Card, language: Language, now: datetime) -> str:
    """What the chip says; an exercise is called one, whatever else it is."""
    facts = card.facts
    assert isinstance(facts, AlertFacts)
    spoken = words(language)
    if facts.exercise:
        return spoken.chip_exercise
    return spoken.chip_alert_over if facts.over else spoken.chip_alert


def said(card: Card, language: Language, now: datetime) -> Iterator[Part]:
    """The area is what one listens for."""
    facts = card.facts
    assert isinstance(facts, AlertFacts)
    since = facts.since.astimezone(now.tzinfo)
    yield Line(label=words(language).where, text=facts.area, strong=True)
    yield Moment(
        label=words(language).when, text=words(language).since.format(time=time_text(since, language)), start=since
    )
