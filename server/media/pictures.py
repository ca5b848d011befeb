"""Taking pictures in: from bytes that somebody sent to a picture that may stand on a card."""

import logging
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from cards.model import PictureRef
from server.media.child import Box, encode_anew
from server.media.errors import PictureError, TooHeavyError
from server.media.renditions import KEPT_AT_MOST_PX, prepare
from server.media.sniff import check_kind
from server.media.store import keep
from server.storage.models import StoredPicture, StoredScreen
from server.storage.session import Database

__all__ = ["PictureError", "clean_snapshot", "take_in"]

log = logging.getLogger(__name__)

BYTES_AT_MOST = 25_000_000
SNAPSHOT_SIDE_PX = 1280
MEGA = 1_000_000


def take_in(database: Database, folder: Path, data: bytes, alt: str = "") -> PictureRef:
    """Make `data` harmless, keep it below the data folder, and write it into the register of pictures.

    The same picture sent twice is one picture, with the focus and the words that it got the first time. Its
    renditions for the screens that there are now are made along with it. Raises PictureError; nothing is kept then.
    """
    if len(data) > BYTES_AT_MOST:
        raise TooHeavyError("too heavy", megabytes=-(-len(data) // MEGA), most=BYTES_AT_MOST // MEGA)
    check_kind(data)
    (encoded,) = encode_anew(data, [Box(KEPT_AT_MOST_PX, KEPT_AT_MOST_PX)])
    sha256 = keep(folder, encoded.data)
    picture = PictureRef(sha256=sha256, width_px=encoded.width_px, height_px=encoded.height_px, alt=alt)
    with database.write() as session:
        stored = session.get(StoredPicture, sha256)
        if stored is None:
            stored = StoredPicture(
                sha256=sha256,
                media_type=encoded.media_type,
                size=len(encoded.data),
                width_px=encoded.width_px,
                height_px=encoded.height_px,
                focus_x=picture.focus_x,
                focus_y=picture.focus_y,
                alt=alt,
                made_at=datetime.now(UTC),
            )
            session.add(stored)
        else:
            stored.alt = stored.alt or alt
            stored.made_at = datetime.now(UTC)  # sent anew, so it waits anew for a card
        taken = PictureRef(
            sha256=sha256,
            width_px=stored.width_px,
            height_px=stored.height_px,
            focus_x=stored.focus_x,
            focus_y=stored.focus_y,
            alt=stored.alt,
        )
        screens = session.execute(select(StoredScreen.width_px, StoredScreen.height_px).distinct()).all()
    prepare(folder, taken, encoded.data, [(width, height) for width, height in screens])
    return taken


def clean_snapshot(data: bytes) -> bytes:
    """A player's snapshot, encoded anew: players may be stolen, and their pictures are looked at in browsers.

    Raises PictureError.
    """
    check_kind(data)
    (encoded,) = encode_anew(data, [Box(SNAPSHOT_SIDE_PX, SNAPSHOT_SIDE_PX)])
    return encoded.data
