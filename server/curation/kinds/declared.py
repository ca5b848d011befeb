"""Forms made of what a kind declares in its own folder (`cards.fields`): no code of ours knows the kind.

A group of rows becomes numbered fields, `options.0.label`; a moment is written as one, "28 november 18.00". Rows in
which nothing is written are not there. What a form does not show (translations of an option) is kept from the card as
it stood, row by row.
"""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import partial
from importlib import import_module, resources
from typing import Any, Final, get_args, get_type_hints

import msgspec

from cards.fields import Field as Declared
from cards.kinds import FACTS, KINDS
from cards.model import Card, Text
from foundation.errors import N_
from server.curation.dates import at, read_day, read_time, write_day, write_time
from server.curation.fields import (
    TITLE_STAND_IN,
    Desk,
    Field,
    KindForm,
    Reading,
    Values,
    a_day,
    a_time,
    needed,
)
from server.intake.findings import Finding

_OF_EVERY_CARD: Final = ("title", "body", "advice", "sender", "partner", "link", "picture")
_EVENING: Final = time(18)


def declared_forms() -> tuple[KindForm, ...]:
    """A form for every kind that declares one, in the order of the alphabet."""
    return tuple(
        _form(kind) for kind in KINDS if resources.files(f"cards.kinds.{kind}").joinpath("fields.py").is_file()
    )


def _form(kind: str) -> KindForm:
    module = import_module(f"cards.kinds.{kind}.fields")
    fields: tuple[Declared, ...] = module.FIELDS
    return KindForm(
        name=kind,
        title=module.NAME,
        about=module.ABOUT,
        rows=tuple(row for field in fields for row in _rows(field)),
        read=partial(_read, kind, fields),
        write=partial(_write, fields),
        fresh=lambda _desk: {},
        picture=any(field.name == "picture" for field in fields),
    )


def _rows(field: Declared) -> list[tuple[Field, ...]]:
    """The rows of the form that one declared field becomes."""
    if field.name == "picture":
        return []
    if field.type != "rows":
        return [(_shown(field, field.name),)]
    return [
        tuple(_shown(column, f"{field.name}.{number}.{column.name}", number + 1) for column in field.columns)
        for number in range(field.most)
    ]


def _shown(field: Declared, name: str, number: int = 0) -> Field:
    return Field(
        name=name,
        label=field.label,
        help=field.help,
        limit=field.limit,
        type=field.type if field.type in ("area", "check", "choice") else "text",
        choices=field.choices,
        number=number,
    )


def _read(kind: str, fields: tuple[Declared, ...], values: Values, desk: Desk, base: Card | None) -> Reading:
    """A card of `kind`; what is missing is stood in for, for the drawing only."""
    findings: list[Finding] = []
    shape, before = FACTS[kind], base.facts if base else None
    given: dict[str, Any] = {}
    for field in fields:
        if field.name in _OF_EVERY_CARD:
            if field.required:
                findings += needed(values, field.name, N_("This is needed."))
        elif field.type == "rows":
            given[field.name] = _read_rows(field, _row_type(shape, field.name), values, desk, before, findings)
        else:
            given |= _one(field, field.name, shape, values, desk, findings)
    facts = msgspec.structs.replace(before, **given) if before is not None else shape(**given)
    old = base.text(desk.language) if base else Text(title="")
    titled = any(field.name == "title" and field.required for field in fields)
    text = Text(
        title=values.get("title", "") or (TITLE_STAND_IN if titled else ""),
        body=values.get("body", old.body),
        advice=values.get("advice", old.advice),
    )
    return Reading(facts=facts, text=text, valid_until=base.valid_until if base else None, findings=tuple(findings))


def _row_type(shape: type, name: str) -> Any:
    """What the rows of fact `name` are made of: a struct, or plain text."""
    return get_args(get_type_hints(shape)[name])[0]


