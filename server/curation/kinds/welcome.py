"""The form of a welcome: one greeting in each language. A language that is left empty does not stand on the card."""

from cards.kinds.phrases import phrase
from cards.kinds.welcome.facts import WelcomeFacts
from cards.model import Card, Text
from cards.words import LANGUAGES
from foundation.errors import N_
from server.curation.fields import TITLE_STAND_IN, Desk, Field, KindForm, Reading, Values
from server.curation.written import needed

LIMIT = 40
LABELS = {
    "sv": N_("In Swedish"),
    "fi": N_("In Finnish"),
    "fit": N_("In Meänkieli"),
    "se": N_("In Northern Sámi"),
    "en": N_("In English"),
    "ar": N_("In Arabic"),
    "uk": N_("In Ukrainian"),
}
ROWS = tuple((Field(name=language, label=LABELS[language], limit=LIMIT),) for language in LANGUAGES)


def read(values: Values, desk: Desk, base: Card | None) -> Reading:
    """A welcome; the card's own language cannot be without."""
    old = {language: base.texts.get(language, Text(title="")) if base else Text(title="") for language in LANGUAGES}
    texts = {
        language: Text(title=title, body=old[language].body, advice=old[language].advice)
        for language in LANGUAGES
        if (title := values.get(language, ""))
    }
    return Reading(
        facts=base.facts if base else WelcomeFacts(),
        text=texts.get(desk.language, Text(title=TITLE_STAND_IN)),
        others={language: texts.get(language) for language in LANGUAGES if language != desk.language},
        valid_until=base.valid_until if base else None,
        findings=tuple(needed(values, desk.language, N_("Write the greeting in Swedish too."))),
    )


def write(card: Card, _desk: Desk) -> dict[str, str]:
    """The greetings, back in the fields."""
    return {language: card.texts[language].title if language in card.texts else "" for language in LANGUAGES}


def fresh(_desk: Desk) -> dict[str, str]:
    """Each language's own word of welcome."""
    return {language: phrase("welcome", "chip", language) for language in LANGUAGES}


FORM = KindForm(
    name="welcome",
    title=N_("Welcome"),
    about=N_("A greeting in every language, all the same size."),
    rows=ROWS,
    read=read,
    write=write,
    fresh=fresh,
    picture=False,
    section="house",
)
