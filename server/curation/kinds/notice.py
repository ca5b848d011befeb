"""The form of planned or acute work: what, where, when, why, and what to think of."""

from datetime import time, timedelta

import msgspec

from cards.kinds.notice.facts import NoticeFacts
from cards.model import Card, Text
from foundation.errors import N_
from server.curation.dates import at, write_day, write_time
from server.curation.fields import LINK, TITLE_STAND_IN, Desk, Field, KindForm, Reading, Values
from server.curation.written import a_day, a_time, needed, write_link
from server.intake.findings import Finding

ROWS = (
    (
        Field(
            name="title",
            label=N_("What happens?"),
            help=N_("Begin with what people notice: “Vattnet stängs av …”"),
            limit=70,
        ),
    ),
    (Field(name="areas", label=N_("Where?"), help=N_("Streets or areas, with a comma between."), limit=80),),
    (
        Field(name="day", label=N_("Day")),
        Field(name="starts", label=N_("From")),
        Field(name="ends", label=N_("To")),
    ),
    (Field(name="last_day", label=N_("Last day"), help=N_("Only if it goes on for several days.")),),
    (Field(name="why", label=N_("Why?"), limit=40),),
    (Field(name="advice", label=N_("What should one think of?"), limit=70, type="area"),),
    (Field(name="sender", label=N_("Who does the work?"), limit=40),),
    (LINK,),
    (Field(name="acute", label=N_("It is acute: it goes on already"), type="check"),),
)


def read(values: Values, desk: Desk, base: Card | None) -> Reading:
    """A notice; what is missing is stood in for by tomorrow morning, for the drawing only."""
    findings = needed(values, "title", N_("What happens? The headline is missing."))
    day, about_day = a_day(values, "day", desk)
    starts, about_start = a_time(values, "starts")
    ends, about_end = a_time(values, "ends", must=False)
    findings += about_day + about_start + about_end
    last, about_last = a_day(values, "last_day", desk) if values.get("last_day") else (None, [])
    findings += about_last
    shown_day = day or desk.today + timedelta(days=1)
    start = at(shown_day, starts or time(8), desk.zone)
    end = at(last or shown_day, ends, desk.zone) if ends else None
    if end is not None and end <= start:
        where = "last_day" if last else "ends"
        findings.append(
            Finding(field=where, severity="stop", message=N_("It ends before it begins. Look at the two times."))
        )
        end = None
    elif end is not None and day is not None and end <= desk.now and not _over(base):
        findings.append(
            Finding(field="day", severity="stop", message=N_("That has already been. Choose a day to come."))
        )
    areas = tuple(area for part in values.get("areas", "").split(",") if (area := part.strip()))
    facts = NoticeFacts(start=start, end=end, areas=areas, why=values.get("why", ""), acute=bool(values.get("acute")))
    if base is not None and isinstance(base.facts, NoticeFacts):
        facts = msgspec.structs.replace(facts, over=base.facts.over, next_word=base.facts.next_word)
    old = base.text(desk.language) if base else Text(title="")
    text = Text(title=values.get("title", "") or TITLE_STAND_IN, body=old.body, advice=values.get("advice", ""))
    return Reading(facts=facts, text=text, valid_until=base.valid_until if base else None, findings=tuple(findings))


def _over(base: Card | None) -> bool:
    return base is not None and isinstance(base.facts, NoticeFacts) and base.facts.over is not None


def write(card: Card, desk: Desk) -> dict[str, str]:
    """The card's own words, back in the fields."""
    facts, text = card.facts, card.text(desk.language)
    assert isinstance(facts, NoticeFacts)
    start = facts.start.astimezone(desk.zone)
    end = facts.end.astimezone(desk.zone) if facts.end else None
    longer = end is not None and end.date() != start.date()
    return {
        "title": text.title,
        "areas": ", ".join(facts.areas),
        "day": write_day(start.date(), desk.today),
        "starts": write_time(start.time()),
        "ends": write_time(end.time()) if end else "",
        "last_day": write_day(end.date(), desk.today) if end and longer else "",
        "why": facts.why,
        "advice": text.advice,
        "sender": card.sender,
        "link": write_link(card),
        "acute": "1" if facts.acute else "",
    }


def fresh(desk: Desk) -> dict[str, str]:
    """Most work is done tomorrow morning."""
    return {"day": write_day(desk.today + timedelta(days=1), desk.today), "starts": "08.00", "ends": "12.00"}


FORM = KindForm(
    name="notice",
    title=N_("Planned work"),
    about=N_("What, where and when. Torget says the rest."),
    rows=ROWS,
    read=read,
    write=write,
    fresh=fresh,
    picture=False,
)
