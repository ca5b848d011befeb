"""What the form of a film asks for."""

from typing import Final

from cards.fields import Field, Section
from foundation.errors import N_

NAME: Final = N_("Film")
ABOUT: Final = N_("A short film in a frame, with its title and captions.")
SECTION: Final[Section] = "media"
FIELDS: Final[tuple[Field, ...]] = (
    Field(name="title", label=N_("What is it called?"), required=True, limit=60),
    Field(
        name="body",
        label=N_("What is it about?"),
        help=N_("Stands under the picture until the film begins; then the captions stand there."),
        type="area",
        limit=110,
    ),
    Field(name="seconds", label=N_("How many seconds long is it?"), type="number", required=True),
    Field(name="captioned", label=N_("It has captions"), type="check"),
    Field(name="silent", label=N_("It has no sound"), type="check"),
    Field(name="sender", label=N_("Who made it?"), limit=40),
    Field(name="link", label=N_("Where can one see it later?")),
    Field(name="picture", label=N_("A still from the film")),
)
