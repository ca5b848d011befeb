"""What there is to remark on open posts: none left, no way to apply, a post that never leaves."""

from collections.abc import Iterator
from datetime import datetime

from cards.findings import Finding
from cards.kinds.jobs.coming import coming
from cards.kinds.jobs.facts import JobsFacts
from cards.model import Card, Screen
from foundation.errors import N_


def check(card: Card, screen: Screen, now: datetime) -> Iterator[Finding]:
    """Everything that only a card of posts can get wrong."""
    facts = card.facts
    assert isinstance(facts, JobsFacts)
    if not facts.jobs:
        yield Finding(field="jobs", severity="stop", message=N_("Please add at least one post."))
    elif not coming(facts, now):
        message = N_("The last day of every post has passed. Please add one that is open.")
        yield Finding(field="jobs", severity="stop", message=message)
    if card.link is None:
        message = N_("Nobody sees where to apply. Please give the address of the posts.")
        yield Finding(field="link", severity="look", message=message)
    for number, job in enumerate(facts.jobs, 1):
        places: dict[str, str | int] = {"number": number}
        if not job.title.strip():
            yield Finding(field="jobs", severity="stop", message=N_("Row {number} says nothing."), places=places)
        if job.last_day is None and card.valid_until is None:
            message = N_("Row {number} has no last day, so it stays until somebody takes it away.")
            yield Finding(field="jobs", severity="look", message=message, places=places)
