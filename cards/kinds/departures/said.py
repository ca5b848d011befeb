"""Departures in words: clock times, as a page that is read later must still be right."""

from collections.abc import Iterator
from datetime import datetime

from cards.kinds.departures.facts import Departure, DeparturesFacts
from cards.kinds.departures.timing import coming, minutes_late
from cards.kinds.phrases import phrase
from cards.model import Card, Language
from cards.said import Line, Pairs, Part
from cards.words import sentence_case, time_text


def said(card: Card, language: Language, now: datetime) -> Iterator[Part]:
    """Where from, what leaves when, and whose data it is."""
    facts = card.facts
    assert isinstance(facts, DeparturesFacts)
    if not card.text(language).title.strip():
        yield Line(text=phrase(card.kind, "title", language).format(stop=facts.stop), strong=True)
    departures = coming(facts, now)
    if not departures:
        yield Line(text=phrase(card.kind, "none", language))
    yield Pairs(rows=tuple((_when(one, language, now), _what(one, language)) for one in departures))
    if facts.source.strip():
        yield Line(text=phrase(card.kind, "data_from", language).format(source=facts.source))


def _when(departure: Departure, language: Language, now: datetime) -> str:
    at = departure.at if departure.cancelled else departure.leaves
    return time_text(at.astimezone(now.tzinfo), language)


def _what(departure: Departure, language: Language) -> str:
    parts = [f"{departure.line} {departure.destination}".strip()]
    if departure.platform.strip():
        parts.append(phrase("departures", "platform", language).format(where=departure.platform))
    if departure.cancelled:
        parts.append(phrase("departures", "cancelled", language))
    elif late := minutes_late(departure):
        parts.append(phrase("departures", "late", language).format(count=late))
    return sentence_case(", ".join(parts))
