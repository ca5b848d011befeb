"""An answer in words: who answered, and when."""

from collections.abc import Iterator
from datetime import datetime

from cards.kinds.answer.facts import AnswerFacts
from cards.model import Card, Language
from cards.said import Moment, Part
from cards.words import date_text


def said(card: Card, language: Language, now: datetime) -> Iterator[Part]:
    """The department stands beside the day, as on the glass."""
    facts = card.facts
    assert isinstance(facts, AnswerFacts)
    day = date_text(facts.answered, language, weekday=False)
    yield Moment(text=f"{facts.department} {day}".strip(), start=facts.answered)
