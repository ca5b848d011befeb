"""Which replies staff see on the page of questions: what must be read first, and what the filters ask for."""

from collections.abc import Mapping
from typing import Literal

import msgspec
from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from cards.model import Card
from server.dialogue.counts import answers
from server.storage.models import CardState, Question, Reply, ReplyState, StoredCard, Tray

A_PAGE = 25
View = Literal["new", "read", "answered", "hidden", "second"]
VIEWS: tuple[View, ...] = ("new", "read", "answered", "hidden", "second")
OWN = "egna"
"""The filter's value for people's own questions."""


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """What the address asks for; "" asks for all."""

    view: View = "new"
    screen: str = ""
    question: str = ""
    page: int = 1


class Asking(msgspec.Struct, frozen=True, kw_only=True):
    """A question that stands on screens now, with its short code, its count, and the choices nobody read yet."""

    card: Card
    short: str
    count: int
    wordless: int


def wish_of(query: Mapping[str, str]) -> Wish:
    """What the address asks for; what it cannot ask for counts as nothing."""
    view = query.get("lage", "new")
    page = query.get("sida", "1")
    return Wish(
        view=view if view in VIEWS else "new",
        screen=query.get("skarm", "")[:64],
        question=query.get("fraga", "")[:64],
        page=int(page) if page.isascii() and page.isdigit() and 0 < len(page) < 5 and int(page) else 1,
    )


def found(session: Session, wish: Wish) -> tuple[list[Reply], int]:
    """One page of the replies that are asked for, the oldest unread first, and how many there are in all."""
    conditions = _conditions(wish)
    total = session.scalar(select(func.count()).select_from(Reply).where(*conditions)) or 0
    order = Reply.made_at if wish.view in ("new", "second") else Reply.made_at.desc()
    query = select(Reply).where(*conditions).order_by(order, Reply.id)
    rows = session.scalars(query.offset((wish.page - 1) * A_PAGE).limit(A_PAGE))
    return list(rows), total


def tally(session: Session) -> dict[View, int]:
    """How many there are in each view."""
    return {view: session.scalar(select(func.count()).select_from(Reply).where(_view(view))) or 0 for view in VIEWS}


def asking(session: Session) -> list[Asking]:
    """The questions on the screens, the newest first."""
    rows = session.execute(
        select(StoredCard, Question)
        .join(Question, Question.card_id == StoredCard.id, isouter=True)
        .where(StoredCard.kind == "question", StoredCard.state == CardState.PUBLISHED)
        .order_by(StoredCard.made_at.desc(), StoredCard.id)
    ).all()
    return [
        Asking(
            card=stored.version(stored.published_version).content,
            short=question.short_code if question else "",
            count=answers(session, stored.id),
            wordless=_wordless(session, stored.id),
        )
        for stored, question in rows
    ]


def titles(session: Session, replies: list[Reply]) -> dict[str, Card]:
    """The question cards that `replies` answer, by id."""
    ids = {reply.question_card_id for reply in replies if reply.question_card_id}
    rows = session.scalars(select(StoredCard).where(StoredCard.id.in_(ids)))
    return {row.id: row.version(row.published_version).content for row in rows}


def _wordless(session: Session, card_id: str) -> int:
    query = select(func.count()).select_from(Reply)
    condition = (Reply.question_card_id == card_id, Reply.state == ReplyState.NEW, Reply.text == "")
    return session.scalar(query.where(*condition, Reply.tray == Tray.FIRST)) or 0


def _view(view: View) -> ColumnElement[bool]:
    first = Reply.tray == Tray.FIRST
    unread = Reply.state == ReplyState.NEW
    answered = or_(Reply.state == ReplyState.ANSWERED, Reply.answer_card_id.is_not(None))
    views: dict[View, ColumnElement[bool]] = {
        "new": and_(unread, first, Reply.text != ""),
        "second": and_(unread, Reply.tray == Tray.SECOND),
        "read": and_(Reply.state == ReplyState.READ, Reply.answer_card_id.is_(None), Reply.text != ""),
        "answered": and_(answered, Reply.text != ""),
        "hidden": Reply.state.in_((ReplyState.HIDDEN, ReplyState.TAKEN_BACK)),
    }
    return views[view]


def _conditions(wish: Wish) -> list[ColumnElement[bool]]:
    conditions = [_view(wish.view)]
    if wish.screen:
        conditions.append(Reply.screen_id == wish.screen)
    if wish.question == OWN:
        conditions.append(Reply.question_card_id.is_(None))
    elif wish.question:
        conditions.append(Reply.question_card_id == wish.question)
    return conditions
