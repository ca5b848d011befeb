"""The pages about screens: how they are in words, what is on their glass, and pairing by two people's eyes."""

import hashlib
import re
from collections.abc import Callable
from secrets import token_bytes
from typing import Any

import pytest
from starlette.testclient import TestClient

from server.storage.models import AccountRole, Device, StoredScreen
from server.storage.session import Database
from tests.server.conftest import news, sign_in

AddCard = Callable[..., None]
SAME_SITE = {"sec-fetch-site": "same-origin"}


class Glass:
    """A player that shows a code: it opens a pairing and polls, as the real one does."""

    def __init__(self, client: TestClient) -> None:
        self.client, self.secret, self.p = client, token_bytes(32), token_bytes(32)
        body = {
            "commitment": hashlib.sha256(self.p).hexdigest(),
            "secret_hash": hashlib.sha256(self.secret).hexdigest(),
            "device": {"version": "1.0"},
        }
        opened = client.post("/api/v1/pairings", json=body).json()
        self.id, self.code = opened["id"], opened["code"]

    def poll(self) -> dict[str, Any]:
        shown = {"secret": self.secret.hex(), "p": self.p.hex()}
        answer: dict[str, Any] = self.client.post(f"/api/v1/pairings/{self.id}", json=shown).json()
        return answer


@pytest.fixture
def csrf(client: TestClient, town: Database) -> str:
    return sign_in(client, town, AccountRole.ADMIN)


def test_a_player_is_paired_once_a_person_says_that_the_numbers_are_alike(
    client: TestClient, town: Database, csrf: str
) -> None:
    glass = Glass(client)
    entered = client.post("/skarmar/koppla", data={"csrf": csrf, "code": glass.code.lower()}, headers=SAME_SITE)
    where = entered.headers["location"]
    assert "Väntar på att skärmen" in client.get(where).text
    glass.poll()
    assert re.search(r'data-number="\d{4} \d{4}"', client.get(where).text)
    unsaid = client.post(where, data={"csrf": csrf, "screen": "bib-entre"}, headers=SAME_SITE)
    assert unsaid.status_code == 422
    assert "Säg om talen är lika" in unsaid.text
    done = client.post(where, data={"csrf": csrf, "screen": "bib-entre", "same": "yes"}, headers=SAME_SITE)
    assert done.headers["location"] == "/skarmar/bib-entre"
    assert glass.poll()["state"] == "paired"


def test_another_number_pairs_nothing(client: TestClient, town: Database, csrf: str) -> None:
    glass = Glass(client)
    where = client.post("/skarmar/koppla", data={"csrf": csrf, "code": glass.code}, headers=SAME_SITE).headers[
        "location"
    ]
    glass.poll()
    refused = client.post(where, data={"csrf": csrf, "screen": "bib-entre", "same": "no"}, headers=SAME_SITE)
    assert "Ingenting kopplades" in refused.text
    with town.read() as session:
        assert session.query(Device).count() == 0


def test_a_new_screen_is_made_with_a_playlist_of_its_own(client: TestClient, town: Database, csrf: str) -> None:
    glass = Glass(client)
    where = client.post("/skarmar/koppla", data={"csrf": csrf, "code": glass.code}, headers=SAME_SITE).headers[
        "location"
    ]
    glass.poll()
    fields = {"csrf": csrf, "screen": "ny", "same": "yes", "name": "Entrén", "place": "Simhallen", "inches": "43"}
    wrong = client.post(where, data=fields | {"metres": "långt"}, headers=SAME_SITE)
    assert wrong.status_code == 422
    assert 'value="långt"' in wrong.text
    done = client.post(where, data=fields | {"metres": "2,5", "orientation": "standing"}, headers=SAME_SITE)
    with town.read() as session:
        screen = session.get_one(StoredScreen, done.headers["location"].rpartition("/")[2])
        assert (screen.width_px, screen.height_px, screen.rotation) == (1080, 1920, 90)
        assert screen.distance_m == 2.5
    assert "Entrén" in client.get("/spellistor").text


def test_an_unknown_code_is_said_beside_the_field(client: TestClient, csrf: str) -> None:
    answer = client.post("/skarmar/koppla", data={"csrf": csrf, "code": "AAAAAA"}, headers=SAME_SITE)
    assert answer.status_code == 422
    assert "Ingen skärm visar de tecknen nu" in answer.text
    assert 'value="AAAAAA"' in answer.text


