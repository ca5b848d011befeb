"""The fixed phrases of one language, and where they are read from.

A file that lacks a phrase, or has one that nobody asks for, does not load: a translation is whole or absent.
Phrases have named places in braces; `Words` holds them as written, the functions here fill them.
"""

import tomllib
from functools import lru_cache
from importlib import resources
from typing import Final, Literal

import msgspec
from babel import Locale

from cards.words._typography import tie

LANGUAGES: Final = ("sv", "fi", "fit", "se", "en", "ar", "uk")
"""Every language that has words of its own, in the order in which a welcome card greets."""

_HOME: Final = "sv"


class Calendar(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Names of days (Monday first) and months that CLDR lacks or has in the wrong case. Empty: ask CLDR."""

    days: tuple[str, ...] = ()
    short_days: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    short_months: tuple[str, ...] = ()


class Words(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What cards say by themselves in one language. The field's name is the phrase's meaning in English."""

    name: str
    """The language's own name for itself."""
    direction: Literal["ltr", "rtl"]
    locale: str
    """CLDR's name for it; empty where CLDR has none."""
    date: str
    day_and_month: str
    time_separator: str
    clock_word: str
    on_days: tuple[str, ...]
    """ "On Monday" to "on Sunday"."""
    yesterday: str
    today: str
    tomorrow: str
    and_word: str
    minutes_ahead: str = ""
    """ "In {count} minutes", where CLDR has none."""

    chip_event: str
    chip_exhibition: str
    chip_cancelled: str
    chip_planned: str
    chip_acute: str
    chip_going_on: str
    chip_late: str
    chip_over: str
    chip_alert: str
    chip_exercise: str
    chip_alert_over: str
    chip_news: str
    chip_question: str
    chip_answer: str
    chip_menu: str
    chip_hours: str
    chip_weather: str
    chip_picture: str
    chip_poster: str
    chip_welcome: str
    chip_pairing: str

    free: str
    read_more: str
    until_day: str
    in_cooperation_with: str
    when: str
    where: str
    why: str
    think_of: str
    from_time: str
    end_unknown: str
    next_word: str
    done_at: str
    was_planned_until: str
    thank_you: str
    applies_to: str
    since: str
    answer_with_phone: str
    under_a_minute: str
    answer_by: str
    reply_promised: str
    asked_on: str
    answers_so_far: dict[str, str]
    """By CLDR's plural category."""
    week: str
    menu_today: str
    served: str
    no_menu_today: str
    open_until: str
    opens_today: str
    closed_for_today: str
    closed_today: str
    opens_next: str
    closed: str
    changed_hours: str
    changed_day: str
    closed_day: str
    now: str
    sky: dict[str, str]
    weather_from: str
    photo_by: str
    go_to: str
    or_scan: str
    type_the_code: str
    code_holds_until: str
    same_number: str
    compare_number: str
    calendar: Calendar = Calendar()

    @property
    def right_to_left(self) -> bool:
        """Tell whether the language is written from the right, so that the layout is mirrored."""
        return self.direction == "rtl"


@lru_cache(maxsize=len(LANGUAGES))
def _load(language: str) -> Words:
    data = resources.files("cards.words").joinpath(f"{language}.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(data), Words)


def words(language: str) -> Words:
    """The words of `language`; of Swedish where the language has none of its own."""
    return _load(language if language in LANGUAGES else _HOME)


@lru_cache(maxsize=len(LANGUAGES))
def locale_of(language: str) -> Locale | None:
    """CLDR's data for `language`, or None where CLDR has none."""
    name = words(language).locale
    return Locale.parse(name) if name else None


def answers_so_far(count: int, language: str) -> str:
    """How many have answered a question: "87 svar hittills", in the plural that the language wants."""
    forms = words(language).answers_so_far
    locale = locale_of(language)
    category = locale.plural_form(count) if locale else ("one" if count == 1 else "other")
    return tie(forms.get(category, forms["other"]).format(count=count))


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
    return words(language).sky[sky_of(symbol)]
