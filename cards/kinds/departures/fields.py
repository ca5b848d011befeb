"""What the form of departures asks for, where they are typed and not fetched."""

from typing import Final

from cards.fields import Field, Section
from foundation.errors import N_

NAME: Final = N_("Departures")
ABOUT: Final = N_("Buses and trains from a stop, where they are typed by hand.")
SECTION: Final[Section] = "lists"
FIELDS: Final = (
    Field(
        name="stop", label=N_("Stop or station"), help=N_("As it is called in the timetable."), required=True, limit=30
    ),
    Field(name="title", label=N_("Headline"), help=N_("Leave it empty and the card names the stop."), limit=40),
    Field(
        name="departures",
        label=N_("Departures"),
        help=N_("In any order. What has left leaves the card by itself."),
        type="rows",
        required=True,
        most=40,
        columns=(
            Field(name="line", label=N_("Line"), required=True, limit=6),
            Field(name="destination", label=N_("To"), required=True, limit=30),
            Field(name="at", label=N_("Leaves"), type="moment", required=True),
            Field(name="expected", label=N_("Now expected"), type="moment"),
            Field(name="platform", label=N_("Platform"), limit=6),
            Field(name="cancelled", label=N_("Cancelled"), type="check"),
        ),
    ),
    Field(name="source", label=N_("Whose data"), help=N_("Such as Trafiklab.se."), limit=30),
    Field(name="sender", label=N_("Sender"), limit=60),
)
