"""When a fire risk is over: with the day that it was foretold for. Yesterday's risk is no news, and may be a danger."""

from datetime import datetime, time, timedelta, tzinfo

from cards.kinds.fire_risk.facts import FireRiskFacts


def ends(facts: FireRiskFacts, zone: tzinfo) -> datetime | None:
    """The midnight after its day."""
    return datetime.combine(facts.day + timedelta(days=1), time(), zone)
