"""Ordering a playlist on its page: every act changes the round, and can be undone."""

import re
from collections.abc import Callable
from typing import Any

from sqlalchemy import select
from starlette.testclient import TestClient

from server.ordering.hours import read, say
from server.publishing.compile import compile as compile_manifest
from server.storage.models import AccountRole, PlaylistEntry, StoredPlaylist
from server.storage.session import Database
from server.words import words_for
from tests.server.conftest import NOON, news, sign_in

AddCard = Callable[..., None]
SAME_SITE = {"sec-fetch-site": "same-origin"}


def order(town: Database) -> list[str | None]:
    with town.read() as session:
        return [entry.card for entry in compile_manifest(session, "bib-entre", NOON).playlists[0].entries]


def entry_of(town: Database, card: str) -> int:
    with town.read() as session:
        return session.scalars(select(PlaylistEntry.id).where(PlaylistEntry.card_id == card)).one()


def send(client: TestClient, csrf: str, path: str, **data: Any) -> str:
    answer = client.post(f"/spellistor/vanlig/{path}", data={"csrf": csrf} | data, headers=SAME_SITE)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def test_a_card_moves_a_step_and_stops_at_the_end(client: TestClient, town: Database, add_card: AddCard) -> None:
    csrf = sign_in(client, town, AccountRole.STAFF)
    for card in ("a", "b", "c"):
        add_card(news(card))
    send(client, csrf, "flytta", rad=entry_of(town, "c"), hall="upp")
    assert order(town) == ["a", "c", "b"]
    send(client, csrf, "flytta", rad=entry_of(town, "a"), hall="upp")
    assert order(town) == ["a", "c", "b"]
    send(client, csrf, "flytta", rad=entry_of(town, "a"), hall="ner")
    assert order(town) == ["c", "a", "b"]


def test_the_moved_cards_button_has_the_focus_and_the_move_can_be_undone(
    client: TestClient, town: Database, add_card: AddCard
) -> None:
    csrf = sign_in(client, town, AccountRole.STAFF)
    for card in ("a", "b"):
        add_card(news(card))
    place = send(client, csrf, "flytta", rad=entry_of(town, "b"), hall="upp")
    page = client.get(place).text
    assert re.search(r'value="upp" autofocus', page)
    action = re.search(r'action="(/angra/\d+)"', page)
    assert action
    client.post(action[1], data={"csrf": csrf, "next": "/spellistor/vanlig"}, headers=SAME_SITE)
    assert order(town) == ["a", "b"]


def test_weight_screens_and_removal_reach_the_manifest(client: TestClient, town: Database, add_card: AddCard) -> None:
    csrf = sign_in(client, town, AccountRole.STAFF)
    for card in ("a", "b"):
        add_card(news(card))
    send(client, csrf, "vikta", rad=entry_of(town, "a"), ofta="2")
    with town.read() as session:
        assert compile_manifest(session, "bib-entre", NOON).playlists[0].entries[0].times == 2
    send(client, csrf, "ta-bort", rad=entry_of(town, "b"))
    assert order(town) == ["a"]
    send(client, csrf, "skarmar")
    with town.read() as session:
        assert compile_manifest(session, "bib-entre", NOON).playlists == ()


def test_the_page_tells_the_rounds_real_time(client: TestClient, town: Database, add_card: AddCard) -> None:
    sign_in(client, town, AccountRole.STAFF)
    add_card(news("a"))
    add_card(news("b"))
    assert "Ett varv tar 16 sekunder" in client.get("/spellistor/vanlig").text


def test_an_empty_playlist_and_one_without_a_screen_say_so(client: TestClient, town: Database) -> None:
    csrf = sign_in(client, town, AccountRole.STAFF)
    assert "Inget spelas" in client.get("/spellistor/vanlig").text
    made = client.post("/spellistor", data={"csrf": csrf, "name": "Jul på torget"}, headers=SAME_SITE)
    assert "Lägg till ett kort och välj en skärm." in client.get(made.headers["location"]).text
    assert client.post("/spellistor", data={"csrf": csrf, "name": ""}, headers=SAME_SITE).status_code == 422


def test_hours_that_cannot_be_read_are_said_beside_the_fields(client: TestClient, town: Database) -> None:
    csrf = sign_in(client, town, AccountRole.STAFF)
    wrong = client.post(
        "/spellistor/vanlig/tider", data={"csrf": csrf, "days": "work", "start": "sen", "end": "19"}, headers=SAME_SITE
    )
    assert wrong.status_code == 422
    assert 'value="sen"' in wrong.text
    send(client, csrf, "tider", days="work", start="13", end="24")
    assert "Måndag till fredag 13–0" in client.get("/spellistor/vanlig").text
    with town.read() as session:
        assert len(session.get_one(StoredPlaylist, "vanlig").dayparts) == 1


def test_hours_are_read_and_said_alike() -> None:
    daypart = read("weekend", "9.30", "17")
    assert daypart is not None
    assert say(daypart, words_for("sv")) == "lördag och söndag 9.30–17"
    assert read("every", "9", "9") is None


def test_what_changed_nothing_says_nothing_and_leaves_no_undo(
    client: TestClient, town: Database, add_card: AddCard
) -> None:
    csrf = sign_in(client, town, AccountRole.STAFF)
    for card in ("a", "b"):
        add_card(news(card))
    assert "gjort=" not in send(client, csrf, "flytta", rad=entry_of(town, "a"), hall="upp")
    assert "gjort=" not in send(client, csrf, "vikta", rad=entry_of(town, "a"), ofta="1")
    assert "gjort=" not in send(client, csrf, "skarmar", screens="bib-entre")
