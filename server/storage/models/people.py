"""Who may sign in, who is signed in, and the links that sign in once. Secrets are kept as hashes only."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from server.storage.columns import UtcDateTime, choice
from server.storage.models.base import Base


class AccountRole(StrEnum):
    """What an account may do: STAFF curates, ADMIN also decides about people, sources and screens."""

    STAFF = "staff"
    ADMIN = "admin"


class Account(Base):
    """A person who works here. `name` is what one types to sign in, lower case; `called` what colleagues read."""

    __tablename__ = "account"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120), unique=True)
    called: Mapped[str] = mapped_column(String(120))
    role: Mapped[AccountRole] = mapped_column(choice(AccountRole))
    password_hash: Mapped[str | None] = mapped_column(String(255))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    disabled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class StaffSession(Base):
    """A signed-in browser. `csrf` is the token that its forms carry; both limits are checked at each request.

    `fresh_at` is when somebody last proved who they are, which grave acts look at; `browser` says which device it is
    ("Firefox, Windows"), as far as its owner needs to tell it from the others.
    """

    __tablename__ = "session"

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    csrf: Mapped[str] = mapped_column(String(64))
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
    fresh_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ends_at: Mapped[datetime] = mapped_column(UtcDateTime)
    browser: Mapped[str] = mapped_column(String(60), default="")

    account: Mapped[Account] = relationship(lazy="joined")


class SigninLink(Base):
    """A link that signs one account in, once. Looking at it changes nothing; `used_at` is set by its button."""

    __tablename__ = "signin_link"

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
