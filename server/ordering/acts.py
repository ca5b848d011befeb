"""What staff do with a playlist. Each act is one transaction, remembered so that it can be undone, and published."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy.orm import Session

from foundation.errors import N_, TorgetError
from server import history
from server.access.actors import Actor
from server.curation.placing import end_of
from server.publishing.publish import changed
from server.storage.models import HistoryRow, PlaylistEntry, PlaylistScreen, StoredPlaylist

WEIGHTS = {
    "1": (1, 1),
    "2": (2, 1),
    "3": (3, 1),
    "every2": (1, 2),
    "every3": (1, 3),
    "every4": (1, 4),
}
"""How often a card comes, as (times, every)."""


class NoSuchEntryError(TorgetError):
    say = N_("That place in the playlist is not there any more. Look at the list, and try again.")


def weight_of(entry: PlaylistEntry) -> str:
    """The name of the entry's weight."""
    return next((name for name, weight in WEIGHTS.items() if weight == (entry.times, entry.every)), "1")


def ordered(playlist: StoredPlaylist) -> list[PlaylistEntry]:
    """The entries in their order."""
    return sorted(playlist.entries, key=lambda entry: (entry.position, entry.id))


def act(
    session: Session,
    actor: Actor,
    playlist: StoredPlaylist,
    action: str,
    change: Callable[[StoredPlaylist], None],
    now: datetime,
    lead: str | None = None,
) -> HistoryRow | None:
    """Do `change`, remember it as `action`, and publish. None where it changed nothing: there is nothing to undo."""
    before = history.snapshot(session, playlist)
    change(playlist)
    session.flush()
    if bytes(history.snapshot(session, playlist)) == bytes(before):
        return None
    row = history.record(session, actor, action, playlist, before, now)
    changed(session, lead, now)
    session.flush()
    return row


def mover(entry_id: int, down: bool) -> Callable[[StoredPlaylist], None]:
    """One step up or down; at the end of the list nothing moves."""

    def move(playlist: StoredPlaylist) -> None:
        entries = ordered(playlist)
        place = entries.index(_entry(playlist, entry_id))
        other = place + (1 if down else -1)
        if 0 <= other < len(entries):
            entries[place], entries[other] = entries[other], entries[place]
            for position, entry in enumerate(entries):
                entry.position = position

    return move


def weigher(entry_id: int, weight: str) -> Callable[[StoredPlaylist], None]:
    """Let a card come as often as `weight` says."""

    def weigh(playlist: StoredPlaylist) -> None:
        entry = _entry(playlist, entry_id)
        entry.times, entry.every = WEIGHTS.get(weight, (1, 1))

    return weigh


def remover(entry_id: int) -> Callable[[StoredPlaylist], None]:
    """Take a card out of the playlist; the card itself stays."""

    def remove(playlist: StoredPlaylist) -> None:
        playlist.entries.remove(_entry(playlist, entry_id))

    return remove


def adder(card_id: str) -> Callable[[StoredPlaylist], None]:
    """Put a card at the end of the playlist."""

    def add(playlist: StoredPlaylist) -> None:
        playlist.entries.append(PlaylistEntry(card_id=card_id, position=end_of(playlist)))

    return add


def screens_setter(wanted: frozenset[str]) -> Callable[[StoredPlaylist], None]:
    """Let the playlist play on exactly these screens."""

    def reach(playlist: StoredPlaylist) -> None:
        kept = {link.screen_id for link in playlist.screens} & wanted
        playlist.screens = [link for link in playlist.screens if link.screen_id in kept]
        playlist.screens += [PlaylistScreen(screen_id=screen, position=1) for screen in sorted(wanted - kept)]

    return reach


def _entry(playlist: StoredPlaylist, entry_id: int) -> PlaylistEntry:
    found = next((entry for entry in playlist.entries if entry.id == entry_id), None)
    if found is None:
        raise NoSuchEntryError(f"no entry {entry_id} in {playlist.id}")
    return found
