"""What comes on the screens today and tomorrow, and what has been: read from the cards themselves."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import msgspec

from cards.kinds.event.facts import EventFacts
from cards.kinds.event.occasions import exhibition, occasion
from cards.kinds.notice.facts import NoticeFacts
from cards.model import Card
from server.curation.moments import say_clock
from server.curation.standing import end_of, title_of
from server.words import Words

PAST_AT_MOST = 2


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """One line: its time, what happens, and the card that it is about. `past` tells that it has been."""

    at: datetime
    time: str
    text: str
    href: str
    past: bool = False


class Days(msgspec.Struct, frozen=True, kw_only=True):
    """The lines of today and of tomorrow."""

    today: tuple[Moment, ...]
    tomorrow: tuple[Moment, ...]


def days(cards: Iterable[Card], now: datetime, zone: ZoneInfo, words: Words) -> Days:
    """The lines that the published `cards` give."""
    today = now.astimezone(zone).date()
    moments = [
        Moment(at=at, time=say_clock(at, zone), text=text, href=f"/kort/{card.id}", past=at <= now)
        for card in cards
        for at, text in _of(card, today, zone, words)
    ]
    moments.sort(key=lambda moment: (moment.at, moment.text))
    todays = [moment for moment in moments if moment.at.astimezone(zone).date() == today]
    past = [moment for moment in todays if moment.past][-PAST_AT_MOST:]
    following = today + timedelta(days=1)
    return Days(
        today=(*past, *(moment for moment in todays if not moment.past)),
        tomorrow=tuple(moment for moment in moments if moment.at.astimezone(zone).date() == following),
    )


def ended_lately(cards: Iterable[Card], now: datetime, zone: ZoneInfo) -> int:
    """How many published cards took themselves down in the last 24 hours."""
    return sum((end := end_of(card, zone)) is not None and now - timedelta(days=1) < end <= now for card in cards)


def _of(card: Card, today: date, zone: ZoneInfo, words: Words) -> list[tuple[datetime, str]]:
    title, facts = title_of(card), card.facts
    found = []
    if card.valid_from is not None:
        found.append((card.valid_from, words.gettext("“{title}” begins to be shown.").format(title=title)))
    if isinstance(facts, EventFacts) and not exhibition(facts):
        pattern = (
            words.gettext("{title}, {place}. Cancelled.") if facts.cancelled else words.gettext("{title}, {place}.")
        )
        said = pattern.format(title=title, place=facts.place)
        found += [(start, said) for start in _occasions(facts, today, zone)]
    elif isinstance(facts, NoticeFacts) and facts.over is None:
        found.append((facts.start, title + "."))
        if facts.end is not None:
            found.append((facts.end, words.gettext("“{title}” should be done. Is it?").format(title=title)))
    end = end_of(card, zone)
    if end is not None and not isinstance(facts, EventFacts):
        found.append((end, words.gettext("“{title}” takes itself down.").format(title=title)))
    return found


def _occasions(facts: EventFacts, today: date, zone: ZoneInfo) -> set[datetime]:
    """When it begins on the two days that are told, however often it comes again."""
    mornings = (datetime.combine(today + timedelta(days=ahead), time(), zone) for ahead in (0, 1))
    return {occasion(facts, morning).start for morning in mornings}
