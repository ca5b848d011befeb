"""Facts of a result: how the answers fell, and when what they led to is done."""

from datetime import date

import msgspec

from cards.kinds.facts import Facts


class Option(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing that could be chosen. `label_in` holds the label in other languages than the card's first."""

    label: str
    votes: int = 0
    label_in: dict[str, str] = {}

    def said_in(self, language: str) -> str:
        """The label in `language`, else as it was asked."""
        return self.label_in.get(language) or self.label


class ResultFacts(Facts, frozen=True, kw_only=True, omit_defaults=True, tag="result"):
    """What came of a question. The finding is the card's headline, what is done about it is its body.

    `answers` is how many answered, where that is more than the options tell (people chose none, or several).
    """

    about: str = ""
    """What the question was about, as it stands after "på frågan om": "badplatsen"."""
    about_in: dict[str, str] = msgspec.field(default_factory=dict)
    answers: int = 0
    options: tuple[Option, ...] = ()
    promised: date | None = None
    """The day on which it is done, or on which there is a word about it."""
    done: bool = False

    @property
    def answered(self) -> int:
        """How many answered."""
        return self.answers or sum(option.votes for option in self.options)

    @property
    def ranked(self) -> tuple[Option, ...]:
        """The options, most chosen first; equals in the order in which they were asked."""
        return tuple(sorted(self.options, key=lambda option: -option.votes))

    def about_said_in(self, language: str, home: str) -> str:
        """What it was about in `language`; nothing where nobody translated it from the card's language `home`."""
        return self.about_in.get(language) or (self.about if language == home else "")
