"""Facts of a question to the citizens."""

from datetime import date
from typing import Annotated

import msgspec

from cards.kinds.facts import Facts


class Scale(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Answers from 1 to `steps`; `low` and `high` say what the ends mean."""

    low: str
    high: str
    steps: Annotated[int, msgspec.Meta(ge=2, le=7)] = 5


class QuestionFacts(Facts, frozen=True, kw_only=True, omit_defaults=True, tag="question"):
    """What is asked, until when, and what is promised. A count so far, never running results: they bias.

    Answers are free, one of `options`, or a step of `scale`.
    """

    options: tuple[str, ...] = ()
    scale: Scale | None = None
    answers_so_far: int = 0
    answer_by: date
    reply_promised: date | None = None
    owner: str = ""
