"""Put the sample municipality into an empty data folder: keys, tables, cards, playlists, screens.

The sample is loaded in one transaction, so a start that is interrupted leaves nothing half done and the next one
begins anew. What is there already is never touched: what a visitor did is kept.
"""

import shutil
from collections.abc import Callable, Sequence
from datetime import datetime
from io import BytesIO

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from cards.model import Card, PictureRef
from commands.demo.place import Place
from commands.demo.sample import Drawing, SampleCard, SamplePlaylist, SampleTown, read_cards, read_playlists
from server.access.accounts import first_account
from server.house import prepare
from server.publishing.keys import PUBLISHING_FILE, make_keys
from server.publishing.versions import make_card, publish_card
from server.settings import Settings
from server.storage.models import (
    Origin,
    PlaylistEntry,
    PlaylistScreen,
    Question,
    StoredMunicipality,
    StoredPlaylist,
    StoredScreen,
)
from server.storage.session import Database

DRAWN_PX = (2400, 1350)
TakeIn = Callable[[bytes, str], PictureRef]
"""Keeps a picture as an upload would be: its bytes, and what is seen in it."""


def make_missing_keys(place: Place, municipality: str) -> None:
    """Make the keys at the first start. The root key goes into a folder that nobody else is told of."""
    if (place.keys / PUBLISHING_FILE).exists():
        return
    for folder in (place.offline, place.keys):  # left by a start that was interrupted: nobody has met these keys
        shutil.rmtree(folder, ignore_errors=True)
    make_keys(place.offline, place.keys, municipality)


def load_sample(database: Database, settings: Settings, town: SampleTown, take_in: TakeIn, now: datetime) -> bool:
    """Load the sample if the database has no screen yet; tells whether it did. Raises SampleError."""
    prepare(database, settings)
    with database.read() as session:
        if session.scalars(select(StoredScreen).limit(1)).first() is not None:
            return False
    cards = [_with_drawing(sample, take_in) for sample in read_cards(now, town)]
    with database.write() as session:
        stored = session.scalars(select(StoredMunicipality)).one()
        stored.names, stored.address = town.names, town.address
        account = first_account(session, now)
        for sample in cards:
            _add_card(session, sample, account.id, now)
        for screen in town.screens:
            session.add(StoredScreen(made_at=now, **msgspec.structs.asdict(screen)))
        session.flush()
        _add_playlists(session, read_playlists(cards), now)
    return True


def _with_drawing(sample: SampleCard, take_in: TakeIn) -> SampleCard:
    if sample.drawing is None:
        return sample
    picture = take_in(draw(sample.drawing, sample.card), sample.drawing.alt)
    return msgspec.structs.replace(sample, card=msgspec.structs.replace(sample.card, picture=picture))


def draw(drawing: Drawing, card: Card) -> bytes:
    """The drawing as a JPEG; the card's id decides its details, so that no two look the same."""
    from cards.scenes import draw_scene  # a drawing library: only a first start needs it

    image = draw_scene(drawing.scene, DRAWN_PX, card.id)
    data = BytesIO()
    image.save(data, "JPEG", quality=92)
    return data.getvalue()


def _add_card(session: Session, sample: SampleCard, account_id: int, now: datetime) -> None:
    stored = make_card(session, sample.card, Origin.STAFF, account_id, now)
    if not sample.draft:
        publish_card(stored, account_id, now)
    if sample.code:
        session.add(Question(card_id=sample.card.id, short_code=sample.code, made_at=now))


def _add_playlists(session: Session, playlists: Sequence[SamplePlaylist], now: datetime) -> None:
    for playlist in playlists:
        entries = [
            PlaylistEntry(
                position=position,
                card_id=entry.card,
                times=entry.times,
                every=entry.every,
                dayparts=entry.dayparts,
                seconds=entry.seconds,
            )
            for position, entry in enumerate(playlist.entries)
        ]
        session.add(
            StoredPlaylist(
                id=playlist.id,
                name=playlist.name,
                dayparts=playlist.dayparts,
                made_at=now,
                entries=entries,
                screens=[PlaylistScreen(screen_id=screen) for screen in playlist.screens],
            )
        )
    session.flush()
