"""What was typed, read: cleaned values, days, times, numbers and addresses, each with what is to be said about it."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from cards.model import Card, Link
from foundation.errors import N_
from server.curation.dates import DayRead, Fault, at, read_day, read_time, write_day, write_time
from server.curation.fields import UNTIL, Desk, Field, Values
from server.intake.findings import Finding, Repair
from server.intake.text import clean

SMALL_HOURS = time(6)
"""What ends before this, and before it began, ends the night after."""


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


def _about_day(read: DayRead, name: str, desk: Desk, clock: str = "") -> list[Finding]:
    """Remarks on a day; `clock` is the time that was written after it, and comes back with a repair."""
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
    repairs = [f"{way} {clock}".strip() for way in ways]
    return [
        Finding(
            field=name,
            severity="look",
            message=N_("The weekday does not fit the date. {date} is a {weekday}. Which did you mean?"),
            places={"date": " ".join(right[1:]), "weekday": right[0]},
            repairs=tuple(Repair(field=name, value=way, label=way[0].upper() + way[1:]) for way in repairs),
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


def a_moment(
    values: Values, name: str, desk: Desk, after: datetime | None = None
) -> tuple[datetime | None, list[Finding]]:
    """The day and time in field `name`, the time last: "lördag 28 november 18.00".

    A time alone is one of the day of `after`, the moment that its row begins with, or of the night that follows.
    """
    written = values.get(name, "").strip()
    alone = read_time(written)
    if alone is not None and after is not None:
        start = after.astimezone(desk.zone)
        moment = at(start.date(), alone, desk.zone)
        night = moment <= start and alone < SMALL_HOURS
        return at(start.date() + timedelta(days=1), alone, desk.zone) if night else moment, []
    said, _, clock = written.rpartition(" ")
    day = read_day(said.removesuffix("klockan").removesuffix("kl.").removesuffix("kl").rstrip(" ,"), desk.today)
    time_of_day = read_time(clock)
    # "28 november 2026" is a day alone, though 2026 can be read as a time.
    alone_a_day = len(clock) == len("2026") and clock.isdecimal() and read_day(written, desk.today).fault is None
    if day.day is None or time_of_day is None or alone_a_day:
        message = N_("Write the day and the time, for example “28 november 18.00”.")
        return None, [Finding(field=name, severity="stop", message=message)]
    return at(day.day, time_of_day, desk.zone), _about_day(day, name, desk, write_time(time_of_day))


def write_moment(moment: datetime, desk: Desk, after: datetime | None = None) -> str:
    """`moment` as `a_moment` reads it: the time alone where it is one of the day of `after`."""
    local = moment.astimezone(desk.zone)
    if after is not None and local.date() == after.astimezone(desk.zone).date():
        return write_time(local.time())
    return f"{write_day(local.date(), desk.today)} {write_time(local.time())}"


def a_number(values: Values, name: str) -> tuple[int | None, list[Finding]]:
    """The whole number in field `name`, or None with what is to be said about it."""
    bare = "".join(values.get(name, "").split())
    if bare.isascii() and bare.isdecimal() and len(bare) < 8:
        return int(bare), []
    message = N_("Write a whole number, for example “12”.")
    return None, [Finding(field=name, severity="stop", message=message)]


def an_end(values: Values, desk: Desk, name: str = UNTIL.name) -> tuple[datetime | None, list[Finding]]:
    """The end of the day in field `name`, through which the card is shown, and what is to be said about it."""
    last, findings = a_day(values, name, desk)
    if last is None:
        return None, findings
    if last < desk.today:
        message = N_("That day has been. Choose a day to come.")
        findings.append(Finding(field=name, severity="stop", message=message))
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
