"""What there is to remark on a fire risk: a level that is none, a day that has passed, a ban that cannot be."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from cards.findings import Finding
from cards.kinds.fire_risk.facts import FireRiskFacts
from cards.model import Card, Screen
from foundation.errors import N_


def check(card: Card, screen: Screen, now: datetime) -> Iterator[Finding]:
    """The remarks."""
    facts = card.facts
    assert isinstance(facts, FireRiskFacts)
    today = now.astimezone(ZoneInfo(screen.zone)).date()
    if not facts.known and not facts.ban_on(today):
        yield Finding(field="level", severity="stop", message=N_("The level is a number from 1 to 6."))
    if not facts.area.strip():
        yield Finding(field="area", severity="stop", message=N_("Say which area it holds for."))
    if facts.known and facts.day < today:
        message = N_("The risk is an earlier day's. Take today's from SMHI.")
        yield Finding(field="day", severity="look", message=message)
    if facts.since is not None and facts.until is not None and facts.until < facts.since:
        yield Finding(field="until", severity="stop", message=N_("The ban ends before it begins."))
    elif (facts.ban or facts.strict) and facts.until is not None and facts.until < today:
        message = N_("The ban has run out, and is not shown. Take it away, or give it a later last day.")
        yield Finding(field="until", severity="look", message=message)
    elif not facts.ban and not facts.strict and (facts.since or facts.until):
        message = N_("The ban has days, but it is not said that there is one.")
        yield Finding(field="ban", severity="look", message=message)
