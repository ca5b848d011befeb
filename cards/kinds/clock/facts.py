"""Facts of a clock card: there are none; the time is live."""

from cards.kinds.facts import Facts


class ClockFacts(Facts, frozen=True, kw_only=True, omit_defaults=True, tag="clock"):
    """The time, large."""
