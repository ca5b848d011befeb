"""Facts of a person to turn to: name, role, and how and when one reaches them."""

from datetime import time

import msgspec

from cards.kinds.facts import Facts


class Times(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """From weekday `first` to weekday `last` (0 is Monday), from `opens` to `closes`, local wall time."""

    first: int
    last: int
    opens: time
    closes: time


class ContactFacts(Facts, frozen=True, kw_only=True, omit_defaults=True, tag="contact"):
    """Somebody who answers. What one may turn to them with is the card's headline; their picture is the card's."""

    name: str
    role: str = ""
    role_in: dict[str, str] = msgspec.field(default_factory=dict)
    """The role in other languages than the card's first."""
    phone: str = ""
    email: str = ""
    place: str = ""
    hours: tuple[Times, ...] = ()

    def role_said_in(self, language: str) -> str:
        """The role in `language`, else as it was written."""
        return self.role_in.get(language) or self.role

    @property
    def initials(self) -> str:
        """The first letters of the first and the last name."""
        names = [part for part in self.name.split() if part[0].isalpha()]
        return "".join(part[0].upper() for part in dict.fromkeys((names[0], names[-1]))) if names else ""
