"""What few events need, folded away in their form: price, sold out, every week, further days, a last day, a poster."""

from datetime import date, datetime, time
from typing import Final

import msgspec

from cards.kinds.event.facts import EventFacts
from foundation.errors import N_
from server.curation.dates import at, read_day, write_day
from server.curation.fields import Desk, Field, Fold, Values
from server.curation.written import a_day, a_moment, write_moment
from server.intake.findings import Finding

MOST_DAYS: Final = 60
"""So many further days one card may have."""
_TICKS: Final = ("sold_out", "weekly", "poster")

MORE = Fold(
    label=N_("More about the event"),
    folded=(
        (Field(name="price", label=N_("Price"), help=N_("For example “80 kronor” or “Fri entré”."), limit=40),),
        (Field(name="sold_out", label=N_("Sold out"), type="check"),),
        (Field(name="weekly", label=N_("Comes every week"), type="check"),),
        (
            Field(
                name="until",
                label=N_("Last day"),
                help=N_("Of what comes every week, or of an exhibition that stands open until then."),
            ),
        ),
        (
            Field(
                name="also",
                label=N_("More days"),
                help=N_(
                    "One a line, for example “5 december” or “5 december 14.00”. "
                    "Without a time it begins as on the first day."
                ),
                type="area",
                rows=3,
            ),
        ),
        (
            Field(
                name="poster",
                label=N_("The picture is a poster"),
                help=N_("Then it is shown whole, never cropped."),
                type="check",
            ),
        ),
    ),
)


def read_more(values: Values, desk: Desk, stood: EventFacts, start: datetime) -> tuple[EventFacts, list[Finding]]:
    """`stood` with what the fold says; `start` is the first beginning that the form has above it."""
    ticked = {name: bool(values.get(name)) for name in _TICKS}
    until, findings = _last_day(values, desk, stood, start.date())
    also, about_also = _also(values, desk, stood, start)
    findings += about_also
    if also and not about_also:
        if ticked["weekly"]:
            message = N_("It comes every week already. Take the tick or the days away.")
            findings.append(Finding(field="also", severity="stop", message=message))
        elif until is not None:
            message = N_("An exhibition stands open until its last day. Take that day or these days away.")
            findings.append(Finding(field="also", severity="stop", message=message))
    price = values.get("price", "")
    return msgspec.structs.replace(stood, price=price, until=until, also=also, **ticked), findings


def _last_day(values: Values, desk: Desk, stood: EventFacts, first: date) -> tuple[datetime | None, list[Finding]]:
    if not values.get("until"):
        return None, []
    day, findings = a_day(values, "until", desk)
    if day is None:
        return None, findings
    if day < first:
        findings.append(Finding(field="until", severity="stop", message=N_("The last day comes before the first.")))
        return None, findings
    if stood.until is not None and stood.until.astimezone(desk.zone).date() == day:
        return stood.until, findings
    return at(day, time(), desk.zone), findings


def _also(values: Values, desk: Desk, stood: EventFacts, start: datetime) -> tuple[tuple[datetime, ...], list[Finding]]:
    """The further beginnings in their order, each once, without the first."""
    found: set[datetime] = set()
    lines = [line.strip() for line in values.get("also", "").split("\n") if line.strip()]
    if len(lines) > MOST_DAYS:
        return (), [_about(N_("At most {most} days have room on one card."), most=str(MOST_DAYS))]
    findings = []
    for line in lines:
        moment, message = _moment(line, desk, start)
        if moment is not None and moment < start and moment not in stood.also:
            message = N_("“{line}” comes before the first day.")
        if moment is None or message:
            findings.append(_about(message, line=line[:40]))
        else:
            found.add(moment)
    return tuple(sorted(found - {start})), findings


def _moment(line: str, desk: Desk, start: datetime) -> tuple[datetime | None, str]:
    """What one line means, or what is to be said about it."""
    clash = N_("“{line}”: the weekday does not fit the date. Which is right?")
    read = read_day(line, desk.today)
    if read.day is not None and read.fault is None:
        return at(read.day, start.astimezone(desk.zone).time(), desk.zone), clash if read.instead else ""
    moment, about = a_moment({"also": line}, "also", desk)
    if moment is None:
        return None, N_("“{line}” is not a day that I can read. Write one a line, for example “5 december”.")
    return moment, clash if about else ""


def _about(message: str, **places: str) -> Finding:
    return Finding(field="also", severity="stop", message=message, places=places)


def write_more(facts: EventFacts, desk: Desk) -> dict[str, str]:
    """What the fold holds, back in its fields."""
    until = write_day(facts.until.astimezone(desk.zone).date(), desk.today) if facts.until else ""
    also = "\n".join(_line(other, facts.start, desk) for other in facts.also)
    ticked = {name: "1" if getattr(facts, name) else "" for name in _TICKS}
    return {"price": facts.price, "until": until, "also": also} | ticked


def _line(moment: datetime, start: datetime, desk: Desk) -> str:
    local = moment.astimezone(desk.zone)
    if local.time() == start.astimezone(desk.zone).time():
        return write_day(local.date(), desk.today)
    return write_moment(moment, desk)
