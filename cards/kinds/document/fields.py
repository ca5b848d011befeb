"""What the form of a document asks for."""

from typing import Final

from cards.fields import Field, Section
from foundation.errors import N_

NAME: Final = N_("Document")
ABOUT: Final = N_("A page of a document, with a code that leads to all of it.")
SECTION: Final[Section] = "media"
FIELDS: Final[tuple[Field, ...]] = (
    Field(name="title", label=N_("What is the document called?"), required=True, limit=60),
    Field(name="body", label=N_("What does it say?"), help=N_("The one thing to know."), type="area", limit=110),
    Field(name="picture", label=N_("The page as a picture"), required=True),
    Field(name="page", label=N_("Page"), type="number"),
    Field(name="pages", label=N_("Of how many pages"), type="number"),
    Field(name="day", label=N_("The document's day"), type="day"),
    Field(name="sender", label=N_("Who wrote it?"), limit=40),
    Field(name="link", label=N_("Where the whole document can be read"), required=True),
)
