"""Pictures that no card uses are forgotten with all their files; pictures that ever stood on a card never are."""

import io
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import msgspec
import pytest
from PIL import Image

from server.media.forgetting import OPEN_AT_MOST, forget_unused
from server.media.pictures import take_in
from server.media.store import FOLDER, path_of
from server.publishing.versions import add_version, make_card
from server.settings import Settings
from server.storage.models import Origin, StoredCard, StoredPicture
from server.storage.session import Database
from tests.server.conftest import news

pytestmark = pytest.mark.slow  # whole flows through pages and files, dozens of them

LATER = datetime.now(UTC) + OPEN_AT_MOST + timedelta(hours=1)


def jpeg(seed: int) -> bytes:
    """A picture larger than the screen, so that it gets a rendition."""
    image = Image.frombytes("RGB", (240, 180), Random(seed).randbytes(240 * 180 * 3)).resize((2400, 1800))
    out = io.BytesIO()
    image.save(out, "JPEG", quality=60)
    return out.getvalue()


def files(folder: Path) -> list[Path]:
    return [path for path in (folder / FOLDER).rglob("*") if path.is_file()]


def test_a_picture_of_an_abandoned_form_goes_with_its_renditions(town: Database, settings: Settings) -> None:
    folder = settings.data_folder
    take_in(town, folder, jpeg(1))
    assert len(files(folder)) == 3  # the picture, a rendition, and the note about it
    assert forget_unused(town, folder, LATER) == 1
    assert files(folder) == []
    with town.read() as session:
        assert session.query(StoredPicture).count() == 0


def test_a_picture_waits_for_as_long_as_its_form_may_be_open(town: Database, settings: Settings) -> None:
    picture = take_in(town, settings.data_folder, jpeg(1))
    assert forget_unused(town, settings.data_folder, LATER - timedelta(hours=2)) == 0
    assert path_of(settings.data_folder, picture.sha256).is_file()


def test_a_picture_of_any_version_of_a_card_stays(town: Database, settings: Settings) -> None:
    folder = settings.data_folder
    picture = take_in(town, folder, jpeg(1))
    card = msgspec.structs.replace(news("bron"), picture=picture)
    with town.write() as session:
        make_card(session, card, Origin.ASSOCIATION, None, LATER)
        add_version(session, session.get_one(StoredCard, "bron"), news("bron"), None, LATER)
    take_in(town, folder, jpeg(2))
    assert forget_unused(town, folder, LATER) == 1
    assert path_of(folder, picture.sha256).is_file()


def test_a_picture_that_is_sent_anew_waits_anew(town: Database, settings: Settings) -> None:
    picture = take_in(town, settings.data_folder, jpeg(1))
    with town.write() as session:
        session.get_one(StoredPicture, picture.sha256).made_at = LATER - timedelta(days=90)
    take_in(town, settings.data_folder, jpeg(1))
    assert forget_unused(town, settings.data_folder, datetime.now(UTC)) == 0
