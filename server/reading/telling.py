"""A card as the public pages tell it: what `cards.telling` says, in blocks that stand one after the other."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import groupby
from typing import Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import msgspec

from cards.model import Card, Language
from cards.said import Greeting, Line, Listing, Moment, Pairs, Part, Quote
from cards.telling import told
from cards.words import sentence_case, words

FIRST = "sv"


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is said: under a word, at a `moment` that machines read, or in another language than the rest."""

    text: str
    label: str = ""
    moment: str = ""
    language: str = ""
    direction: str = ""


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """Things of one sort: terms with what belongs to each, lines, a list, or somebody's words and who said them."""

    sort: Literal["terms", "lines", "list", "ordered", "quote"]
    said: tuple[Said, ...]


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A card as text in `language`. `heading` is its headline, else the word in its chip, which then stands alone."""

    language: Language
    direction: str
    chip: str
    heading: str
    blocks: tuple[Block, ...]
    body: str
    advice: str
    sender: str
    empty: bool
    """Whether it says nothing but the day, as a clock does and the town's own card."""


def tell(card: Card, language: Language, now: datetime, zone: ZoneInfo) -> Told:
    """`card` in `language`, else in Swedish, else in the first that it has. `now` is aware."""
    spoken = next((code for code in (language, FIRST, *card.texts) if code in card.texts), language)
    telling = told(card, spoken, now, zone)
    return Told(
        language=telling.language,
        direction="rtl" if telling.right_to_left else "ltr",
        chip=telling.sort if telling.title else "",
        heading=telling.title or telling.sort,
        blocks=tuple(_blocks(telling.facts)),
        body=telling.body,
        advice=telling.advice,
        sender=telling.sender,
        empty=not (telling.sort or telling.body or telling.advice),
    )


def shown_host(url: str) -> str:
    """The host of an address, as people know it; "" for what is no web address."""
    parts = urlsplit(url)
    return (parts.hostname or "").removeprefix("www.") if parts.scheme in ("http", "https") else ""


def _blocks(parts: Iterable[Part]) -> Iterator[Block]:
    for (sort, alone), together in groupby(enumerate(parts), key=lambda part: _sort(*part)):
        del alone  # only keeps two lists from becoming one
        yield Block(sort=sort, said=tuple(one for _at, part in together for one in _said(part)))


def _sort(at: int, part: Part) -> tuple[Literal["terms", "lines", "list", "ordered", "quote"], int]:
    """How a part is shown, and what tells it from its neighbours where they are not one block."""
    match part:
        case Line(label=label) | Moment(label=label):
            return ("terms", 0) if label else ("lines", 0)
        case Greeting():
            return "lines", 0
        case Pairs():
            return "terms", 0
        case Listing(ordered=ordered):
            return ("ordered" if ordered else "list"), at
        case Quote():
            return "quote", at


def _said(part: Part) -> tuple[Said, ...]:
    match part:
        case Line(text=text, label=label):
            return (Said(text=text, label=sentence_case(label)),)
        case Moment(text=text, label=label, start=start):
            return (Said(text=text, label=sentence_case(label), moment=_machine(start)),)
        case Pairs(rows=rows):
            return tuple(Said(text=second, label=sentence_case(first)) for first, second in rows)
        case Listing(items=items):
            return tuple(Said(text=item) for item in items)
        case Quote(text=text, by=by):
            return (Said(text=text, label=by),)
        case Greeting(text=text, language=language):
            return (Said(text=text, language=language, direction=words(language).direction),)


def _machine(moment: datetime | date) -> str:
    return moment.isoformat(timespec="minutes") if isinstance(moment, datetime) else moment.isoformat()
