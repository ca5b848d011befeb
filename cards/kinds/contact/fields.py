"""What the form of a person to turn to asks for."""

from typing import Final

from cards.fields import Field, Section
from foundation.errors import N_

_DAYS: Final = tuple(
    (str(number), name)
    for number, name in enumerate(
        (N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"))
    )
)

NAME: Final = N_("A person to turn to")
ABOUT: Final = N_("Who answers, and how and when one reaches them.")
SECTION: Final[Section] = "house"
FIELDS: Final[tuple[Field, ...]] = (
    Field(
        name="title",
        label=N_("What can one ask about?"),
        help=N_("A headline: “Ska du bygga? Fråga Saga först”."),
        required=True,
        limit=60,
    ),
    Field(
        name="name",
        label=N_("Who answers?"),
        help=N_("A name, if the person has said yes, or a role."),
        required=True,
        limit=40,
    ),
    Field(name="role", label=N_("Role"), limit=50),
    Field(name="phone", label=N_("Telephone"), limit=20),
    Field(name="email", label=N_("E-mail"), limit=60),
    Field(name="place", label=N_("Where one finds them"), limit=40),
    Field(
        name="hours",
        label=N_("When"),
        type="rows",
        columns=(
            Field(name="first", label=N_("From"), type="choice", required=True, choices=_DAYS),
            Field(name="last", label=N_("To and with"), type="choice", required=True, choices=_DAYS),
            Field(name="opens", label=N_("Opens"), type="time", required=True),
            Field(name="closes", label=N_("Closes"), type="time", required=True),
        ),
        most=3,
    ),
    Field(name="body", label=N_("Something more?"), limit=90),
    Field(name="picture", label=N_("Picture"), help=N_("Without one, the initials are drawn.")),
    Field(name="sender", label=N_("Who says this?"), limit=40),
    Field(name="link", label=N_("Read more on the web")),
)
