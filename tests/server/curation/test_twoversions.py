"""Two staff write in the same card: neither is kept over the other, every word stays, and the later one chooses."""

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from starlette.testclient import TestClient

from server.access import sessions
from server.app import Torget
from server.storage.models import Account, AccountRole, StoredCard
from server.storage.session import Database
from tests.server.conftest import NOON, Clock, account
from tests.server.curation.conftest import Desk
from tests.server.curation.test_writing import on_screen, only_card

pytestmark = pytest.mark.slow  # whole flows through the pages, dozens of them

Concert = Callable[..., dict[str, Any]]


@pytest.fixture
def anna(app: Torget, town: Database, desk: Desk) -> Desk:
    """A colleague at her own desk."""
    owner = account(town, AccountRole.STAFF, "Anna")
    with town.write() as session:
        session.get_one(Account, owner.id).called = "Anna"
        token = sessions.begin(session, session.get_one(Account, owner.id), NOON)
    client = TestClient(app, base_url="http://localhost:8080", follow_redirects=False)
    client.cookies.set("torget", token)
    found = sessions.find(town, token, NOON)
    assert found is not None
    return Desk(client, found.csrf)


def fields_of(page: str, form: str = "") -> dict[str, Any]:
    """What a browser would send of the page's hidden fields and chosen radios."""
    sent: dict[str, Any] = {}
    for tag in re.findall(r"<input[^>]+>", page):
        name, value = re.search(r'name="([^"]+)"', tag), re.search(r'value="([^"]*)"', tag)
        kind = re.search(r'type="(\w+)"', tag)
        if not name or name[1] == "csrf" or (kind and kind[1] in ("radio", "checkbox") and " checked" not in tag):
            continue
        if name[1] == "screens":
            sent.setdefault("screens", []).append(value[1] if value else "")
        else:
            sent[name[1]] = unescape(value[1]) if value else ""
    return sent


def began(desk: Desk, card: str) -> dict[str, str]:
    form = fields_of(desk.get(f"/kort/{card}/andra").text)
    return {name: form[name] for name in ("seen", "stood", "state")}


@pytest.fixture
def card(desk: Desk, town: Database, concert: Concert) -> str:
    desk.post("/kort/nytt/event", concert())
    return only_card(town).id


def text_on_screens(town: Database, place: bool = False) -> str:
    card: StoredCard = only_card(town)
    content = card.version(card.published_version).content
    return str(getattr(content.facts, "place", "")) if place else content.text("sv").title


def test_a_save_over_a_newer_version_shows_both_and_changes_nothing(
    desk: Desk, anna: Desk, town: Database, clock: Clock, card: str, concert: Concert
) -> None:
    mine, hers = began(desk, card), began(anna, card)
    clock.pass_by(timedelta(minutes=62))
    anna.post(f"/kort/{card}/andra", concert(title="Annas konsert", place="Kyrkan") | hers)
    answer = desk.post(f"/kort/{card}/andra", concert(title="Min konsert", body="Mina ord.") | mine)
    assert answer.status_code == 409
    page = unescape(answer.text)
    assert "Anna sparade en nyare version klockan 14.02" in page
    for words in ("Annas konsert", "Min konsert", "Kyrkan", "Folkets Hus", "Mina ord."):
        assert words in page
    assert text_on_screens(town) == "Annas konsert"
    assert only_card(town).latest_version == 2


def test_the_later_writer_chooses_field_by_field(
    desk: Desk, anna: Desk, town: Database, card: str, concert: Concert
) -> None:
    mine, hers = began(desk, card), began(anna, card)
    anna.post(f"/kort/{card}/andra", concert(title="Annas konsert", place="Kyrkan") | hers)
    both = desk.post(f"/kort/{card}/andra", concert(title="Min konsert", body="Mina ord.") | mine)
    chosen = fields_of(both.text)
    assert chosen["ta-title"] == "mine"
    assert chosen["ta-place"] == "theirs", "only Anna changed the place"
    assert "ta-body" not in chosen, "only the later one changed the sentence"
    saved = desk.post(f"/kort/{card}/andra", chosen | {"act": "publish"})
    assert saved.status_code == 303
    assert text_on_screens(town) == "Min konsert"
    assert text_on_screens(town, place=True) == "Kyrkan"
    assert only_card(town).version().content.text("sv").body == "Mina ord."


