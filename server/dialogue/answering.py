"""What staff do with replies: read them, hide them naming a rule, and write the answer that goes back on the screens.

An answer is a card of its own, with the question in a few words and never with a name. It stands where it was asked,
for 14 days. Each act is remembered and can be undone.
"""

from collections.abc import Collection as Several
from datetime import date, datetime, timedelta
from secrets import token_hex
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from cards.kinds.answer.facts import AnswerFacts
from cards.model import Card, Text
from foundation.errors import N_
from server import history
from server.access.actors import Actor
from server.curation import placing
from server.dialogue.replies import CHANGEABLE
from server.dialogue.rules import Rule
from server.intake.findings import Finding
from server.intake.text import graphemes
from server.publishing.versions import make_card, publish_card
from server.storage.models import HistoryRow, Origin, Reply, ReplyState, StoredCard, Tray

STANDS = timedelta(days=14)
QUESTION_LENGTH = 70
ANSWER_LENGTH = 160
DEPARTMENT_LENGTH = 60
EMPTY_PHRASES = ("vi tar med oss", "vi återkommer", "inom kort", "så snart som möjligt", "synpunkt", "vid tillfälle")


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """The answer as it is being written: the question in a few words, the answer, who answers, on which screens."""

    question: str = ""
    answer: str = ""
    department: str = ""
    screens: frozenset[str] = frozenset()


def remarks(draft: Draft) -> tuple[Finding, ...]:
    """What stops the answer, and what to look at."""
    found = []
    needed = {
        "question": N_("What was the question? Write it in a few words, without names."),
        "answer": N_("What is the answer? Begin with it."),
        "department": N_("Who answers? The department stands on the card."),
    }
    limits = {"question": QUESTION_LENGTH, "answer": ANSWER_LENGTH, "department": DEPARTMENT_LENGTH}
    for name, message in needed.items():
        words = getattr(draft, name)
        if not words:
            found.append(Finding(field=name, severity="stop", message=message))
        elif (length := graphemes(words)) > limits[name]:
            places = {"length": str(length), "limit": str(limits[name])}
            message = N_("That is {length} characters, and {limit} have room. Which words can go?")
            found.append(Finding(field=name, severity="stop", message=message, places=places))
    if not draft.screens:
        found.append(Finding(field="screens", severity="stop", message=N_("On which screens? Choose at least one.")))
    phrase = next((phrase for phrase in EMPTY_PHRASES if phrase in draft.answer.casefold()), None)
    if phrase:
        message = N_("“{phrase}” promises nothing. Say what happens, or on which day.")
        found.append(Finding(field="answer", severity="look", message=message, places={"phrase": phrase}))
    return tuple(found)


def card_of(draft: Draft, asked: date | None, now: datetime, zone: ZoneInfo, card_id: str = "") -> Card:
    """The answer card that the draft makes."""
    return Card(
        id=card_id or f"svar-{token_hex(5)}",
        version=1,
        facts=AnswerFacts(asked=asked, answered=now.astimezone(zone).date(), department=draft.department),
        texts={"sv": Text(title=draft.question, body=draft.answer)},
        sender=draft.department,
        valid_until=now + STANDS,
    )


def answer_reply(
    session: Session, reply: Reply, card: Card, screens: Several[str], actor: Actor, now: datetime
) -> HistoryRow:
    """Put the answer to one reply on `screens`."""
    before = history.snapshot(session, reply)
    stored = _put_up(session, card, screens, actor, now)
    _read(reply, actor, now)
    reply.state, reply.answer_card_id = ReplyState.ANSWERED, stored.id
    return history.record(session, actor, "answered", reply, before, now)


def answer_question(
    session: Session, question_card_id: str, card: Card, screens: Several[str], actor: Actor, now: datetime
) -> HistoryRow:
    """Put one answer to all who replied to a question on `screens`.

    The replies keep their own state and point at the answer: taking the answer down undoes it for all of them.
    """
    stored = _put_up(session, card, screens, actor, now)
    for reply in _waiting_for(session, question_card_id):
        _read(reply, actor, now)
        reply.answer_card_id = stored.id
    return history.record(session, actor, "published", stored, None, now)


def mark_read(session: Session, reply: Reply, actor: Actor, now: datetime) -> HistoryRow:
    """Somebody read it; nothing more is needed."""
    before = history.snapshot(session, reply)
    _read(reply, actor, now)
    return history.record(session, actor, "read", reply, before, now)


def mark_wordless_read(session: Session, question_card_id: str, actor: Actor, now: datetime) -> int:
    """Mark as read all replies to a question that are a choice alone: there is nothing in them to read."""
    rows = session.scalars(
        select(Reply).where(
            Reply.question_card_id == question_card_id,
            Reply.state == ReplyState.NEW,
            Reply.text == "",
            Reply.tray == Tray.FIRST,
        )
    ).all()
    for reply in rows:
        _read(reply, actor, now)
    return len(rows)


def hide(session: Session, reply: Reply, rule: Rule, actor: Actor, now: datetime) -> HistoryRow:
    """Do not show it, and do not count it; it is kept, with the rule."""
    before = history.snapshot(session, reply)
    _read(reply, actor, now)
    reply.state, reply.reason = ReplyState.HIDDEN, rule.value
    return history.record(session, actor, "hidden", reply, before, now)


def _put_up(session: Session, card: Card, screens: Several[str], actor: Actor, now: datetime) -> StoredCard:
    stored = make_card(session, card, Origin.DIALOGUE, actor.account_id, now)
    placing.place(session, stored.id, screens, now)
    publish_card(stored, actor.account_id, now)
    session.flush()
    return stored


def _read(reply: Reply, actor: Actor, now: datetime) -> None:
    if reply.state is ReplyState.NEW:
        reply.state, reply.read_at, reply.read_by = ReplyState.READ, now, actor.account_id


def _waiting_for(session: Session, question_card_id: str) -> list[Reply]:
    query = select(Reply).where(
        Reply.question_card_id == question_card_id, Reply.state.in_(CHANGEABLE), Reply.answer_card_id.is_(None)
    )
    return list(session.scalars(query))
