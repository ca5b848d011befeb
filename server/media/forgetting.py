"""Pictures that nothing uses: sent with a form that nobody handed in, or chosen and then exchanged.

A version of a card is never deleted, so a picture that ever stood on a card is kept. What no version names goes once
it is old enough that no open form can still be about it.
"""

import logging
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from foundation.files import read_checked
from server.media.renditions import Made
from server.media.store import FOLDER, path_of
from server.storage.models import CardVersion, StoredPicture
from server.storage.session import Database

log = logging.getLogger(__name__)

OPEN_AT_MOST = timedelta(days=2)
"""How long after it was sent a picture waits for its card."""


def forget_unused(database: Database, folder: Path, now: datetime) -> int:
    """Take every unused picture from the register and the store below `folder`; returns how many went."""
    with database.read() as session:
        if not _old(session, now):
            return 0
    with database.write() as session:
        used = _used(session)
        gone = [picture for picture in _old(session, now) if picture.sha256 not in used]
        for picture in gone:
            session.delete(picture)
            _unlink(folder, picture.sha256)
    if gone:
        log.info("forgot %d pictures that no card uses", len(gone))
    return len(gone)


def _old(session: Session, now: datetime) -> list[StoredPicture]:
    return list(session.scalars(select(StoredPicture).where(StoredPicture.made_at < now - OPEN_AT_MOST)))


def _used(session: Session) -> set[str]:
    contents = session.scalars(select(CardVersion.content).execution_options(yield_per=200))
    return {card.picture.sha256 for card in contents if card.picture is not None}


def _unlink(folder: Path, sha256: str) -> None:
    """The renditions first and the picture last, so that a sweep cut short finds the rest the next time."""
    for note in (folder / FOLDER / "renditions").glob(f"{sha256}-*"):
        data = read_checked(note)
        if data is not None:
            path_of(folder, msgspec.json.decode(data, type=Made).sha256).unlink(missing_ok=True)
        note.unlink(missing_ok=True)
    path_of(folder, sha256).unlink(missing_ok=True)
