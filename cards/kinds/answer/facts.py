"""Facts of an answer: the question as it was asked, and when. The answer is the card's body."""

from datetime import date

from cards.kinds.facts import Facts


class AnswerFacts(Facts, frozen=True, kw_only=True, omit_defaults=True, tag="answer"):
    """One question and its answer. The question is never signed with a name."""

    asked: date | None = None
    answered: date
    department: str = ""
