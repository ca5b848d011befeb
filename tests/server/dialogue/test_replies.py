from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from cards.kinds.question.facts import QuestionFacts
from cards.model import Card, Text
from server.access.stamp import make_stamp, read_stamp
from server.dialogue import counts, questions
from server.dialogue.replies import Words, change, faults, send, take_back, words_of
from server.intake.coming import Coming, coming
from server.settings import Settings
from server.storage.models import CardState, CardVersion, Origin, Reply, ReplyState, StoredCard, Tray
from server.storage.session import Database

NOW = datetime(2026, 11, 26, 13, 32, tzinfo=UTC)
SECRET = b"s" * 32
OPTIONS = ("Toalett", "Brygga", "Annat")
CARD = Card(
    id="badplatsen",
    version=1,
    facts=QuestionFacts(options=OPTIONS, answer_by=date(2026, 12, 12), owner="Fritidschefen"),
    texts={"sv": Text(title="Vad saknar du mest vid badplatsen?")},
    sender="Kultur och fritid",
)


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    with database.write() as session:
        version = CardVersion(version=1, content=CARD, sha256="0" * 64, made_at=NOW)
        session.add(
            StoredCard(
                id=CARD.id,
                kind="question",
                state=CardState.PUBLISHED,
                origin=Origin.STAFF,
                published_version=1,
                made_at=NOW,
                changed_at=NOW,
                versions=[version],
            )
        )
        session.flush()
        yield session


def came(seconds: int = 30, *, trap: str = "", within: bool = True, stamp: str = "") -> Coming:
    stamp = stamp or make_stamp(SECRET, "reply", NOW - timedelta(seconds=seconds))
    return coming(read_stamp(SECRET, "reply", stamp, NOW), SECRET, trap, within)


def reply(session: Session, words: Words, way: Coming | None = None) -> Reply:
    return send(session, words, way or came(), NOW, municipality="Älvdala kommun", question_card_id=CARD.id)


def test_a_reply_is_kept_with_a_code_and_counted(session: Session) -> None:
    sent = reply(session, Words(option=1, text="Gärna en lång."))
    assert sent.code.startswith("ÄLV-")
    assert sent.state is ReplyState.NEW
    assert counts.answers(session, CARD.id) == 1
    assert counts.by_option(session, CARD.id) == {1: 1}


def test_the_same_form_twice_counts_once_and_its_last_words_hold(session: Session) -> None:
    stamp = make_stamp(SECRET, "reply", NOW - timedelta(seconds=30))
    first = reply(session, Words(option=1), came(stamp=stamp))
    again = reply(session, Words(option=2, text="Bastu"), came(stamp=stamp))
    assert again is first
    assert (again.option, again.text) == (2, "Bastu")
    assert counts.answers(session, CARD.id) == 1


@pytest.mark.parametrize(
    "way",
    [came(1), came(60 * 60 * 25), came(trap="http://spam.example"), came(within=False), came(stamp="1.forged.x")],
    ids=["too fast", "too late", "trap", "beyond the budget", "forged"],
)
def test_what_comes_oddly_goes_to_the_second_tray_and_counts_once_read(session: Session, way: Coming) -> None:
    sent = reply(session, Words(option=0), way)
    assert sent.tray is Tray.SECOND
    assert counts.answers(session, CARD.id) == 0
    sent.state = ReplyState.READ
    assert counts.answers(session, CARD.id) == 1


def test_changed_words_are_read_again_but_another_choice_is_not(session: Session) -> None:
    sent = reply(session, Words(option=0, text="Nära vattnet"))
    sent.state, sent.read_at = ReplyState.READ, NOW
    assert change(sent, Words(option=1, text="Nära vattnet"))
    assert sent.state is ReplyState.READ
    assert change(sent, Words(option=1, text="Nära skogen"))
    assert sent.state is ReplyState.NEW
    assert sent.read_at is None


def test_an_answered_reply_stays_what_it_was(session: Session) -> None:
    sent = reply(session, Words(option=0))
    sent.state = ReplyState.ANSWERED
    assert not change(sent, Words(option=2))
    assert not take_back(sent)


def test_what_is_taken_back_or_hidden_does_not_count(session: Session) -> None:
    first, second = reply(session, Words(option=0)), reply(session, Words(option=1))
    assert take_back(first)
    second.state = ReplyState.HIDDEN
    assert counts.answers(session, CARD.id) == 0


def test_a_form_is_read_whatever_it_holds() -> None:
    assert words_of({"option": "1", "text": "Hej\r\n\u202eåh"}, OPTIONS) == Words(option=1, text="Hej\nåh")
    for hostile in ("3", "-1", "١", "1e1", "999999999999999999999", "", None, b"1"):
        assert words_of({"option": hostile}, OPTIONS).option is None


def test_what_is_missing_or_too_long_is_said() -> None:
    assert [fault.field for fault in faults(Words(), OPTIONS)] == ["option"]
    assert [fault.field for fault in faults(Words(), ())] == ["text"]
    assert [fault.field for fault in faults(Words(option=0, text="å" * 301), OPTIONS)] == ["text"]
    assert faults(Words(option=0, text="å" * 300), OPTIONS) == ()


def test_a_question_gets_one_short_address_and_its_card_carries_it(session: Session, settings: Settings) -> None:
    question = questions.ensure(session, CARD.id, NOW)
    assert questions.ensure(session, CARD.id, NOW) is question
    reply(session, Words(option=1))
    dressed = questions.dress(session, CARD, settings)
    assert isinstance(dressed.facts, QuestionFacts)
    assert dressed.facts.answers_so_far == 1
    assert dressed.link is not None
    assert dressed.link.url == f"http://localhost:8080/s/{question.short_code}"
    assert dressed.link.short == f"localhost:8080/s/{question.short_code}"
    assert questions.by_short(session, question.short_code.upper()) is question


def test_a_card_without_an_address_is_left_as_it_is(session: Session, settings: Settings) -> None:
    assert questions.dress(session, CARD, settings) is CARD
