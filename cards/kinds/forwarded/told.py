"""What a question that was passed on says, before anything is set: who has it, and the three stations of its way."""

from datetime import date
from typing import NamedTuple

from cards.kinds.forwarded.facts import ForwardedFacts
from cards.kinds.phrases import held, phrase
from cards.kinds.promise import near, written
from cards.kinds.signs import Sign
from cards.model import Language
from cards.words import sentence_case, tie


class Station(NamedTuple):
    """One station: its sign, what it is, and when."""

    sign: Sign
    label: str
    when: str


def headline_said(facts: ForwardedFacts, language: Language) -> str:
    """Who has the question: "Din fråga ligger hos Gata och park"."""
    who = held(facts.department.strip())
    return tie(phrase("forwarded", "lies_with" if who else "passed_on", language).format(department=who))


def quoted(text: str, language: Language) -> str:
    """The question as it was asked, in the quotation marks of its language."""
    whole = text.strip()
    if not whole or whole.startswith(("”", "“", "«", '"')):
        return whole
    return phrase("forwarded", "asked", language).format(question=whole)


def stations(facts: ForwardedFacts, language: Language, today: date) -> tuple[Station, Station, Station]:
    """When the question came, who has it since when, and when there is an answer."""

    def say(name: str) -> str:
        return tie(phrase("forwarded", name, language))

    since = written(today, facts.since or facts.asked, language)
    there = Station("dots", facts.role or say("with_them"), say("since").format(day=since))
    if facts.promised is None:
        last = Station("none", say("answer"), say("no_day"))
    else:
        late = facts.promised < today
        day = written(today, facts.promised, language) if late else near(today, facts.promised, language)
        last = Station("none", say("was_due" if late else "by"), day)
    return Station("tick", say("came"), written(today, facts.asked, language)), there, last


def sentence(station: Station) -> str:
    """A station in a sentence, for those who hear it."""
    return f"{sentence_case(station.label)} {station.when}"
