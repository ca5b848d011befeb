"""A pairing card in words: where to go, and what to type or compare."""

from collections.abc import Iterator
from datetime import datetime

from cards.kinds.pairing.facts import PairingFacts
from cards.model import Card, Language
from cards.said import Line, Moment, Part
from cards.words import time_text, words


def sort(card: Card, language: Language, now: datetime) -> str:
    """What the chip says."""
    return words(language).chip_pairing


def said(card: Card, language: Language, now: datetime) -> Iterator[Part]:
    """The check number once the code was entered, as the code has done its work then."""
    facts = card.facts
    assert isinstance(facts, PairingFacts)
    spoken = words(language)
    if facts.check_number:
        yield Line(text=facts.check_number, strong=True)
        yield Line(text=spoken.compare_number)
        return
    yield Line(text=spoken.go_to.format(address=facts.address))
    yield Line(text=facts.code, strong=True)
    expires = facts.expires.astimezone(now.tzinfo)
    yield Moment(text=spoken.code_holds_until.format(time=time_text(expires, language)), start=expires)
