"""What citizens do: reply to a question, ask one of their own, change what they wrote, take it back.

A reply is kept with its language and the screen that asked, and with nothing about who sent it. Changed words are new
words: they wait to be read again.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from foundation.errors import N_
from server.access.tokens import hash_token
from server.intake.coming import Coming, new_code
from server.intake.fields import word
from server.intake.findings import Finding
from server.intake.text import graphemes
from server.storage.models import Reply, ReplyState, StoredScreen

TEXT_LENGTH = 300
RAW_LENGTH = 4000
LINK_LIVES = timedelta(days=30)
CHANGEABLE = frozenset({ReplyState.NEW, ReplyState.READ})
"""States in which a sender may still change the words; an answered or hidden reply stays what it was."""


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """What was chosen and written, cleaned. `option` is the place among the question's options."""

    option: int | None = None
    text: str = ""


def words_of(fields: Mapping[str, object], options: Sequence[str]) -> Words:
    """The reply in a form that came back; an option that the question does not have is none."""
    chosen = fields.get("option")
    numbers = [str(place) for place in range(len(options))]
    return Words(
        option=numbers.index(chosen) if isinstance(chosen, str) and chosen in numbers else None,
        text=word(fields, "text", lines=True, longest=RAW_LENGTH),
    )


def faults(words: Words, options: Sequence[str]) -> tuple[Finding, ...]:
    """What keeps the reply from being sent: nothing chosen or written, or too much of it."""
    found = []
    if words.option is None and options:
        found.append(_stop("option", N_("Choose one of the answers. You need not write anything.")))
    if not words.text and not options:
        found.append(_stop("text", N_("Write what you want to say. A few words are enough.")))
    length = graphemes(words.text)
    if length > TEXT_LENGTH:
        message = N_("That is {length} characters, and {limit} have room. Which words can go?")
        found.append(_stop("text", message, length=str(length), limit=str(TEXT_LENGTH)))
    return tuple(found)


def send(
    session: Session,
    words: Words,
    came: Coming,
    now: datetime,
    *,
    municipality: str,
    question_card_id: str | None = None,
    language: str = "sv",
    screen_id: str | None = None,
) -> Reply:
    """Keep a reply, or an own question where `question_card_id` is None. The same form twice is the same reply."""
    known = session.scalars(select(Reply).where(Reply.token_hash == hash_token(came.token))).first()
    if known is not None:
        change(known, words)
        return known
    reply = Reply(
        question_card_id=question_card_id,
        option=words.option,
        text=words.text,
        language=language,
        screen_id=screen_id if screen_id and session.get(StoredScreen, screen_id) else None,
        code=new_code(session, municipality),
        token_hash=hash_token(came.token),
        token_ends_at=now + LINK_LIVES,
        form_key=came.form_key,
        state=ReplyState.NEW,
        tray=came.tray,
        made_at=now,
    )
    session.add(reply)
    session.flush()
    return reply


def change(reply: Reply, words: Words) -> bool:
    """Let the sender's new words replace the old ones; False where nothing changes, or it is too late to."""
    if reply.state not in CHANGEABLE or (reply.option, reply.text) == (words.option, words.text):
        return False
    if reply.text != words.text:  # another choice alone holds nothing that must be read again
        reply.state = ReplyState.NEW
        reply.read_at = reply.read_by = None
    reply.option, reply.text = words.option, words.text
    return True


def take_back(reply: Reply) -> bool:
    """The sender takes the reply back: it counts no more and is shown nowhere. False once it was answered or hidden."""
    if reply.state not in CHANGEABLE:
        return False
    reply.state = ReplyState.TAKEN_BACK
    return True


def _stop(field: str, message: str, **places: str) -> Finding:
    return Finding(field=field, severity="stop", message=message, places=places)
