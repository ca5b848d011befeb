"""What the form of an agenda asks for."""

from typing import Final

from cards.fields import Field, Section
from foundation.errors import N_

NAME: Final = N_("Calendar")
ABOUT: Final = N_("Several events on one card, each with its day.")
SECTION: Final[Section] = "lists"
FIELDS: Final = (
    Field(
        name="title",
        label=N_("Headline"),
        help=N_("Leave it empty and the card says what is on this week."),
        limit=60,
    ),
    Field(
        name="events",
        label=N_("Events"),
        help=N_("In any order. What is over leaves the card by itself."),
        type="rows",
        required=True,
        most=20,
        columns=(
            Field(name="start", label=N_("Begins"), type="moment", required=True),
            Field(name="end", label=N_("Ends"), type="moment"),
            Field(name="title", label=N_("What"), required=True, limit=60),
            Field(name="place", label=N_("Where"), limit=60),
            Field(name="cancelled", label=N_("Cancelled"), type="check"),
        ),
    ),
    Field(name="sender", label=N_("Sender"), limit=60),
)
