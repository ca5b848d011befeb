"""Days that something is promised for, as they are written out: "1 juni", or "1 juni 2027" in another year."""

from datetime import date

from cards.words import date_text, relative_day, tie


def written(now: date, day: date, language: str) -> str:
    """The date, with its year where that is not this one."""
    text = date_text(day, language, weekday=False)
    return tie(text) if day.year == now.year else f"{tie(text)}\u00a0{day.year}"


def told_in(text: str, day: date, language: str) -> bool:
    """Tell whether `text` already names `day`, so that it is not told twice."""
    plain = text.replace("\u00a0", " ").casefold()
    return date_text(day, language, weekday=False).replace("\u00a0", " ").casefold() in plain


def near(now: date, day: date, language: str) -> str:
    """The day as people say it: "i morgon", "på lördag", or its date a week or more away, or when it has passed."""
    ahead = (day - now).days
    return relative_day(now, day, language) if 0 <= ahead < 7 else written(now, day, language)
