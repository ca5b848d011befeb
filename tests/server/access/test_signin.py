"""Signing in: by password, by a link that counts once, and what ends a session."""

from datetime import timedelta

import pytest
from starlette.testclient import TestClient

from server import audit
from server.access import sessions
from server.access.accounts import disable_account, set_password
from server.access.links import LinkSpentError, new_link, staff_link, use_link
from server.access.passwords import PasswordGuessableError, PasswordLengthError, hash_password, right_password
from server.access.signin import own_path
from server.access.throttle import LONGEST_WAIT_S, Throttle
from server.settings import Settings, Web
from server.storage.models import Account, AccountRole, AuditRow, SigninLink, StaffSession
from server.storage.session import Database
from tests.server.conftest import NOON, Clock, account, sign_in

OURS = {"origin": "http://localhost:8080"}
PASSWORD = "blå häst äter snö"


def with_password(database: Database, name: str = "asa") -> Account:
    owner = account(database, AccountRole.STAFF, name)
    with database.write() as session:
        set_password(session, session.get_one(Account, owner.id), PASSWORD, NOON)
    return owner


def test_name_and_password_sign_in(client: TestClient, town: Database) -> None:
    with_password(town)
    answer = client.post("/logga-in", data={"name": " Asa ", "password": PASSWORD, "next": "/kort"}, headers=OURS)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/kort"
    cookie = answer.headers["set-cookie"].lower()
    assert cookie.startswith("torget=")
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert "secure" not in cookie
    assert client.get("/konto").status_code == 200


def test_signing_in_anew_ends_the_browsers_former_session(client: TestClient, town: Database) -> None:
    sign_in(client, town, AccountRole.ADMIN)
    former = client.cookies["torget"]
    with_password(town)
    client.post("/logga-in", data={"name": "asa", "password": PASSWORD}, headers=OURS)
    assert sessions.find(town, former, NOON) is None


@pytest.mark.parametrize(("name", "password"), [("asa", "fel lösenord nu"), ("ingen", PASSWORD)])
def test_wrong_name_and_wrong_password_get_one_answer(
    client: TestClient, town: Database, name: str, password: str
) -> None:
    with_password(town)
    answer = client.post("/logga-in", data={"name": name, "password": password}, headers=OURS)
    assert answer.status_code == 400
    assert "set-cookie" not in answer.headers
    assert name in answer.text
    assert password not in answer.text


def test_looking_at_a_link_changes_nothing_and_its_button_counts_once(
    client: TestClient, town: Database, settings: Settings
) -> None:
    path = staff_link(town, settings, NOON).removeprefix(settings.base_url)
    for _ in range(3):
        assert client.get(path).status_code == 200
        assert "set-cookie" not in client.get(path).headers
    assert client.post(path, headers=OURS).status_code == 303
    assert client.get("/konto").status_code == 200
    assert client.post(path, headers=OURS).status_code == 410
    assert client.get(path).status_code == 410


def test_a_link_dies_after_a_day_and_with_the_next_one(town: Database, settings: Settings) -> None:
    first = staff_link(town, settings, NOON).rpartition("/")[2]
    second = staff_link(town, settings, NOON).rpartition("/")[2]
    with town.write() as session:
        with pytest.raises(LinkSpentError):
            use_link(session, first, NOON)
        with pytest.raises(LinkSpentError):
            use_link(session, second, NOON + timedelta(hours=24))
        assert use_link(session, second, NOON + timedelta(hours=23)).role is AccountRole.ADMIN


@pytest.mark.sqlite
def test_tokens_are_nowhere_in_the_database(client: TestClient, town: Database, settings: Settings) -> None:
    link = staff_link(town, settings, NOON)
    client.post(link.removeprefix(settings.base_url), headers=OURS)
    cookie = client.cookies["torget"]
    kept = (settings.data_folder / "torget.db").read_bytes() + (settings.data_folder / "torget.db-wal").read_bytes()
    assert cookie.encode() not in kept
    assert link.rpartition("/")[2].encode() not in kept


@pytest.mark.parametrize(
    ("role", "idle", "absolute"),
    [
        (AccountRole.STAFF, timedelta(hours=8), timedelta(days=14)),
        (AccountRole.ADMIN, timedelta(hours=1), timedelta(hours=12)),
    ],
)
def test_a_session_ends_when_idle_and_at_its_limit(
    client: TestClient, town: Database, clock: Clock, role: AccountRole, idle: timedelta, absolute: timedelta
) -> None:
    sign_in(client, town, role)
    step = idle - timedelta(minutes=1)
    lived = timedelta()
    while lived + step < absolute:
        clock.pass_by(step)
        lived += step
        assert client.get("/konto").status_code == 200
    clock.pass_by(absolute - lived)
    assert client.get("/konto").status_code == 303


