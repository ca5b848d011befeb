"""An event in a theme that is loud: the headline as large as it goes, the day in one line under it."""

from typing import Final

from cards.fitting import Block
from cards.fonts import STRONG
from cards.kinds.event.facts import EventFacts
from cards.kinds.event.occasions import occasion
from cards.kinds.event.when import running, when_of
from cards.model import Language
from cards.sheet import Sheet
from cards.words import date_text, short_day, span_text

_LARGEST_PX: Final = 116


def loud(sheet: Sheet) -> bool:
    """Tell whether the theme sets events so."""
    return sheet.theme.layout.event == "loud"


def loud_when(sheet: Sheet, facts: EventFacts, language: Language, width: float) -> Block | None:
    """The day and the time on one line as large as it goes, on three where one would be small. None without room."""
    whole = when_of(sheet, facts, language, dated=True)
    sizes, top = sheet.sizes, max(sheet.sizes.strong, sheet.px(_LARGEST_PX))
    for said in (_short(sheet, facts, language), whole):
        line = sheet.fit(said, STRONG, (width, sheet.height), (top, sizes.strong), lines=1) if said else None
        if line is not None:
            return line
    return sheet.fit(whole, STRONG, (width, sheet.height), (sizes.strong, sizes.body_floor), lines=3, leading=1.15)


def _short(sheet: Sheet, facts: EventFacts, language: Language) -> str:
    """ "fre 4 december 17.00–22.00"; nothing where another wording says it better ("i morgon", "till och med")."""
    at = occasion(facts, sheet.now)
    ahead = (at.start.date() - sheet.now.date()).days
    if running(sheet, facts) or facts.until is not None or ahead in (0, 1):
        return ""
    day = at.start.date()
    return (
        f"{short_day(day, language)} {date_text(day, language, weekday=False)} {span_text(at.start, at.end, language)}"
    )
