"""What was done and by whom: the history that can be undone, and the audit table whose rows are chained by hash."""

from datetime import datetime

import msgspec
from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from server.storage.columns import Stored, UtcDateTime
from server.storage.models.base import Base


class HistoryRow(Base):
    """One act on one object, with what the object was before and after it. `before` is None where it was made."""

    __tablename__ = "history"
    __table_args__ = (Index("ix_history_object", "object_kind", "object_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    action: Mapped[str] = mapped_column(String(40))
    object_kind: Mapped[str] = mapped_column(String(24))
    object_id: Mapped[str] = mapped_column(String(64))
    before: Mapped[msgspec.Raw | None] = mapped_column(Stored(msgspec.Raw))
    after: Mapped[msgspec.Raw | None] = mapped_column(Stored(msgspec.Raw))
    undone_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    undoes_id: Mapped[int | None] = mapped_column(ForeignKey("history.id"))


class AuditRow(Base):
    """One event worth proving later: who (an id), what, on which object, with what result. Rows are only added."""

    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    who: Mapped[str] = mapped_column(String(64))
    action: Mapped[str] = mapped_column(String(40))
    object: Mapped[str] = mapped_column(String(120))
    result: Mapped[str] = mapped_column(String(40))
    previous: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64), unique=True)
