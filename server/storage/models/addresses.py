"""Where a card is read on the web: the short code that its QR code and its printed address end with."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from server.storage.columns import UtcDateTime
from server.storage.models.base import Base


class ShortAddress(Base):
    """A card's short code. It refers to no row, so that it outlives its card and is never given to another one."""

    __tablename__ = "short_address"

    card_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    short_code: Mapped[str] = mapped_column(String(16), unique=True)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
