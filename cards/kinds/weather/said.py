"""A forecast in words: now, and the hours and days to come."""

from collections.abc import Iterator
from datetime import datetime

from cards.kinds.phrases import phrase
from cards.kinds.weather.facts import WeatherFacts, WeatherHour
from cards.kinds.weather.sky import sky_word
from cards.model import Card, Language
from cards.said import Line, Pairs, Part
from cards.words import day_name, degrees, sentence_case, time_text


def said(card: Card, language: Language, now: datetime) -> Iterator[Part]:
    """The first entry is now."""
    facts = card.facts
    assert isinstance(facts, WeatherFacts)
    if facts.hours:
        yield Line(text=f"{facts.place}: {_sky(facts.hours[0], language)}", strong=True)
    yield Pairs(rows=tuple((_when(hour, now, language), _sky(hour, language)) for hour in facts.hours[1:]))
    yield Line(text=phrase(card.kind, "weather_from", language).format(source=facts.source))


def _sky(hour: WeatherHour, language: Language) -> str:
    return f"{degrees(hour.celsius)}, {sky_word(hour.symbol, language)}"


def _when(hour: WeatherHour, now: datetime, language: Language) -> str:
    at = hour.at.astimezone(now.tzinfo)
    return sentence_case(day_name(at.date(), language)) if hour.daily else time_text(at, language)