def test_going_on_writing_brings_the_chosen_words_into_the_form(
    desk: Desk, anna: Desk, card: str, concert: Concert
) -> None:
    mine, hers = began(desk, card), began(anna, card)
    anna.post(f"/kort/{card}/andra", concert(title="Annas konsert") | hers)
    both = desk.post(f"/kort/{card}/andra", concert(title="Min konsert", place="Kyrkan") | mine)
    form = desk.post(f"/kort/{card}/andra", fields_of(both.text) | {"ta-title": "theirs", "act": "show"})
    assert form.status_code == 200
    written = fields_of(form.text)
    assert (written["title"], written["place"], written["seen"]) == ("Annas konsert", "Kyrkan", "2")


def test_a_third_version_meanwhile_is_shown_too(desk: Desk, anna: Desk, card: str, concert: Concert) -> None:
    mine, hers = began(desk, card), began(anna, card)
    anna.post(f"/kort/{card}/andra", concert(title="Annas konsert") | hers)
    both = desk.post(f"/kort/{card}/andra", concert(title="Min konsert") | mine)
    anna.post(f"/kort/{card}/andra", concert(title="Annas andra konsert") | began(anna, card))
    again = desk.post(f"/kort/{card}/andra", fields_of(both.text) | {"act": "publish"})
    assert again.status_code == 409
    assert "Annas andra konsert" in again.text


def test_what_the_newer_version_left_alone_is_no_clash(
    desk: Desk, anna: Desk, town: Database, card: str, concert: Concert
) -> None:
    mine = began(desk, card)
    anna.post(f"/kort/{card}/stall-in", {"sure": "1"})
    assert desk.post(f"/kort/{card}/andra", concert(title="Min konsert") | mine).status_code == 303
    facts = only_card(town).version().content.facts
    assert getattr(facts, "cancelled", None) is True, "the cancelling stays"


def test_screens_and_a_form_that_does_not_say_what_it_began_from_clash_too(
    desk: Desk, anna: Desk, town: Database, card: str, second_screen: str, concert: Concert
) -> None:
    mine = began(desk, card)
    anna.post(f"/kort/{card}/andra", concert(screens=["bib-entre", second_screen]) | began(anna, card))
    both = desk.post(f"/kort/{card}/andra", concert(title="Min konsert") | mine)
    assert fields_of(both.text)["ta-screens"] == "theirs"
    desk.post(f"/kort/{card}/andra", fields_of(both.text) | {"act": "publish"})
    assert on_screen(town, second_screen) == {card}
    anna.post(f"/kort/{card}/andra", concert(title="Annas konsert") | began(anna, card))
    assert desk.post(f"/kort/{card}/andra", concert(title="Utan minne")).status_code == 409


def test_a_change_is_not_published_over_a_taking_down_in_silence(
    desk: Desk, anna: Desk, town: Database, card: str, concert: Concert
) -> None:
    mine = began(desk, card)
    anna.post(f"/kort/{card}/ta-ner", {})
    answer = desk.post(f"/kort/{card}/andra", concert(title="Min konsert") | mine)
    assert answer.status_code == 409
    assert "togs ner medan du skrev" in answer.text
    assert 'value="Min konsert"' in answer.text
    assert on_screen(town) == set()
    again = concert(title="Min konsert") | {name: fields_of(answer.text)[name] for name in mine}
    assert desk.post(f"/kort/{card}/andra", again).status_code == 303
    assert on_screen(town) == {card}


def test_screens_do_not_change_before_the_change_is_published(
    desk: Desk, town: Database, card: str, second_screen: str, concert: Concert
) -> None:
    draft = concert(act="draft", screens=[second_screen]) | began(desk, card)
    answer = desk.post(f"/kort/{card}/andra", draft)
    assert answer.status_code == 422
    assert "Skärmarna ändras först när du publicerar" in answer.text
    assert on_screen(town) == {card}
    assert only_card(town).latest_version == 1
