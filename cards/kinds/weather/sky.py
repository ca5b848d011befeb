"""SMHI's weather symbols: which sky each of them is, and its word."""

from typing import Final

from cards.kinds.phrases import phrase

_SKY: Final = {
    1: "clear", 2: "fair", 3: "half", 4: "half", 5: "cloudy", 6: "overcast", 7: "fog",
    8: "showers", 9: "showers", 10: "heavy_rain", 11: "thunder",
    12: "sleet", 13: "sleet", 14: "sleet", 15: "light_snow", 16: "snow", 17: "heavy_snow",
    18: "light_rain", 19: "rain", 20: "heavy_rain", 21: "thunder",
    22: "sleet", 23: "sleet", 24: "sleet", 25: "light_snow", 26: "snow", 27: "heavy_snow",
}  # fmt: skip


def sky_of(symbol: int) -> str:
    """Which of the named skies SMHI's `symbol` (1 to 27) is; an unknown one counts as cloudy."""
    return _SKY.get(symbol, "cloudy")


def sky_word(symbol: int, language: str) -> str:
    """SMHI's weather `symbol` (1 to 27) in a word or two."""
    return phrase("weather", f"sky_{sky_of(symbol)}", language)
