"""What a kind's form asks for, as data: the editor draws the fields, reads what was typed and makes the card.

A kind's `fields.py` holds FIELDS, and what the page says on which one chooses a kind: NAME and ABOUT, English gettext
ids, and SECTION. Adding the file is all it takes for staff to be able to write the kind.
"""

from typing import Literal

import msgspec

FieldType = Literal["text", "area", "check", "day", "time", "moment", "number", "choice", "rows"]
Section = Literal["everyday", "dialogue", "lists", "house", "media"]
"""Where a kind stands among those that one can choose: what is written most days, what comes of the dialogue, several
things on one card, about a house and who is there, moving pictures and documents."""


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to fill in.

    `name` is `title`, `body` or `advice` for the card's text, `sender`, `partner`, `link`, `picture` or `valid_until`
    (the last day on which it is shown) for what every card has, else the name of one of the kind's facts. `label` and
    `help` are English gettext ids. `limit` is in characters, 0 for none. A `choice` has `choices` (value and label);
    `rows` has `columns`, each a field named after a field of the struct that the fact holds, and at most `most` rows.
    An `area` may hold a fact that is a tuple of texts: one a line.
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
