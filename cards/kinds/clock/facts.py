"""Facts of a clock card: there are none; the time is live."""

import msgspec


class ClockFacts(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="kind", tag="clock"):
    """The time, large."""
