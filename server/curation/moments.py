"""Moments as pages say them: "i dag 16.00", "lördag 28 november 20.00"; and spans since: "för 8 sekunder sedan"."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from server.curation.dates import write_day, write_time
from server.words import Words


def say_day(day: date, today: date, words: Words) -> str:
    """The day: today, tomorrow, yesterday, else its weekday and date."""
    near = {0: words.gettext("today"), 1: words.gettext("tomorrow"), -1: words.gettext("yesterday")}
    return near.get((day - today).days) or write_day(day, today)


def say_end(moment: datetime, now: datetime, zone: ZoneInfo, words: Words) -> str:
    """When something ends: midnight is the end of the day before it, which is then said alone."""
    local = moment.astimezone(zone)
    if local.time() == time(0):
        return say_day(local.date() - timedelta(days=1), now.astimezone(zone).date(), words)
    return say_moment(moment, now, zone, words)


def say_moment(moment: datetime, now: datetime, zone: ZoneInfo, words: Words) -> str:
    """Day and time."""
    local, today = moment.astimezone(zone), now.astimezone(zone).date()
    return f"{say_day(local.date(), today, words)} {write_time(local.time())}"


def say_clock(moment: datetime, zone: ZoneInfo) -> str:
    """The time of day alone."""
    return write_time(moment.astimezone(zone).time())


def say_since(moment: datetime, now: datetime, words: Words) -> str:
    """How long ago, in the largest unit that fits."""
    seconds = max(0, int((now - moment).total_seconds()))
    for unit, singular, plural in (
        (86_400, "{n} day ago", "{n} days ago"),
        (3_600, "{n} hour ago", "{n} hours ago"),
        (60, "{n} minute ago", "{n} minutes ago"),
        (1, "{n} second ago", "{n} seconds ago"),
    ):
        count = seconds // unit
        if count:
            return words.ngettext(singular, plural, count).format(n=count)
    return words.gettext("just now")


def say_length(seconds: float, words: Words) -> str:
    """A length of time: "3 minuter 27 sekunder"."""
    minutes, rest = divmod(round(seconds), 60)
    parts = []
    if minutes:
        parts.append(words.ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes))
    if rest or not minutes:
        parts.append(words.ngettext("{n} second", "{n} seconds", rest).format(n=rest))
    return " ".join(parts)


def count_word(count: int, words: Words) -> str:
    """A small number as a word, as headings say it; a large one in digits."""
    names = (
        words.gettext("None"),
        words.gettext("One"),
        words.gettext("Two"),
        words.gettext("Three"),
        words.gettext("Four"),
        words.gettext("Five"),
        words.gettext("Six"),
        words.gettext("Seven"),
        words.gettext("Eight"),
        words.gettext("Nine"),
        words.gettext("Ten"),
        words.gettext("Eleven"),
        words.gettext("Twelve"),
    )
    return names[count] if 0 <= count < len(names) else str(count)
