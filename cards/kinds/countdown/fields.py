"""What the form of a countdown asks for."""

from typing import Final

from cards.fields import Field, Section
from foundation.errors import N_

NAME: Final = N_("Countdown")
ABOUT: Final = N_("The days until something that people look forward to.")
SECTION: Final[Section] = "everyday"
FIELDS: Final[tuple[Field, ...]] = (
    Field(name="title", label=N_("What are we waiting for?"), required=True, limit=60),
    Field(name="at", label=N_("When does it begin?"), type="moment", required=True),
    Field(name="place", label=N_("Place"), limit=40),
    Field(name="body", label=N_("One sentence more"), type="area", limit=90),
    Field(name="sender", label=N_("Who invites?"), limit=40),
    Field(name="link", label=N_("Read more on the web")),
)
