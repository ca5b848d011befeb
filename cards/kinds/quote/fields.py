"""What the form of a quote asks for."""

from typing import Final

from cards.fields import Field, Section
from foundation.errors import N_

NAME: Final = N_("Three questions to a company")
ABOUT: Final = N_("What they said, and what was done with it.")
SECTION: Final[Section] = "dialogue"
FIELDS: Final[tuple[Field, ...]] = (
    Field(
        name="visited",
        label=N_("Whom did you visit?"),
        type="choice",
        required=True,
        choices=(("company", N_("A company")), ("association", N_("An association"))),
    ),
    Field(name="title", label=N_("Headline"), required=True, limit=60),
    Field(
        name="body",
        label=N_("What did they say?"),
        help=N_("Put quotation marks around it where you write a sentence before it."),
        type="area",
        required=True,
        limit=160,
    ),
    Field(name="by", label=N_("Who said it?"), help=N_("A role; a name only where the person has said yes."), limit=40),
    Field(name="advice", label=N_("What was done with it?"), limit=70),
    Field(name="sender", label=N_("Who says this?"), limit=40),
    Field(name="link", label=N_("Read more on the web")),
    Field(name="valid_until", label=N_("Shown until and with"), type="day"),
)
