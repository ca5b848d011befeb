"""What there is to remark on a meeting that is sent: nowhere to watch it, no end, an end before its start."""

from collections.abc import Iterator
from datetime import datetime

from cards.findings import Finding
from cards.kinds.stream.facts import StreamFacts
from cards.model import Card, Screen
from foundation.errors import N_


def check(card: Card, screen: Screen, now: datetime) -> Iterator[Finding]:
    """The remarks."""
    facts = card.facts
    assert isinstance(facts, StreamFacts)
    if card.link is None:
        message = N_("Say where one can watch. Without it the card is empty when the picture is lost.")
        yield Finding(field="link", severity="look", message=message)
    if facts.end is not None and facts.end <= facts.start:
        yield Finding(field="end", severity="stop", message=N_("It ends before it begins."))
    elif facts.end is None:
        message = N_("Say when it ends, about. Without that the card calls it live for {hours} hours.")
        places: dict[str, str | int] = {"hours": int((facts.over_at() - facts.start).total_seconds() // 3600)}
        yield Finding(field="end", severity="look", message=message, places=places)
    elif facts.stage(now) == "over":
        yield Finding(field="start", severity="look", message=N_("The meeting is over already."))
    if facts.point < 0:
        yield Finding(field="point", severity="stop", message=N_("Points on the agenda are numbered from 1."))
