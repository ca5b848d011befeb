"""Facts of a notice: planned or acute work in the streets."""

from datetime import datetime

from cards.kinds.facts import Facts


class NoticeFacts(Facts, frozen=True, kw_only=True, omit_defaults=True, tag="notice"):
    """A work from announcement to thanks.

    Its stage (planned, tomorrow, today, going on, late, over) follows from the times.
    """

    start: datetime
    end: datetime | None = None
    """Planned end. None means that nobody knows yet; then `next_word` says when one will."""
    areas: tuple[str, ...] = ()
    why: str = ""
    acute: bool = False
    over: datetime | None = None
    """When somebody said that it is done. Nothing else ends a work: a passed `end` only makes it late."""
    next_word: datetime | None = None
