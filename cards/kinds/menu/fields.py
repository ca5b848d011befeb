"""What the form of a menu asks for."""

from typing import Final

from cards.fields import Field, Section
from foundation.errors import N_

NAME: Final = N_("Lunch")
ABOUT: Final = N_("The dishes of the day or of the week.")
SECTION: Final[Section] = "house"
FIELDS: Final[tuple[Field, ...]] = (
    Field(name="place", label=N_("Where is it served?"), limit=40),
    Field(name="hours", label=N_("Served"), help=N_("As one says it: 11–13.30"), limit=30),
    Field(
        name="days",
        label=N_("Days"),
        help=N_("The dishes one a line, the main one first. A day that has been leaves the card by itself."),
        type="rows",
        required=True,
        most=10,
        columns=(
            Field(name="day", label=N_("Day"), type="day", required=True),
            Field(
                name="dishes",
                label=N_("Dishes"),
                type="area",
                required=True,
                limit=160,
            ),
        ),
    ),
    Field(
        name="body", label=N_("One sentence more"), help=N_("Never a promise about allergies: “Fråga köket”."), limit=90
    ),
    Field(name="sender", label=N_("Who cooks?"), limit=40),
    Field(name="link", label=N_("Read more on the web")),
)
