"""What the form of a meeting that is sent asks for."""

from typing import Final

from cards.fields import Field, Section
from foundation.errors import N_

NAME: Final = N_("Live from a meeting")
ABOUT: Final = N_("A council meeting sent live: when it is, what is talked of, and where one can watch.")
SECTION: Final[Section] = "media"
FIELDS: Final[tuple[Field, ...]] = (
    Field(
        name="title",
        label=N_("What is sent?"),
        help=N_("For example “Direkt från kommunfullmäktige”."),
        required=True,
        limit=60,
    ),
    Field(name="start", label=N_("It begins"), type="moment", required=True),
    Field(name="end", label=N_("It ends"), type="moment"),
    Field(name="place", label=N_("Where do they meet?"), limit=40),
    Field(name="point", label=N_("Point on the agenda"), type="number"),
    Field(name="body", label=N_("What is it about?"), type="area", limit=90),
    Field(
        name="reachable",
        label=N_("The sending works"),
        help=N_("Take the tick away when it does not: the card then says where else one can see it."),
        type="check",
    ),
    Field(name="sender", label=N_("Who sends?"), limit=40),
    Field(name="link", label=N_("Where can one watch?"), required=True),
    Field(name="picture", label=N_("Picture until it begins")),
)
