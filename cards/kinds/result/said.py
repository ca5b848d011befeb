"""A result in words: how many answered and what, what is done about it, and until when."""

from collections.abc import Iterator
from datetime import datetime

from cards.kinds.phrases import phrase
from cards.kinds.promise import told_in, written
from cards.kinds.result.facts import ResultFacts
from cards.model import Card, Language
from cards.said import Line, Moment, Pairs, Part
from cards.words import tie


def sort(card: Card, language: Language, now: datetime) -> str:
    """What the chip says."""
    facts = card.facts
    assert isinstance(facts, ResultFacts)
    return phrase("result", "chip_done" if facts.done else "chip", language)


def count_said(facts: ResultFacts, language: Language, home: Language) -> str:
    """How many answered, and what it was about: "143 svar på frågan om badplatsen"."""
    count, about = facts.answered, facts.about_said_in(language, home)
    if not count:
        return phrase("result", "no_answers", language)
    name = "answers_about" if about else "answers"
    figure = f"{count:,}".replace(",", "\u00a0")
    return tie(phrase("result", name, language, count).format(count=figure, about=about))


def ready_said(card: Card, language: Language, now: datetime) -> str:
    """Until when it is done, where the card's own words do not tell it; else nothing."""
    facts, text = card.facts, card.text(language)
    assert isinstance(facts, ResultFacts)
    if facts.promised is None or facts.done or told_in(f"{text.body} {text.advice}", facts.promised, language):
        return ""
    return phrase("result", "ready", language).format(day=written(now.date(), facts.promised, language)) + "."


def home_of(card: Card) -> Language:
    """The language that the card was written in."""
    return next(iter(card.texts), "sv")


def said(card: Card, language: Language, now: datetime) -> Iterator[Part]:
    """Every option with its number, also those that the glass has no room for."""
    facts = card.facts
    assert isinstance(facts, ResultFacts)
    yield Line(text=count_said(facts, language, home_of(card)))
    yield Pairs(rows=tuple((option.said_in(language), str(option.votes)) for option in facts.ranked))
    if facts.promised is not None and not facts.done:
        day = written(now.date(), facts.promised, language)
        yield Moment(text=phrase("result", "ready", language).format(day=day), start=facts.promised)
