"""A sample fire risk: a dry day in the forest."""

from datetime import datetime

import msgspec

from cards.kinds.fire_risk.facts import FireRiskFacts
from cards.kinds.moments import day, moment
from cards.model import Card, Link, Text
from cards.words import LANGUAGES


def sample(now: datetime) -> Card:
    """Today's risk; `now` is in the screen's zone. The words are the kind's own."""
    return Card(
        id="sample-fire-risk",
        version=1,
        facts=FireRiskFacts(level=4, area="Älvdala", day=day(now, 0)),
        texts={language: Text(title="") for language in LANGUAGES},
        sender="Räddningstjänsten",
        link=Link(url="https://alvdala.example/brandrisk", short="alvdala.example/brandrisk"),
        valid_until=moment(now, 1, 0),
    )


def variants(now: datetime) -> dict[str, Card]:
    """A ban on fires, a strict one that is to come, and a calm day."""
    card = sample(now)

    def of(name: str, facts: FireRiskFacts) -> Card:
        return msgspec.structs.replace(card, id=f"sample-fire-risk-{name}", facts=facts)

    here, today = "Älvdala", day(now, 0)
    return {
        "ban": of("ban", FireRiskFacts(level=5, area=here, day=today, ban=True, until=day(now, 9))),
        "strict": of("strict", FireRiskFacts(level=6, area=here, day=today, strict=True, since=day(now, 1))),
        "calm": of("calm", FireRiskFacts(level=1, area=here, day=today)),
    }
