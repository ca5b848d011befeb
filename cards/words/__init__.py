"""What cards say by themselves, in every language: chips, fixed phrases, days, dates, times.

One TOML file per language beside this module; adding a language is adding a file. A language without a file speaks
Swedish, the municipality's own. Nothing here reads a clock: `now` is given, and times are already in the screen's zone.
"""

from cards.words._dates import (
    countdown,
    date_span,
    date_text,
    day_name,
    full_span,
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
from cards.words._shouting import calm, names_in, shouts
from cards.words._typography import (
    ADDRESS,
    NO_BREAK,
    PHONE,
    degrees,
    eastern_digits,
    isolated,
    sentence_case,
    tie,
    typeset,
)

__all__ = [
    "ADDRESS",
    "LANGUAGES",
    "NO_BREAK",
    "PHONE",
    "Words",
    "calm",
    "countdown",
    "date_span",
    "date_text",
    "day_name",
    "degrees",
    "eastern_digits",
    "full_span",
    "isolated",
    "listed",
    "month_name",
    "names_in",
    "on_day",
    "relative_day",
    "sentence_case",
    "short_day",
    "short_span",
    "short_time",
    "shouts",
    "span_text",
    "tie",
    "time_text",
    "typeset",
    "when_text",
    "words",
]
