"""Facts of the dialogue's status: how many questions came in over some days, and where they are now."""

from datetime import date

import msgspec

from cards.kinds.facts import Facts


class Waiting(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Questions that wait for an answer from one department, and until when that is promised."""

    department: str = ""
    count: int
    promised: date | None = None


class StatusFacts(Facts, frozen=True, kw_only=True, omit_defaults=True, tag="status"):
    """What came in from `first` to `last`, both counted. The headline is made of it, unless the card has its own."""

    first: date
    last: date
    answered: int = 0
    waiting: tuple[Waiting, ...] = ()

    @property
    def wait(self) -> int:
        """How many wait for an answer."""
        return sum(max(0, each.count) for each in self.waiting)

    @property
    def total(self) -> int:
        """How many came in."""
        return max(0, self.answered) + self.wait
