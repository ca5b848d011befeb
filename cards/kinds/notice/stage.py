"""Where a work stands, from its times and the moment: nobody has to say so, but for its end."""

from datetime import datetime, timedelta
from enum import Enum

from cards.kinds.notice.facts import NoticeFacts


class Stage(Enum):
    """From announcement to thanks."""

    PLANNED = "planned"
    TOMORROW = "tomorrow"
    TODAY = "today"
    GOING_ON = "going on"
    LATE = "late"
    OVER = "over"


def stage_of(facts: NoticeFacts, now: datetime) -> Stage:
    """The stage at `now`, whose zone says what is today. A passed end makes a work late, only a word makes it over."""
    if facts.over is not None and now >= facts.over:
        return Stage.OVER
    if now < facts.start:
        days = facts.start.astimezone(now.tzinfo).date() - now.date()
        return Stage.TODAY if not days else Stage.TOMORROW if days == timedelta(days=1) else Stage.PLANNED
    if facts.end is not None and now >= facts.end:
        return Stage.LATE
    return Stage.GOING_ON


def chip_of(facts: NoticeFacts, stage: Stage) -> str:
    """The phrase on the chip: an acute fault keeps its name until it is over."""
    if stage is Stage.OVER:
        return "chip_over"
    if facts.acute:
        return "chip_acute"
    return {
        Stage.PLANNED: "chip_planned",
        Stage.TOMORROW: "chip_tomorrow",
        Stage.TODAY: "chip_today",
        Stage.GOING_ON: "chip_going_on",
        Stage.LATE: "chip_late",
    }[stage]
