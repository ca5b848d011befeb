"""When a countdown is over: with the day that was waited for."""

from datetime import datetime, time, timedelta, tzinfo

from cards.kinds.countdown.facts import CountdownFacts


def ends(facts: CountdownFacts, zone: tzinfo) -> datetime | None:
    """The midnight after it began."""
    return datetime.combine(facts.at.astimezone(zone).date() + timedelta(days=1), time(), zone)
