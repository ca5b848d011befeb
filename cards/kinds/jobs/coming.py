"""Which posts are still open, and how near their last day is."""

from datetime import date, datetime
from typing import Final

from cards.kinds.jobs.facts import Job, JobsFacts

ROWS: Final = "jobs"
"""The fact that holds the card's rows."""

_SOON_DAYS: Final = 3


def coming(facts: JobsFacts, now: datetime) -> tuple[Job, ...]:
    """The posts that one may still apply for on `now`'s day: the nearest last day first, those without one last."""
    today = now.date()
    open_ones = (job for job in facts.jobs if job.last_day is None or job.last_day >= today)
    return tuple(sorted(open_ones, key=lambda job: job.last_day or date.max))


def soon(job: Job, now: datetime) -> bool:
    """Tell whether its last day is so near that the card says it in another colour."""
    return job.last_day is not None and (job.last_day - now.date()).days < _SOON_DAYS
