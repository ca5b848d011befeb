"""The form of opening hours: an ordinary week, and the days that differ from it."""

from datetime import time, timedelta

from cards.kinds.hours.facts import HoursFacts, OtherDay, Span
from cards.model import Card, Text
from foundation.errors import N_
from server.curation.dates import write_day, write_time
from server.curation.fields import LINK, Desk, Field, Group, KindForm, Reading, Values
from server.curation.written import a_day, a_time, needed, write_link
from server.intake.findings import Finding

DAYS = (N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"))
MOST = 12
"""Days with other hours that have room in the form."""
WEEK = Group(
    name="week",
    label=N_("An ordinary week"),
    help=N_("Leave both empty where it is closed."),
    lines=tuple(
        (
            Field(name=f"week-{day}-opens", label=N_("Opens"), row=name, width="small"),
            Field(name=f"week-{day}-closes", label=N_("Closes"), row=name, width="small"),
        )
        for day, name in enumerate(DAYS)
    ),
)
EXCEPTIONS = Group(
    name="exceptions",
    label=N_("Days that differ"),
    help=N_("A day without times is closed. What has been leaves the card by itself."),
    lines=tuple(
        (
            Field(name=f"exceptions-{at}-day", label=N_("Day"), number=at + 1, width="middle"),
            Field(name=f"exceptions-{at}-opens", label=N_("Opens"), number=at + 1, width="small"),
            Field(name=f"exceptions-{at}-closes", label=N_("Closes"), number=at + 1, width="small"),
            Field(name=f"exceptions-{at}-reason", label=N_("Why"), number=at + 1, limit=40),
        )
        for at in range(MOST)
    ),
)
ROWS = (
    (Field(name="title", label=N_("What is open?"), help=N_("The name of the place."), limit=40),),
    WEEK,
    EXCEPTIONS,
    (Field(name="body", label=N_("One sentence more"), limit=90, type="area"),),
    (Field(name="sender", label=N_("Who says this?"), limit=40),),
    (LINK,),
)


def read(values: Values, desk: Desk, base: Card | None) -> Reading:
    """Opening hours; days that differ beyond those that the form can show are kept."""
    findings = needed(values, "title", N_("What is open? The name is missing."))
    week = tuple(_span(values, f"week-{day}", findings) for day in range(len(DAYS)))
    if not WEEK.filled(values):
        message = N_("When is it open? Write the times of at least one day.")
        findings.append(Finding(field=WEEK.name, severity="stop", message=message))
    others = [_other_day(values, f"exceptions-{at}", desk, findings) for at in range(MOST)]
    stood = base.facts.exceptions if base and isinstance(base.facts, HoursFacts) else ()
    old = base.text(desk.language) if base else Text(title="")
    return Reading(
        facts=HoursFacts(week=week, exceptions=(*(day for day in others if day is not None), *stood[MOST:])),
        text=Text(title=values.get("title", ""), body=values.get("body", ""), advice=old.advice),
        valid_until=base.valid_until if base else None,
        findings=tuple(findings),
    )


def _span(values: Values, row: str, findings: list[Finding]) -> Span | None:
    """The span in the two fields of `row`; None where both are empty, and where they cannot be read."""
    names = (f"{row}-opens", f"{row}-closes")
    if not any(values.get(name) for name in names):
        return None
    (opens, about_opening), (closes, about_closing) = (a_time(values, name) for name in names)
    findings += [*about_opening, *about_closing]
    if opens is None or closes is None:
        return None
    if closes <= opens and closes != time(0):
        findings.append(Finding(field=names[1], severity="stop", message=N_("It closes before it opens.")))
        return None
    return Span(opens, closes)


def _other_day(values: Values, row: str, desk: Desk, findings: list[Finding]) -> OtherDay | None:
    reason, written = values.get(f"{row}-reason", ""), values.get(f"{row}-day", "")
    span = _span(values, row, findings)
    if not written and not reason and span is None:
        return None
    day, about = a_day(values, f"{row}-day", desk)
    findings += about
    return OtherDay(day=day or desk.today + timedelta(days=1), span=span, reason=reason)


def write(card: Card, desk: Desk) -> dict[str, str]:
    """The card's own words, back in the fields."""
    facts, text = card.facts, card.text(desk.language)
    assert isinstance(facts, HoursFacts)
    found = {"title": text.title, "body": text.body, "sender": card.sender, "link": write_link(card)}
    for day in range(len(DAYS)):
        found |= _written(f"week-{day}", facts.week[day] if day < len(facts.week) else None)
    for at in range(MOST):
        other = facts.exceptions[at] if at < len(facts.exceptions) else None
        found |= _written(f"exceptions-{at}", other.span if other else None)
        found[f"exceptions-{at}-day"] = write_day(other.day, desk.today) if other else ""
        found[f"exceptions-{at}-reason"] = other.reason if other else ""
    return found


def _written(row: str, span: Span | None) -> dict[str, str]:
    return {
        f"{row}-opens": write_time(span.opens) if span else "",
        f"{row}-closes": write_time(span.closes) if span else "",
    }


FORM = KindForm(
    name="hours",
    title=N_("Opening hours"),
    about=N_("When it is open, and the days that differ."),
    rows=ROWS,
    read=read,
    write=write,
    fresh=lambda _desk: {},
    picture=False,
    section="house",
    told_by_field=True,
)
