"""The risk of fire in words: a ban first, then the level, the area and the day."""

from collections.abc import Iterator
from datetime import datetime

from cards.kinds.fire_risk.facts import FireRiskFacts
from cards.kinds.fire_risk.told import words_of
from cards.model import Card, Language
from cards.said import Line, Moment, Part
from cards.words import date_text, words


def said(card: Card, language: Language, now: datetime) -> Iterator[Part]:
    """What the picture tells in bars is told in a number and in words."""
    facts = card.facts
    assert isinstance(facts, FireRiskFacts)
    told = words_of(facts, now, language)
    yield Line(text=told.title, strong=True)
    if not card.text(language).body.strip():
        yield Line(text=told.rule or told.advice)
    yield Line(text=told.term)
    yield Line(text=told.risk)
    yield Line(label=words(language).where, text=facts.area)
    if facts.known:
        yield Moment(label=words(language).when, text=date_text(facts.day, language), start=facts.day)
    yield Line(text=told.source)
