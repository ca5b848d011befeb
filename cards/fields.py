"""What a kind's form asks for, as data: the editor draws the fields, reads what was typed and makes the card."""

from typing import Literal

import msgspec

FieldType = Literal["text", "area", "check", "day", "time", "moment", "number", "choice", "rows"]


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to fill in.

    `name` is `title`, `body` or `advice` for the card's text, `sender`, `partner`, `link` or `picture` for what every
    card has, else the name of one of the kind's facts. `label` and `help` are English gettext ids. `limit` is in
    characters, 0 for none. A `choice` has `choices` (value and label); `rows` has `columns`, each a field named after
    a field of the struct that the fact holds, and at most `most` rows.
    """

    name: str
    label: str
    help: str = ""
    type: FieldType = "text"
    required: bool = False
    limit: int = 0
    choices: tuple[tuple[str, str], ...] = ()
    columns: tuple["Field", ...] = ()
    most: int = 0
