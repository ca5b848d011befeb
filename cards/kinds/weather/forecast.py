"""Which hours of a forecast are told: the one that holds now, then those ahead.

`now` is aware. A forecast is told as "now" only while its hour is not long past; after that every hour keeps its time.
"""

from datetime import datetime, timedelta
from typing import Final, NamedTuple

from cards.kinds.weather.facts import WeatherFacts, WeatherHour

_STILL_NOW: Final = timedelta(hours=3)


class Step(NamedTuple):
    """One column of the panel. `now` marks the hour that holds at the moment."""

    hour: WeatherHour
    now: bool


def steps(facts: WeatherFacts, now: datetime, count: int) -> tuple[Step, ...]:
    """The hour that holds now and those that follow, at most `count`; hours that have passed are left out."""
    hours = sorted(facts.hours, key=lambda hour: hour.at)
    begun = [hour for hour in hours if not hour.daily and hour.at <= now]
    ahead = [hour for hour in hours if hour.at > now and (not hour.daily or hour.at.date() > now.date())]
    told = [Step(begun[-1], now - begun[-1].at < _STILL_NOW)] if begun else []
    told += [Step(hour, False) for hour in ahead]
    return tuple(told[:count])
