"""Moments as pages say them: "i dag 14.32", "i går 15.40", "tisdag 24 november 18.12"."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from cards.words import date_text, relative_day, time_text


def moment_text(at: datetime, now: datetime, zone: ZoneInfo, language: str = "sv") -> str:
    """A moment as it is said `now`; past days beyond yesterday have their date."""
    local, here = at.astimezone(zone), now.astimezone(zone)
    ahead = (local.date() - here.date()).days
    day = relative_day(here, local.date(), language) if -1 <= ahead < 2 else date_text(local.date(), language)
    return f"{day} {time_text(local, language)}"


def day_text(day: date, language: str = "sv", *, weekday: bool = True) -> str:
    """A day by its weekday and date, or by its date alone: "tisdag 15 december"."""
    return date_text(day, language, weekday=weekday)


def from_day(day: date, now: datetime, zone: ZoneInfo, language: str = "sv") -> str:
    """When something begins, for a heading: "i dag", "i morgon", "tisdag", or its date a week or more away."""
    here = now.astimezone(zone).date()
    ahead = (day - here).days
    if ahead < 2:
        return relative_day(here, day, language)
    if ahead < 7:
        return date_text(day, language).split(maxsplit=1)[0].rstrip(",")
    return date_text(day, language, weekday=False)
