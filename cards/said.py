"""A card as structured text: what its picture says, for whoever hears it, reads it large, or gets it by mail.

Each kind says its facts in its own `said.py`, as parts in the order in which they are read; headline, text, picture,
sender and link are the same for all and are put around them by `cards.telling`. `cards.alt` makes one paragraph of it
and `cards.twin` HTML.
"""

from datetime import date, datetime

import msgspec


class Line(msgspec.Struct, frozen=True, kw_only=True, tag="line"):
    """A sentence or a phrase, with the word that it stands under on a page: "Var". An empty one is not there.

    `strong`: what a glance should find.
    """

    text: str
    label: str = ""
    strong: bool = False


class Moment(msgspec.Struct, frozen=True, kw_only=True, tag="moment"):
    """A time in words, with what it means to a machine."""

    text: str
    label: str = ""
    start: datetime | date
    end: datetime | date | None = None


class Listing(msgspec.Struct, frozen=True, kw_only=True, tag="listing"):
    """Things of one sort. `ordered` where their order means something."""

    items: tuple[str, ...]
    ordered: bool = False


class Pairs(msgspec.Struct, frozen=True, kw_only=True, tag="pairs"):
    """What belongs to what: a day and its hours, a place and who speaks there."""

    rows: tuple[tuple[str, str], ...]


class Quote(msgspec.Struct, frozen=True, kw_only=True, tag="quote"):
    """Somebody's own words, and who said them."""

    text: str
    by: str = ""


class Greeting(msgspec.Struct, frozen=True, kw_only=True, tag="greeting"):
    """A phrase in another language than the rest."""

    text: str
    language: str


Part = Line | Moment | Listing | Pairs | Quote | Greeting
"""What a kind's `said(card, language, now) -> Iterable[Part]` gives; `now` is aware, in the screen's zone.

Beside it a kind may have `sort(card, language, now) -> str`, the word in its chip; without it that is the kind's own
phrase "chip".
"""
