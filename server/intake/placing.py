"""On which screens a card stands, and how one that came from outside gets its place in their playlists."""

from collections.abc import Iterable

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from server.storage.models import Collection, PlaylistEntry, PlaylistScreen, StoredCard, StoredScreen

EVENT = "event"


def screens_with(session: Session, card: StoredCard) -> list[StoredScreen]:
    """The screens in whose playlists `card` has a place, by place and name; it need not be its time yet."""
    entry = PlaylistEntry.card_id == card.id
    if card.kind == EVENT:
        entry = or_(entry, PlaylistEntry.collection == Collection.EVENTS_14_DAYS)
    ids = (
        select(PlaylistScreen.screen_id)
        .join(PlaylistEntry, PlaylistEntry.playlist_id == PlaylistScreen.playlist_id)
        .where(entry)
    )
    query = select(StoredScreen).where(StoredScreen.id.in_(ids)).order_by(StoredScreen.place, StoredScreen.name)
    return list(session.scalars(query))


def place_everywhere(session: Session, card: StoredCard) -> None:
    """Give `card` a place on every screen: where it has none, at the end of the screen's first playlist."""
    standing = {screen.id for screen in screens_with(session, card)}
    first: dict[str, str] = {}
    for row in session.scalars(select(PlaylistScreen).order_by(PlaylistScreen.position, PlaylistScreen.playlist_id)):
        first.setdefault(row.screen_id, row.playlist_id)
    place(session, card.id, {playlist for screen, playlist in first.items() if screen not in standing})


def place(session: Session, card_id: str, playlists: Iterable[str]) -> None:
    """Add `card_id` at the end of `playlists`; where it has a place already nothing changes."""
    for playlist in sorted(playlists):
        known = select(PlaylistEntry.id).where(PlaylistEntry.playlist_id == playlist, PlaylistEntry.card_id == card_id)
        if session.scalars(known).first() is None:
            last = select(func.max(PlaylistEntry.position)).where(PlaylistEntry.playlist_id == playlist)
            session.add(PlaylistEntry(playlist_id=playlist, position=(session.scalar(last) or 0) + 1, card_id=card_id))
    session.flush()


def playlists_of(session: Session, card_id: str) -> list[str]:
    """The playlists in which `card_id` has a place of its own."""
    query = select(PlaylistEntry.playlist_id).where(PlaylistEntry.card_id == card_id).distinct()
    return list(session.scalars(query.order_by(PlaylistEntry.playlist_id)))
