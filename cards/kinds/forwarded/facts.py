"""Facts of a question that was passed on: who has it, since when, and when an answer is promised."""

from datetime import date

from cards.kinds.facts import Facts


class ForwardedFacts(Facts, frozen=True, kw_only=True, omit_defaults=True, tag="forwarded"):
    """One question on its way to an answer. The card's headline is the question; it is never signed with a name."""

    asked: date
    department: str = ""
    """Who has it: a department, or somebody outside."""
    role: str = ""
    """Who there answers: a role, never a person's name."""
    since: date | None = None
    promised: date | None = None
