"""What a form is made of: fields, groups of rows, the writer's desk, and what a kind read from what was typed.

Each kind of card declares its form once (`server.curation.kinds`): its fields in rows, how a card is read from what was
typed, and how a card's own words come back into the fields. A reading always yields a card that can be drawn, with
stand-ins where something is missing; a finding with severity "stop" says that it must not be kept like that.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Literal
from zoneinfo import ZoneInfo

import msgspec

from cards.fields import Section
from cards.kinds.facts import Facts
from cards.model import Card, Language, Text
from foundation.errors import N_
from server.intake.findings import Finding
from server.words import Words

Values = Mapping[str, str]
TITLE_STAND_IN, PLACE_STAND_IN = "Rubrik", "Plats"
"""What a drawing shows where nothing has been written yet, in the language of the cards."""
EMPTY_ROWS = 3
"""Rows of a group that stand ready below those that are filled."""


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """One field. `label`, `row` and `help` are English gettext ids; `limit` is in characters, 0 for none.

    A field of a group belongs to row `number` of it, counted from one, or to one with a name of its own, `row`.
    """

    name: str
    label: str
    help: str = ""
    limit: int = 0
    type: Literal["text", "area", "check", "choice"] = "text"
    rows: int = 2
    choices: tuple[tuple[str, str], ...] = ()
    """Value and gettext id of each thing that can be chosen."""
    digits: bool = False
    """Whether a number is written in it, so that a telephone shows its digits."""
    width: Literal["small", "middle", "large"] = "large"
    """How much room it needs beside its neighbours in a row of a group."""
    number: int = 0
    row: str = ""

    def called(self, words: Words) -> str:
        """Its label in the reader's language, with the row that it belongs to: "Svar 2", "Måndag öppnar"."""
        label = words.gettext(self.label)
        if self.row:
            return f"{words.gettext(self.row)} {label[:1].lower()}{label[1:]}"
        return f"{label} {self.number}" if self.number else label

    def told(self, value: str, words: Words) -> str:
        """`value` as a reader says it: of a choice what it is called."""
        return words.gettext(dict(self.choices).get(value, "")) if self.choices else value


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """Rows of fields under one legend. `label` and `help` are English gettext ids; rows with names all stand there."""

    name: str
    label: str
    help: str = ""
    lines: tuple[tuple[Field, ...], ...]

    def shown(self, values: Values, at_least: int = 0) -> tuple[tuple[Field, ...], ...]:
        """The rows that a page shows: `at_least` so many, up to the last that is filled, and EMPTY_ROWS more."""
        if any(field.row for field in self.lines[0]):
            return self.lines
        filled = [at for at, line in enumerate(self.lines, 1) if any(values.get(field.name) for field in line)]
        return self.lines[: max(max(filled, default=0) + EMPTY_ROWS, at_least)]

    def filled(self, values: Values) -> bool:
        """Tell whether anything is written in any row."""
        return any(values.get(field.name) for line in self.lines for field in line)


class Fold(msgspec.Struct, frozen=True, kw_only=True):
    """Rows that few cards need, folded away until something is written in them. `label` is an English gettext id."""

    label: str
    folded: tuple[tuple[Field, ...], ...]

    def open(self, values: Values, findings: Iterable[Finding]) -> bool:
        """Tell whether there is something in it that must be seen."""
        names = {field.name for line in self.folded for field in line}
        return any(values.get(name) for name in names) or any(finding.field in names for finding in findings)


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
    others: Mapping[Language, Text | None] = {}
    """Texts in other languages than the writer's, where the form asks for them; None takes one away."""
    valid_until: datetime | None = None
    findings: tuple[Finding, ...] = ()


class KindForm(msgspec.Struct, frozen=True, kw_only=True):
    """The form of one kind. `name` is the kind's; `title`, `about` and those of the picture are English gettext ids."""

    name: str
    title: str
    about: str
    rows: tuple[tuple[Field, ...] | Group | Fold, ...]
    read: Callable[[Values, Desk, Card | None], Reading]
    write: Callable[[Card, Desk], dict[str, str]]
    fresh: Callable[[Desk], dict[str, str]]
    picture: bool = True
    picture_label: str = N_("Picture")
    picture_needed: str = ""
    """What is said where the kind says nothing without a picture and there is none; an English gettext id."""
    picture_help: str = N_("No picture chosen. Torget draws one.")
    section: Section = "everyday"
    told_by_field: bool = False
    """Whether a history names what differs by the fields of the form, as its facts have no names of their own there."""

    @property
    def fields(self) -> tuple[Field, ...]:
        """All fields, in their order, those of every row of every group too."""
        return tuple(field for row in self.rows for line in _lines_of(row) for field in line)

    @property
    def groups(self) -> tuple[Group, ...]:
        """Its groups of rows."""
        return tuple(row for row in self.rows if isinstance(row, Group))


def _lines_of(row: tuple[Field, ...] | Group | Fold) -> tuple[tuple[Field, ...], ...]:
    if isinstance(row, Group):
        return row.lines
    return row.folded if isinstance(row, Fold) else (row,)


TITLE = Field(name="title", label=N_("Headline"), limit=60)
UNTIL = Field(name="until", label=N_("Shown until and with"), help=N_("Then the card takes itself down."))
LINK = Field(name="link", label=N_("Read more on the web"), help=N_("Becomes a QR code and an address to type."))
