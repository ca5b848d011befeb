"""One fact of a declared form: read from what was typed, and written as people write it."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, Final, get_origin, get_type_hints

import msgspec

from cards.fields import Field
from foundation.errors import N_
from server.curation.dates import at, write_day, write_time
from server.curation.fields import TITLE_STAND_IN, Desk, Values
from server.curation.written import a_day, a_moment, a_number, a_time, write_moment
from server.intake.findings import Finding

_EVENING: Final = time(18)


class Row:
    """What is being read: facts of a `sort`, at a desk. A moment after the `first` one may be a time alone."""

    def __init__(self, sort: type, desk: Desk, findings: list[Finding]) -> None:
        self.hints = get_type_hints(sort)
        self.defaults = {field.name: field.default for field in msgspec.structs.fields(sort)}
        self.desk = desk
        self.findings = findings
        self.first: datetime | None = None


def read_cell(field: Field, name: str, values: Values, row: Row) -> Any:
    """The fact that field `name` holds; where nothing can be read, its default or a stand-in for the drawing."""
    if field.type == "check":
        return bool(values.get(name))
    written = values.get(name, "").strip()
    if not written:
        if field.required:
            row.findings.append(Finding(field=name, severity="stop", message=N_("This is needed.")))
        return _absent(field, row)
    value, about = _read(field, name, values, row)
    row.findings += about
    if field.type == "moment" and row.first is None:
        row.first = value
    return value if value is not None else _stand_in(field, row)


def _read(field: Field, name: str, values: Values, row: Row) -> tuple[Any, list[Finding]]:
    written, desk = values[name], row.desk
    match field.type:
        case "number":
            return a_number(values, name)
        case "day":
            return a_day(values, name, desk)
        case "time":
            return a_time(values, name)
        case "moment":
            return a_moment(values, name, desk, row.first)
        case "choice":
            known = written in dict(field.choices)
            message = N_("Choose one of those that are there.")
            about = [] if known else [Finding(field=name, severity="stop", message=message)]
            return _as(row.hints[field.name], written if known else field.choices[0][0]), about
        case _:
            return _as(row.hints[field.name], written), []


def _as(hint: Any, written: str) -> Any:
    """What was typed, as the fact is kept: a number, lines, or text."""
    if hint is int:
        return int(written)
    if get_origin(hint) is tuple:
        return tuple(line for part in written.splitlines() if (line := part.strip()))
    return written


def _absent(field: Field, row: Row) -> Any:
    default = row.defaults[field.name]
    return _stand_in(field, row) if default is msgspec.NODEFAULT else default


def _stand_in(field: Field, row: Row) -> Any:
    """What a drawing shows where nothing was written yet."""
    tomorrow = row.desk.today + timedelta(days=1)
    stand_ins: Mapping[str, Any] = {
        "number": 0,
        "day": tomorrow,
        "time": _EVENING,
        "moment": at(tomorrow, _EVENING, row.desk.zone),
        "choice": _as(row.hints[field.name], field.choices[0][0]) if field.choices else "",
    }
    return stand_ins.get(field.type, TITLE_STAND_IN)


def write_cell(field: Field, value: Any, desk: Desk, first: datetime | None = None) -> str:
    """A fact as people write it; a moment of the day of `first` as its time alone."""
    if field.type == "number" and not value and not field.required:
        return ""
    match value:
        case None | False:
            return ""
        case True:
            return "1"
        case datetime():
            return write_moment(value, desk, first)
        case date():
            return write_day(value, desk.today)
        case time():
            return write_time(value)
        case tuple():
            return "\n".join(value)
        case _:
            return str(value)
