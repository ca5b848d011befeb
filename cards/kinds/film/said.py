"""A film in words: how long it is, and whether one needs to hear it."""

from collections.abc import Iterator
from datetime import datetime

from cards.kinds.film.facts import FilmFacts
from cards.kinds.film.told import about
from cards.model import Card, Language
from cards.said import Line, Part


def said(card: Card, language: Language, now: datetime) -> Iterator[Part]:
    """The line under the headline."""
    facts = card.facts
    assert isinstance(facts, FilmFacts)
    yield Line(text=about(facts, language))
