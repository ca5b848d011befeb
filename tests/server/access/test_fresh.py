"""Grave acts want a fresh sign-in: the page that asks keeps what was typed, and the act then goes on."""

import html
import re
from datetime import timedelta

import pytest
from starlette.testclient import TestClient

from cards.kinds.alert.facts import AlertFacts
from cards.model import Card, Text
from server.access import sessions
from server.access.accounts import set_password
from server.access.fresh import FRESH_FOR
from server.access.links import new_link
from server.access.pages import EVERYONE, Page
from server.publishing.versions import make_card
from server.settings import Settings
from server.storage.models import (
    Account,
    AccountRole,
    AuditRow,
    CardState,
    Origin,
    StaffSession,
    StoredCard,
    StoredScreen,
)
from server.storage.session import Database
from tests.server.conftest import NOON, Clock, sign_in

pytestmark = pytest.mark.slow  # whole flows through pages and files, dozens of them

OURS = {"origin": "http://localhost:8080"}
PASSWORD = "blå häst äter snö"
SETTINGS = "/skarmar/bib-entre/installningar"
TYPED = {"name": 'Entrén "stora" & lilla', "place": "Rad ett\nRad två", "inches": "65", "metres": "4"}
WORDS = {"title": "Koka vattnet", "act": "publish", "sure": "1", "screens": "bib-entre"}


def begin(client: TestClient, town: Database) -> str:
    """Sign an administrator in, with the cookie where a later one takes its place."""
    csrf = sign_in(client, town, AccountRole.ADMIN)
    token = client.cookies["torget"]
    client.cookies.clear()
    client.cookies.set("torget", token, domain="localhost.local", path="/")
    return csrf


@pytest.fixture
def csrf(client: TestClient, town: Database) -> str:
    """An administrator with a password is signed in."""
    csrf = begin(client, town)
    with town.write() as session:
        found = session.query(StaffSession).one()
        set_password(session, session.get_one(Account, found.account_id), PASSWORD, NOON, keep=found.id)
    return csrf


def water() -> Card:
    """An important message."""
    facts = AlertFacts(area="Hela kommunen", since=NOON)
    return Card(id="vatten", version=1, facts=facts, texts={"sv": Text(title="Koka vattnet")})


def kept_in(page: str) -> dict[str, str]:
    """The hidden fields of the page that asks."""
    return {
        name: html.unescape(value) for name, value in re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page)
    }


def test_a_fresh_sign_in_is_not_asked_again(client: TestClient, csrf: str, clock: Clock) -> None:
    clock.pass_by(FRESH_FOR - timedelta(seconds=1))
    assert client.get(SETTINGS).status_code == 200
    assert client.post(SETTINGS, data=TYPED | {"csrf": csrf}, headers=OURS).status_code == 303


def test_one_is_asked_before_one_begins_to_write(client: TestClient, csrf: str, clock: Clock) -> None:
    clock.pass_by(FRESH_FOR)
    answer = client.get(SETTINGS + "?fraga=1")
    assert answer.status_code == 303
    page = client.get(answer.headers["location"])
    assert kept_in(page.text)["next"] == SETTINGS + "?fraga=1"
    sent = kept_in(page.text) | {"own_password": PASSWORD}
    done = client.post("/konto/bekrafta", data=sent, headers=OURS)
    assert (done.status_code, done.headers["location"]) == (303, SETTINGS + "?fraga=1")
    assert client.get(SETTINGS).status_code == 200


def test_what_was_typed_is_kept_and_done_after_the_password(
    client: TestClient, csrf: str, clock: Clock, town: Database
) -> None:
    clock.pass_by(FRESH_FOR)
    asked = client.post(SETTINGS, data=TYPED | {"csrf": csrf}, headers=OURS)
    assert asked.status_code == 401
    kept = kept_in(asked.text)
    assert {name: value for name, value in kept.items() if name != "csrf"} == TYPED
    with town.read() as session:
        assert session.get_one(StoredScreen, "bib-entre").name == "Entrén"
    wrong = client.post(SETTINGS, data=kept | {"own_password": "fel lösenord nu"}, headers=OURS)
    assert wrong.status_code == 401
    assert kept_in(wrong.text) == kept
    assert "fel lösenord nu" not in wrong.text
    before = client.cookies["torget"]
    assert client.post(SETTINGS, data=kept | {"own_password": PASSWORD}, headers=OURS).status_code == 303
    assert client.cookies["torget"] != before
    assert sessions.find(town, before, clock.now) is None
    with town.read() as session:
        assert session.get_one(StoredScreen, "bib-entre").name == TYPED["name"]
        told = [row.result for row in session.query(AuditRow) if row.action == "proved"]
    assert told == ["refused", "ok"]


def test_the_tokens_of_other_tabs_still_hold_afterwards(client: TestClient, csrf: str, clock: Clock) -> None:
    clock.pass_by(FRESH_FOR)
    client.post("/konto/bekrafta", data={"csrf": csrf, "own_password": PASSWORD, "next": "/"}, headers=OURS)
    assert client.post(SETTINGS, data=TYPED | {"csrf": csrf}, headers=OURS).status_code == 303


