"""Starter playlists: what a new place begins with, so that nobody begins with an empty list.

The YAML files in `playlists/starters` are data; this is their shape. The server reads them, makes playlists of them,
and from then on they are the staff's own. An entry names a kind of card rather than a card: it stands for all the
place's approved cards of that kind, the soonest first.
"""

from datetime import time

import msgspec

from playlists.model import Daypart


class StarterEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All approved cards of `kind`, at most `most` of them, with the weights and hours of `playlists.model.Entry`."""

    kind: str
    most: int = 6
    times: int = 1
    every: int = 1
    dayparts: tuple[Daypart, ...] = ()


class StarterPlaylist(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One playlist. `name` is in Swedish, as it will stand in the staff's list."""

    name: str
    entries: tuple[StarterEntry, ...]
    dayparts: tuple[Daypart, ...] = ()


class Starter(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All that a place of one sort begins with.

    A round should take `round_least_s` to `round_most_s`: as long as people stay where the screen hangs.
    """

    name: str
    about: str
    opens: time
    closes: time
    round_least_s: int
    round_most_s: int
    playlists: tuple[StarterPlaylist, ...]
