"""A menu in words: the days and their dishes."""

from collections.abc import Iterator
from datetime import datetime

from cards.kinds.menu.facts import MenuFacts
from cards.kinds.phrases import phrase
from cards.model import Card, Language
from cards.said import Line, Pairs, Part
from cards.words import date_text, listed, sentence_case


def said(card: Card, language: Language, now: datetime) -> Iterator[Part]:
    """Every day with its date, as a list read later must still be right."""
    facts = card.facts
    assert isinstance(facts, MenuFacts)
    yield Line(text=facts.place)
    if facts.hours:
        yield Line(text=phrase(card.kind, "served", language).format(hours=facts.hours))
    rows = tuple(
        (sentence_case(date_text(day.day, language)), listed(day.dishes, language)) for day in facts.days if day.dishes
    )
    yield Pairs(rows=rows) if rows else Line(text=phrase(card.kind, "no_menu_today", language))
