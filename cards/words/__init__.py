"""What cards say by themselves, in every language: chips, fixed phrases, days, dates, times.

One TOML file per language beside this module; adding a language is adding a file. A language without a file speaks
Swedish, the municipality's own. Nothing here reads a clock: `now` is given, and times are already in the screen's zone.
"""

from cards.words._dates import (
    countdown,
    date_span,
    date_text,
    day_name,
    listed,
    month_name,
    on_day,
    relative_day,
    short_day,
    short_span,
    short_time,
    span_text,
    time_text,
    when_text,
)
from cards.words._phrases import LANGUAGES, Words, words
from cards.words._typography import degrees, sentence_case, tie

__all__ = [
    "LANGUAGES",
    "Words",
    "countdown",
    "date_span",
    "date_text",
    "day_name",
    "degrees",
    "listed",
    "month_name",
    "on_day",
    "relative_day",
    "sentence_case",
    "short_day",
    "short_span",
    "short_time",
    "span_text",
    "tie",
    "time_text",
    "when_text",
    "words",
]
