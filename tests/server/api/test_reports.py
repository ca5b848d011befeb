"""Reports, snapshots, assets, keys and time: typed, bounded, and a repeat counts once."""

import hashlib
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from playlists.model import Asset
from playlists.trust import Trust, accept_keys, accept_time
from server.app import Torget
from server.publishing.board import State
from server.publishing.publish import Publisher
from server.screens import Health, overview
from server.storage.models import Play, ScreenState, Snapshot
from server.storage.session import Database
from tests.server.api.conftest import Pair, until_true
from tests.server.conftest import NOON, Clock

BOOT = "ab" * 16
PLAY = {"card": "a", "version": 1, "language": "sv", "at": NOON.isoformat(), "seconds": 12.5}


def heartbeat(**other: Any) -> dict[str, Any]:
    return {"at": NOON.isoformat(), "version": "1.0", "render_id": "r", "epoch": 1, "number": 1} | other


@pytest.fixture
def paired(client: TestClient, pair: Pair) -> dict[str, str]:
    headers = pair()
    until_true(lambda: client.get("/api/v1/manifest", headers=headers).status_code == 200)
    return headers


def test_a_report_that_comes_twice_counts_once(client: TestClient, paired: dict[str, str], town: Database) -> None:
    body = {"boot": BOOT, "sequence": 1, "heartbeat": heartbeat(), "plays": [PLAY, PLAY | {"card": "b"}]}
    first = client.post("/api/v1/reports", headers=paired, json=body)
    again = client.post("/api/v1/reports", headers=paired, json=body)
    assert (first.json(), again.json()) == ({"plays": 2}, {"plays": 0})
    with town.read() as session:
        assert [play.card_id for play in session.query(Play).order_by(Play.index)] == ["a", "b"]


def test_an_older_heartbeat_does_not_replace_a_newer_one(
    client: TestClient, paired: dict[str, str], town: Database
) -> None:
    for sequence, card in ((5, "new"), (4, "old")):
        body = {"boot": BOOT, "sequence": sequence, "heartbeat": heartbeat(card=card)}
        assert client.post("/api/v1/reports", headers=paired, json=body).status_code == 200
    with town.read() as session:
        view = overview(session, NOON)[0]
        assert session.query(ScreenState).one().sequence == 5
    assert view.heartbeat is not None
    assert view.heartbeat.card == "new"
    assert view.health is Health.WELL


def test_a_restarted_player_counts_from_the_beginning(
    client: TestClient, paired: dict[str, str], town: Database
) -> None:
    for boot, sequence in ((BOOT, 900), ("cd" * 16, 1)):
        body = {"boot": boot, "sequence": sequence, "heartbeat": heartbeat()}
        client.post("/api/v1/reports", headers=paired, json=body)
    with town.read() as session:
        assert session.query(ScreenState).one().boot == "cd" * 16


HOSTILE = (
    b"",
    b"[]",
    b'{"boot": "x", "sequence": 1}',
    b'{"boot": "' + BOOT.encode() + b'", "sequence": -1}',
    b'{"boot": "' + BOOT.encode() + b'", "sequence": 1, "sequence": 2}',
    b'{"boot": "' + BOOT.encode() + b'", "sequence": 1, "more": 2}',
    b'{"boot": "' + BOOT.encode() + b'", "sequence": NaN}',
    b'{"a":' * 30_000,
    b"\xff\xfe",
)


def test_hostile_reports_are_refused_and_nothing_is_kept(
    client: TestClient, paired: dict[str, str], town: Database
) -> None:
    codes = {body: client.post("/api/v1/reports", headers=paired, content=body).status_code for body in HOSTILE}
    assert codes == dict.fromkeys(HOSTILE, 400)
    with town.read() as session:
        assert session.query(ScreenState).count() == session.query(Play).count() == 0


def test_too_long_a_report_is_cut_off(client: TestClient, paired: dict[str, str]) -> None:
    assert client.post("/api/v1/reports", headers=paired, content=b" " * 200_001).status_code == 413


