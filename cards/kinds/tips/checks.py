"""What there is to remark on library tips: no title, no author, a reason too long to read while passing."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from cards.findings import Finding
from cards.kinds.tips.facts import TipsFacts
from cards.model import Card, Screen
from foundation.errors import N_

_LONGEST: Final = 80


def check(card: Card, screen: Screen, now: datetime) -> Iterator[Finding]:
    """Everything that only tips can get wrong."""
    facts = card.facts
    assert isinstance(facts, TipsFacts)
    if not facts.tips:
        yield Finding(field="tips", severity="stop", message=N_("Please add at least one title."))
    for number, tip in enumerate(facts.tips, 1):
        places: dict[str, str | int] = {"number": number, "most": _LONGEST}
        if not tip.title.strip():
            yield Finding(field="tips", severity="stop", message=N_("Row {number} says nothing."), places=places)
        if not tip.author.strip():
            message = N_("Row {number} does not say who wrote it.")
            yield Finding(field="tips", severity="look", message=message, places=places)
        if any(len(why) > _LONGEST for why in (tip.why, *tip.whys.values())):
            message = N_("The reason in row {number} has more than {most} characters; one sentence is enough.")
            yield Finding(field="tips", severity="look", message=message, places=places)
