"""How much there is to read on a card, for the rule that decides how long it stands.

Counted from the card's own texts and facts, without fonts and without drawing: server, player and editor get the same
number. Dates and times count as their shortest written form.
"""

from datetime import date, datetime, time
from typing import Final

import msgspec

from cards.emoji import length
from cards.model import Card, Language

_DAY: Final = len("28 november")
_TIME: Final = len("18.00")


def characters(card: Card, language: Language) -> int:
    """How many characters a reader of `language` is shown on `card`."""
    text = card.text(language)
    own = length(text.title) + length(text.body) + length(text.advice)
    if card.kind == "welcome":  # every language stands there at once, and each reader reads one
        own = max((length(other.title) for other in card.texts.values()), default=0)
    address = len(card.link.short) if card.link else 0
    return own + length(card.sender) + length(card.partner) + address + _count(card.facts)


def _count(fact: object) -> int:
    """The characters of one fact: texts by length, days and times by their written form, flags and codes not at all."""
    match fact:
        case str():
            return length(fact)
        case datetime():
            return _DAY + _TIME
        case date():
            return _DAY
        case time():
            return _TIME
        case tuple() | list():
            return sum(_count(part) for part in fact)
        case msgspec.Struct():
            return sum(_count(getattr(fact, name)) for name in fact.__struct_fields__)
        case _:
            return 0
