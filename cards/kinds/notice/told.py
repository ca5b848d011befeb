"""What a notice tells at its stage, in words: headline, sentence, and the facts of its panel in order."""

from datetime import datetime
from typing import Final, NamedTuple

from cards.kinds.notice.facts import NoticeFacts
from cards.kinds.notice.stage import Stage
from cards.model import Card, Language
from cards.sheet import Sheet
from cards.words import listed, relative_day, sentence_case, time_text, when_text

_STEM: Final = 6
"""So many letters of a street's name tell that the headline names it, whatever its ending."""


class Fact(NamedTuple):
    """One column of the panel: the word that it stands under, what it says, and the field that it comes from."""

    label: str
    text: str
    field: str


class Told(NamedTuple):
    """The words of a notice."""

    title: str
    body: str
    facts: tuple[Fact, ...]
    over: bool


def told(sheet: Sheet, card: Card, facts: NoticeFacts, stage: Stage, language: Language) -> Told:
    """What is told. A planned work that is over has a headline that says so: its own still announces it."""
    text, over = card.text(language), stage is Stage.OVER
    rows = _facts(sheet, card, facts, stage, language)
    if over and not facts.acute:
        return Told(sheet.phrase("over_title"), text.title, rows, over)
    return Told(text.title, text.body, rows, over)


def when_of(sheet: Sheet, facts: NoticeFacts, stage: Stage, language: Language) -> str:
    """When it is, was meant to end, or ended; and that nobody knows, where no next word is promised either."""
    start, end = sheet.local(facts.start), sheet.local(facts.end) if facts.end else None
    if stage is Stage.OVER:
        assert facts.over is not None
        return sentence_case(sheet.phrase("done_at", when=_at(sheet, sheet.local(facts.over), language)))
    if stage is Stage.LATE:
        assert end is not None
        said = sheet.phrase("was_planned_until", when=_at(sheet, end, language))
    elif stage is Stage.GOING_ON and end is not None:
        said = sheet.phrase("going_until", when=_at(sheet, end, language))
    elif stage is Stage.GOING_ON:
        since = sheet.words.since.format(time=time_text(start, language))
        said = f"{relative_day(sheet.now, start.date(), language)} {since}"
    else:
        said = when_text(sheet.now, start, end, language)
    said = sentence_case(said)
    if facts.next_word is not None and facts.next_word > sheet.now:
        sheet.holds_until(facts.next_word)
        return said
    if stage is Stage.GOING_ON and end is None:
        return f"{said}. {sheet.phrase('end_unknown').rstrip('.')}"
    return said


def _at(sheet: Sheet, moment: datetime, language: Language) -> str:
    return f"{relative_day(sheet.now, moment.date(), language)} {time_text(moment, language)}"


def _facts(sheet: Sheet, card: Card, facts: NoticeFacts, stage: Stage, language: Language) -> tuple[Fact, ...]:
    words, text = sheet.words, card.text(language)
    found = [Fact(words.when, when_of(sheet, facts, stage, language), "when")]
    if stage is not Stage.OVER and facts.next_word is not None and facts.next_word > sheet.now:
        word = _at(sheet, sheet.local(facts.next_word), language)
        if sheet.shape == "bar":  # no words stand above the facts there
            found.append(Fact("", sheet.phrase("next_word", when=word), "next_word"))
        else:
            found.append(Fact(sheet.phrase("next_word", when="").strip(), sentence_case(word), "next_word"))
    if any(area.casefold()[:_STEM] not in text.title.casefold() for area in facts.areas):
        found.append(Fact(words.where, listed(facts.areas, language), "areas"))
    written = next(iter(card.texts), language)  # a reason is told in the language that it was written in
    if facts.why and stage is not Stage.OVER and language == written:
        found.append(Fact(sheet.phrase("why"), facts.why, "why"))
    if stage is Stage.OVER:
        planned = not facts.acute
        found.append(Fact("", sheet.phrase("thank_you") if planned or not text.advice else text.advice, "advice"))
    elif text.advice:
        found.append(Fact(sheet.phrase("think_of"), text.advice, "advice"))
    return tuple(found)
