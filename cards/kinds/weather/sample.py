"""A sample forecast: frost, with snow on its way."""

from datetime import datetime, timedelta

from cards.kinds.moments import moment
from cards.kinds.weather.facts import WeatherFacts, WeatherHour
from cards.model import Card, Text
from cards.words import LANGUAGES


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
