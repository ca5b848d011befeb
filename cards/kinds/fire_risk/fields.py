"""What the form of a fire risk asks for."""

from typing import Final

from cards.fields import Field, Section
from foundation.errors import N_

NAME: Final = N_("Fire risk")
ABOUT: Final = N_("How large the risk of fire is in forest and field, and whether fires are banned.")
_LEVELS: Final = (
    ("1", N_("1, very low")),
    ("2", N_("2, low")),
    ("3", N_("3, moderate")),
    ("4", N_("4, high")),
    ("5", N_("5, very high")),
    ("6", N_("6, extreme (5E)")),
)
SECTION: Final[Section] = "everyday"
FIELDS: Final[tuple[Field, ...]] = (
    Field(name="level", label=N_("Level"), type="choice", required=True, choices=_LEVELS),
    Field(name="area", label=N_("Where?"), required=True, limit=40),
    Field(name="day", label=N_("Which day?"), type="day", required=True),
    Field(name="ban", label=N_("Making a fire outdoors is banned"), type="check"),
    Field(
        name="strict",
        label=N_("The ban covers grills too"),
        help=N_("A strict ban: also at places that are made for fires."),
        type="check",
    ),
    Field(name="since", label=N_("The ban begins"), type="day"),
    Field(name="until", label=N_("The last day of the ban"), type="day"),
    Field(
        name="body",
        label=N_("What should people do?"),
        help=N_("Left empty, the card gives the advice that belongs to the level."),
        type="area",
        limit=110,
    ),
    Field(name="source", label=N_("Who measured it?"), limit=30),
    Field(name="sender", label=N_("Who says it?"), limit=40),
    Field(name="link", label=N_("Read more on the web")),
)
