"""Forms made of what a kind declares in its own folder (`cards.fields`): no code of ours knows the kind.

A group of rows becomes numbered fields, `options-0-label`; a moment is written as one, "28 november 18.00". Rows in
which nothing is written are not there. What a form does not show (translations of an option, rows beyond the most that
it has) is kept from the card as it stood.
"""

from functools import partial
from importlib import import_module, resources
from typing import Any, Final, get_type_hints

import msgspec

from cards.fields import Field as Declared
from cards.kinds import FACTS, KINDS
from cards.model import Card, Text
from foundation.errors import N_
from server.curation.fields import LINK, TITLE_STAND_IN, UNTIL, Desk, Field, Group, KindForm, Reading, Values
from server.curation.kinds.cells import Row, read_cell, write_cell
from server.curation.written import an_end, needed, write_end, write_link
from server.intake.findings import Finding

OF_EVERY_CARD: Final = ("title", "body", "advice", "sender", "partner", "link", "picture", "valid_until")
NEEDED: Final = N_("This is needed.")
_LONG: Final = 30
"""Characters from which a text takes a line of its own on a page."""


def declared_forms() -> tuple[KindForm, ...]:
    """A form for every kind that declares one, in the order of the alphabet."""
    return tuple(_form(kind, module) for kind in KINDS if (module := _module(kind)) is not None)


def _module(kind: str) -> Any:
    """What `kind` declares; None where staff do not write it on these pages."""
    if not resources.files(f"cards.kinds.{kind}").joinpath("fields.py").is_file():
        return None
    module = import_module(f"cards.kinds.{kind}.fields")
    return module if hasattr(module, "NAME") else None


def _form(kind: str, module: Any) -> KindForm:
    fields: tuple[Declared, ...] = module.FIELDS
    picture = next((field for field in fields if field.name == "picture"), None)
    form = KindForm(
        name=kind,
        title=module.NAME,
        about=module.ABOUT,
        rows=tuple(_row(field) for field in fields if field is not picture),
        read=partial(_read, kind, fields),
        write=partial(_write, fields),
        fresh=lambda _desk: {},
        picture=picture is not None,
        section=getattr(module, "SECTION", "house"),
        told_by_field=True,
    )
    if picture is None:
        return form
    shown = msgspec.structs.replace(
        form, picture_label=picture.label, picture_needed=NEEDED if picture.required else ""
    )
    return msgspec.structs.replace(shown, picture_help=picture.help) if picture.help else shown


def _row(field: Declared) -> tuple[Field, ...] | Group:
    """What one declared field becomes on a page."""
    if field.type == "rows":
        columns = _with_examples(field.columns)
        lines = tuple(
            tuple(_shown(column, f"{field.name}-{number}-{column.name}", number + 1) for column in columns)
            for number in range(field.most)
        )
        return Group(name=field.name, label=field.label, help=field.help, lines=lines)
    common = {"link": LINK, "valid_until": UNTIL}.get(field.name)
    shown = _shown(_with_examples((field,))[0], field.name)
    return (shown if common is None or field.help else msgspec.structs.replace(shown, help=common.help),)


def _with_examples(fields: tuple[Declared, ...]) -> tuple[Declared, ...]:
    """`fields` with a word on how moments are written, where the kind says none."""
    first = next((field.name for field in fields if field.type == "moment"), "")
    day, clock = N_("Day and time: “28 november 18.00”"), N_("A time alone is the same day.")
    return tuple(
        msgspec.structs.replace(field, help=day if field.name == first else clock)
        if field.type == "moment" and not field.help
        else field
        for field in fields
    )


def _shown(field: Declared, name: str, number: int = 0) -> Field:
    choices = field.choices
    if number and choices and choices[0][0]:
        choices = (("", "–"), *choices)  # a row in which nothing was chosen is an empty one
    small = field.type in ("number", "time") or 0 < field.limit <= _LONG // 3
    middle = field.type in ("day", "moment", "choice", "check") or 0 < field.limit <= _LONG
    return Field(
        name=name,
        label=field.label,
        help=field.help if number < 2 else "",
        limit=field.limit,
        type=field.type if field.type in ("area", "check", "choice") else "text",
        choices=choices,
        digits=field.type == "number",
        width="small" if small else "middle" if middle else "large",
        number=number,
    )


