"""What people wrote on a card, which words of it are names, and the card as it is set when somebody shouted."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

import msgspec

from cards.model import Card, Language, Screen, Text
from cards.words import calm, names_in

_NAMED: Final = ("place", "area", "areas", "department", "rooms", "name", "who", "by")
"""Facts that are names of places, of people's offices and of houses."""


def strings_of(card: Card) -> Iterator[str]:
    """Every text on `card` that somebody wrote: in all languages, its sender and partner, and what its facts hold."""
    for text in card.texts.values():
        yield from (text.title, text.body, text.advice)
    yield from (card.sender, card.partner)
    yield from _strings(msgspec.to_builtins(card.facts))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _strings(inner)


def proper_names(card: Card, screen: Screen) -> frozenset[str]:
    """The words that are never parted: of the sender, the partner, places and the municipality."""
    facts = msgspec.to_builtins(card.facts)
    places = [text for field in _NAMED for text in _strings(facts.get(field, ""))]
    return _names((card.sender, card.partner, screen.place, *screen.municipality.names.values(), *places))


@lru_cache(maxsize=256)
def _names(texts: tuple[str, ...]) -> frozenset[str]:
    return names_in(texts)


def calmed(card: Card, screen: Screen, language: Language) -> Card:
    """`card` with what is in capitals in `language` set as sentences; names are those that it and the screen know."""
    text = card.text(language)
    names = proper_names(card, screen) | _names((text.title, text.body, text.advice))
    fields = (text.title, text.body, text.advice)
    quiet = tuple(calm(field, language, names) for field in fields)
    if quiet == fields:
        return card
    own = language if language in card.texts else next(iter(card.texts), language)
    whole = Text(title=quiet[0], body=quiet[1], advice=quiet[2])
    return msgspec.structs.replace(card, texts={**card.texts, own: whole})
