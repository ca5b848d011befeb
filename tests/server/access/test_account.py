"""One's own account: where one is signed in, and signing out there. Nobody reaches another account's sessions."""

from datetime import timedelta

import pytest
from starlette.testclient import TestClient

from server.access import sessions
from server.access.browsers import browser_name
from server.access.sessions import IDLE
from server.storage.models import Account, AccountRole, StaffSession
from server.storage.session import Database
from tests.server.conftest import NOON, Clock, account, sign_in

pytestmark = pytest.mark.slow  # whole flows through pages and files, dozens of them

OURS = {"origin": "http://localhost:8080"}
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Mobile/15E148 Safari/604.1"


def begin_elsewhere(database: Database, browser: str = "Safari, iPhone", owner: int | None = None) -> int:
    """A second session of the signed-in account, or one of `owner`; returns its id."""
    with database.write() as session:
        found = session.get_one(Account, owner) if owner else session.query(Account).order_by(Account.id).first()
        assert found is not None
        token = sessions.begin(session, found, NOON - timedelta(hours=1), browser=browser)
    living = sessions.find(database, token, NOON - timedelta(hours=1))
    assert living is not None
    return living.id


def ids(database: Database) -> set[int]:
    with database.read() as session:
        return {found.id for found in session.query(StaffSession)}


def test_the_page_names_each_device_and_when_it_was_seen(client: TestClient, town: Database) -> None:
    sign_in(client, town, AccountRole.STAFF)
    begin_elsewhere(town)
    page = client.get("/konto").text
    assert "Safari, iPhone" in page
    assert "i dag 12.00" in page
    assert page.count("Den här enheten") == 1


def test_a_lost_phone_is_signed_out(client: TestClient, town: Database) -> None:
    csrf = sign_in(client, town, AccountRole.STAFF)
    phone = begin_elsewhere(town)
    answer = client.post("/konto/enheter", data={"csrf": csrf, "end": str(phone)}, headers=OURS)
    assert answer.status_code == 303
    assert phone not in ids(town)
    assert "Utloggad där." in client.get(answer.headers["location"]).text


def test_all_others_are_signed_out_at_once(client: TestClient, town: Database) -> None:
    csrf = sign_in(client, town, AccountRole.STAFF)
    others = {begin_elsewhere(town), begin_elsewhere(town, "")}
    client.post("/konto/enheter", data={"csrf": csrf, "end": "others"}, headers=OURS)
    assert not others & ids(town)
    assert client.get("/konto").status_code == 200


@pytest.mark.parametrize("odd", ["", "abc", "-1", "999999", "1 OR 1=1", "٣"])
def test_odd_numbers_end_nothing(client: TestClient, town: Database, odd: str) -> None:
    csrf = sign_in(client, town, AccountRole.STAFF)
    before = ids(town)
    assert client.post("/konto/enheter", data={"csrf": csrf, "end": odd}, headers=OURS).status_code == 303
    assert ids(town) == before


def test_another_accounts_session_cannot_be_ended_or_seen(client: TestClient, town: Database) -> None:
    csrf = sign_in(client, town, AccountRole.ADMIN)
    foreign = begin_elsewhere(town, "Edge, Windows", account(town, AccountRole.STAFF, "bo").id)
    assert "Edge, Windows" not in client.get("/konto").text
    for which in (str(foreign), "others"):
        client.post("/konto/enheter", data={"csrf": csrf, "end": which}, headers=OURS)
    assert foreign in ids(town)


def test_sessions_that_are_over_are_not_listed(client: TestClient, town: Database, clock: Clock) -> None:
    sign_in(client, town, AccountRole.STAFF)
    begin_elsewhere(town)
    clock.pass_by(IDLE[AccountRole.STAFF] - timedelta(minutes=30))
    assert "Safari, iPhone" not in client.get("/konto").text


def test_whoever_signs_in_again_can_send_what_was_half_written(client: TestClient, town: Database) -> None:
    csrf = sign_in(client, town, AccountRole.STAFF)
    former = client.cookies["torget"]
    with town.write() as session:
        token = sessions.begin(session, session.query(Account).one(), NOON, former=former)
    client.cookies.set("torget", token)
    assert client.post("/konto/enheter", data={"csrf": csrf, "end": ""}, headers=OURS).status_code == 303
    assert sessions.find(town, former, NOON) is None


def test_another_account_in_the_same_browser_gets_tokens_of_its_own(client: TestClient, town: Database) -> None:
    csrf = sign_in(client, town, AccountRole.STAFF)
    other = account(town, AccountRole.STAFF, "bo")
    with town.write() as session:
        token = sessions.begin(session, session.get_one(Account, other.id), NOON, former=client.cookies["torget"])
    found = sessions.find(town, token, NOON)
    assert found is not None
    assert found.csrf != csrf


@pytest.mark.parametrize(
    ("said", "name"),
    [
        (PHONE, "Safari, iPhone"),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox, Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36", "Chrome, Linux"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0", "Edge, Windows"),
        ("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36", "Chrome, Android"),
        ("<script>alert(1)</script>" * 500, ""),
        ("", ""),
    ],
)
def test_a_browser_has_a_name_that_its_owner_knows(said: str, name: str) -> None:
    assert browser_name(said) == name
