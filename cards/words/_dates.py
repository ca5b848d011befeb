"""Days, dates and times in words, in every language.

Names come from CLDR through Babel, or from the language's own file where CLDR has none. All moments are given in the
screen's own zone (or are plain wall times); a text that says "i dag" holds until the next local midnight.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Final, Literal

from babel.dates import format_timedelta, get_day_names, get_month_names
from babel.lists import format_list

from cards.words._phrases import locale_of, words
from cards.words._typography import EN_DASH, NO_BREAK, tie

_NIGHT_ENDS: Final = time(6)
"""A span that ends before this hour belongs to the evening on which it began: "22.00–02.00"."""


def _day_names(language: str, width: Literal["wide", "abbreviated"]) -> Sequence[str]:
    own = words(language).calendar
    named = own.days if width == "wide" else own.short_days
    if named:
        return named
    names = get_day_names(width, "stand-alone", locale_of(language))
    return [names[day] for day in range(7)]


def _month_names(language: str, width: Literal["wide", "abbreviated"]) -> Sequence[str]:
    own = words(language).calendar
    named = own.months if width == "wide" else own.short_months
    if named:
        return named
    names = get_month_names(width, "format", locale_of(language))
    return [names[month] for month in range(1, 13)]


def day_name(day: date, language: str) -> str:
    """The weekday: "torsdag"."""
    return _day_names(language, "wide")[day.weekday()]


def short_day(day: date, language: str) -> str:
    """The weekday, short: "tors". A date block sets it in capitals."""
    return _day_names(language, "abbreviated")[day.weekday()].rstrip(".")


def month_name(day: date, language: str, *, short: bool = False) -> str:
    """The month as it stands after a day's number: "november", or "nov" when `short`."""
    name = _month_names(language, "abbreviated" if short else "wide")[day.month - 1]
    return name.rstrip(".") if short else name


def date_text(day: date, language: str, *, weekday: bool = True) -> str:
    """The date without its year: "torsdag 26 november", or "26 november" without `weekday`."""
    # Day and month stay together on a line; a weekday may stand at the end of one.
    pattern = words(language).day_and_month.replace(" ", NO_BREAK)
    day_and_month = pattern.format(day=day.day, month=month_name(day, language))
    if not weekday:
        return day_and_month
    return words(language).date.format(weekday=day_name(day, language), date=day_and_month)


def date_span(first: date, last: date, language: str) -> str:
    """Days from `first` to `last`, both counted: "28 november–3 december", "7–9 december"."""
    end = date_text(last, language, weekday=False)
    if first == last:
        return end
    month_first = words(language).day_and_month.startswith("{month}")
    if (first.year, first.month) == (last.year, last.month) and not month_first:
        dot = "." if "{day}." in words(language).day_and_month else ""
        return f"{first.day}{dot}{EN_DASH}{end}"
    return f"{date_text(first, language, weekday=False)}{EN_DASH}{end}"


def time_text(at: time | datetime, language: str) -> str:
    """A time of the day: "18.00" in Swedish, "18:00" in English."""
    return f"{at.hour:02d}{words(language).time_separator}{at.minute:02d}"


def short_time(at: time | datetime, language: str) -> str:
    """A time of the day as it is spoken: "19", "18.30"."""
    return f"{at.hour}{words(language).time_separator}{at.minute:02d}" if at.minute else str(at.hour)


def short_span(start: time | datetime, end: time | datetime, language: str) -> str:
    """Opening hours as they are spoken: "10–19", "17–18.30"."""
    return f"{short_time(start, language)}{EN_DASH}{short_time(end, language)}"


def span_text(start: datetime, end: datetime | None, language: str) -> str:
    """When something lasts: "18.00–20.00"; with days where it lasts over a night: "fre 18.00–sön 15.00".

    Without an end it is the start alone. A line never breaks inside it.
    """
    begins = time_text(start, language)
    if end is None or end == start:
        return begins
    ends = time_text(end, language)
    into_the_night = end.date() == start.date() + timedelta(days=1) and end.time() <= _NIGHT_ENDS
    if end.date() == start.date() or into_the_night:
        return f"{begins}{EN_DASH}{ends}"
    first, last = short_day(start.date(), language), short_day(end.date(), language)
    return f"{first}{NO_BREAK}{begins}{EN_DASH}{last}{NO_BREAK}{ends}"


def full_span(start: datetime, end: datetime | None, language: str) -> str:
    """Day and times for who reads them later: "lördag 28 november 18.00–20.00"; of several days each with its date."""
    times, begins = span_text(start, end, language), time_text(start, language)
    first = date_text(start.date(), language)
    if end is None or times.startswith(begins):
        return f"{first} {times}"
    return f"{first} {begins} {EN_DASH} {date_text(end.date(), language)} {time_text(end, language)}"


def on_day(day: date, language: str) -> str:
    """The weekday as an answer to "when": "på lördag"."""
    return tie(words(language).on_days[day.weekday()])


def relative_day(now: date, day: date, language: str) -> str:
    """The day as people say it: "i dag", "i morgon", "på lördag", or its date a week or more away.

    `now` may be a datetime in the screen's zone. The words hold until the next local midnight.
    """
    today = now.date() if isinstance(now, datetime) else now
    phrases = words(language)
    near = {-1: phrases.yesterday, 0: phrases.today, 1: phrases.tomorrow}
    ahead = (day - today).days
    if ahead in near:
        return tie(near[ahead])
    if 1 < ahead < 7:
        return on_day(day, language)
    return date_text(day, language)


def when_text(now: datetime, start: datetime, end: datetime | None, language: str) -> str:
    """Day and time together: "i morgon 08.00–12.00"."""
    return f"{relative_day(now, start.date(), language)} {span_text(start, end, language)}"


def countdown(now: datetime, at: datetime, language: str) -> str:
    """How long until `at`, in minutes: "om 20 minuter"; "" when it is past or more than an hour away."""
    minutes = -((now - at) // timedelta(minutes=1))
    if not 0 < minutes <= 60:
        return ""
    locale = locale_of(language)
    if locale is None:
        return tie(words(language).minutes_ahead.format(count=minutes))
    return tie(format_timedelta(timedelta(minutes=minutes), "minute", threshold=61, add_direction=True, locale=locale))


def listed(items: Sequence[str], language: str) -> str:
    """Several things in a sentence: "Strandvägen, Kyrkogatan och Torget"."""
    locale = locale_of(language)
    if locale is not None:
        return format_list(list(items), locale=locale)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {words(language).and_word} {items[-1]}"
