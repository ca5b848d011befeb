"""A pairing card in words: where to go, and what to type or compare."""

from collections.abc import Iterator
from datetime import datetime

from cards.kinds.pairing.facts import PairingFacts
from cards.kinds.phrases import phrase
from cards.model import Card, Language
from cards.said import Line, Moment, Part
from cards.words import time_text


def said(card: Card, language: Language, now: datetime) -> Iterator[Part]:
    """The check number once the code was entered, as the code has done its work then."""
    facts = card.facts
    assert isinstance(facts, PairingFacts)
    if facts.check_number:
        yield Line(text=facts.check_number, strong=True)
        yield Line(text=phrase(card.kind, "compare_number", language))
        return
    yield Line(text=phrase(card.kind, "go_to", language).format(address=facts.address))
    yield Line(text=facts.code, strong=True)
    expires = facts.expires.astimezone(now.tzinfo)
    until = phrase(card.kind, "code_holds_until", language).format(time=time_text(expires, language))
    yield Moment(text=until, start=expires)
