"""What the form of a result asks for."""

from typing import Final

from cards.fields import Field, Section
from foundation.errors import N_

NAME: Final = N_("What the answers said")
ABOUT: Final = N_("How they fell, and what you will do about it.")
SECTION: Final[Section] = "dialogue"
FIELDS: Final[tuple[Field, ...]] = (
    Field(
        name="title",
        label=N_("What did you find?"),
        help=N_("One sentence that tells it: “Flest saknar en toalett”."),
        required=True,
        limit=60,
    ),
    Field(
        name="about", label=N_("What was the question about?"), help=N_("As after “frågan om”: badplatsen"), limit=40
    ),
    Field(
        name="options",
        label=N_("How the answers fell"),
        help=N_("The three most chosen stand on the screen, all of them on the page."),
        type="rows",
        columns=(
            Field(name="label", label=N_("Answer"), required=True, limit=40),
            Field(name="votes", label=N_("How many"), type="number", required=True),
        ),
        most=12,
    ),
    Field(
        name="answers",
        label=N_("How many answered"),
        help=N_("Leave it empty where each chose one answer: then they are counted."),
        type="number",
    ),
    Field(
        name="body",
        label=N_("What will you do?"),
        help=N_("What happens now, in one sentence."),
        required=True,
        limit=120,
    ),
    Field(name="promised", label=N_("When is it done?"), type="day"),
    Field(name="advice", label=N_("And the rest?"), help=N_("What about the other wishes?"), limit=60),
    Field(name="done", label=N_("It is done now"), type="check"),
    Field(name="sender", label=N_("Who says this?"), limit=40),
    Field(name="link", label=N_("Read more on the web")),
    Field(name="valid_until", label=N_("Shown until and with"), type="day"),
)
