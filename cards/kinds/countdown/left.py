"""How long it still is: whole nights, as people count them, and no hours or seconds, which would make a wall tick."""

from datetime import datetime
from typing import NamedTuple

from cards.kinds.countdown.facts import CountdownFacts
from cards.kinds.phrases import phrase
from cards.words import relative_day, sentence_case


class Left(NamedTuple):
    """What stands large, a number or a word, and the words under it: together they are a sentence."""

    large: str
    words: str

    @property
    def whole(self) -> str:
        """The sentence."""
        return f"{self.large} {self.words}"


def left(facts: CountdownFacts, now: datetime, language: str) -> Left:
    """What there is to say at `now`, in the screen's zone: "16 dagar kvar", "I morgon är det dags"."""
    start = facts.at.astimezone(now.tzinfo)
    if now >= start:
        return Left(phrase("countdown", "now", language), phrase("countdown", "now_words", language))
    days = (start.date() - now.date()).days
    if days < 2:
        near = sentence_case(relative_day(now, start.date(), language))
        return Left(near, phrase("countdown", "near_words", language))
    return Left(str(days), phrase("countdown", "days", language, days))
