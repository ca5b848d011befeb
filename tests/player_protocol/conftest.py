"""The real server in a process of its own, with content, and a staff member who pairs what is asked for."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

import pytest

from cards.kinds.news.facts import NewsFacts
from cards.model import Card, Text
from foundation.shutdown import end_process
from playlists.reports import Heartbeat
from server.access.actors import Actor, Role
from server.house import prepare
from server.publishing.keys import load_keys, make_keys
from server.publishing.publish import Publisher, changed
from server.publishing.versions import make_card, publish_card
from server.screens import overview, pairing
from server.settings import Data, Settings
from server.storage.models import (
    Origin,
    PlaylistEntry,
    PlaylistScreen,
    StoredPlaylist,
    StoredScreen,
)
from server.storage.session import Database

ADMIN = Actor(role=Role.ADMIN)


@dataclass
class House:
    """A running server, and what its staff can do."""

    url: str
    database: Database
    root_key: str

    def enter(self, code: str) -> tuple[str, str | None]:
        """Type a code; returns the pairing's id and the number that the staff's page shows."""
        with self.database.write() as session:
            entered = pairing.enter(session, code, datetime.now(UTC))
            return entered.id, pairing.check_number(entered, self.root_key)

    def confirm(self, pairing_id: str) -> None:
        """Say that the numbers are equal."""
        with self.database.write() as session:
            pairing.confirm(session, pairing_id, "bib-entre", ADMIN, datetime.now(UTC))

    def publish(self, card_id: str, title: str) -> None:
        """Put a card up."""
        now = datetime.now(UTC)
        content = Card(id=card_id, version=1, facts=NewsFacts(), texts={"sv": Text(title=title)})
        with self.database.write() as session:
            publish_card(make_card(session, content, Origin.STAFF, None, now), None, now)
            session.add(PlaylistEntry(playlist_id="vanlig", position=1, card_id=card_id))
            changed(session, lead=card_id, now=now)

    def revoke(self) -> None:
        """End the screen's pairing."""
        with self.database.write() as session:
            for device in pairing.living_devices(session, "bib-entre"):
                pairing.revoke(session, device, ADMIN, datetime.now(UTC))

    def heard(self) -> Heartbeat | None:
        """What the screen's player said last."""
        with self.database.read() as session:
            return overview(session, datetime.now(UTC))[0].heartbeat


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    settings = Settings(data=Data(folder=str(tmp_path / "data")))
    database = Database(settings)
    prepare(database, settings)
    make_keys(tmp_path / "offline", settings.keys_folder)
    keys = load_keys(settings.keys_folder, "alvdala")
    database.info["publisher"] = Publisher(keys, lambda _picture, _screen: None)
    with database.write() as session:
        now = datetime.now(UTC)
        session.add(StoredScreen(id="bib-entre", name="Entrén", place="Biblioteket", made_at=now))
        session.add(StoredPlaylist(id="vanlig", name="Vanlig dag", made_at=now))
        session.flush()
        session.add(PlaylistScreen(playlist_id="vanlig", screen_id="bib-entre"))
    words = [sys.executable, "-m", "commands", "server", "--data", str(tmp_path / "data"), "--port", "0"]
    process = subprocess.Popen(words, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL)
    assert process.stderr is not None
    try:
        yield House(url=_address(process.stderr), database=database, root_key=keys.root_key)
    finally:
        end_process(process)
        process.stderr.close()
        database.close()


def _address(log: IO[bytes]) -> str:
    told = []
    for line in log:
        told.append(line)
        if b"listening on port " in line:
            return f"http://127.0.0.1:{int(line.rpartition(b' ')[2])}"
    raise AssertionError(f"the server did not start: {told}")
