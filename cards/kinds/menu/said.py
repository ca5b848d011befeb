"""A menu in words: the days and their dishes."""

from collections.abc import Iterator
from datetime import datetime

from cards.kinds.menu.facts import MenuFacts
from cards.model import Card, Language
from cards.said import Line, Pairs, Part
from cards.words import date_text, listed, sentence_case, words


def sort(card: Card, language: Language, now: datetime) -> str:
    """What the chip says."""
    return words(language).chip_menu


def said(card: Card, language: Language, now: datetime) -> Iterator[Part]:
    """Every day with its date, as a list read later must still be right."""
    facts = card.facts
    assert isinstance(facts, MenuFacts)
    spoken = words(language)
    yield Line(text=facts.place)
    if facts.hours:
        yield Line(text=spoken.served.format(hours=facts.hours))
    rows = tuple(
        (sentence_case(date_text(day.day, language)), listed(day.dishes, language)) for day in facts.days if day.dishes
    )
    yield Pairs(rows=rows) if rows else Line(text=spoken.no_menu_today)