def test_a_password_from_another_site_proves_nothing(client: TestClient, csrf: str, clock: Clock) -> None:
    clock.pass_by(FRESH_FOR)
    sent = TYPED | {"csrf": csrf, "own_password": PASSWORD}
    assert client.post(SETTINGS, data=sent, headers={"origin": "https://evil.example"}).status_code == 403
    assert client.get(SETTINGS).status_code == 303


def test_one_never_goes_on_to_another_host(client: TestClient, csrf: str, clock: Clock) -> None:
    clock.pass_by(FRESH_FOR)
    sent = {"csrf": csrf, "own_password": PASSWORD, "next": "//evil.example/"}
    assert client.post("/konto/bekrafta", data=sent, headers=OURS).headers["location"] == "/"
    assert client.get("/konto/bekrafta?next=https://evil.example").headers["location"] == "/"


def test_without_a_password_a_new_link_proves_it(
    client: TestClient, town: Database, settings: Settings, clock: Clock
) -> None:
    csrf = begin(client, town)
    clock.pass_by(FRESH_FOR)
    asked = client.post(SETTINGS, data=TYPED | {"csrf": csrf}, headers=OURS)
    assert asked.status_code == 401
    assert 'type="password"' not in asked.text
    guess = kept_in(asked.text) | {"own_password": ""}
    assert client.post(SETTINGS, data=guess, headers=OURS).status_code == 401
    with town.write() as session:
        link = new_link(session, settings, session.query(Account).one(), clock.now).removeprefix(settings.base_url)
    assert client.post(link, headers=OURS).status_code == 303
    assert client.post(SETTINGS, data=kept_in(asked.text), headers=OURS).status_code == 303


def test_a_first_password_wants_a_fresh_sign_in(client: TestClient, town: Database, clock: Clock) -> None:
    csrf = sign_in(client, town, AccountRole.STAFF)
    clock.pass_by(FRESH_FOR)
    asked = client.post("/konto", data={"csrf": csrf, "new": PASSWORD}, headers=OURS)
    assert asked.status_code == 401
    assert PASSWORD not in asked.text
    with town.read() as session:
        assert session.query(Account).one().password_hash is None


@pytest.mark.parametrize(
    ("path", "method"),
    [
        ("/skarmar/koppla", "GET"),
        ("/skarmar/koppla", "POST"),
        ("/skarmar/koppla/abc", "POST"),
        (SETTINGS, "GET"),
        ("/skarmar/bib-entre/avsluta", "POST"),
        ("/kort/nytt/alert", "GET"),
        ("/kort/nytt/alert", "POST"),
    ],
)
def test_grave_pages_ask(client: TestClient, csrf: str, clock: Clock, path: str, method: str) -> None:
    clock.pass_by(FRESH_FOR)
    if method == "GET":
        assert client.get(path).headers["location"].startswith("/konto/bekrafta?next=")
    else:
        assert client.post(path, data=WORDS | {"csrf": csrf}, headers=OURS).status_code == 401


@pytest.mark.parametrize("path", ["/skarmar", "/skarmar/bib-entre", "/kort/nytt/news", "/konto"])
def test_everyday_pages_do_not(client: TestClient, csrf: str, clock: Clock, path: str) -> None:
    del csrf
    clock.pass_by(FRESH_FOR)
    assert client.get(path).status_code == 200


def test_an_alert_goes_up_with_a_fresh_sign_in_and_comes_down_without(
    client: TestClient, csrf: str, clock: Clock, town: Database
) -> None:
    with town.write() as session:
        stored = make_card(session, water(), Origin.STAFF, None, NOON)
        sha256 = stored.version().sha256
    clock.pass_by(FRESH_FOR)
    sent = {"csrf": csrf, "sure": "1", "sha256": sha256}
    asked = client.post("/kort/vatten/publicera", data=sent, headers=OURS)
    assert asked.status_code == 401
    done = client.post("/kort/vatten/publicera", data=kept_in(asked.text) | {"own_password": PASSWORD}, headers=OURS)
    assert done.status_code == 303
    clock.pass_by(FRESH_FOR)
    taken = client.post("/kort/vatten/ta-ner", data={"csrf": csrf}, headers=OURS)
    assert taken.status_code == 303
    row = taken.headers["location"].rpartition("=")[2]
    assert client.post(f"/angra/{row}", data={"csrf": csrf}, headers=OURS).status_code == 401
    with town.read() as session:
        assert session.get_one(StoredCard, "vatten").state is CardState.WITHDRAWN


def test_undoing_a_publication_of_an_alert_is_never_held_up(
    client: TestClient, csrf: str, clock: Clock, town: Database
) -> None:
    with town.write() as session:
        sha256 = make_card(session, water(), Origin.STAFF, None, NOON).version().sha256
    sent = {"csrf": csrf, "sure": "1", "sha256": sha256}
    row = client.post("/kort/vatten/publicera", data=sent, headers=OURS).headers["location"].rpartition("=")[2]
    clock.pass_by(FRESH_FOR)
    assert client.post(f"/angra/{row}", data={"csrf": csrf}, headers=OURS).status_code == 303
    with town.read() as session:
        assert session.get_one(StoredCard, "vatten").state is not CardState.PUBLISHED


def test_a_public_page_cannot_be_grave() -> None:
    with pytest.raises(ValueError, match="afresh"):
        Page("/x", lambda _request: None, allow=EVERYONE, grave=lambda _request: True)  # type: ignore[arg-type, return-value]
