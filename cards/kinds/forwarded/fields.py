"""What the form of a question that was passed on asks for."""

from typing import Final

from cards.fields import Field, Section
from foundation.errors import N_

NAME: Final = N_("A question on its way")
ABOUT: Final = N_("Who has it now, and when there is an answer.")
SECTION: Final[Section] = "dialogue"
FIELDS: Final[tuple[Field, ...]] = (
    Field(
        name="title",
        label=N_("The question"),
        help=N_("As it was asked, shortened, and never with a name."),
        type="area",
        required=True,
        limit=90,
    ),
    Field(
        name="department",
        label=N_("Who has it?"),
        help=N_("A department, or somebody outside."),
        required=True,
        limit=40,
    ),
    Field(name="role", label=N_("Who there answers?"), help=N_("A role, never a person's name."), limit=40),
    Field(name="asked", label=N_("When did it come in?"), type="day", required=True),
    Field(name="since", label=N_("When was it passed on?"), type="day"),
    Field(name="promised", label=N_("Answer at the latest"), type="day"),
    Field(name="body", label=N_("Why was it passed on?"), help=N_("One sentence, where it needs one."), limit=90),
    Field(name="sender", label=N_("Who says this?"), limit=40),
    Field(name="link", label=N_("Where one follows a question")),
    Field(name="valid_until", label=N_("Shown until and with"), type="day"),
)
