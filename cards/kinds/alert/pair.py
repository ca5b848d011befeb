"""An alert in two languages at once, both on the ground of danger or of the calm after it."""

from cards.kinds.alert.facts import AlertFacts
from cards.kinds.alert.layout import chip_text, look_of, said_of
from cards.kinds.sidebyside import Half, Pair, speaking
from cards.model import Card, Language
from cards.sheet import Sheet


def pair(sheet: Sheet, card: Card, languages: tuple[Language, Language]) -> Pair:
    """The alert at its stage."""
    facts = card.facts
    assert isinstance(facts, AlertFacts)
    look, extra = look_of(sheet, facts), sheet.colours.extra
    first, second = (_half(sheet, card, facts, language) for language in languages)
    stripes = (extra["stripe_dark"], extra["stripe"])
    if facts.exercise:
        stripes = (look.ink, look.ink)
    return Pair(
        halves=(first, second),
        grounds=(look.ground, look.ground),
        ink=look.ink,
        chips=(look.chip, look.chip_ink),
        stripes=stripes if look.edge else None,
        framed=bool(look.edge),
    )


def _half(sheet: Sheet, card: Card, facts: AlertFacts, language: Language) -> Half:
    with speaking(sheet, language):
        said = said_of(sheet, card, facts, language)
        half = sheet.safe.width / 2 - sheet.px(72) if sheet.shape in ("landscape", "bar") else sheet.safe.width
        chip = chip_text(sheet, facts, half)
        return Half(language, chip, said.title, f"{said.body} {said.advice}".strip())
