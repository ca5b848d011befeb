"""Facts of an answer: the question as it was asked, and when. The answer is the card's body."""

from datetime import date

import msgspec


class AnswerFacts(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="kind", tag="answer"):
    """One question and its answer. The question is never signed with a name."""

    asked: date | None = None
    answered: date
    department: str = ""