def _read_rows(
    field: Declared, sort: Any, values: Values, desk: Desk, before: Any, findings: list[Finding]
) -> tuple[Any, ...]:
    """The rows in which something is written."""
    stood: tuple[Any, ...] = getattr(before, field.name, ())
    found = []
    for number in range(field.most):
        names = {column.name: f"{field.name}.{number}.{column.name}" for column in field.columns}
        if not any(values.get(name) for name in names.values()):
            continue
        given: dict[str, Any] = {}
        for column in field.columns:
            given |= _one(column, names[column.name], sort, values, desk, findings)
        if sort is str:
            found.append(str(next(iter(given.values()))))
        elif number < len(stood):
            found.append(msgspec.structs.replace(stood[number], **given))
        else:
            found.append(sort(**given))
    if field.required and not found:
        name = f"{field.name}.0.{field.columns[0].name}"
        findings.append(Finding(field=name, severity="stop", message=N_("Write at least one row.")))
    return tuple(found)


def _one(field: Declared, name: str, sort: Any, values: Values, desk: Desk, findings: list[Finding]) -> dict[str, Any]:
    """The fact of a `sort` that field `name` holds, by its own name."""
    written = values.get(name, "")
    if field.type == "check":
        return {field.name: bool(written)}
    if not written and field.required:
        findings.append(Finding(field=name, severity="stop", message=N_("This is needed.")))
    if not written:
        return _absent(field, sort, desk)
    match field.type:
        case "number":
            return {field.name: _number(name, written, findings)}
        case "day":
            day, about = a_day(values, name, desk)
            findings += about
            return {field.name: day or desk.today + timedelta(days=1)}
        case "time":
            moment, about = a_time(values, name)
            findings += about
            return {field.name: moment or _EVENING}
        case "moment":
            return {field.name: _moment(name, written, desk, findings)}
        case _:
            return {field.name: written}


def _absent(field: Declared, sort: Any, desk: Desk) -> dict[str, Any]:
    """What holds where nothing was written: the own default, or a stand-in for the drawing."""
    if sort is not str:
        for known in msgspec.structs.fields(sort):
            if known.name == field.name and known.default is not msgspec.NODEFAULT:
                return {field.name: known.default}
    tomorrow = desk.today + timedelta(days=1)
    stand_ins: Mapping[str, Any] = {
        "number": 0,
        "day": tomorrow,
        "time": _EVENING,
        "moment": at(tomorrow, _EVENING, desk.zone),
        "choice": field.choices[0][0] if field.choices else "",
    }
    return {field.name: stand_ins.get(field.type, TITLE_STAND_IN)}


def _number(name: str, written: str, findings: list[Finding]) -> int:
    bare = "".join(written.split())
    if bare.isdecimal() and len(bare) < 8:
        return int(bare)
    message = N_("Write a whole number, for example “12”.")
    findings.append(Finding(field=name, severity="stop", message=message))
    return 0


def _moment(name: str, written: str, desk: Desk, findings: list[Finding]) -> datetime:
    """A day and a time, the time last: "lördag 28 november 18.00"."""
    said, _, last = written.rpartition(" ")
    day, moment = read_day(said.removesuffix(" kl.").removesuffix(" kl"), desk.today).day, read_time(last)
    if day is not None and moment is not None:
        return at(day, moment, desk.zone)
    message = N_("Write the day and the time, for example “28 november 18.00”.")
    findings.append(Finding(field=name, severity="stop", message=message))
    return at(desk.today + timedelta(days=1), _EVENING, desk.zone)


def _write(fields: tuple[Declared, ...], card: Card, desk: Desk) -> dict[str, str]:
    """The card's own words, back in the fields."""
    text = card.text(desk.language)
    found = {
        "title": text.title,
        "body": text.body,
        "advice": text.advice,
        "sender": card.sender,
        "partner": card.partner,
        "link": card.link.url.removeprefix("https://") if card.link else "",
    }
    for field in fields:
        if field.name in _OF_EVERY_CARD:
            continue
        value = getattr(card.facts, field.name)
        if field.type != "rows":
            found[field.name] = _written(value, desk)
            continue
        for number, row in enumerate(value[: field.most]):
            for column in field.columns:
                cell = row if isinstance(row, str) else getattr(row, column.name)
                found[f"{field.name}.{number}.{column.name}"] = _written(cell, desk)
    return found


def _written(value: Any, desk: Desk) -> str:
    """A fact as people write it."""
    match value:
        case None | False:
            return ""
        case True:
            return "1"
        case datetime():
            local = value.astimezone(desk.zone)
            return f"{write_day(local.date(), desk.today)} {write_time(local.time())}"
        case date():
            return write_day(value, desk.today)
        case time():
            return write_time(value)
        case _:
            return str(value)
