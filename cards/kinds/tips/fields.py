"""What the form of library tips asks for."""

from typing import Final

from cards.fields import Field, Section
from foundation.errors import N_

NAME: Final = N_("Library tips")
ABOUT: Final = N_("Titles with one reason each.")
SECTION: Final[Section] = "lists"
FIELDS: Final = (
    Field(name="title", label=N_("Headline"), help=N_("Leave it empty and the card says: take one home."), limit=40),
    Field(name="body", label=N_("Line under the headline"), limit=60),
    Field(
        name="tips",
        label=N_("Titles"),
        help=N_("Two or three make a good card."),
        type="rows",
        required=True,
        most=12,
        columns=(
            Field(name="title", label=N_("Title"), required=True, limit=60),
            Field(name="author", label=N_("Author"), limit=50),
            Field(name="why", label=N_("Why"), help=N_("One sentence."), limit=80),
        ),
    ),
    Field(name="sender", label=N_("Sender"), limit=60),
)
