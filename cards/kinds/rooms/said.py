"""A room board in words: when, what, in which room, and on which floor."""

from collections.abc import Iterator
from datetime import datetime

from cards.kinds.phrases import phrase
from cards.kinds.rooms.coming import coming
from cards.kinds.rooms.facts import Booking, RoomsFacts
from cards.model import Card, Language
from cards.said import Line, Moment, Pairs, Part
from cards.words import date_text, sentence_case, span_text


def said(card: Card, language: Language, now: datetime) -> Iterator[Part]:
    """Today's bookings; the arrows are left out, as they are true only before the screen."""
    facts = card.facts
    assert isinstance(facts, RoomsFacts)
    if not card.text(language).title.strip():
        yield Line(text=phrase(card.kind, "title", language), strong=True)
    yield Line(text=facts.house)
    yield Moment(text=sentence_case(date_text(now.date(), language)), start=now.date())
    bookings = coming(facts, now)
    if not bookings:
        yield Line(text=phrase(card.kind, "none", language))
    yield Pairs(rows=tuple((_when(one, language, now), _what(one, language)) for one in bookings))


def _when(booking: Booking, language: Language, now: datetime) -> str:
    return span_text(booking.start.astimezone(now.tzinfo), booking.end.astimezone(now.tzinfo), language)


def _what(booking: Booking, language: Language) -> str:
    parts = (booking.title_in(language), booking.who, booking.room, booking.floor)
    whole = ", ".join(part for part in parts if part.strip())
    return f"{phrase('rooms', 'cancelled', language)}: {whole}" if booking.cancelled else whole
