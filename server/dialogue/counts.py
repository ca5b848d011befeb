"""How many have replied to a question: the number on its card. Never what they replied; that would steer the rest."""

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from server.storage.models import Reply, ReplyState, Tray

COUNTED = (ReplyState.NEW, ReplyState.READ, ReplyState.ANSWERED)


def answers(session: Session, card_id: str) -> int:
    """The replies to the question on `card_id`: those of the first tray at once, those of the second once read."""
    query = select(func.count()).select_from(Reply).where(Reply.question_card_id == card_id, counts())
    return session.scalar(query) or 0


def unread(session: Session) -> int:
    """The replies and own questions of the first tray whose words nobody has read yet."""
    query = select(func.count()).select_from(Reply)
    return session.scalar(query.where(Reply.state == ReplyState.NEW, Reply.tray == Tray.FIRST, Reply.text != "")) or 0


def by_option(session: Session, card_id: str) -> dict[int | None, int]:
    """How often each option was chosen, by its place among the options; for staff only while the question is open."""
    query = select(Reply.option, func.count()).where(Reply.question_card_id == card_id, counts()).group_by(Reply.option)
    return {row[0]: row[1] for row in session.execute(query)}


def counts() -> ColumnElement[bool]:
    """The condition for a reply to count."""
    seen = or_(Reply.tray == Tray.FIRST, Reply.state != ReplyState.NEW)
    return Reply.state.in_(COUNTED) & seen
