"""Facts of a question to the citizens."""

from datetime import date
from typing import Annotated

import msgspec

from cards.kinds.facts import Facts


class Scale(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Answers from 1 to `steps`; `low` and `high` say what the ends mean, in the card's first language."""

    low: str
    high: str
    ends_in: dict[str, tuple[str, str]] = {}
    """The two in other languages."""
    steps: Annotated[int, msgspec.Meta(ge=2, le=7)] = 5

    def ends_of(self, language: str) -> tuple[str, str]:
        """What the ends mean in `language`, or as it was first written."""
        return self.ends_in.get(language, (self.low, self.high))

    def told(self, language: str) -> tuple[str, ...]:
        """The steps in words: "1, aldrig", "2", ... "5, ofta"."""
        low, high = self.ends_of(language)
        numbers = [str(step) for step in range(1, self.steps + 1)]
        return (_named(numbers[0], low), *numbers[1:-1], _named(numbers[-1], high))


def _named(number: str, end: str) -> str:
    return f"{number}, {end}" if end else number


class QuestionFacts(Facts, frozen=True, kw_only=True, omit_defaults=True, tag="question"):
    """What is asked, until when, and what is promised. A count so far, never running results: they bias.

    Answers are free, one of `options`, or a step of `scale`.
    """

    options: tuple[str, ...] = ()
    options_in: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    """The options in other languages, in the same order."""
    scale: Scale | None = None
    answers_so_far: int = 0
    answer_by: date
    reply_promised: date | None = None
    owner: str = ""

    def options_of(self, language: str) -> tuple[str, ...]:
        """The options in `language`, or as they were first written."""
        return self.options_in.get(language, self.options)

    def choices_of(self, language: str) -> tuple[str, ...]:
        """What one can choose, in words: the steps of the scale, else the options."""
        return self.scale.told(language) if self.scale is not None else self.options_of(language)
