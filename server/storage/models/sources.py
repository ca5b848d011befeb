"""Where cards come from by themselves: feeds, and what the watched folder could not take."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from server.storage.columns import UtcDateTime
from server.storage.models.base import Base


class Source(Base):
    """A feed. `fault` is an English gettext message for the page, empty while all is well; items stay meanwhile."""

    __tablename__ = "source"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    url: Mapped[str] = mapped_column(String(2000), unique=True)
    every_s: Mapped[int] = mapped_column(default=900)
    plain_http: Mapped[bool] = mapped_column(default=False)
    enabled: Mapped[bool] = mapped_column(default=True)
    etag: Mapped[str] = mapped_column(String(400), default="")
    last_modified: Mapped[str] = mapped_column(String(100), default="")
    tried_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    good_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    next_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    failures: Mapped[int] = mapped_column(default=0)
    fault: Mapped[str] = mapped_column(Text, default="")
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)


class SourceItem(Base):
    """An item that a source has given before, so that it never becomes a second card."""

    __tablename__ = "source_item"
    __table_args__ = (UniqueConstraint("source_id", "item_key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id", ondelete="CASCADE"))
    item_key: Mapped[str] = mapped_column(String(64))
    content_hash: Mapped[str] = mapped_column(String(64))
    card_id: Mapped[str | None] = mapped_column(ForeignKey("card.id", ondelete="SET NULL"))
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)


class FolderFile(Base):
    """A file in the watched folder that was met: the card it became, or why it could not become one."""

    __tablename__ = "folder_file"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(255), unique=True)
    content_hash: Mapped[str] = mapped_column(String(64))
    card_id: Mapped[str | None] = mapped_column(ForeignKey("card.id", ondelete="SET NULL"))
    fault: Mapped[str] = mapped_column(Text, default="")
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
