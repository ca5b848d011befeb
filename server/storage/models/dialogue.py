"""What people outside send in: an association's submission, a question's short code, and citizens' replies.

A code is a name that anyone may know and that shows a state only; text and contact details need the link, of whose
token only the hash is kept. A received reply is a public record: hiding it is a state, never a deletion.
"""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from server.storage.columns import UtcDateTime, choice
from server.storage.models.base import Base
from server.storage.models.content import StoredCard


class Tray(StrEnum):
    """Where staff meet what came in: FIRST is the inbox, SECOND what came too fast, too late or too often."""

    FIRST = "first"
    SECOND = "second"


class SubmissionState(StrEnum):
    """How far a submission has come; TAKEN_BACK is the sender's own act."""

    WAITING = "waiting"
    APPROVED = "approved"
    REFUSED = "refused"
    TAKEN_BACK = "taken-back"


class ReplyState(StrEnum):
    """How far a reply has come: nobody READ it yet, ANSWERED on a card, HIDDEN with a reason, or TAKEN_BACK."""

    NEW = "new"
    READ = "read"
    ANSWERED = "answered"
    HIDDEN = "hidden"
    TAKEN_BACK = "taken-back"


class Submission(Base):
    """What an association handed in: a card, and who to tell. `form_key` makes a form sent twice count once."""

    __tablename__ = "submission"

    id: Mapped[int] = mapped_column(primary_key=True)
    card_id: Mapped[str] = mapped_column(ForeignKey("card.id"), unique=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    token_ends_at: Mapped[datetime] = mapped_column(UtcDateTime)
    code: Mapped[str] = mapped_column(String(12), unique=True)
    form_key: Mapped[str | None] = mapped_column(String(64), unique=True)
    sender: Mapped[str] = mapped_column(String(120), default="")
    contact: Mapped[str] = mapped_column(String(254), default="")
    state: Mapped[SubmissionState] = mapped_column(choice(SubmissionState), index=True)
    reason: Mapped[str] = mapped_column(Text, default="")
    tray: Mapped[Tray] = mapped_column(choice(Tray), default=Tray.FIRST)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))

    card: Mapped[StoredCard] = relationship()


class Question(Base):
    """A question card's public side: the short code that its QR and its printed address end with."""

    __tablename__ = "question"

    card_id: Mapped[str] = mapped_column(ForeignKey("card.id", ondelete="CASCADE"), primary_key=True)
    short_code: Mapped[str] = mapped_column(String(16), unique=True)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    card: Mapped[StoredCard] = relationship()


class Reply(Base):
    """What a citizen answered or asked. `option` counts from 0 in the question's options; `screen_id` asked it."""

    __tablename__ = "reply"

    id: Mapped[int] = mapped_column(primary_key=True)
    question_card_id: Mapped[str | None] = mapped_column(ForeignKey("card.id"), index=True)
    option: Mapped[int | None] = mapped_column()
    text: Mapped[str] = mapped_column(Text, default="")
    language: Mapped[str] = mapped_column(String(8), default="sv")
    screen_id: Mapped[str | None] = mapped_column(ForeignKey("screen.id", ondelete="SET NULL"))
    code: Mapped[str] = mapped_column(String(12), unique=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    token_ends_at: Mapped[datetime] = mapped_column(UtcDateTime)
    form_key: Mapped[str | None] = mapped_column(String(64), unique=True)
    contact: Mapped[str] = mapped_column(String(254), default="")
    state: Mapped[ReplyState] = mapped_column(choice(ReplyState), index=True)
    reason: Mapped[str] = mapped_column(Text, default="")
    tray: Mapped[Tray] = mapped_column(choice(Tray), default=Tray.FIRST)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    read_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    read_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    answer_card_id: Mapped[str | None] = mapped_column(ForeignKey("card.id", ondelete="SET NULL"), index=True)
