"""On which screens a card stands: where a playlist names it, and where a collection of events takes it in."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.curation import placing
from server.storage.models import StoredCard, StoredScreen


def screens_showing(session: Session, card: StoredCard) -> list[StoredScreen]:
    """The screens in whose playlists `card` has a place, by place and name; it need not be its time yet."""
    query = (
        select(StoredScreen)
        .where(StoredScreen.id.in_(placing.stands_on(session, card)))
        .order_by(StoredScreen.place, StoredScreen.name)
    )
    return list(session.scalars(query))


def screens_without_events(session: Session) -> frozenset[str]:
    """The screens that no collection brings events to; there an event needs a place of its own."""
    return frozenset(session.scalars(select(StoredScreen.id))) - placing.collected_on(session)
