"""What the form of open posts asks for."""

from typing import Final

from cards.fields import Field, Section
from foundation.errors import N_

NAME: Final = N_("Open posts")
ABOUT: Final = N_("Each with its last day to apply.")
SECTION: Final[Section] = "lists"
FIELDS: Final = (
    Field(name="title", label=N_("Headline"), help=N_("Leave it empty and the card says: work with us."), limit=40),
    Field(name="body", label=N_("Line under the headline"), limit=60),
    Field(
        name="jobs",
        label=N_("Posts"),
        help=N_("In any order. A post leaves the card after its last day."),
        type="rows",
        required=True,
        most=20,
        columns=(
            Field(name="title", label=N_("Post"), required=True, limit=50),
            Field(name="place", label=N_("Where"), limit=40),
            Field(name="extent", label=N_("How much"), help=N_("Such as full time."), limit=20),
            Field(name="last_day", label=N_("Last day to apply"), type="day"),
        ),
    ),
    Field(name="link", label=N_("Where to apply"), help=N_("The address for the QR code.")),
    Field(name="sender", label=N_("Sender"), limit=60),
)
