"""What a form is made of: fields, what is said beside them, and the card that the writing came to.

Each kind of card declares its form once (`server.curation.kinds`): its fields in rows, how a card is read from what was
typed, and how a card's own words come back into the fields. A reading always yields a card that can be drawn, with
stand-ins where something is missing; a finding with severity "stop" says that it must not be kept like that.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, Literal
from zoneinfo import ZoneInfo

import msgspec

from cards.kinds.facts import Facts
from cards.model import Card, Language, Link, PictureRef, Text
from foundation.errors import N_
from server.curation.dates import DayRead, Fault, at, read_day, read_time, write_day
from server.intake.findings import Finding, Repair
from server.intake.text import clean

Values = Mapping[str, str]
TITLE_STAND_IN, PLACE_STAND_IN = "Rubrik", "Plats"
"""What a drawing shows where nothing has been written yet, in the language of the cards."""


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """One field. `label` and `help` are English gettext ids; `limit` is in characters, 0 for none."""

    name: str
    label: str
    help: str = ""
    limit: int = 0
    type: Literal["text", "area", "check"] = "text"
    rows: int = 2


class Desk(msgspec.Struct, frozen=True, kw_only=True):
    """Where the writer sits: the moment, the town's zone and the language that is written."""

    now: datetime
    zone: ZoneInfo
    language: Language = "sv"

    @property
    def today(self) -> date:
        """The writer's day."""
        return self.now.astimezone(self.zone).date()


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What a kind read from its fields; `sender`, link and picture are read alike for all kinds."""

    facts: Facts
    text: Text
    valid_until: datetime | None = None
    findings: tuple[Finding, ...] = ()


class KindForm(msgspec.Struct, frozen=True, kw_only=True):
    """The form of one kind. `name` is the kind's; `title`, `about` are English gettext ids."""

    name: str
    title: str
    about: str
    rows: tuple[tuple[Field, ...], ...]
    read: Callable[[Values, Desk, Card | None], Reading]
    write: Callable[[Card, Desk], dict[str, str]]
    fresh: Callable[[Desk], dict[str, str]]
    picture: bool = True

    @property
    def fields(self) -> tuple[Field, ...]:
        """All fields, in their order."""
        return tuple(field for row in self.rows for field in row)


TITLE = Field(name="title", label=N_("Headline"), limit=60)
SENDER = Field(name="sender", label=N_("Who says this?"))
UNTIL = Field(name="until", label=N_("Shown until and with"), help=N_("Then the card takes itself down."))
LINK = Field(name="link", label=N_("Read more on the web"), help=N_("Becomes a QR code and an address to type."))


def typed(values: Mapping[str, Any], fields: tuple[Field, ...]) -> dict[str, str]:
    """The fields' values, cleaned of what nobody typed on purpose; what is not a text counts as empty."""
    return {
        field.name: clean(value, lines=field.type == "area") if isinstance(value := values.get(field.name), str) else ""
        for field in fields
    }


def needed(values: Values, name: str, message: str) -> list[Finding]:
    """A stop where `name` is empty."""
    return [] if values.get(name, "").strip() else [Finding(field=name, severity="stop", message=message)]


def too_long(values: Values, fields: tuple[Field, ...]) -> list[Finding]:
    """A stop for each field that holds more than twice what it has room for, which no layout can carry."""
    return [
        Finding(
            field=field.name,
            severity="stop",
            message=N_("This is too long. At most {limit} characters have room."),
            places={"limit": str(field.limit)},
        )
        for field in fields
        if field.limit and len(values.get(field.name, "")) > 2 * field.limit
    ]


def a_day(values: Values, name: str, desk: Desk) -> tuple[date | None, list[Finding]]:
    """The day in field `name`, and what is to be said about it."""
    read = read_day(values.get(name, ""), desk.today)
    return read.day, [*_about_day(read, name, desk)]


