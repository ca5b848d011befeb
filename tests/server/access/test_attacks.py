"""What attackers do at the door: many guesses at once, a forged host, one link pressed twice, somebody else's undo."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from starlette.testclient import TestClient

from server import history
from server.access.actors import Actor, Role
from server.access.passwords import PasswordGuessableError, hash_password
from server.access.rules import NotVisibleError
from server.access.throttle import FREE_FOR_ACCOUNT, Throttle
from server.storage.models import StoredScreen
from server.storage.session import Database
from tests.server.conftest import NOON


def test_guesses_at_once_wait_as_guesses_in_a_row_do() -> None:
    throttle = Throttle()

    async def guess() -> float:
        with throttle.trying("asa", "203.0.113.7") as wait_s:
            await asyncio.sleep(0.01)
            throttle.failed("asa", "203.0.113.7")
            return wait_s

    async def all_at_once() -> list[float]:
        return await asyncio.gather(*(guess() for _ in range(20)))

    with ThreadPoolExecutor(1) as apart:  # a loop of its own: a browser test's may still run in this thread
        waits = apart.submit(lambda: asyncio.run(all_at_once())).result()
    assert sum(wait == 0.0 for wait in waits) <= FREE_FOR_ACCOUNT
    assert throttle.wait_s("beda", "203.0.113.8") == 0.0


@pytest.mark.parametrize("path", ["/fraga/", "/kort/?a=1", "//evil.example/"])
def test_a_forged_host_is_never_where_a_redirect_leads(client: TestClient, path: str) -> None:
    answer = client.get(path, headers={"host": "evil.example"})
    assert "evil.example" not in answer.headers.get("location", "").partition("?")[0]


def test_staff_cannot_undo_what_only_administrators_may_do(town: Database) -> None:
    with town.write() as session:
        screen = session.get_one(StoredScreen, "bib-entre")
        before = history.snapshot(session, screen)
        screen.distance_m = 9.0
        row = history.record(session, Actor(role=Role.ADMIN), "settled", screen, before, NOON).id
    with pytest.raises(NotVisibleError), town.write() as session:
        history.undo(session, row, Actor(role=Role.STAFF), NOON)
    with town.write() as session:
        history.undo(session, row, Actor(role=Role.ADMIN), NOON)


def test_a_fault_of_the_database_does_not_say_what_people_wrote(town: Database) -> None:
    with pytest.raises(SQLAlchemyError) as caught, town.write() as session:
        session.execute(text("INSERT INTO nowhere VALUES (:words)"), {"words": "Ring mig på 070-1740605"})
    assert "070-1740605" not in str(caught.value)


@pytest.mark.parametrize(
    "password", ["Sommaren2026!", "S0mm4r2026!!", "lösenordlösenord", "123456789012", "qwertyuiop12", "1q2w3e4r5t6y"]
)
def test_what_people_take_first_is_refused(password: str) -> None:
    with pytest.raises(PasswordGuessableError):
        hash_password(password)


@pytest.mark.parametrize("password", ["blå häst äter snö", "kaffe dragon hockey snöröjning"])
def test_a_sentence_is_taken_though_listed_words_stand_in_it(password: str) -> None:
    assert hash_password(password)
