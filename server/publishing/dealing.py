"""A list too long for a screen stands there as several cards, one after the other in the loop."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import lru_cache

import msgspec

from cards.model import Card, Screen
from cards.splitting import split, splits
from cards.themes import worn
from playlists.model import Entry, Playlist

_STEP_MINUTES = 10
"""How exactly the moment counts. Rows that pass leave the glass by themselves; here they only decide the dealing."""


def dealt(
    cards: Mapping[str, Card], playlists: tuple[Playlist, ...], screen: Screen, now: datetime
) -> tuple[dict[str, Card], tuple[Playlist, ...]]:
    """`cards` and `playlists` with every list that `screen` has no room for dealt out over cards of its own.

    A list one of whose parts would take another card's name stays one card, and tells what it can.
    """
    found, followed = dict(cards), dict[str, tuple[str, ...]]()
    moment = now.replace(minute=now.minute - now.minute % _STEP_MINUTES, second=0, microsecond=0)
    for card in cards.values():
        if not splits(card.kind):
            continue
        first, *others = _parts(msgspec.json.encode(card), msgspec.json.encode(screen), moment)
        if others and not any(part.id in cards for part in others):
            found |= {part.id: part for part in (first, *others)}
            followed[card.id] = tuple(part.id for part in others)
    return found, tuple(
        msgspec.structs.replace(playlist, entries=tuple(_entries(playlist, followed))) for playlist in playlists
    )


@lru_cache(maxsize=256)
def _parts(card: bytes, screen: bytes, now: datetime) -> tuple[Card, ...]:
    """The parts, kept: laying out a list takes longer than all else that a publication does."""
    on = msgspec.json.decode(screen, type=Screen)
    return split(msgspec.json.decode(card, type=Card), on, worn(on), now)


def _entries(playlist: Playlist, followed: Mapping[str, tuple[str, ...]]) -> Iterator[Entry]:
    for entry in playlist.entries:
        yield entry
        for part in followed.get(entry.card, ()):
            yield msgspec.structs.replace(entry, card=part)
