"""What the form of a status asks for."""

from typing import Final

from cards.fields import Field, Section
from foundation.errors import N_

NAME: Final = N_("Where the questions are")
ABOUT: Final = N_("How many came in, and who has them.")
SECTION: Final[Section] = "dialogue"
FIELDS: Final[tuple[Field, ...]] = (
    Field(name="first", label=N_("Questions from"), type="day", required=True),
    Field(name="last", label=N_("To and with"), type="day", required=True),
    Field(name="answered", label=N_("How many are answered?"), type="number", required=True),
    Field(
        name="waiting",
        label=N_("Where the others are"),
        help=N_("Who has them, and when there is an answer at the latest."),
        type="rows",
        columns=(
            Field(name="department", label=N_("Department"), limit=40),
            Field(name="count", label=N_("How many"), type="number", required=True),
            Field(name="promised", label=N_("Answer at the latest"), type="day"),
        ),
        most=4,
    ),
    Field(
        name="title",
        label=N_("Headline"),
        help=N_("Leave it empty, and the numbers make it: “12 frågor kom in förra veckan”."),
        limit=60,
    ),
    Field(name="sender", label=N_("Who says this?"), limit=40),
    Field(name="link", label=N_("Where one follows a question")),
    Field(name="valid_until", label=N_("Shown until and with"), type="day"),
)
