"""The six fields as they were typed, and the card that they make.

Reading never throws anything away: whatever is wrong, the typed words stay as they were, and a card is made of what can
be understood, so that it can be drawn. Only a reading without a stopping remark may be handed in.
"""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import msgspec

from cards.kinds.event.facts import EventFacts
from cards.model import Card, PictureRef, Text
from foundation.errors import N_
from server.curation.dates import Fault, at, read_day, read_time, write_day, write_time
from server.intake.fields import word
from server.intake.findings import Finding, Repair, stops
from server.intake.text import graphemes
from server.submissions.rules import (
    ALT_LENGTH,
    CONTACT_LENGTH,
    HORIZON,
    MORE_LENGTH,
    PLACE_LENGTH,
    SENDER_LENGTH,
    SHOWN_BEFORE,
    TITLE_LENGTH,
)

NIGHT_ENDS = time(6)
"""An end before this, and before the beginning, belongs to the night after: a dance from 21 to 01."""


ORDER = (
    *("what", "day", "starts", "ends", "where", "who", "more"),
    *("picture", "picture_allowed", "picture_alt", "contact"),
)
"""The fields in the order in which they stand."""


class Typed(msgspec.Struct, frozen=True, kw_only=True):
    """The fields' own words, cleaned of what nobody typed, and the picture that was taken in."""

    what: str = ""
    day: str = ""
    starts: str = ""
    ends: str = ""
    where: str = ""
    who: str = ""
    more: str = ""
    contact: str = ""
    picture: PictureRef | None = None
    picture_alt: str = ""
    picture_allowed: bool = False


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What the fields came to: the card of what could be understood (None while there is too little), and remarks."""

    typed: Typed
    card: Card | None
    findings: tuple[Finding, ...]

    @property
    def ready(self) -> bool:
        """Tell whether it may be handed in."""
        return self.card is not None and not stops(self.findings)


def typed_of(fields: Mapping[str, object], picture: PictureRef | None) -> Typed:
    """The fields of a form that came back, whatever they hold."""
    return Typed(
        what=word(fields, "what"),
        day=word(fields, "day"),
        starts=word(fields, "starts"),
        ends=word(fields, "ends"),
        where=word(fields, "where"),
        who=word(fields, "who"),
        more=word(fields, "more"),
        contact=word(fields, "contact"),
        picture=picture,
        picture_alt=word(fields, "picture_alt"),
        picture_allowed=word(fields, "picture_allowed") == "yes",
    )


def typed_from(card: Card, zone: ZoneInfo, today: date, contact: str = "") -> Typed:
    """The fields that would make `card`, for changing it."""
    facts = card.facts
    assert isinstance(facts, EventFacts)
    start = facts.start.astimezone(zone)
    end = facts.end.astimezone(zone) if facts.end else None
    text = card.text("sv")
    return Typed(
        what=text.title,
        day=write_day(start.date(), today),
        starts=write_time(start.timetz()),
        ends=write_time(end.timetz()) if end else "",
        where=facts.place,
        who=card.sender,
        more=text.body,
        contact=contact,
        picture=card.picture,
        picture_alt=card.picture.alt if card.picture else "",
        picture_allowed=card.picture is not None,
    )


def read(typed: Typed, now: datetime, zone: ZoneInfo, card_id: str = "in-new") -> Reading:
    """What `typed` comes to, seen `now` from the municipality in `zone`."""
    today = now.astimezone(zone).date()
    findings = [*_missing(typed), *_too_long(typed)]
    day, day_findings = _day(typed, today)
    times, time_findings = _times(typed)
    findings += day_findings + time_findings
    start = end = None
    if day and times[0]:
        start = at(day, times[0], zone)
        end = at(day, times[1], zone) if times[1] else None
        if end and times[1] and end <= start:
            if times[1] < NIGHT_ENDS:
                end = at(day + timedelta(days=1), times[1], zone)
            else:
                findings.append(_stop("ends", N_("It ends before it begins. Which of the times is right?")))
        if not day_findings and (end or start) <= now:
            findings.append(_stop("day", N_("That has already been. Write the day it happens.")))
    if typed.picture and not typed.picture_allowed:
        findings.append(
            _stop("picture_allowed", N_("May we show the picture? Tick that everybody in it knows, or take it away."))
        )
    order = (
        "what",
        "day",
        "starts",
        "ends",
        "where",
        "who",
        "more",
        "picture",
        "picture_alt",
        "picture_allowed",
        "contact",
    )
    findings.sort(key=lambda finding: order.index(finding.field))
    return Reading(typed=typed, card=_card(typed, card_id, start, end, day, zone), findings=tuple(findings))


def _missing(typed: Typed) -> list[Finding]:
    asked = {
        "what": N_("What happens? Write it as a headline."),
        "starts": N_("When does it begin? Write the time, for example 13.00."),
        "ends": N_("When does it end? Write the time, for example 15.00. Then we know when to take the card down."),
        "where": N_("Where is it? Write the place as people call it."),
        "who": N_("Which association are you? The name stands on the card, so that everybody sees who invites."),
    }
    return [_stop(name, message) for name, message in asked.items() if not getattr(typed, name)]


def _too_long(typed: Typed) -> list[Finding]:
    limits = {
        "what": TITLE_LENGTH,
        "where": PLACE_LENGTH,
        "who": SENDER_LENGTH,
        "more": MORE_LENGTH,
        "picture_alt": ALT_LENGTH,
        "contact": CONTACT_LENGTH,
    }
    found = []
    for name, limit in limits.items():
        length = graphemes(getattr(typed, name))
        if length > limit:
            message = N_("That is {length} characters, and {limit} have room. Which words can go?")
            found.append(_stop(name, message, length=str(length), limit=str(limit)))
    return found


def _day(typed: Typed, today: date) -> tuple[date | None, list[Finding]]:
    read = read_day(typed.day, today)
    if read.fault is Fault.MISSING:
        return None, [_stop("day", N_("Which day is it? Write it as you usually do, for example 15/12."))]
    if read.fault is Fault.IMPOSSIBLE:
        return None, [_stop("day", N_("There is no such day in the calendar. Which day do you mean?"))]
    if read.day is None:
        return None, [_stop("day", N_("We cannot read the day. Write it like 15/12 or Tuesday 15 December."))]
    if read.instead is not None:
        ways = sorted({read.day, read.instead})
        repairs = tuple(Repair(field="day", value=word, label=word) for word in (write_day(day, today) for day in ways))
        message = N_("The day and the date do not fit together. Which is right?")
        return read.day, [Finding(field="day", severity="stop", message=message, repairs=repairs)]
    if read.day < today:
        return read.day, [_stop("day", N_("That has already been. Write the day it happens."))]
    if read.day - today > HORIZON:
        return read.day, [_stop("day", N_("That is more than a year away. Is the year right?"))]
    return read.day, []


def _times(typed: Typed) -> tuple[tuple[time | None, time | None], list[Finding]]:
    starts, ends = read_time(typed.starts), read_time(typed.ends)
    message = N_("We cannot read the time. Write it like 13.00.")
    found = []
    if typed.starts and starts is None:
        found.append(_stop("starts", message))
    if typed.ends and ends is None:
        found.append(_stop("ends", message))
    return (starts, ends), found


def _card(
    typed: Typed, card_id: str, start: datetime | None, end: datetime | None, day: date | None, zone: ZoneInfo
) -> Card | None:
    """The card of what can be understood. It needs a headline and a day; without a time it begins with the day."""
    if not typed.what or day is None:
        return None
    begins = start or at(day, time(0), zone)
    return Card(
        id=card_id,
        version=1,
        facts=EventFacts(start=begins, end=end, place=typed.where),
        texts={"sv": Text(title=typed.what, body=typed.more)},
        sender=typed.who,
        picture=msgspec.structs.replace(typed.picture, alt=typed.picture_alt) if typed.picture else None,
        valid_from=at(day - SHOWN_BEFORE, time(0), zone),
        valid_until=end,
    )


def _stop(field: str, message: str, **places: str) -> Finding:
    return Finding(field=field, severity="stop", message=message, places=places)
