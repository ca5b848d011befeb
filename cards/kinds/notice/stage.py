"""Where a work stands, from its times and the moment: nobody has to say so, but for its end."""

from datetime import datetime
from enum import Enum

from cards.kinds.notice.facts import NoticeFacts


class Stage(Enum):
    """From announcement to thanks."""

    PLANNED = "planned"
    GOING_ON = "going on"
    LATE = "late"
    OVER = "over"


def stage_of(facts: NoticeFacts, now: datetime) -> Stage:
    """The stage at `now`. A passed end makes a work late; only somebody's word makes it over."""
    if facts.over is not None and now >= facts.over:
        return Stage.OVER
    if now < facts.start:
        return Stage.PLANNED
    if facts.end is not None and now >= facts.end:
        return Stage.LATE
    return Stage.GOING_ON
