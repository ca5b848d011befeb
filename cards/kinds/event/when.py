"""An event's times and facts in words, for every layout of it."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from cards.kinds.event.facts import EventFacts
from cards.kinds.event.occasions import exhibition, occasion
from cards.model import Card, Language
from cards.sheet import Sheet
from cards.words import date_text, listed, relative_day, sentence_case, span_text
from cards.words import words as words_of

_MOST_DAYS: Final = 5
"""So many further days are listed; more are told by the last of them."""


def chip_of(facts: EventFacts) -> str:
    """The phrase on the chip: what went wrong comes before what it is."""
    if facts.cancelled:
        return "chip_cancelled"
    if facts.sold_out:
        return "chip_sold_out"
    return "chip_exhibition" if exhibition(facts) else "chip"


def running(sheet: Sheet, facts: EventFacts) -> bool:
    """Tell whether it is an exhibition that has opened: then its first day says nothing any more."""
    return exhibition(facts) and sheet.now >= facts.start


def when_of(sheet: Sheet, facts: EventFacts, language: Language, *, dated: bool = False) -> str:
    """The time in words; with its day where no date block tells it (`dated`), or where the day has a name."""
    at = occasion(facts, sheet.now)
    if running(sheet, facts):
        return sentence_case(_until(sheet, facts, language))
    span = span_text(at.start, at.end, language)
    near = (at.start.date() - sheet.now.date()).days in (0, 1)
    if exhibition(facts) and at.end is not None:
        span = sheet.phrase("opening", time=span)
        return f"{date_text(at.start.date(), language)}. {span}" if dated else span
    if facts.weekly:
        every = sheet.phrase(f"every_{at.start.isoweekday()}")
        if near:
            return f"{sentence_case(relative_day(sheet.now, at.start.date(), language))} {span}, {every}"
        return f"{sentence_case(every)} {span}"
    if near:
        return f"{sentence_case(relative_day(sheet.now, at.start.date(), language))} {span}"
    return f"{sentence_case(date_text(at.start.date(), language))} {span}" if dated else span


def also_of(sheet: Sheet, facts: EventFacts, language: Language) -> str:
    """The days on which it comes again: "Även 5, 12 och 19 december"."""
    later = occasion(facts, sheet.now).later
    if not later:
        return ""
    if len(later) > _MOST_DAYS:
        return sentence_case(sheet.phrase("until_day", day=date_text(later[-1], language, weekday=False)))
    return sheet.phrase("also_on", days=days_listed(later, language))


def days_listed(days: Sequence[date], language: Language) -> str:
    """Days in order in a sentence; the month stands once for the days of it where it stands after the number."""
    pattern = words_of(language).day_and_month
    said = []
    for day, following in pairwise([*days, date.max]):
        whole = date_text(day, language, weekday=False)
        same = (day.year, day.month) == (following.year, following.month)
        number = pattern.split("{month}")[0].strip() if pattern.startswith("{day}") else ""
        said.append(number.format(day=day.day) if same and number else whole)
    return listed(said, language)


def place_of(sheet: Sheet, facts: EventFacts, language: Language) -> str:
    """Where it is; with its last day, where the time does not tell that."""
    if facts.until is None or running(sheet, facts):
        return facts.place
    until = _until(sheet, facts, language)
    return f"{facts.place}, {until}" if facts.place else sentence_case(until)


def sentences_of(card: Card, facts: EventFacts, language: Language) -> tuple[str, str]:
    """Price and body as one text, and what of it must stay where the body goes: the price, told once."""
    body = card.text(language).body.strip()
    price = facts.price.strip().rstrip(".")
    if not price or price.casefold() in body.casefold():
        return body, ""
    return f"{sentence_case(price)}. {body}".strip(), f"{sentence_case(price)}."


def _until(sheet: Sheet, facts: EventFacts, language: Language) -> str:
    assert facts.until is not None
    return sheet.phrase("until_day", day=date_text(sheet.local(facts.until).date(), language, weekday=False))
