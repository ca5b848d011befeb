"""Sample forecasts: frost with snow on its way, and the other skies that a forecast may stand under."""

from datetime import datetime, timedelta
from typing import Final

import msgspec

from cards.kinds.moments import moment
from cards.kinds.weather.facts import WeatherFacts, WeatherHour
from cards.model import Card, Text
from cards.words import LANGUAGES

_SKIES: Final[dict[str, tuple[tuple[int, int], ...]]] = {
    "rain": ((6, 19), (6, 18), (5, 8), (7, 4), (9, 2)),
    "snow": ((-2, 26), (-3, 27), (-3, 25), (-6, 5), (-11, 1)),
    "thunder": ((21, 11), (18, 20), (16, 18), (22, 3), (24, 1)),
    "fog": ((1, 7), (3, 5), (2, 7), (4, 6), (0, 13)),
    "overcast": ((3, 6), (3, 6), (2, 5), (1, 12), (0, 22)),
}
"""Degrees and SMHI's symbol of each step, by what stands in the sky now."""


def sample(now: datetime) -> Card:
    """Now, two steps of three hours, and two days; `now` is in the screen's zone."""
    hour = now.replace(minute=0, second=0, microsecond=0)
    steps = (
        WeatherHour(at=hour, celsius=-4, symbol=1),
        WeatherHour(at=hour + timedelta(hours=3), celsius=-7, symbol=2),
        WeatherHour(at=hour + timedelta(hours=6), celsius=-9, symbol=25),
        WeatherHour(at=moment(now, 1, 12), celsius=-6, symbol=26, daily=True),
        WeatherHour(at=moment(now, 2, 12), celsius=-2, symbol=6, daily=True),
    )
    return Card(
        id="sample-weather",
        version=1,
        facts=WeatherFacts(place="Älvdala", made=hour, hours=steps),
        texts={language: Text(title="Älvdala") for language in LANGUAGES},
    )


def variants(now: datetime) -> dict[str, Card]:
    """The same five steps under other skies."""
    return {sky: _under(sample(now), steps) for sky, steps in _SKIES.items()}


def _under(card: Card, steps: tuple[tuple[int, int], ...]) -> Card:
    facts = card.facts
    assert isinstance(facts, WeatherFacts)
    hours = tuple(
        msgspec.structs.replace(hour, celsius=celsius, symbol=symbol)
        for hour, (celsius, symbol) in zip(facts.hours, steps, strict=True)
    )
    return msgspec.structs.replace(card, facts=msgspec.structs.replace(facts, hours=hours))
