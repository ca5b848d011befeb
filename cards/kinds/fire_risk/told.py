"""What is said of the risk and of the ban, in words: the same for the picture and for its twin."""

from datetime import datetime
from typing import NamedTuple

from cards.kinds.fire_risk.facts import FireRiskFacts
from cards.kinds.phrases import phrase
from cards.kinds.promise import near
from cards.words import relative_day, sentence_case


class Words(NamedTuple):
    """`title` is what a glance takes in; `rule` and `term` are the ban's, `advice` the level's; "" for none."""

    title: str
    rule: str
    term: str
    risk: str
    advice: str
    source: str


def words_of(facts: FireRiskFacts, now: datetime, language: str) -> Words:
    """The words at `now`, which is in the screen's zone."""
    ban, today = facts.ban_on(now.date()), now.date()
    source = _phrase("source", language, source=facts.source) if facts.source.strip() and facts.known else ""
    name = _phrase(f"level_{facts.level}", language) if facts.known else ""
    if ban:
        title = _phrase("ban_strict" if facts.strict else "ban", language)
        rule = _phrase("rule_strict" if facts.strict else "rule", language)
        term = ""
        if ban == "coming" and facts.since is not None:
            term = _phrase("begins", language, day=near(today, facts.since, language))
        elif facts.until is not None:
            term = _phrase("until", language, day=near(today, facts.until, language))
        risk = _phrase("risk_too", language, risk=name, level=facts.level) if facts.known else ""
        return Words(title, rule, term, risk, "", source)
    if not facts.known:
        return Words(_phrase("unknown", language), "", "", "", "", "")
    day = sentence_case(relative_day(now, facts.day, language))
    risk = _phrase("level_of", language, day=day, level=facts.level)
    return Words(name, "", "", risk, _advice(facts.level, language), source)


def _advice(level: int, language: str) -> str:
    return _phrase("advice_low" if level < 3 else "advice_mid" if level == 3 else "advice_high", language)


def _phrase(name: str, language: str, **places: object) -> str:
    return phrase("fire_risk", name, language).format(**places)
