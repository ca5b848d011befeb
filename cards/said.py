"""A card as structured text: what its picture says, for whoever hears it, reads it large, or gets it by mail.

Each kind says its facts in its own `said.py`, as parts in the order in which they are read; headline, text, picture,
sender and link are the same for all and are said here. `cards.alt` makes one paragraph of it, `cards.twin` HTML.
"""

from datetime import date, datetime

import msgspec


class Line(msgspec.Struct, frozen=True, kw_only=True, tag="line"):
    """A sentence or a phrase. `strong`: what a glance should find."""

    text: str
    strong: bool = False


class Moment(msgspec.Struct, frozen=True, kw_only=True, tag="moment"):
    """A time in words, with what it means to a machine."""

    text: str
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


Part = Line | Moment | Listing | Pairs | Quote
"""What a kind's `said(card, language, now) -> Iterable[Part]` gives; `now` is aware, in the screen's zone."""
