"""A question that was passed on, in words: who has it, and its stations."""

from collections.abc import Iterator
from datetime import datetime

from cards.kinds.forwarded.facts import ForwardedFacts
from cards.kinds.forwarded.told import headline_said, sentence, stations
from cards.model import Card, Language
from cards.said import Line, Moment, Part


def said(card: Card, language: Language, now: datetime) -> Iterator[Part]:
    """The headline of the card in this telling is the question itself; who has it comes first after that."""
    facts = card.facts
    assert isinstance(facts, ForwardedFacts)
    yield Line(text=headline_said(facts, language), strong=True)
    days = (facts.asked, facts.since or facts.asked, facts.promised)
    for station, day in zip(stations(facts, language, now.date()), days, strict=True):
        yield Moment(text=sentence(station), start=day) if day is not None else Line(text=sentence(station))
