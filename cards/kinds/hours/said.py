"""Opening hours in words: the ordinary week, and the days that differ."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from cards.kinds.hours.facts import HoursFacts, Span
from cards.kinds.phrases import phrase
from cards.model import Card, Language
from cards.said import Pairs, Part
from cards.words import date_text, day_name, sentence_case, short_span

_A_MONDAY = date(2024, 1, 1)


def said(card: Card, language: Language, now: datetime) -> Iterator[Part]:
    """The week, Monday first; then each coming day with other hours, and its reason."""
    facts = card.facts
    assert isinstance(facts, HoursFacts)
    names = (sentence_case(day_name(_A_MONDAY + timedelta(days=index), language)) for index in range(7))
    yield Pairs(
        rows=tuple((name, _open(span, language)) for name, span in zip(names, facts.week, strict=False)),
    )
    coming = sorted((other for other in facts.exceptions if other.day >= now.date()), key=lambda other: other.day)
    yield Pairs(
        rows=tuple(
            (sentence_case(date_text(other.day, language)), _because(_open(other.span, language), other.reason))
            for other in coming
        )
    )


def _open(span: Span | None, language: Language) -> str:
    return short_span(span.opens, span.closes, language) if span else phrase("hours", "closed", language)


def _because(hours: str, reason: str) -> str:
    return f"{hours} ({reason})" if reason else hours
