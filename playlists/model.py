"""Playlists and the manifest: all that one player needs to play alone.

The manifest is what travels from the server to a player, inside a signed envelope (`playlists.envelope`). Unknown
fields are ignored by a reader, an unknown `schema` is refused by it.
"""

from datetime import datetime, time

import msgspec

from cards.model import Card, CardId, Language, Screen, Sha256

SCHEMA = 1
"""The only manifest schema that this version writes and reads."""


class Daypart(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The recurring hours in which something plays: half-open, wall time of the screen's place.

    `weekdays` are 1 (Monday) to 7; an `end` at or before `start` passes midnight and belongs to the day it began.
    """

    start: time
    end: time
    weekdays: tuple[int, ...] = (1, 2, 3, 4, 5, 6, 7)


class Entry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One card in a playlist. It plays `times` in a round (1 to 3), and in every `every`th round only (1 to 4).

    One of `times` and `every` is 1. `dayparts` narrow the hours (none: always), `seconds` overrules the card's own.
    """

    card: CardId
    times: int = 1
    every: int = 1
    dayparts: tuple[Daypart, ...] = ()
    seconds: float | None = None


class Playlist(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An ordered, weighted list of cards, and when it plays. Several that play at once are joined in their order."""

    id: str
    name: str
    entries: tuple[Entry, ...] = ()
    dayparts: tuple[Daypart, ...] = ()
    valid_from: datetime | None = None
    valid_until: datetime | None = None


class Override(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An urgent card that takes the screen over from `since` until `until`, or until a newer manifest drops it."""

    card: CardId
    since: datetime
    until: datetime | None = None


class Lead(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where the loop begins: with `card` at `since`, so that what staff just published stands on the glass at once.

    `card` may be None or gone: then the loop simply begins anew at `since`.
    """

    since: datetime
    card: CardId | None = None


class Asset(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A file that a card needs, by the hash of its bytes, with its exact size in bytes and its media type."""

    sha256: Sha256
    size: int
    media_type: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """All that one player needs to play alone. Newer means greater (epoch, number).

    `issued` and `fresh_until` are the server's times. `revoked` ends the pairing: such a manifest holds nothing else.
    """

    schema: int
    municipality: str
    screen: Screen
    epoch: int
    number: int
    issued: datetime
    fresh_until: datetime
    playlists: tuple[Playlist, ...] = ()
    cards: dict[CardId, Card] = {}
    assets: tuple[Asset, ...] = ()
    override: Override | None = None
    lead: Lead | None = None
    revoked: bool = False


class Showing(msgspec.Struct, frozen=True, kw_only=True):
    """What stands on the glass: a card in a language, from `since` until `until` (exclusive).

    `seconds` is the showing's full nominal length, of which `since` to `until` is what the present schedule gives it.
    `card` is None where the municipality's house card stands, because nothing else may be shown.
    """

    card: CardId | None
    language: Language
    since: datetime
    until: datetime
    seconds: float
