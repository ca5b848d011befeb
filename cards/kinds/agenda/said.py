"""An agenda in words: every event with its day, its time and its place."""

from collections.abc import Iterator
from datetime import datetime

from cards.kinds.agenda.coming import coming
from cards.kinds.agenda.facts import AgendaEvent, AgendaFacts
from cards.kinds.phrases import phrase
from cards.model import Card, Language
from cards.said import Line, Pairs, Part
from cards.words import date_text, sentence_case, span_text


def said(card: Card, language: Language, now: datetime) -> Iterator[Part]:
    """What is still to come, with dates instead of "tomorrow", as a page is read later."""
    facts = card.facts
    assert isinstance(facts, AgendaFacts)
    events = coming(facts, now)
    if not card.text(language).title.strip():
        yield Line(text=phrase(card.kind, "title", language), strong=True)
    if not events:
        yield Line(text=phrase(card.kind, "none", language))
    yield Pairs(rows=tuple((_when(event, language, now), _what(event, language)) for event in events))


def _when(event: AgendaEvent, language: Language, now: datetime) -> str:
    start = event.start.astimezone(now.tzinfo)
    end = event.end.astimezone(now.tzinfo) if event.end else None
    return sentence_case(f"{date_text(start.date(), language)} {span_text(start, end, language)}")


def _what(event: AgendaEvent, language: Language) -> str:
    word = phrase("agenda", "cancelled", language) if event.cancelled else ""
    parts = [part for part in (event.title_in(language), event.place) if part.strip()]
    return f"{word}: {', '.join(parts)}" if word else ", ".join(parts)
