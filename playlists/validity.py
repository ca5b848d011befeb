"""When a card may stand on a screen: what staff said, and what its own facts say.

Nobody has to remember to take down what is over. An event ends when it ends, with its last occasion; one without an
end, at midnight. An exhibition ends with its last day, a question with its last day for answers, a menu with its last
day, and a forecast when it is six hours old. Without a word from the server for so long that the manifest has gone
stale, notices and alerts stop: nobody knows whether they still hold. Other kinds that end by themselves say so in an
`ends.py` of their own: ends(facts, zone). Lasting kinds (hours, clock, welcome, picture) go on.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from importlib import import_module, resources
from typing import cast
from zoneinfo import ZoneInfo

from cards.kinds import KINDS
from cards.kinds.event.facts import EventFacts
from cards.kinds.event.occasions import over
from cards.kinds.facts import Facts
from cards.kinds.menu.facts import MenuFacts
from cards.kinds.question.facts import QuestionFacts
from cards.kinds.weather.facts import WeatherFacts
from cards.model import Card
from playlists.model import Manifest

FORECAST_HOLDS = timedelta(hours=6)
STOP_WHEN_STALE = ("notice", "alert")

ALWAYS = datetime.min.replace(tzinfo=UTC)
NEVER = datetime.max.replace(tzinfo=UTC)


def window(card: Card, manifest: Manifest, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """From when (inclusive) until when (exclusive) `card` may be shown, in UTC; ALWAYS and NEVER for no bound."""
    ends = [card.valid_until, ends_by_itself(card, zone)]
    if card.kind in STOP_WHEN_STALE:
        ends.append(manifest.fresh_until)
    start = in_utc(card.valid_from) if card.valid_from else ALWAYS
    return start, min((in_utc(end) for end in ends if end is not None), default=NEVER)


def ends_by_itself(card: Card, zone: ZoneInfo) -> datetime | None:
    """The instant at which the card's own facts are over, or None where they never are."""
    facts = card.facts
    if isinstance(facts, EventFacts):
        return _event_over(facts, zone)
    if isinstance(facts, QuestionFacts):
        return _end_of(facts.answer_by, zone)
    if isinstance(facts, MenuFacts) and facts.days:
        return _end_of(max(day.day for day in facts.days), zone)
    if isinstance(facts, WeatherFacts):
        return _after(facts.made, FORECAST_HOLDS)
    ends = _ends_of(card.kind)
    try:
        return ends(facts, zone) if ends is not None else None
    except OverflowError:
        return None


@lru_cache(maxsize=len(KINDS))
def _ends_of(kind: str) -> Callable[[Facts, ZoneInfo], datetime | None] | None:
    """What the kind's own folder says of its end, where it says anything."""
    if not resources.files(f"cards.kinds.{kind}").joinpath("ends.py").is_file():
        return None
    return cast(Callable[[Facts, ZoneInfo], datetime | None], import_module(f"cards.kinds.{kind}.ends").ends)


def _event_over(facts: EventFacts, zone: ZoneInfo) -> datetime | None:
    try:
        return over(facts, zone)
    except OverflowError:  # at the edge of the calendar a day more is no day
        return NEVER if facts.start.year > 1 else ALWAYS


def in_utc(moment: datetime) -> datetime:
    """`moment` in UTC; one that lies outside the calendar there is as good as no bound."""
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        return NEVER if moment.year > 1 else ALWAYS


def _end_of(day: date, zone: ZoneInfo) -> datetime:
    try:
        return datetime.combine(day + timedelta(days=1), time(), zone).astimezone(UTC)
    except OverflowError:
        return NEVER if day.year > 1 else ALWAYS


def _after(moment: datetime, span: timedelta) -> datetime:
    try:
        return in_utc(moment) + span
    except OverflowError:
        return NEVER
