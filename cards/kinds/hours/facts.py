"""Facts of opening hours: an ordinary week and its exceptions."""

from datetime import date, time

import msgspec

from cards.kinds.facts import Facts


class Span(msgspec.Struct, frozen=True):
    """Open from `opens` to `closes`, local wall time of the place."""

    opens: time
    closes: time


class OtherDay(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One day that differs: other hours, or closed when `span` is None; `reason` is told on the card."""

    day: date
    span: Span | None = None
    reason: str = ""


class HoursFacts(Facts, frozen=True, kw_only=True, omit_defaults=True, tag="hours"):
    """When a place is open. `week` has seven entries, Monday first; None is closed."""

    week: tuple[Span | None, ...]
    exceptions: tuple[OtherDay, ...] = ()