def test_an_idle_session_is_over(client: TestClient, town: Database, clock: Clock) -> None:
    sign_in(client, town, AccountRole.STAFF)
    clock.pass_by(timedelta(hours=8))
    assert client.get("/konto").status_code == 303


def test_signing_out_ends_it_on_the_server_too(client: TestClient, town: Database) -> None:
    csrf = sign_in(client, town, AccountRole.STAFF)
    token = client.cookies["torget"]
    assert client.post("/logga-ut", data={"csrf": csrf}, headers=OURS).status_code == 303
    assert sessions.find(town, token, NOON) is None


def test_a_disabled_accounts_sessions_end_at_once(client: TestClient, town: Database) -> None:
    sign_in(client, town, AccountRole.STAFF)
    with town.write() as session:
        disable_account(session, session.query(Account).one(), "system", NOON)
    assert client.get("/konto").status_code == 303


def test_a_new_password_ends_the_other_sessions_and_begins_a_new_one(client: TestClient, town: Database) -> None:
    csrf = sign_in(client, town, AccountRole.STAFF)
    old = client.cookies["torget"]
    answer = client.post("/konto", data={"csrf": csrf, "new": PASSWORD}, headers=OURS)
    assert answer.status_code == 303
    assert sessions.find(town, old, NOON) is None
    assert client.get("/konto").status_code == 200
    with town.read() as session:
        assert session.query(StaffSession).count() == 1


def test_the_present_password_is_asked_for(client: TestClient, town: Database) -> None:
    owner = with_password(town)
    with town.write() as session:
        token = sessions.begin(session, session.get_one(Account, owner.id), NOON)
    client.cookies.set("torget", token)
    found = sessions.find(town, token, NOON)
    assert found is not None
    form = {"csrf": found.csrf, "new": "gul sol över fjäll", "old": "fel lösenord nu"}
    assert client.post("/konto", data=form, headers=OURS).status_code == 400
    assert client.post("/konto", data=form | {"old": PASSWORD}, headers=OURS).status_code == 303


def test_passwords_are_long_rather_than_odd() -> None:
    for short in ("elva tecken", ""):
        with pytest.raises(PasswordLengthError):
            hash_password(short)
    with pytest.raises(PasswordLengthError):
        hash_password("a b c d e f " * 11)
    for guessable in ("aaaaaaaaaaaa", "torget torget", "lösenord123456", "alvdalakommun1"):
        with pytest.raises(PasswordGuessableError):
            hash_password(guessable, ("Älvdala", "alvdala", "kommun"))
    assert right_password(PASSWORD, hash_password(PASSWORD))


def test_a_password_is_the_same_however_its_letters_are_composed() -> None:
    assert right_password("bla\u030a ha\u0308st a\u0308ter sno\u0308", hash_password(PASSWORD))


def test_failures_slow_down_and_never_lock_out() -> None:
    throttle = Throttle()
    for _ in range(4):
        throttle.failed("asa", "10.0.0.1")
    assert throttle.wait_s("asa", "10.0.0.2") == 0
    waits = []
    for _ in range(20):
        throttle.failed("asa", "10.0.0.1")
        waits.append(throttle.wait_s("asa", "10.0.0.2"))
    assert waits == sorted(waits)
    assert 0 < waits[0] < waits[-1] == LONGEST_WAIT_S
    assert throttle.wait_s("bo", "10.0.0.2") == 0


@pytest.mark.parametrize(
    "wanted", ["https://evil.example", "//evil.example", "/\\evil.example", "\\/evil.example", "", "/a\nb", "kort"]
)
def test_one_is_never_sent_to_another_host(wanted: str) -> None:
    assert own_path(wanted) == "/"


def test_the_cookie_is_bound_to_the_host_behind_tls() -> None:
    assert sessions.cookie_name(Settings(web=Web(url="https://skyltar.alvdala.se"))) == "__Host-torget"


def test_sign_ins_and_refusals_are_in_the_audit(client: TestClient, town: Database) -> None:
    with_password(town)
    client.post("/logga-in", data={"name": "asa", "password": "fel"}, headers=OURS)
    client.post("/logga-in", data={"name": "asa", "password": PASSWORD}, headers=OURS)
    with town.read() as session:
        told = [(row.action, row.result) for row in session.query(AuditRow) if row.action == "signed-in"]
        assert told == [("signed-in", "refused"), ("signed-in", "ok")]
        assert audit.first_break(session) is None


def test_used_links_say_when(town: Database, settings: Settings) -> None:
    owner = account(town, AccountRole.STAFF)
    with town.write() as session:
        token = new_link(session, settings, session.get_one(Account, owner.id), NOON).rpartition("/")[2]
        use_link(session, token, NOON)
    with town.read() as session:
        assert session.query(SigninLink).one().used_at == NOON
