"""What there is to remark on a picture: that it would stand for ever."""

from collections.abc import Iterator
from datetime import datetime

from cards.findings import Finding
from cards.model import Card, Screen
from foundation.errors import N_


def check(card: Card, screen: Screen, now: datetime) -> Iterator[Finding]:
    """The remark."""
    if card.valid_until is None:
        message = N_("Say until when it stands. What stands for ever is soon read by nobody.")
        yield Finding(field="until", severity="look", message=message)
