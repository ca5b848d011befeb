"""What a contact says, before anything is set: how one reaches the person, and when."""

from datetime import datetime, time, timedelta
from typing import Final

from cards.kinds.contact.facts import ContactFacts, Times
from cards.kinds.phrases import phrase
from cards.model import Language
from cards.words import listed, short_day, short_span, short_time, tie

_ALWAYS: Final = Times(first=0, last=6, opens=time(0), closes=time(23, 59))
"""Day and night, as it is written in a form."""


def ways(facts: ContactFacts) -> tuple[str, ...]:
    """How one reaches the person, the telephone first; empty where nobody wrote it."""
    return tuple(way.strip() for way in (facts.phone, facts.email, facts.place) if way.strip())


def left_to_right(text: str) -> str:
    """A number whose groups keep their order on a card that reads from the right."""
    return text if any(sign.isalpha() for sign in text) else f"\u200e{text}\u200e"


def hours_said(facts: ContactFacts, language: Language, now: datetime) -> str:
    """When one reaches the person: "Svarar mån–fre 9–11"; nothing where nobody wrote it."""
    if not facts.hours:
        return ""
    if facts.hours == (_ALWAYS,) and facts.phone:
        return tie(phrase("contact", "always", language))
    name = "answers" if facts.phone else "is_there"
    spans = [_span(times, language, now) for times in facts.hours]
    return tie(phrase("contact", name, language).format(hours=listed(spans, language)))


def now_said(facts: ContactFacts, language: Language, now: datetime) -> tuple[str, datetime | None]:
    """What holds at this moment, "Svarar nu, till 11", and the moment today at which that changes, if it does.

    `now` is in the screen's zone.
    """
    changes: list[datetime] = []
    if facts.hours == (_ALWAYS,):
        return "", None
    for times in facts.hours:
        if not times.first <= now.weekday() <= times.last:
            continue
        opens, closes = (datetime.combine(now.date(), at, now.tzinfo) for at in (times.opens, times.closes))
        if opens <= now < closes and facts.phone:
            return tie(
                phrase("contact", "answers_now", language).format(time=short_time(times.closes, language))
            ), closes
        changes += [at for at in (opens, closes) if at > now]
    return "", min(changes, default=None)


def _span(times: Times, language: Language, now: datetime) -> str:
    monday = now.date() - timedelta(days=now.weekday())
    first, last = (short_day(monday + timedelta(days=day), language) for day in (times.first, times.last))
    days = first if times.first == times.last else f"{first}–{last}"
    return f"{days}\u00a0{short_span(times.opens, times.closes, language)}"
