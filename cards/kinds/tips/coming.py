"""Which tips a card shows: all that have a title, as written; they do not grow old."""

from datetime import datetime
from typing import Final

from cards.kinds.tips.facts import Tip, TipsFacts

ROWS: Final = "tips"
"""The fact that holds the card's rows."""


def coming(facts: TipsFacts, _now: datetime) -> tuple[Tip, ...]:
    """The tips that have a title, at whatever moment."""
    return tuple(tip for tip in facts.tips if tip.title.strip())
