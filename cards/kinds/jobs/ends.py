"""When a list of posts is over: with the last day of the last one."""

from datetime import datetime, time, timedelta, tzinfo

from cards.kinds.jobs.facts import JobsFacts


def ends(facts: JobsFacts, zone: tzinfo) -> datetime | None:
    """The midnight after the last day to apply; None where a post has none, or there is no post."""
    days = [job.last_day for job in facts.jobs if job.last_day is not None]
    if not days or len(days) < len(facts.jobs):
        return None
    return datetime.combine(max(days) + timedelta(days=1), time(), zone)
