"""Facts of a forecast: the hours ahead, and when and where they came from."""

from datetime import datetime

import msgspec

from cards.kinds.facts import Facts


class WeatherHour(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One step of a forecast: degrees Celsius, and SMHI's symbol code 1 to 27."""

    at: datetime
    celsius: float
    symbol: int
    daily: bool = False
    """True where the entry stands for a whole day, and is named by its weekday."""


class WeatherFacts(Facts, frozen=True, kw_only=True, omit_defaults=True, tag="weather"):
    """A forecast for one place. The first entry is now."""

    place: str
    made: datetime
    hours: tuple[WeatherHour, ...]
    source: str = "SMHI"
