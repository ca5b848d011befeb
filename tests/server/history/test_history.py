"""Undo: puts back what was, is itself undone, and never over somebody's later work."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.orm import Session

from server import audit, history
from server.access.actors import Actor, Role
from server.publishing.versions import add_version, make_card, publish_card, withdraw_card
from server.storage.models import (
    AuditRow,
    CardState,
    Origin,
    PlaylistEntry,
    Reply,
    ReplyState,
    StoredCard,
    StoredPlaylist,
    StoredScreen,
    Submission,
    SubmissionState,
)
from server.storage.session import Database
from tests.server.conftest import NOON, news, stored

STAFF = Actor(role=Role.STAFF)
AddCard = Callable[..., None]


def act(town: Database, model: type[Any], key: object, change: Callable[[Session, Any], None]) -> int:
    """Change an object and remember it; returns what `undo` wants."""
    with town.write() as session:
        thing = session.get_one(model, key)
        before = history.snapshot(session, thing)
        change(session, thing)
        return history.record(session, STAFF, "changed", thing, before, NOON).id


def undo(town: Database, row: int) -> int:
    with town.write() as session:
        return history.undo(session, row, STAFF, NOON).id


def test_a_withdrawn_card_is_put_up_again(town: Database, add_card: AddCard) -> None:
    add_card(news("a"))
    row = act(town, StoredCard, "a", lambda _session, card: withdraw_card(card, NOON))
    undo(town, row)
    card = stored(town, "a")
    assert (card.state, card.published_version) == (CardState.PUBLISHED, 1)


def test_going_back_to_an_earlier_text_makes_a_new_approved_version(town: Database, add_card: AddCard) -> None:
    add_card(news("a", "First"))

    def edit(session: Session, card: StoredCard) -> None:
        add_version(session, card, news("a", "Second"), None, NOON)
        publish_card(card, None, NOON)

    undo(town, act(town, StoredCard, "a", edit))
    card = stored(town, "a")
    version = card.version()
    assert (card.latest_version, card.published_version, card.state) == (3, 3, CardState.PUBLISHED)
    assert (version.content.texts["sv"].title, version.content.version) == ("First", 3)
    assert version.approved_sha256 == version.sha256


def test_undoing_that_a_card_was_made_takes_it_down_and_keeps_it(town: Database) -> None:
    with town.write() as session:
        card = make_card(session, news("a"), Origin.STAFF, None, NOON)
        publish_card(card, None, NOON)
        row = history.record(session, STAFF, "published", card, None, NOON).id
    undo(town, row)
    assert stored(town, "a").state is CardState.WITHDRAWN


def test_an_undo_can_be_undone(town: Database, add_card: AddCard) -> None:
    add_card(news("a"))
    row = act(town, StoredCard, "a", lambda _session, card: withdraw_card(card, NOON))
    undo(town, undo(town, row))
    assert stored(town, "a").state is CardState.WITHDRAWN


def test_nothing_is_undone_twice(town: Database, add_card: AddCard) -> None:
    add_card(news("a"))
    row = act(town, StoredCard, "a", lambda _session, card: withdraw_card(card, NOON))
    undo(town, row)
    for wrong in (row, 999):
        with pytest.raises(history.NothingToUndoError):
            undo(town, wrong)


def test_somebodys_later_work_is_never_undone(town: Database, add_card: AddCard) -> None:
    add_card(news("a"))
    row = act(town, StoredCard, "a", lambda _session, card: withdraw_card(card, NOON))
    with town.write() as session:
        add_version(session, session.get_one(StoredCard, "a"), news("a", "Later"), None, NOON)
    with pytest.raises(history.ChangedSinceError):
        undo(town, row)
    assert stored(town, "a").latest_version == 2


def test_a_playlist_gets_its_order_and_screens_back(town: Database, add_card: AddCard) -> None:
    add_card(news("a"))
    add_card(news("b"))

    def turn_round(_session: Session, playlist: StoredPlaylist) -> None:
        playlist.entries.reverse()
        for position, entry in enumerate(playlist.entries):
            entry.position = position
        playlist.entries[0].times = 3
        playlist.screens.clear()

    row = act(town, StoredPlaylist, "vanlig", turn_round)
    undo(town, row)
    with town.read() as session:
        entries = session.query(PlaylistEntry).order_by(PlaylistEntry.position).all()
        assert [(entry.card_id, entry.times) for entry in entries] == [("a", 1), ("b", 1)]
        assert [link.screen_id for link in session.get_one(StoredPlaylist, "vanlig").screens] == ["bib-entre"]


def test_a_screens_settings_come_back_with_their_types(town: Database) -> None:
    def turn(_session: Session, screen: StoredScreen) -> None:
        screen.rotation, screen.languages, screen.inches = 90, ("fi", "sv"), 43.5

    row = act(town, StoredScreen, "bib-entre", turn)
    with town.write() as session:
        history.undo(session, row, Actor(role=Role.ADMIN), NOON)
    with town.read() as session:
        screen = session.get_one(StoredScreen, "bib-entre")
        assert (screen.rotation, screen.languages, screen.inches) == (0, ("sv",), 55.0)


def test_an_approval_is_taken_back_with_its_card(town: Database) -> None:
    with town.write() as session:
        make_card(session, news("a"), Origin.ASSOCIATION, None, NOON, waiting=True)
        session.add(
            Submission(
                id=1,
                card_id="a",
                code="ÄLV-1",
                token_hash="1",
                token_ends_at=NOON + timedelta(days=30),
                state=SubmissionState.WAITING,
                made_at=NOON,
            )
        )

    def approve(session: Session, submission: Submission) -> None:
        submission.state, submission.decided_at = SubmissionState.APPROVED, NOON
        publish_card(session.get_one(StoredCard, "a"), None, NOON)

    undo(town, act(town, Submission, 1, approve))
    card = stored(town, "a")
    assert (card.state, card.published_version) == (CardState.WAITING, None)
    with town.read() as session:
        assert session.get_one(Submission, 1).state is SubmissionState.WAITING


def test_an_answer_is_taken_back_with_its_card(town: Database) -> None:
    with town.write() as session:
        session.add(
            Reply(
                id=1,
                code="ÄLV-1",
                token_hash="1",
                token_ends_at=NOON + timedelta(days=30),
                state=ReplyState.READ,
                made_at=NOON,
            )
        )

    def answer(session: Session, reply: Reply) -> None:
        publish_card(make_card(session, news("svar"), Origin.DIALOGUE, None, NOON), None, NOON)
        reply.state, reply.answer_card_id = ReplyState.ANSWERED, "svar"

    undo(town, act(town, Reply, 1, answer))
    assert stored(town, "svar").state is CardState.WITHDRAWN
    with town.read() as session:
        assert (session.get_one(Reply, 1).state, session.get_one(Reply, 1).answer_card_id) == (ReplyState.READ, None)


def test_every_act_stands_in_the_audit_and_a_forged_row_breaks_its_chain(town: Database, add_card: AddCard) -> None:
    add_card(news("a"))
    act(town, StoredCard, "a", lambda _session, card: withdraw_card(card, NOON))
    with town.write() as session:
        audit.record(session, "staff:1", "read", "contact:7", "ok", NOON)
    with town.read() as session:
        assert audit.first_break(session) is None
        rows = session.query(AuditRow).order_by(AuditRow.id).all()
    assert [row.action for row in rows] == ["changed", "read"]
    with town.write() as session:
        session.get_one(AuditRow, rows[0].id).object = "card:other"
    with town.read() as session:
        assert audit.first_break(session) == rows[0].id
    with town.write() as session:
        session.delete(session.get_one(AuditRow, rows[0].id))
    with town.read() as session:
        assert audit.first_break(session) == rows[1].id
