"""Days that are wrong: a weekday that is not the date's, a time on the screens that has run out."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final

from cards.findings import Finding
from cards.model import Card, Language
from cards.words import LANGUAGES, date_text, day_name, month_name
from foundation.errors import N_

_BACK: Final = timedelta(days=60)
"""A date without its year is the next one, or one that has just been."""

_A_MONDAY: Final = date(2024, 1, 1)
_WRITTEN_LANGUAGES: Final = ("sv", "fi", "en", "uk", "fit", "se")


def remarks(card: Card, now: datetime) -> Iterator[Finding]:
    """What is wrong with the days of `card`; `now` is in the screen's zone."""
    for language, text in card.texts.items():
        for field, value in (("title", text.title), ("body", text.body), ("advice", text.advice)):
            yield from _weekdays(field, value, language, now.date())
    if card.valid_until is not None and card.valid_until <= now:
        day = date_text(card.valid_until.astimezone(now.tzinfo).date(), "sv")
        message = N_("Its time on the screens ended {day}. Give it a later day.")
        yield Finding(field="valid_until", severity="look", message=message, places={"day": day})


@lru_cache(maxsize=len(LANGUAGES))
def _pattern(language: Language) -> re.Pattern[str] | None:
    """A weekday with a date after it, as it is written: "fredag 28 november", "Friday, 28 November"."""
    if language not in _WRITTEN_LANGUAGES:
        return None
    days = "|".join(re.escape(day_name(_A_MONDAY + timedelta(days=index), language)) for index in range(7))
    months = "|".join(_months(language))
    return re.compile(rf"\b(?P<weekday>{days})(?:en)?,?\s+(?:den\s+)?(?P<day>\d{{1,2}})\.?\s+(?P<month>{months})", re.I)


@lru_cache(maxsize=len(LANGUAGES))
def _months(language: Language) -> tuple[str, ...]:
    return tuple(re.escape(month_name(date(2024, month, 1), language)) for month in range(1, 13))


def _weekdays(field: str, value: str, language: Language, today: date) -> Iterator[Finding]:
    pattern = _pattern(language)
    for found in pattern.finditer(value.replace("\u00a0", " ")) if pattern else ():
        months = [name.lower() for name in _months(language)]
        day = _next(int(found["day"]), months.index(re.escape(found["month"]).lower()) + 1, today)
        if day is None:
            message = N_("No calendar has the day “{written}”.")
            yield Finding(field=field, severity="look", message=message, places={"written": found[0]})
        elif day_name(day, language).lower() != found["weekday"].lower():
            right = found[0].replace(found["weekday"], day_name(day, language), 1)
            places: dict[str, str | int] = {"written": found[0], "weekday": day_name(day, language)}
            message = N_("“{written}” cannot be right: that day is a {weekday}.")
            suggestion = value.replace(found[0], right, 1)
            yield Finding(field=field, severity="look", message=message, places=places, suggestion=suggestion)


def _next(day: int, month: int, today: date) -> date | None:
    """The date that is meant: the first such day that is not long past. None where no year has it."""
    for year in range((today - _BACK).year, today.year + 9):
        try:
            meant = date(year, month, day)
        except ValueError:
            continue
        if meant >= today - _BACK:
            return meant
    return None
