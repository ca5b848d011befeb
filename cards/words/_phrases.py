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

    read_more: str
    in_cooperation_with: str
    when: str
    where: str
    since: str
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