def test_ten_reports_a_minute_are_enough(client: TestClient, paired: dict[str, str]) -> None:
    codes = [
        client.post("/api/v1/reports", headers=paired, json={"boot": BOOT, "sequence": number}).status_code
        for number in range(12)
    ]
    assert codes == [200] * 10 + [429] * 2


def test_only_the_latest_snapshot_is_kept_and_only_pictures_are(
    client: TestClient, paired: dict[str, str], town: Database, drawn_jpeg: bytes
) -> None:
    for body, status in ((drawn_jpeg, 204), (drawn_jpeg, 204), (b"GIF89a", 400), (drawn_jpeg[:300], 400), (b"", 400)):
        assert client.post("/api/v1/snapshots", headers=paired, content=body).status_code == status
    with town.read() as session:
        assert session.query(Snapshot).one().taken_at == NOON
        assert overview(session, NOON)[0].snapshot_at == NOON
    assert client.post("/api/v1/snapshots", headers=paired, content=b"\0" * 300_001).status_code == 413


@pytest.fixture
def asset(app: Torget, client: TestClient, town: Database) -> Asset:
    """A file that the screen's manifest names."""
    data = bytes(range(256)) * 8
    sha256 = hashlib.sha256(data).hexdigest()
    path: Path = app.starlette.state.path_of(sha256)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return Asset(sha256=sha256, size=len(data), media_type="image/jpeg")


def allow(app: Torget, client: TestClient, screen_id: str, sha256: str) -> None:
    state = app.board._state
    assets = state.assets | {screen_id: frozenset({sha256})}
    assert client.portal is not None
    client.portal.call(app.board.lay, State(sheets=state.sheets, assets=assets, devices=state.devices))


def test_an_asset_of_the_screens_manifest_is_served_in_parts(
    app: Torget, client: TestClient, paired: dict[str, str], asset: Asset
) -> None:
    address = f"/api/v1/assets/{asset.sha256}"
    assert client.get(address, headers=paired).status_code == 404
    allow(app, client, "bib-entre", asset.sha256)
    whole = client.get(address, headers=paired)
    assert hashlib.sha256(whole.content).hexdigest() == asset.sha256
    assert "immutable" in whole.headers["cache-control"]
    part = client.get(address, headers=paired | {"range": "bytes=100-"})
    assert (part.status_code, part.content) == (206, whole.content[100:])
    assert client.get(address, headers=paired | {"range": "bytes=0-1,5-6"}).status_code == 416
    assert client.get(address, headers=paired | {"range": f"bytes={asset.size}-"}).status_code == 416
    assert client.get(address).status_code == 401


def test_nothing_but_a_hash_names_an_asset(client: TestClient, paired: dict[str, str]) -> None:
    for name in ("../secret", "..%2fsecret", "0" * 63, "Z" * 64, "%00"):
        assert client.get(f"/api/v1/assets/{name}", headers=paired).status_code == 404


def test_anyone_may_read_the_keys_and_ask_the_time(client: TestClient, publisher: Publisher, clock: Clock) -> None:
    trust = Trust(screen="x", municipality="alvdala", root_key=publisher.keys.root_key)
    trust = accept_keys(client.get("/api/v1/keys").content, trust)
    clock.pass_by(timedelta(hours=1))
    nonce = "0f" * 16
    answer = client.get(f"/api/v1/time?nonce={nonce}")
    assert accept_time(answer.content, trust, nonce) == NOON + timedelta(hours=1)
    for wrong in ("", "xyz", "0f" * 100):
        assert client.get(f"/api/v1/time?nonce={wrong}").status_code == 400


def test_what_is_not_there_is_said_as_json(client: TestClient) -> None:
    assert client.get("/api/v1/nothing").json()["error"] == "not-found"
    assert client.get("/api/v1/reports").json()["error"] == "no-such-method"
