"""An event in words: when, on which days it comes again, where, and what it costs."""

from collections.abc import Iterator
from datetime import datetime

from cards.kinds.event.facts import EventFacts
from cards.kinds.event.occasions import Occasion, exhibition, occasion
from cards.kinds.event.when import chip_of, days_listed
from cards.kinds.phrases import phrase
from cards.model import Card, Language
from cards.said import Line, Moment, Part
from cards.words import date_span, date_text, full_span, span_text, words


def sort(card: Card, language: Language, now: datetime) -> str:
    """What the chip says."""
    facts = card.facts
    assert isinstance(facts, EventFacts)
    return phrase(card.kind, chip_of(facts), language)


def said(card: Card, language: Language, now: datetime) -> Iterator[Part]:
    """The day in full, whatever the glass calls it today; of what comes again the occasion that is next."""
    facts = card.facts
    assert isinstance(facts, EventFacts)
    at = occasion(facts, now)
    if exhibition(facts):
        yield from _standing(card, facts, at, language, now)
    else:
        when = ", ".join([full_span(at.start, at.end, language), *_weekly(card, facts, at, language, now)])
        yield Moment(label=words(language).when, text=when, start=at.start, end=at.end)
    if at.later:
        yield Line(text=phrase(card.kind, "also_on", language).format(days=days_listed(at.later, language)))
    yield Line(label=words(language).where, text=facts.place)
    yield Line(text=facts.price)


def _standing(card: Card, facts: EventFacts, at: Occasion, language: Language, now: datetime) -> Iterator[Part]:
    """From its first day to its last, and when it is opened, until it has been."""
    assert facts.until is not None
    first, last = at.start.date(), facts.until.astimezone(now.tzinfo).date()
    yield Moment(label=words(language).when, text=date_span(first, last, language), start=first, end=last)
    if at.end is not None and now < at.start:
        yield Line(text=phrase(card.kind, "opening", language).format(time=span_text(at.start, at.end, language)))


def _weekly(card: Card, facts: EventFacts, at: Occasion, language: Language, now: datetime) -> Iterator[str]:
    """On which weekday it comes again, and the day on which it does so for the last time."""
    if not facts.weekly:
        return
    yield phrase(card.kind, f"every_{at.start.isoweekday()}", language)
    if facts.until is not None:
        last = date_text(facts.until.astimezone(now.tzinfo).date(), language, weekday=False)
        yield phrase(card.kind, "until_day", language).format(day=last)
