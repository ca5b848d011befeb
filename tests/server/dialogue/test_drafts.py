"""Nobody without an account reads what staff have not published: also not through a question's short address."""

from datetime import date

from starlette.testclient import TestClient

from cards.kinds.question.facts import QuestionFacts
from cards.model import Card, Text
from server.dialogue import questions
from server.publishing.versions import add_version, make_card, publish_card, withdraw_card
from server.storage.models import Origin, StoredCard
from server.storage.session import Database
from tests.server.conftest import NOON


def question(title: str) -> Card:
    facts = QuestionFacts(answer_by=date(2026, 12, 1))
    return Card(id="q", version=1, facts=facts, texts={"sv": Text(title=title)}, sender="Kommunen")


def test_a_closed_question_shows_what_was_approved_and_no_draft(client: TestClient, town: Database) -> None:
    with town.write() as session:
        stored = make_card(session, question("Var ska bänkarna stå?"), Origin.STAFF, None, NOON)
        publish_card(stored, None, NOON)
        short = questions.ensure(session, "q", NOON).short_code
        add_version(session, stored, question("Hemligt utkast"), None, NOON)
        withdraw_card(stored, NOON)
    answer = client.get(f"/s/{short}")
    assert answer.status_code == 410
    assert "Hemligt utkast" not in answer.text
    assert "bänkarna" in answer.text


def test_a_question_that_never_was_approved_is_not_there(client: TestClient, town: Database) -> None:
    with town.write() as session:
        make_card(session, question("Hemligt utkast"), Origin.STAFF, None, NOON)
        short = questions.ensure(session, "q", NOON).short_code
    answer = client.get(f"/s/{short}")
    assert answer.status_code == 404
    assert "Hemligt" not in answer.text


def test_the_last_approved_words_are_none_where_there_are_none(town: Database) -> None:
    with town.write() as session:
        make_card(session, question("Utkast"), Origin.STAFF, None, NOON)
        assert questions.last_approved(session.get_one(StoredCard, "q")) is None
