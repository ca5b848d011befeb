"""An event in words: when, where, and what it costs."""

from collections.abc import Iterator
from datetime import datetime

from cards.kinds.event.facts import EventFacts
from cards.kinds.phrases import phrase
from cards.model import Card, Language
from cards.said import Line, Moment, Part
from cards.words import date_span, full_span, words


def sort(card: Card, language: Language, now: datetime) -> str:
    """What the chip says."""
    facts = card.facts
    assert isinstance(facts, EventFacts)
    if facts.cancelled:
        return phrase(card.kind, "chip_cancelled", language)
    return phrase(card.kind, "chip_exhibition", language) if facts.until else phrase(card.kind, "chip", language)


def said(card: Card, language: Language, now: datetime) -> Iterator[Part]:
    """The day in full, whatever the glass calls it today."""
    facts = card.facts
    assert isinstance(facts, EventFacts)
    start = facts.start.astimezone(now.tzinfo)
    if facts.until is not None:
        last = facts.until.astimezone(now.tzinfo).date()
        yield Moment(
            label=words(language).when, text=date_span(start.date(), last, language), start=start.date(), end=last
        )
    else:
        end = facts.end.astimezone(now.tzinfo) if facts.end else None
        when = full_span(start, end, language)
        yield Moment(label=words(language).when, text=when, start=start, end=end)
    yield Line(label=words(language).where, text=facts.place)
    yield Line(text=facts.price)
