"""A whole card in the order in which it is read aloud: its sort, its headline, its facts, its text, its sender."""

from collections.abc import Callable, Iterable
from datetime import datetime
from importlib import import_module
from typing import NamedTuple, cast
from zoneinfo import ZoneInfo

from cards.kinds.declared import declared
from cards.kinds.phrases import phrase
from cards.model import Card, Language, Link
from cards.said import Greeting, Line, Listing, Pairs, Part, Quote
from cards.words import words


class Telling(NamedTuple):
    """What a card says in one language. `picture` is what its picture shows, "" where it has none or nobody said."""

    language: Language
    right_to_left: bool
    sort: str
    title: str
    facts: tuple[Part, ...]
    body: str
    advice: str
    picture: str
    sender: str
    link: Link | None


def told(card: Card, language: Language, now: datetime, zone: ZoneInfo) -> Telling:
    """`card` in `language`, or in the first that it has. `now` is aware; all times are told in `zone`."""
    chosen = language if language in card.texts or not card.texts else next(iter(card.texts))
    local, text = now.astimezone(zone), card.text(chosen)
    said = import_module(f"cards.kinds.{card.kind}.said")
    sort = cast(Callable[[Card, Language, datetime], str], getattr(said, "sort", _chip))
    facts = cast(Iterable[Part], said.said(card, chosen, local))
    sender = card.sender
    if card.partner:
        sender = f"{sender} {words(chosen).in_cooperation_with.format(partner=card.partner)}".strip()
    return Telling(
        language=chosen,
        right_to_left=words(chosen).right_to_left,
        sort=sort(card, chosen, local),
        title=text.title.strip(),
        facts=tuple(part for part in facts if _says(part)),
        body=text.body.strip(),
        advice=text.advice.strip(),
        picture=card.picture.alt if card.picture else "",
        sender=sender,
        link=card.link,
    )


def _chip(card: Card, language: Language, _now: datetime) -> str:
    """The kind's own word for itself; a kind without a chip has none."""
    return phrase(card.kind, "chip", language) if "chip" in declared(card.kind).words.get("sv", {}) else ""


def _says(part: Part) -> bool:
    match part:
        case Listing(items=items):
            return bool(items)
        case Pairs(rows=rows):
            return bool(rows)
        case Line(text=text) | Quote(text=text) | Greeting(text=text):
            return bool(text.strip())
        case _:
            return True