def _about_day(read: DayRead, name: str, desk: Desk) -> list[Finding]:
    messages = {
        Fault.MISSING: N_("Which day? Write for example “28 november” or “i morgon”."),
        Fault.UNREADABLE: N_("That is not a day that I can read. Write for example “28 november” or “28/11”."),
        Fault.IMPOSSIBLE: N_("No calendar has that day. Look at the number and the month."),
    }
    if read.fault is not None:
        return [Finding(field=name, severity="stop", message=messages[read.fault])]
    if read.instead is None or read.day is None:
        return []
    ways = (write_day(read.day, desk.today), write_day(read.instead, desk.today))
    right = ways[0].split()
    return [
        Finding(
            field=name,
            severity="look",
            message=N_("The weekday does not fit the date. {date} is a {weekday}. Which did you mean?"),
            places={"date": " ".join(right[1:]), "weekday": right[0]},
            repairs=tuple(Repair(field=name, value=way, label=way[0].upper() + way[1:]) for way in ways),
        )
    ]


def a_time(values: Values, name: str, *, must: bool = True) -> tuple[Any, list[Finding]]:
    """The time of day in field `name`, or None with what is to be said about it."""
    written = values.get(name, "")
    moment = read_time(written)
    if moment is not None or (not written and not must):
        return moment, []
    message = (
        N_("That is not a time that I can read. Write for example “18.00”.")
        if written
        else N_("What time? Write for example “18.00”.")
    )
    return None, [Finding(field=name, severity="stop", message=message)]


def an_end(values: Values, desk: Desk) -> tuple[datetime | None, list[Finding]]:
    """The end of the day in field `until`, through which the card is shown, and what is to be said about it."""
    last, findings = a_day(values, UNTIL.name, desk)
    if last is None:
        return None, findings
    if last < desk.today:
        message = N_("That day has been. Choose a day to come.")
        findings.append(Finding(field=UNTIL.name, severity="stop", message=message))
    return at(last + timedelta(days=1), time(0), desk.zone), findings


def write_end(card: Card, desk: Desk, days: int) -> str:
    """The last day on which `card` is shown, for field `until`; `days` from now where it has no end yet."""
    if card.valid_until is None:
        return some_days_on(desk, days)
    return write_day((card.valid_until.astimezone(desk.zone) - timedelta(seconds=1)).date(), desk.today)


def some_days_on(desk: Desk, days: int) -> str:
    """The day `days` after the writer's."""
    return write_day(desk.today + timedelta(days=days), desk.today)


def write_link(card: Card) -> str:
    """The card's address as one types it, for field `link`."""
    return card.link.url.removeprefix("https://") if card.link else ""


def a_link(values: Values) -> tuple[Link | None, list[Finding]]:
    """The address in field `link`. One without a scheme gets https; only web addresses are taken."""
    written = values.get("link", "")
    if not written:
        return None, []
    bare = written.removeprefix("https://").removeprefix("http://")
    host = bare.split("/")[0].split("?")[0]
    plain = "." in host and not any(sign.isspace() or sign in "@\\<>\"'" for sign in bare) and "://" not in bare
    if not plain or host.startswith(".") or host.endswith("."):
        message = N_("That is not a web address. Write for example “folketshus.se/konsert”.")
        return None, [Finding(field="link", severity="stop", message=message)]
    scheme = "http" if written.startswith("http://") else "https"
    return Link(url=f"{scheme}://{bare}", short=bare.removeprefix("www.").rstrip("/")), []


def compose_card(
    form: KindForm, values: Values, desk: Desk, *, id: str, base: Card | None, picture: PictureRef | None
) -> tuple[Card, tuple[Finding, ...]]:
    """The card that the writing came to, and what is to be said about it. `base` keeps what the form does not show."""
    reading = form.read(values, desk, base)
    link, about_link = a_link(values)
    texts = dict(base.texts) if base else {}
    texts[desk.language] = reading.text
    card = Card(
        id=id,
        version=base.version + 1 if base else 1,
        facts=reading.facts,
        texts=texts,
        sender=values.get("sender", ""),
        partner=base.partner if base else "",
        link=link,
        picture=picture,
        seconds=base.seconds if base else None,
        valid_from=base.valid_from if base else None,
        valid_until=reading.valid_until,
    )
    return card, (*reading.findings, *too_long(values, form.fields), *about_link)
