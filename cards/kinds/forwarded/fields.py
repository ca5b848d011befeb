"""What the form of a question that was passed on asks for."""

from typing import Final

from cards.fields import Field
from foundation.errors import N_

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
)
