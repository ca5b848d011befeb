"""Pairing through the API: codes, the check number, and that guessing or repeating wins nothing."""

from datetime import timedelta
from secrets import token_bytes

import pytest
from starlette.testclient import TestClient

from playlists.keys import from_text
from playlists.pairing import ALPHABET, check_number
from playlists.trust import Trust, accept_keys
from server.publishing.publish import Publisher
from server.screens import pairing
from server.storage.models import Device, Pairing
from server.storage.session import Database
from tests.server.api.conftest import ADMIN, DEVICE, OpenPairing, Pair, until_true
from tests.server.conftest import NOON, Clock


def poll(client: TestClient, pairing_id: str, body: dict[str, str]) -> tuple[int, dict[str, str]]:
    answer = client.post(f"/api/v1/pairings/{pairing_id}", json=body)
    return answer.status_code, answer.json()


def test_a_player_is_paired_after_a_person_compared(
    client: TestClient, town: Database, open_pairing: OpenPairing, publisher: Publisher
) -> None:
    opened = open_pairing()
    assert len(opened.code) == 6
    assert set(opened.code) <= set(ALPHABET)
    assert poll(client, opened.id, opened.shown) == (200, {"state": "waiting"})
    with town.write() as session:
        entered = pairing.enter(session, f" {opened.code[:3].lower()}-{opened.code[3:]} ", NOON)
        shown = pairing.check_number(entered, publisher.keys.root_key)
        nonce = bytes.fromhex(entered.nonce)
    assert shown == check_number(from_text(publisher.keys.root_key), nonce, opened.p, opened.code)
    assert poll(client, opened.id, opened.shown) == (200, {"state": "entered"})
    with town.write() as session:
        pairing.confirm(session, opened.id, "bib-entre", ADMIN, NOON)
    status, answer = poll(client, opened.id, opened.shown)
    assert (status, answer["state"], answer["screen"]) == (200, "paired", "bib-entre")
    trust = Trust(screen="bib-entre", municipality=answer["municipality"], root_key=publisher.keys.root_key)
    assert accept_keys(answer["keys"].encode(), trust).keys is not None
    until_true(lambda: manifest_status(client, answer["token"]) == 200)


def manifest_status(client: TestClient, token: str) -> int:
    return client.get("/api/v1/manifest", headers={"authorization": f"Bearer {token}"}).status_code


def test_an_answer_that_got_lost_is_given_again(client: TestClient, town: Database, open_pairing: OpenPairing) -> None:
    opened = open_pairing()
    poll(client, opened.id, opened.shown)
    with town.write() as session:
        pairing.enter(session, opened.code, NOON)
        pairing.confirm(session, opened.id, "bib-entre", ADMIN, NOON)
    first, second = poll(client, opened.id, opened.shown), poll(client, opened.id, opened.shown)
    assert first == second


def test_without_the_players_secret_a_pairing_does_not_exist(client: TestClient, open_pairing: OpenPairing) -> None:
    opened = open_pairing()
    wrong = {"secret": token_bytes(32).hex(), "p": opened.p.hex()}
    assert poll(client, opened.id, wrong)[0] == poll(client, "0" * 32, opened.shown)[0] == 404


def test_another_p_than_the_promised_one_is_refused(client: TestClient, open_pairing: OpenPairing) -> None:
    opened = open_pairing()
    assert poll(client, opened.id, {"secret": opened.secret.hex(), "p": token_bytes(32).hex()})[0] == 400


def test_a_code_lives_ten_minutes(client: TestClient, town: Database, open_pairing: OpenPairing, clock: Clock) -> None:
    opened = open_pairing()
    clock.pass_by(timedelta(minutes=10))
    assert poll(client, opened.id, opened.shown)[0] == 410
    with town.write() as session, pytest.raises(pairing.UnknownCodeError):
        pairing.enter(session, opened.code, clock.now)


def test_a_refused_pairing_is_over(client: TestClient, town: Database, open_pairing: OpenPairing) -> None:
    opened = open_pairing()
    poll(client, opened.id, opened.shown)
    with town.write() as session:
        pairing.enter(session, opened.code, NOON)
        pairing.refuse(session, opened.id, ADMIN, NOON)
    assert poll(client, opened.id, opened.shown)[0] == 410
    with town.write() as session, pytest.raises(pairing.PairingOverError):
        pairing.confirm(session, opened.id, "bib-entre", ADMIN, NOON)


def test_nobody_confirms_what_was_not_compared(town: Database, open_pairing: OpenPairing) -> None:
    opened = open_pairing()
    with town.write() as session, pytest.raises(pairing.NotComparedError):
        pairing.confirm(session, opened.id, "bib-entre", ADMIN, NOON)
    with town.write() as session:
        pairing.enter(session, opened.code, NOON)
        with pytest.raises(pairing.NotComparedError):
            pairing.confirm(session, opened.id, "bib-entre", ADMIN, NOON)


def test_at_most_twenty_are_open(town: Database, client: TestClient, open_pairing: OpenPairing) -> None:
    del client
    first = open_pairing()
    with town.write() as session:
        model = session.get_one(Pairing, first.id)
        for number in range(19):
            session.add(
                Pairing(
                    id=f"{number:032}",
                    code=f"A{number:05}",
                    state=model.state,
                    commitment=model.commitment,
                    secret_hash=model.secret_hash,
                    nonce=model.nonce,
                    about=model.about,
                    made_at=model.made_at,
                    expires_at=model.expires_at,
                )
            )
    with pytest.raises(AssertionError, match="too-many"):
        open_pairing()


def test_one_address_cannot_open_pairings_for_ever(open_pairing: OpenPairing) -> None:
    for _ in range(10):
        open_pairing()
    with pytest.raises(AssertionError, match="too-many"):
        open_pairing()


def test_what_is_not_a_request_is_refused(client: TestClient) -> None:
    good = {"commitment": "0" * 64, "secret_hash": "0" * 64, "device": DEVICE}
    bad: list[object] = [
        {},
        [],
        good | {"commitment": "x"},
        good | {"more": 1},
        good | {"device": {"version": "v" * 101}},
    ]
    for body in bad:
        answer = client.post("/api/v1/pairings", json=body)
        assert (answer.status_code, answer.json()["error"]) == (400, "bad-request")


def test_a_new_player_ends_the_former_ones_pairing(client: TestClient, town: Database, pair: Pair) -> None:
    former = pair()
    pair()
    until_true(lambda: client.get("/api/v1/assets/" + "0" * 64, headers=former).status_code == 401)
    with town.read() as session:
        assert session.query(Device).filter(Device.revoked_at.is_(None)).count() == 1
