"""The manifest's endpoint: ETag, waiting, who may ask, wishes for pictures, and the signed "revoked"."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from starlette.testclient import TestClient

from playlists.trust import Trust, accept_keys, accept_manifest
from server.app import Torget
from server.publishing.publish import Publisher, changed
from server.screens import want_snapshot
from server.screens.pairing import living_devices, revoke
from server.storage.session import Database
from tests.server.api.conftest import ADMIN, Pair, until_true
from tests.server.conftest import NOON, news

AddCard = Callable[..., None]
MANIFEST = "/api/v1/manifest"


@pytest.fixture
def paired(client: TestClient, pair: Pair) -> dict[str, str]:
    """The token's headers, once the server knows the token."""
    headers = pair()
    until_true(lambda: client.get(MANIFEST, headers=headers).status_code == 200)
    return headers


def publish(town: Database, card_id: str, add_card: AddCard) -> None:
    add_card(news(card_id))
    with town.write() as session:
        changed(session, now=NOON)


def test_a_player_reads_its_manifest_and_then_that_nothing_changed(
    client: TestClient, paired: dict[str, str], publisher: Publisher
) -> None:
    answer = client.get(MANIFEST, headers=paired)
    assert answer.headers["etag"] == '"1.1"'
    trust = Trust(screen="bib-entre", municipality="alvdala", root_key=publisher.keys.root_key)
    manifest, _ = accept_manifest(answer.content, accept_keys(publisher.keys.sealed_list, trust))
    assert manifest.screen.id == "bib-entre"
    again = client.get(MANIFEST, headers=paired | {"if-none-match": '"1.1"'})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == '"1.1"'
    assert client.get(MANIFEST, headers=paired | {"if-none-match": 'W/"1.1"'}).status_code == 304


def test_without_a_known_token_there_is_none(client: TestClient, paired: dict[str, str]) -> None:
    for authorization in ("", "Bearer ", "Bearer x", "Basic eDp4", "bearer " + "a" * 64):
        answer = client.get(MANIFEST, headers={"authorization": authorization})
        assert (answer.status_code, answer.json()["error"]) == (401, "not-known")


def test_only_looking_is_possible(client: TestClient, paired: dict[str, str]) -> None:
    assert client.post(MANIFEST, headers=paired).status_code == 405
    assert client.head(MANIFEST, headers=paired).content == b""


def held(app: Torget, client: TestClient, headers: dict[str, str], then: Callable[[], Any]) -> tuple[Any, float]:
    """Hold a poll, do `then` once the server holds it, and return the answer and how long after that it came."""
    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(client.get, MANIFEST, headers=headers | {"prefer": "wait=20"})
        until_true(lambda: app.board.waiting("bib-entre") == 1)
        begun = time.monotonic()
        then()
        return future.result(10), time.monotonic() - begun


def test_a_waiting_poll_is_answered_as_soon_as_something_is_published(
    app: Torget, client: TestClient, paired: dict[str, str], town: Database, add_card: AddCard
) -> None:
    headers = paired | {"if-none-match": '"1.1"'}
    answer, seconds = held(app, client, headers, lambda: publish(town, "a", add_card))
    assert (answer.status_code, answer.headers["etag"]) == (200, '"1.2"')
    assert seconds < 1


def test_what_another_process_publishes_is_seen_within_the_pulse(
    app: Torget,
    client: TestClient,
    paired: dict[str, str],
    town: Database,
    publisher: Publisher,
    add_card: AddCard,
    settings: Any,
) -> None:
    other = Database(settings)
    other.info["publisher"] = publisher
    add_card(news("a"))

    def elsewhere() -> None:
        with other.write() as session:
            changed(session, now=NOON)
        other.close()

    answer, seconds = held(app, client, paired | {"if-none-match": '"1.1"'}, elsewhere)
    assert answer.status_code == 200
    assert seconds < 1


def test_a_poll_waits_no_longer_than_it_asked_for(client: TestClient, paired: dict[str, str]) -> None:
    begun = time.monotonic()
    answer = client.get(MANIFEST, headers=paired | {"if-none-match": '"1.1"', "prefer": "wait=1"})
    assert answer.status_code == 304
    assert 0.9 < time.monotonic() - begun < 2


def test_pictures_are_asked_for_while_somebody_looks(
    app: Torget, client: TestClient, paired: dict[str, str], town: Database
) -> None:
    assert "torget-snapshot" not in client.get(MANIFEST, headers=paired).headers
    headers = paired | {"if-none-match": '"1.1"'}
    answer, seconds = held(app, client, headers, lambda: want_snapshot(town, "bib-entre"))
    assert (answer.status_code, answer.headers["torget-snapshot"]) == (304, "wanted")
    assert seconds < 1


def test_a_revoked_token_gets_one_thing_the_signed_revoked(
    app: Torget, client: TestClient, paired: dict[str, str], town: Database, publisher: Publisher, add_card: AddCard
) -> None:
    before = client.get(MANIFEST, headers=paired)
    trust = Trust(screen="bib-entre", municipality="alvdala", root_key=publisher.keys.root_key)
    _, trust = accept_manifest(before.content, accept_keys(publisher.keys.sealed_list, trust))

    def revoke_it() -> None:
        with town.write() as session:
            revoke(session, living_devices(session, "bib-entre")[0], ADMIN, NOON)

    answer, _ = held(app, client, paired | {"if-none-match": before.headers["etag"]}, revoke_it)
    manifest, _ = accept_manifest(answer.content, trust)
    assert manifest.revoked
    assert manifest.cards == {}
    publish(town, "a", add_card)
    later = client.get(MANIFEST, headers=paired)
    assert later.content == answer.content
    assert client.post("/api/v1/reports", headers=paired, json={"boot": "0" * 32, "sequence": 1}).status_code == 401


def test_stopping_lets_held_polls_go(app: Torget, client: TestClient, paired: dict[str, str]) -> None:
    assert client.portal is not None
    portal = client.portal
    answer, seconds = held(app, client, paired | {"if-none-match": '"1.1"'}, lambda: portal.call(app.board.close))
    assert answer.status_code == 304
    assert seconds < 1


def test_a_hundred_polls_are_woken_at_once(
    app: Torget, client: TestClient, paired: dict[str, str], town: Database, add_card: AddCard
) -> None:
    headers = paired | {"if-none-match": '"1.1"', "prefer": "wait=20"}
    etags: list[str] = []
    threads = [
        threading.Thread(target=lambda: etags.append(client.get(MANIFEST, headers=headers).headers["etag"]))
        for _ in range(100)
    ]
    for thread in threads:
        thread.start()
    until_true(lambda: app.board.waiting("bib-entre") == 100, 10)
    publish(town, "a", add_card)
    for thread in threads:
        thread.join(10)
    assert etags == ['"1.2"'] * 100
