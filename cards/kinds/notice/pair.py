"""A notice in two languages at once: headline and advice in each, the hours once."""

from datetime import datetime
from typing import NamedTuple

from cards.kinds.notice.facts import NoticeFacts
from cards.kinds.notice.stage import Stage, chip_of, stage_of
from cards.kinds.notice.told import told
from cards.kinds.sidebyside import Half, Pair, speaking
from cards.model import Card, Language
from cards.sheet import Sheet
from cards.words import date_text, relative_day, sentence_case, short_span, short_time


class _Point(NamedTuple):
    """The moment that both languages are told of: the figure, its day, and the phrase that the day stands in."""

    figure: str
    at: datetime
    phrase: str = ""


def pair(sheet: Sheet, card: Card, languages: tuple[Language, Language]) -> Pair:
    """The notice at its stage."""
    facts = card.facts
    assert isinstance(facts, NoticeFacts)
    stage, colours = stage_of(facts, sheet.now), sheet.colours
    for moment in (facts.start, facts.end, facts.over, facts.next_word):
        sheet.holds_until(moment)
    point = _point(sheet, facts, stage)
    first, second = (_half(sheet, card, facts, stage, point, language) for language in languages)
    over = stage is Stage.OVER
    return Pair(
        halves=(first, second),
        grounds=(colours.panel, colours.panel) if over else (colours.ground, colours.panel),
        ink=colours.ink,
        chips=(colours.chip, colours.chip_ink),
        band=(colours.accent, colours.accent_ink, "#FFFFFF", colours.panel),
        figure=point.figure if point else "",
        stripes=None if over else (colours.extra["stripe"], colours.ground),
    )


def _point(sheet: Sheet, facts: NoticeFacts, stage: Stage) -> _Point | None:
    start, end = sheet.local(facts.start), sheet.local(facts.end) if facts.end else None
    if stage is Stage.OVER and facts.over is not None:
        over = sheet.local(facts.over)
        return _Point(short_time(over, sheet.language), over, "done_at")
    if stage in (Stage.GOING_ON, Stage.LATE) and facts.next_word is not None and facts.next_word > sheet.now:
        word = sheet.local(facts.next_word)
        return _Point(short_time(word, sheet.language), word, "next_word")
    if stage is Stage.GOING_ON and end is not None:
        return _Point(short_time(end, sheet.language), end, "going_until")
    if stage is Stage.LATE and end is not None:
        return _Point(short_time(end, sheet.language), end, "was_planned_until")
    if stage is Stage.GOING_ON:
        return None
    one_day = end is not None and end.date() == start.date()
    return _Point(
        short_span(start, end, sheet.language) if end and one_day else short_time(start, sheet.language), start
    )


def _half(sheet: Sheet, card: Card, facts: NoticeFacts, stage: Stage, point: _Point | None, language: Language) -> Half:
    with speaking(sheet, language):
        said = told(sheet, card, facts, stage, language)
        advice = next((fact.text for fact in said.facts if fact.field == "advice"), "")
        rest = " ".join(part if part.endswith((".", "!", "?")) else f"{part}." for part in (said.body, advice) if part)
        chip = sheet.phrase(chip_of(facts, stage))
        if point is None:
            unknown = sheet.phrase("end_unknown")
            return Half(language, chip, said.title, f"{rest} {unknown}".strip())
        near, whole = relative_day(sheet.now, point.at.date(), language), date_text(point.at.date(), language)
        day = sheet.phrase(point.phrase, when=near) if point.phrase else near
        return Half(language, chip, said.title, rest, sentence_case(day), "" if near == whole else whole)
