"""A real server to measure: a process of its own, a screen of a dozen cards, drafts to publish and who may do it."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import requests

from cards.kinds.news.facts import NewsFacts
from cards.model import Card, Text
from foundation.shutdown import end_process
from playlists.pairing import Device as About
from playlists.trust import Trust, accept_keys
from server.access import sessions
from server.access.accounts import first_account
from server.access.tokens import hash_token, new_token
from server.house import prepare
from server.publishing.keys import ServerKeys, load_keys, make_keys
from server.publishing.publish import beat
from server.publishing.versions import make_card, publish_card
from server.serve import free_port
from server.settings import Data, Settings
from server.storage.models import Device, Origin, PlaylistEntry, PlaylistScreen, StoredPlaylist, StoredScreen
from server.storage.session import Database

PRESSES = 50
SHOWN = 12
HOST = "127.0.0.1"
SCREEN = "bench"
MANIFEST = "/api/v1/manifest"


@dataclass
class Served:
    """A server with a paired player and a member of the staff. `drafts` can be published by `press`."""

    folder: Path
    port: int
    token: str
    cookie: str
    csrf: str
    keys: ServerKeys
    municipality: str
    drafts: list[str]
    _process: "subprocess.Popen[bytes] | None" = field(default=None)

    @property
    def url(self) -> str:
        """Where it is reached."""
        return f"http://{HOST}:{self.port}"

    @property
    def headers(self) -> dict[str, str]:
        """What the player sends."""
        return {"Authorization": f"Bearer {self.token}"}

    @property
    def trust(self) -> Trust:
        """What its player believes once it is paired."""
        return accept_keys(
            self.keys.sealed_list, Trust(screen=SCREEN, municipality=self.municipality, root_key=self.keys.root_key)
        )

    def browser(self) -> requests.Session:
        """The browser of the member of the staff, signed in."""
        browser = requests.Session()
        browser.cookies.set("torget", self.cookie)
        browser.headers.update({"Origin": f"http://localhost:{self.port}", "X-CSRF-Token": self.csrf})
        return browser

    def press(self, browser: requests.Session, card: str) -> None:
        """Press “Publicera” on the page of a draft. Raises requests' errors."""
        seen = re.search(
            r'name="sha256" value="([0-9a-f]{64})"', browser.get(f"{self.url}/kort/{card}", timeout=10).text
        )
        data = {"sha256": seen[1] if seen else ""}
        answer = browser.post(f"{self.url}/kort/{card}/publicera", data, timeout=10, allow_redirects=False)
        answer.raise_for_status()

    def start(self) -> None:
        """Start the process; it listens when this returns."""
        words = [sys.executable, "-m", "commands", "server", "--data", str(self.folder), "--port", str(self.port)]
        process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        self._process = process
        assert process.stderr is not None
        if not any(b"listening on port" in line for line in process.stderr):
            raise RuntimeError("the server did not start")

    def kill(self) -> None:
        """SIGKILL, as a power cut would."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()
        self._close()

    def stop(self) -> None:
        """Stop it tidily, if it runs."""
        if self._process is not None:
            end_process(self._process)
            self._close()

    def _close(self) -> None:
        if self._process is not None and self._process.stderr is not None:
            self._process.stderr.close()
        self._process = None


@contextmanager
def running(folder: Path) -> Iterator[Served]:
    """A server on `folder`, which is filled first."""
    served = _fill(folder)
    try:
        served.start()
        yield served
    finally:
        served.stop()


def _fill(folder: Path) -> Served:
    settings = Settings(data=Data(folder=str(folder)))
    now = datetime.now(UTC)
    database = Database(settings)
    prepare(database, settings)
    make_keys(folder.with_name("offline"), settings.keys_folder)
    token = new_token()
    with database.write() as session:
        session.add(StoredScreen(id=SCREEN, name="Bänken", place="Provrummet", made_at=now))
        session.add(StoredPlaylist(id=SCREEN, name="Prov", made_at=now))
        session.flush()
        session.add(PlaylistScreen(playlist_id=SCREEN, screen_id=SCREEN))
        drafts = [f"draft-{number}" for number in range(PRESSES + 1)]
        for position, card_id in enumerate([*(f"shown-{number}" for number in range(SHOWN)), *drafts]):
            stored = make_card(session, _card(card_id), Origin.STAFF, None, now)
            if card_id not in drafts:
                publish_card(stored, None, now)
            session.add(PlaylistEntry(playlist_id=SCREEN, position=position, card_id=card_id))
        about = About(version="bench")
        session.add(Device(screen_id=SCREEN, token_hash=hash_token(token), about=about, paired_at=now))
        beat(session)
        cookie = sessions.begin(session, first_account(session, now), now)
    signed_in = sessions.find(database, cookie, now)
    assert signed_in is not None
    municipality = settings.municipality.id
    keys = load_keys(settings.keys_folder, municipality)
    database.close()
    return Served(folder, free_port(HOST), token, cookie, signed_in.csrf, keys, municipality, drafts)


def _card(card_id: str) -> Card:
    text = Text(title=f"Biblioteket har öppet längre {card_id}", body="Från och med måndag är vi här till klockan 20.")
    return msgspec.structs.replace(
        Card(id=card_id, version=1, facts=NewsFacts(), texts={"sv": text}), sender="Älvdala bibliotek"
    )
