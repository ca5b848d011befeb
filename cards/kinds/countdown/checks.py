"""What there is to remark on a countdown: it has begun already, is far away, or would never end."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from cards.findings import Finding
from cards.kinds.countdown.facts import CountdownFacts
from cards.model import Card, Screen
from foundation.errors import N_

_FAR: Final = timedelta(days=60)


def check(card: Card, screen: Screen, now: datetime) -> Iterator[Finding]:
    """The remarks."""
    facts = card.facts
    assert isinstance(facts, CountdownFacts)
    if facts.at <= now:
        yield Finding(field="at", severity="look", message=N_("It has begun already; there is nothing to count."))
    elif facts.at - now > _FAR:
        days = (facts.at.astimezone(ZoneInfo(screen.zone)).date() - now.astimezone(ZoneInfo(screen.zone)).date()).days
        message = N_("It is {days} days away. A countdown is fun for two months at most; show it later.")
        yield Finding(field="at", severity="look", message=message, places={"days": days})
    if card.valid_until is None:
        message = N_("Say until when it stands: “it is time” holds for a day, not for ever.")
        yield Finding(field="until", severity="look", message=message)
