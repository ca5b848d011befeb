"""Facts of a question to the citizens."""

from datetime import date

from cards.kinds.facts import Facts


class QuestionFacts(Facts, frozen=True, kw_only=True, omit_defaults=True, tag="question"):
    """What is asked, until when, and what is promised. A count so far, never running results: they bias."""

    options: tuple[str, ...] = ()
    answers_so_far: int = 0
    answer_by: date
    reply_promised: date | None = None
    owner: str = ""
