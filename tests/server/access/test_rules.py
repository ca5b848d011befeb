"""Objects: what an actor may not see does not exist for them, and an absent one looks the same."""

from collections.abc import Callable
from datetime import timedelta
from itertools import product

import pytest

from server.access.actors import Actor, Role
from server.access.rules import Action, NotVisibleError, find, may, visible_to
from server.storage.models import (
    Account,
    Base,
    Device,
    Reply,
    ReplyState,
    StoredCard,
    StoredScreen,
    Submission,
    SubmissionState,
)
from server.storage.session import Database
from tests.server.conftest import NOON, news

AddCard = Callable[..., None]
OWN, FOREIGN = "1" * 64, "2" * 64
ACTORS = [
    None,
    Actor(role=Role.LINK, token_hash=OWN),
    Actor(role=Role.STAFF, account_id=1),
    Actor(role=Role.ADMIN, account_id=2),
    Actor(role=Role.DEVICE, device_id=1, screen_id="bib-entre"),
]
MODELS: list[type[Base]] = [StoredCard, StoredScreen, Submission, Reply, Account, Device]
SEEN = {
    (Role.LINK, Submission): 1,
    (Role.LINK, Reply): 1,
    (Role.STAFF, StoredCard): 2,
    (Role.STAFF, StoredScreen): 2,
    (Role.STAFF, Submission): 2,
    (Role.STAFF, Reply): 2,
    (Role.DEVICE, StoredScreen): 1,
}


@pytest.fixture
def full(town: Database, add_card: AddCard) -> Database:
    add_card(news("a"))
    add_card(news("b"), published=False)
    with town.write() as session:
        session.add(StoredScreen(id="annan", name="Annan", place="Hallen", made_at=NOON))
        for card_id, token_hash in (("a", OWN), ("b", FOREIGN)):
            common = {"token_hash": token_hash, "token_ends_at": NOON + timedelta(days=30), "made_at": NOON}
            session.add(Submission(card_id=card_id, code=card_id, state=SubmissionState.WAITING, **common))
            session.add(Reply(code=card_id, state=ReplyState.NEW, **common))
    return town


def test_each_role_sees_exactly_its_own(full: Database) -> None:
    with full.read() as session:
        for actor, model in product(ACTORS, MODELS):
            everything = session.query(model).all()
            seen = session.scalars(visible_to(actor, model, NOON)).unique().all()
            role = actor.role if actor else Role.ANYONE
            expected = len(everything) if role is Role.ADMIN else SEEN.get((role, model), 0)
            assert len(seen) == expected, f"{role} sees {len(seen)} of {model.__tablename__}"
            assert [may(actor, Action.SEE, thing, NOON) for thing in everything] == [
                thing in seen for thing in everything
            ]


def test_a_foreign_object_and_an_absent_one_are_the_same(full: Database) -> None:
    link = Actor(role=Role.LINK, token_hash=OWN)
    with full.read() as session:
        assert find(session, link, Submission, NOON, Submission.code == "a").code == "a"
        for code in ("b", "nothing"):
            with pytest.raises(NotVisibleError) as caught:
                find(session, link, Submission, NOON, Submission.code == code)
            assert str(caught.value) == "submission not visible"


def test_a_link_ends(full: Database) -> None:
    link = Actor(role=Role.LINK, token_hash=OWN)
    with full.read() as session, pytest.raises(NotVisibleError):
        find(session, link, Submission, NOON + timedelta(days=30))


def test_staff_do_not_change_screens_and_links_do_not_decide(full: Database) -> None:
    with full.read() as session:
        screen, submission = session.get_one(StoredScreen, "annan"), session.query(Submission).first()
        assert submission is not None
        assert not may(ACTORS[2], Action.CHANGE, screen, NOON)
        assert may(ACTORS[3], Action.CHANGE, screen, NOON)
        assert not may(ACTORS[1], Action.DECIDE, submission, NOON)
        assert may(ACTORS[2], Action.DECIDE, submission, NOON)