def test_a_screen_without_a_player_says_so_and_draws_what_would_stand_there(
    client: TestClient, csrf: str, add_card: AddCard
) -> None:
    add_card(news("a", "Skidspåret är öppet"))
    page = client.get("/skarmar/bib-entre").text
    assert "Har ingen spelare." in page
    assert "Skulle visa det här" in page
    assert "Skidspåret är öppet" in page
    assert client.get("/skarmar/bib-entre/bild.jpg").content.startswith(b"\xff\xd8\xff")


def test_settings_are_kept_and_can_be_undone(client: TestClient, town: Database, csrf: str) -> None:
    fields = {"csrf": csrf, "name": "Entrén", "place": "Biblioteket", "inches": "65", "metres": "5"}
    saved = client.post("/skarmar/bib-entre/installningar", data=fields, headers=SAME_SITE)
    page = client.get(saved.headers["location"]).text
    assert "65 tum, läses på 5 meter" in page
    action = re.search(r'action="(/angra/\d+)"', page)
    assert action
    client.post(action[1], data={"csrf": csrf, "next": "/skarmar"}, headers=SAME_SITE)
    with town.read() as session:
        assert session.get_one(StoredScreen, "bib-entre").inches == 55


def test_a_screen_with_arabic_chooses_its_digits(client: TestClient, town: Database, csrf: str) -> None:
    assert "١٢٣" not in client.get("/skarmar/bib-entre/installningar").text
    with town.write() as session:
        session.get_one(StoredScreen, "bib-entre").languages = ("sv", "ar")
    assert "Vilka siffror har arabiskan?" in client.get("/skarmar/bib-entre/installningar").text
    fields = {"csrf": csrf, "name": "Entrén", "place": "Bibblan", "inches": "55", "metres": "3", "digits": "eastern"}
    client.post("/skarmar/bib-entre/installningar", data=fields, headers=SAME_SITE)
    with town.read() as session:
        assert session.get_one(StoredScreen, "bib-entre").eastern_digits


def test_two_languages_are_ticked_stand_side_by_side_and_are_undone(
    client: TestClient, town: Database, csrf: str
) -> None:
    fields = {"csrf": csrf, "name": "Entrén", "place": "Bibblan", "inches": "55", "metres": "3"}
    chosen = {"languages": ["fi", "sv", "xx"], "side_by_side": "1"}
    saved = client.post("/skarmar/bib-entre/installningar", data=fields | chosen, headers=SAME_SITE)
    with town.read() as session:
        screen = session.get_one(StoredScreen, "bib-entre")
        assert (screen.languages, screen.side_by_side) == (("sv", "fi"), True)
    page = client.get("/skarmar/bib-entre/installningar").text
    assert 'name="side_by_side" value="1" checked' in page
    assert 'value="fi" checked' in page
    action = re.search(r'action="(/angra/\d+)"', client.get(saved.headers["location"]).text)
    assert action
    client.post(action[1], data={"csrf": csrf, "next": "/skarmar"}, headers=SAME_SITE)
    with town.read() as session:
        screen = session.get_one(StoredScreen, "bib-entre")
        assert (screen.languages, screen.side_by_side) == (("sv",), False)


def test_a_screen_with_no_language_ticked_keeps_those_that_it_has(
    client: TestClient, town: Database, csrf: str
) -> None:
    with town.write() as session:
        session.get_one(StoredScreen, "bib-entre").languages = ("fi", "sv")
    fields = {"csrf": csrf, "name": "Entrén", "place": "Bibblan", "inches": "55", "metres": "3"}
    for ticked in ([], ["sv", "fi"]):
        client.post("/skarmar/bib-entre/installningar", data=fields | {"languages": ticked}, headers=SAME_SITE)
        with town.read() as session:
            assert session.get_one(StoredScreen, "bib-entre").languages == ("fi", "sv")


def test_staff_look_at_screens_and_administrators_change_them(client: TestClient, town: Database) -> None:
    sign_in(client, town, AccountRole.STAFF)
    assert client.get("/skarmar/bib-entre").status_code == 200
    assert client.get("/skarmar/bib-entre/installningar").status_code == 403
    assert client.get("/skarmar/koppla").status_code == 403
