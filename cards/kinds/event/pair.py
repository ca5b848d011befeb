"""An event in two languages at once: headline and sentence in each, the hours and the place once."""

from cards.kinds.event.facts import EventFacts
from cards.kinds.event.occasions import exhibition, occasion
from cards.kinds.event.when import chip_of
from cards.kinds.sidebyside import Half, Pair, speaking
from cards.model import Card, Language
from cards.sheet import Sheet
from cards.words import date_text, day_name, relative_day, sentence_case, short_span, short_time


def pair(sheet: Sheet, card: Card, languages: tuple[Language, Language]) -> Pair | None:
    """The event; None for what is cancelled, sold out or on show for weeks: that is told in one language at a time."""
    facts = card.facts
    assert isinstance(facts, EventFacts)
    if facts.cancelled or facts.sold_out or exhibition(facts):
        return None
    at, colours = occasion(facts, sheet.now), sheet.colours
    sheet.holds_until(at.start)
    sheet.holds_until(at.end)
    first, second = (_half(sheet, card, facts, language) for language in languages)
    one_day = at.end is not None and at.end.date() == at.start.date()
    return Pair(
        halves=(first, second),
        grounds=(colours.ground, colours.panel),
        ink=colours.ink,
        chips=(colours.chip, colours.chip_ink),
        band=(
            colours.extra["column"],
            colours.extra["column_day"],
            colours.extra["column_ink"],
            colours.extra["column_ink"],
        ),
        figure=short_span(at.start, at.end, sheet.language)
        if at.end and one_day
        else short_time(at.start, sheet.language),
        once=facts.place,
    )


def _half(sheet: Sheet, card: Card, facts: EventFacts, language: Language) -> Half:
    with speaking(sheet, language):
        start = occasion(facts, sheet.now).start.date()
        near = (start - sheet.now.date()).days in (0, 1)
        day = relative_day(sheet.now, start, language) if near else day_name(start, language)
        if facts.weekly and not near:
            day = sheet.phrase(f"every_{start.isoweekday()}")
        text = card.text(language)
        date = date_text(start, language, weekday=near)
        return Half(language, sheet.phrase(chip_of(facts)), text.title, text.body, sentence_case(day), date)
