"""When a live sending is over, its last word included."""

from datetime import datetime, timedelta, tzinfo
from typing import Final

from cards.kinds.stream.facts import StreamFacts

_AFTER: Final = timedelta(hours=2)
"""How long the card still tells where the recording is."""


def ends(facts: StreamFacts, zone: tzinfo) -> datetime | None:  # noqa: ARG001 - all its moments are aware
    """Two hours after it ended, or counted as ended."""
    return facts.over_at() + _AFTER
