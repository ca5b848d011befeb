"""What a status says, before anything is set: its headline, and each group of questions with its words."""

from datetime import date, timedelta
from typing import NamedTuple

from cards.kinds.phrases import held, phrase
from cards.kinds.promise import near
from cards.kinds.signs import Sign
from cards.kinds.status.facts import StatusFacts, Waiting
from cards.model import Language
from cards.words import date_span, tie


class Group(NamedTuple):
    """Questions that stand alike: their sign, how many, what is said of them, and until when."""

    sign: Sign
    number: int
    words: str
    note: str = ""


def headline_said(facts: StatusFacts, language: Language, today: date) -> str:
    """How many questions came in, and when: "12 frågor kom in förra veckan"."""
    name = "came" if facts.total else "none"
    said = phrase("status", name, language, facts.total)
    return tie(said.format(count=facts.total, when=_when(facts, language, today)))


def _when(facts: StatusFacts, language: Language, today: date) -> str:
    monday = today - timedelta(days=today.weekday())
    if facts.first >= monday and facts.last < monday + timedelta(days=7):
        return phrase("status", "this_week", language)
    if facts.first >= monday - timedelta(days=7) and facts.last < monday:
        return phrase("status", "last_week", language)
    return phrase("status", "days", language).format(days=date_span(facts.first, facts.last, language))


def groups(facts: StatusFacts, language: Language, today: date, *, merged: bool = False) -> list[Group]:
    """The answered ones, and those that wait: at each department, or all together (`merged`)."""
    found = []
    if facts.answered > 0:
        found.append(Group("tick", facts.answered, phrase("status", "answered", language, facts.answered)))
    waiting = [each for each in facts.waiting if each.count > 0]
    if merged and waiting:
        days = [each.promised for each in waiting]
        latest = max((day for day in days if day is not None), default=None)
        waiting = [Waiting(count=facts.wait, promised=latest if None not in days else None)]
    for each in waiting:
        name = "waiting_at" if each.department else "waiting"
        said = tie(phrase("status", name, language, each.count).format(department=held(each.department)))
        found.append(Group("dots", each.count, said, promise_said(each.promised, language, today)))
    return found


def promise_said(day: date | None, language: Language, today: date) -> str:
    """Until when there is an answer; that it is late where the day has passed; nothing where none was promised."""
    if day is None:
        return ""
    if day < today:
        return tie(phrase("status", "late", language))
    return tie(phrase("status", "by", language).format(day=near(today, day, language)))
