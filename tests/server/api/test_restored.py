"""T30: a server restored from an old backup is believed again by players that know newer numbers, without a visit."""

import shutil
import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from playlists.errors import ManifestError
from playlists.pairing import Device as About
from playlists.trust import Trust, accept_keys, accept_manifest
from server import audit
from server.access.tokens import hash_token, new_token
from server.app import build
from server.publishing.keys import load_keys
from server.publishing.publish import LIFT_AT_MOST, Publisher, changed
from server.settings import Settings
from server.storage.models import AuditRow, Device, StoredScreen
from server.storage.session import FILE, Database
from tests.server.api.conftest import Pair, until_true
from tests.server.conftest import NOON, Clock, news

pytestmark = pytest.mark.slow  # whole flows through pages and files, dozens of them

AddCard = Callable[..., None]
MANIFEST = "/api/v1/manifest"
URL = "http://localhost:8080"
PLAYERS = 20
DAYS = 3


class Player:
    """What one player knows of its screen: its token, and whom and what it trusts."""

    def __init__(self, screen_id: str, publisher: Publisher) -> None:
        self.screen_id, self.token = screen_id, new_token()
        trust = Trust(screen=screen_id, municipality="alvdala", root_key=publisher.keys.root_key)
        self.trust = accept_keys(publisher.keys.sealed_list, trust)

    def poll(self, client: TestClient) -> bool:
        """Ask once, and tell whether a manifest was taken."""
        headers = {
            "authorization": f"Bearer {self.token}",
            "if-none-match": f'"{self.trust.epoch}.{self.trust.number}"',
        }
        answer = client.get(MANIFEST, headers=headers)
        if answer.status_code != 200:
            return False
        try:
            _manifest, self.trust = accept_manifest(answer.content, self.trust)
        except ManifestError:
            return False
        return True


@pytest.fixture
def players(town: Database, publisher: Publisher) -> list[Player]:
    players = [Player(f"s{number}", publisher) for number in range(PLAYERS)]
    with town.write() as session:
        for one in players:
            session.add(StoredScreen(id=one.screen_id, name=one.screen_id, place="Torget", made_at=NOON))
        session.flush()
        for one in players:
            about = About(version="1")
            session.add(Device(screen_id=one.screen_id, token_hash=hash_token(one.token), about=about, paired_at=NOON))
    return players


@pytest.mark.slow
@pytest.mark.sqlite
@pytest.mark.parametrize("days", [0, DAYS])
def test_all_players_take_what_a_restored_server_says_in_two_polls(
    town: Database, settings: Settings, clock: Clock, players: list[Player], tmp_path: Path, days: int
) -> None:
    file = settings.data_folder / FILE
    with TestClient(build(settings, town, clock), base_url=URL) as client:
        assert all(one.poll(client) for one in players)
        copy = sqlite3.connect(file)
        copy.execute("VACUUM INTO ?", (str(tmp_path / "copy.db"),))
        copy.close()
        for day in range(DAYS):
            clock.pass_by(timedelta(days=1 if days else 0))
            with town.write() as session:
                for number, screen in enumerate(session.query(StoredScreen)):
                    screen.distance_m = 5.0 + day + (number % 7) / 10
                changed(session, now=clock.now)
            until_true(lambda: players[-1].poll(client))
            assert all(one.poll(client) for one in players[:-1])
    town.close()
    for old in settings.data_folder.glob(f"{FILE}*"):
        old.unlink()
    shutil.copy(tmp_path / "copy.db", file)
    restored = Database(settings)
    with TestClient(build(settings, restored, clock), base_url=URL) as client:
        taken = [one.poll(client) or one.poll(client) for one in players]
        assert taken == [True] * PLAYERS
    with restored.read() as session:
        assert audit.first_break(session) is None
    restored.close()


@pytest.fixture
def paired(client: TestClient, pair: Pair) -> dict[str, str]:
    headers = pair()
    until_true(lambda: client.get(MANIFEST, headers=headers).status_code == 200)
    return headers


def answered(client: TestClient, headers: dict[str, str], known: str) -> str:
    """The tag of the answer to a player that knows `known`."""
    return client.get(MANIFEST, headers=headers | {"if-none-match": known}).headers["etag"]


def test_the_number_is_lifted_once_and_that_is_recorded(
    client: TestClient, paired: dict[str, str], town: Database
) -> None:
    assert answered(client, paired, '"1.50"') == '"1.51"'
    assert answered(client, paired, '"1.51"') == '"1.51"'
    assert answered(client, paired, '"1.70"') == '"1.51"', "once a minute"
    with town.read() as session:
        assert session.query(AuditRow).filter_by(action="number-lifted").count() == 1


@pytest.mark.parametrize(
    "known",
    [
        f'"1.{LIFT_AT_MOST + 2}"',
        f'"1.{2**53}"',
        '"2.50"',
        '"0.50"',
        '"1.x"',
        '"1.٣"',
        '"1.5.6"',
        "*",
        '"1.' + "9" * 5000,
    ],
)
def test_what_no_honest_player_knows_lifts_nothing(client: TestClient, paired: dict[str, str], known: str) -> None:
    headers = paired | {"if-none-match": known}
    answer = client.get(MANIFEST, headers={name: value.encode() for name, value in headers.items()})
    assert answer.headers["etag"] == '"1.1"'


def test_a_stranger_lifts_nothing(client: TestClient, paired: dict[str, str]) -> None:
    assert client.get(MANIFEST, headers={"if-none-match": '"1.50"', "authorization": "Bearer x"}).status_code == 401
    assert answered(client, paired, "") == '"1.1"'


def test_the_first_manifest_after_a_start_leaps_ahead(
    town: Database, settings: Settings, publisher: Publisher, add_card: Callable[..., None]
) -> None:
    with town.write() as session:
        changed(session, now=NOON)
    town.info["publisher"] = Publisher(load_keys(settings.keys_folder, "alvdala"), publisher.renditions)
    numbers = []
    for number in range(3):
        add_card(news(f"n{number}"))
        with town.write() as session:
            changed(session, now=NOON)
            numbers.append(session.connection().exec_driver_sql("SELECT max(number) FROM publication").scalar())
    assert numbers == [1001, 1002, 1003]