def _read(kind: str, fields: tuple[Declared, ...], values: Values, desk: Desk, base: Card | None) -> Reading:
    """A card of `kind`; what is missing is stood in for, for the drawing only."""
    findings: list[Finding] = []
    shape, before = FACTS[kind], base.facts if base else None
    until = base.valid_until if base else None
    whole = Row(shape, desk, findings)
    given: dict[str, Any] = {}
    for field in fields:
        if field.name in OF_EVERY_CARD:
            if field.required and field.name != "picture":  # that one is asked for where pictures are taken in
                findings += needed(values, field.name, NEEDED)
        elif field.type == "rows":
            given[field.name] = _read_rows(field, shape, values, desk, getattr(before, field.name, ()), findings)
        else:
            given[field.name] = read_cell(field, field.name, values, whole)
    if any(field.name == "valid_until" for field in fields):
        until, about = an_end(values, desk, "valid_until") if values.get("valid_until") else (None, [])
        findings += about
    facts = msgspec.structs.replace(before, **given) if before is not None else shape(**given)
    return Reading(facts=facts, text=_text(fields, values, desk, base), valid_until=until, findings=tuple(findings))


def _text(fields: tuple[Declared, ...], values: Values, desk: Desk, base: Card | None) -> Text:
    old = base.text(desk.language) if base else Text(title="")
    asked = {field.name: field for field in fields}
    title = values.get("title", "") if "title" in asked else old.title
    return Text(
        title=title or (TITLE_STAND_IN if "title" in asked and asked["title"].required else ""),
        body=values.get("body", "") if "body" in asked else old.body,
        advice=values.get("advice", "") if "advice" in asked else old.advice,
    )


def _read_rows(
    field: Declared, shape: type, values: Values, desk: Desk, stood: tuple[Any, ...], findings: list[Finding]
) -> tuple[Any, ...]:
    """The rows in which something is written, and those that stood beyond what the form can show."""
    sort = get_type_hints(shape)[field.name].__args__[0]
    left = dict(enumerate(stood[: field.most]))
    found = []
    for number in range(field.most):
        names = {column.name: f"{field.name}-{number}-{column.name}" for column in field.columns}
        if not any(values.get(name) for name in names.values()):
            continue
        row = Row(sort, desk, findings)
        given = {column.name: read_cell(column, names[column.name], values, row) for column in field.columns}
        before = _same_row(given, number, left)
        found.append(sort(**given) if before is None else msgspec.structs.replace(left.pop(before), **given))
    if field.required and not found:
        findings.append(Finding(field=field.name, severity="stop", message=N_("Write at least one row.")))
    if beyond := stood[field.most :]:
        message = N_("The card has more rows than have room here. The last ones, {count}, are kept as they are.")
        places = {"count": str(len(beyond))}
        findings.append(Finding(field=field.name, severity="look", message=message, places=places))
    return (*found, *beyond)


def _same_row(given: dict[str, Any], number: int, left: dict[int, Any]) -> int | None:
    """Which of the rows that stood became this one: the most alike, else the one in its place."""

    def alike(at: int) -> int:
        cells = [name for name, value in given.items() if value and getattr(left[at], name) == value]
        return 2 * len(cells) + (at == number)

    best = max(left, key=alike, default=None)
    return best if best is not None and alike(best) > 0 else None


def _write(fields: tuple[Declared, ...], card: Card, desk: Desk) -> dict[str, str]:
    """The card's own words, back in the fields."""
    text = card.text(desk.language)
    common = {
        "title": text.title,
        "body": text.body,
        "advice": text.advice,
        "sender": card.sender,
        "partner": card.partner,
        "link": write_link(card),
        "valid_until": write_end(card, desk, 0) if card.valid_until else "",
    }
    found = {}
    for field in fields:
        if field.name in OF_EVERY_CARD:
            found[field.name] = common.get(field.name, "")
        elif field.type == "rows":
            found |= _write_rows(field, getattr(card.facts, field.name), desk)
        else:
            found[field.name] = write_cell(field, getattr(card.facts, field.name), desk)
    found.pop("picture", None)
    return found


def _write_rows(field: Declared, stood: tuple[Any, ...], desk: Desk) -> dict[str, str]:
    found = {}
    for number in range(field.most):
        first = None
        for column in field.columns:
            value = getattr(stood[number], column.name) if number < len(stood) else None
            found[f"{field.name}-{number}-{column.name}"] = write_cell(column, value, desk, first)
            if column.type == "moment":
                first = first or value
    return found
