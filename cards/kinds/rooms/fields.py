"""What the form of a room board asks for, where bookings are typed and not fetched."""

from typing import Final

from cards.fields import Field, Section
from foundation.errors import N_

NAME: Final = N_("What is on in the house")
ABOUT: Final = N_("Who is in which room, and the way there.")
SECTION: Final[Section] = "house"
FIELDS: Final = (
    Field(name="house", label=N_("House"), help=N_("Where the screen hangs, such as the town hall."), limit=40),
    Field(
        name="title",
        label=N_("Headline"),
        help=N_("Leave it empty and the card says what is on in the house."),
        limit=40,
    ),
    Field(
        name="bookings",
        label=N_("Bookings"),
        help=N_("Of any day: the card shows today's, until each is over."),
        type="rows",
        required=True,
        most=40,
        columns=(
            Field(name="start", label=N_("Begins"), type="moment", required=True),
            Field(name="end", label=N_("Ends"), type="moment", required=True),
            Field(name="title", label=N_("What"), required=True, limit=50),
            Field(name="who", label=N_("Who"), limit=40),
            Field(name="room", label=N_("Room"), required=True, limit=30),
            Field(
                name="way",
                label=N_("Way from the screen"),
                type="choice",
                choices=(
                    ("", N_("Not told")),
                    ("left", N_("To the left")),
                    ("right", N_("To the right")),
                    ("ahead", N_("Straight ahead")),
                    ("up", N_("Up the stairs")),
                    ("down", N_("Down the stairs")),
                ),
            ),
            Field(name="floor", label=N_("Floor"), help=N_("As on its sign."), limit=10),
            Field(name="cancelled", label=N_("Cancelled"), type="check"),
        ),
    ),
    Field(name="sender", label=N_("Sender"), limit=60),
)
