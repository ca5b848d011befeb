"""The form of an event: what, when, where, who, and a sentence more."""

from datetime import datetime, time, timedelta

import msgspec

from cards.kinds.event.facts import EventFacts
from cards.kinds.event.occasions import over
from cards.model import Card, Text
from foundation.errors import N_
from server.curation.dates import at, write_day, write_time
from server.curation.fields import LINK, PLACE_STAND_IN, TITLE, TITLE_STAND_IN, Desk, Field, KindForm, Reading, Values
from server.curation.kinds.eventmore import MORE, read_more, write_more
from server.curation.written import SMALL_HOURS, a_day, a_time, needed, write_link
from server.intake.findings import Finding

ROWS = (
    (TITLE,),
    (
        Field(name="day", label=N_("Day")),
        Field(name="starts", label=N_("Begins")),
        Field(name="ends", label=N_("Ends")),
    ),
    (Field(name="place", label=N_("Place"), limit=40),),
    (Field(name="sender", label=N_("Who invites?"), limit=40),),
    (Field(name="body", label=N_("One sentence more"), limit=90, type="area"),),
    (LINK,),
    MORE,
)


def read(values: Values, desk: Desk, base: Card | None) -> Reading:
    """An event; a day or time that is missing is stood in for by the next evening, for the drawing only."""
    findings = needed(values, "title", N_("What is it called? The headline is missing."))
    day, about_day = a_day(values, "day", desk)
    starts, about_start = a_time(values, "starts")
    ends, about_end = a_time(values, "ends", must=False)
    findings += about_day + about_start + about_end
    findings += needed(values, "place", N_("Where is it? The place is missing."))
    shown_day = day or desk.today + timedelta(days=1)
    start = at(shown_day, starts or time(18), desk.zone)
    end, about_span = _end(start, ends, desk)
    findings += about_span
    stood = base.facts if base is not None and isinstance(base.facts, EventFacts) else None
    place = values.get("place", "") or PLACE_STAND_IN
    facts, about_more = read_more(values, desk, stood or EventFacts(start=start, place=place), start)
    facts = msgspec.structs.replace(facts, start=start, end=end, place=place)
    findings += about_more
    if day is not None and not about_span and not about_more and _has_been(facts, desk):
        message = N_("That has already been. Choose a day to come.")
        findings.append(Finding(field="until" if facts.until else "day", severity="stop", message=message))
    old = base.text(desk.language) if base else Text(title="")
    text = Text(title=values.get("title", "") or TITLE_STAND_IN, body=values.get("body", ""), advice=old.advice)
    return Reading(facts=facts, text=text, valid_until=_shown_until(base, facts, desk), findings=tuple(findings))


def _has_been(facts: EventFacts, desk: Desk) -> bool:
    if not (facts.weekly or facts.until or facts.also):
        return (facts.end or facts.start) <= desk.now
    ends = over(facts, desk.zone)
    return ends is not None and ends <= desk.now


def _shown_until(base: Card | None, facts: EventFacts, desk: Desk) -> datetime | None:
    """What was said of the card itself; not what was only the end of the event, where that has moved."""
    if base is None or not isinstance(base.facts, EventFacts):
        return None
    moved = over(base.facts, desk.zone) != over(facts, desk.zone)
    return None if moved and base.valid_until == over(base.facts, desk.zone) else base.valid_until


def _end(start: datetime, ends: time | None, desk: Desk) -> tuple[datetime | None, list[Finding]]:
    if ends is None:
        return None, []
    end = at(start.date(), ends, desk.zone)
    if end > start:
        return end, []
    if ends < SMALL_HOURS:
        return at(start.date() + timedelta(days=1), ends, desk.zone), []
    message = N_("It ends before it begins. Look at the two times.")
    return None, [Finding(field="ends", severity="stop", message=message)]


def write(card: Card, desk: Desk) -> dict[str, str]:
    """The card's own words, back in the fields."""
    facts, text = card.facts, card.text(desk.language)
    assert isinstance(facts, EventFacts)
    start = facts.start.astimezone(desk.zone)
    return {
        "title": text.title,
        "day": write_day(start.date(), desk.today),
        "starts": write_time(start.time()),
        "ends": write_time(facts.end.astimezone(desk.zone).time()) if facts.end else "",
        "place": facts.place,
        "sender": card.sender,
        "body": text.body,
        "link": write_link(card),
    } | write_more(facts, desk)


FORM = KindForm(
    name="event",
    title=N_("Event"),
    about=N_("What, when and where. Torget draws the rest."),
    rows=ROWS,
    read=read,
    write=write,
    fresh=lambda _desk: {},
)
