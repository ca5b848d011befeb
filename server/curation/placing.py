"""On which screens a card stands: staff choose screens, playlists carry the card there.

A card is put into a playlist whose every screen was chosen, the widest first. A screen for which there is none gets a
playlist of its own, named like the screen, so that a choice never reaches a screen that was not made. An event whose
screens nobody chose is gathered by collections; once somebody chooses, no collection takes it in any more.
"""

from collections.abc import Collection as Several
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.screens.naming import called
from server.storage.models import (
    Collection,
    PlacedCard,
    PlaylistEntry,
    PlaylistScreen,
    StoredCard,
    StoredPlaylist,
    StoredScreen,
)

EVENT = "event"


def screens_with(session: Session, card_id: str) -> frozenset[str]:
    """The screens on which a playlist names the card."""
    found = session.scalars(
        select(PlaylistScreen.screen_id)
        .join(PlaylistEntry, PlaylistEntry.playlist_id == PlaylistScreen.playlist_id)
        .where(PlaylistEntry.card_id == card_id)
    )
    return frozenset(found)


def collected_on(session: Session) -> frozenset[str]:
    """The screens on which approved events are gathered by themselves."""
    return frozenset(
        session.scalars(
            select(PlaylistScreen.screen_id)
            .join(PlaylistEntry, PlaylistEntry.playlist_id == PlaylistScreen.playlist_id)
            .where(PlaylistEntry.collection == Collection.EVENTS_14_DAYS)
        )
    )


def is_gathered(session: Session, card: StoredCard) -> bool:
    """Tell whether collections take the card in: it is an event whose screens nobody chose."""
    return card.kind == EVENT and session.get(PlacedCard, card.id) is None


def stands_on(session: Session, card: StoredCard) -> frozenset[str]:
    """The screens in whose playlists the card has a place, by name or gathered; it need not be its time yet."""
    named = screens_with(session, card.id)
    return named | collected_on(session) if is_gathered(session, card) else named


def choose(session: Session, card: StoredCard, wanted: Several[str], now: datetime) -> None:
    """Let the card stand where a person ticked. Ticks that are as they were leave a gathering as it is."""
    if card.published_version is not None and is_gathered(session, card) and stands_on(session, card) == set(wanted):
        return
    place(session, card.id, wanted, now)
    if is_gathered(session, card):
        session.add(PlacedCard(card_id=card.id, placed_at=now))
        session.flush()


def place(session: Session, card_id: str, wanted: Several[str], now: datetime) -> tuple[StoredPlaylist, ...]:
    """Let the card stand on exactly the screens `wanted`. Returns the playlists that were changed."""
    wanted = frozenset(wanted)
    playlists = session.scalars(select(StoredPlaylist).order_by(StoredPlaylist.id)).all()
    changed: list[StoredPlaylist] = []
    covered: set[str] = set()
    for playlist in playlists:
        reaches = {reach.screen_id for reach in playlist.screens}
        entries = [entry for entry in playlist.entries if entry.card_id == card_id]
        if entries and reaches <= wanted:
            covered |= reaches
        elif entries:
            for entry in entries:
                playlist.entries.remove(entry)
            changed.append(playlist)
    missing = set(wanted) - covered
    while missing:
        playlist = _widest(playlists, wanted, missing) or _own_playlist(session, min(missing), now)
        playlist.entries.append(PlaylistEntry(card_id=card_id, position=end_of(playlist)))
        changed.append(playlist)
        missing -= {reach.screen_id for reach in playlist.screens}
    session.flush()
    return tuple(changed)


def end_of(playlist: StoredPlaylist) -> int:
    """The position after the last entry."""
    return max((entry.position for entry in playlist.entries), default=0) + 1


def _widest(playlists: Several[StoredPlaylist], wanted: frozenset[str], missing: set[str]) -> StoredPlaylist | None:
    fitting = []
    for playlist in playlists:
        reaches = {reach.screen_id for reach in playlist.screens}
        gain = len(reaches & missing)
        always = not playlist.dayparts and playlist.valid_from is None and playlist.valid_until is None
        if gain and reaches <= wanted and always:
            fitting.append((gain, playlist.id, playlist))
    return max(fitting, key=lambda found: found[:2])[2] if fitting else None


def _own_playlist(session: Session, screen_id: str, now: datetime) -> StoredPlaylist:
    screen = session.get_one(StoredScreen, screen_id)
    taken = set(session.scalars(select(StoredPlaylist.id)))
    name = (
        screen_id
        if screen_id not in taken
        else next(
            f"{screen_id[:60]}-{number}" for number in range(2, 10_000) if f"{screen_id[:60]}-{number}" not in taken
        )
    )
    last = session.scalars(
        select(PlaylistScreen.position)
        .where(PlaylistScreen.screen_id == screen_id)
        .order_by(PlaylistScreen.position.desc())
    ).first()
    playlist = StoredPlaylist(id=name, name=called(screen), made_at=now)
    playlist.screens.append(PlaylistScreen(screen_id=screen_id, position=(last or 0) + 1))
    session.add(playlist)
    session.flush()
    return playlist
