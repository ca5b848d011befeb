"""Accounts: made by name, with a role; no account is there by default.

The very first one is an administrator's. It has no password: it signs in by a link that the server prints.
"""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from foundation.errors import N_, TorgetError
from server import audit
from server.access import sessions
from server.access.passwords import hash_password, right_password
from server.storage.models import Account, AccountRole, StoredMunicipality
from server.words import FIRST, words_for

FIRST_ACCOUNT = "torget"


class AccountExistsError(TorgetError):
    say = N_("There is already an account with that name.")


def make_account(session: Session, name: str, called: str, role: AccountRole, now: datetime) -> Account:
    """Make an account without a password. Raises AccountExistsError."""
    if account_named(session, name) is not None:
        raise AccountExistsError
    account = Account(name=_normal(name), called=called, role=role, made_at=now)
    session.add(account)
    session.flush()
    audit.record(session, "system", "account-made", f"account:{account.id}", role.value, now)
    return account


def first_account(session: Session, now: datetime) -> Account:
    """The oldest living administrator, who is made when there is none."""
    found = session.scalars(
        select(Account)
        .where(Account.role == AccountRole.ADMIN, Account.disabled_at.is_(None))
        .order_by(Account.id)
        .limit(1)
    ).first()
    called = words_for(FIRST).gettext("First account")
    return found or make_account(session, FIRST_ACCOUNT, called, AccountRole.ADMIN, now)


def account_named(session: Session, name: str) -> Account | None:
    """The account with the name that was typed, if any; it may be disabled."""
    return session.scalar(select(Account).where(Account.name == _normal(name)))


def right_account(session: Session, name: str, password: str) -> Account | None:
    """The living account that name and password open, or None; both answers take the same time."""
    account = account_named(session, name)
    living = account is not None and account.disabled_at is None
    right = right_password(password, account.password_hash if account and living else None)
    return account if right and living else None


def set_password(session: Session, account: Account, password: str, now: datetime, keep: int | None = None) -> None:
    """Give the account a password, and end its other sessions (all but `keep`). Raises PasswordError."""
    town = session.scalars(select(StoredMunicipality)).first()
    own_words = (account.name, *(word for name in (town.names.values() if town else ()) for word in name.split()))
    account.password_hash = hash_password(password, own_words)
    sessions.end_all(session, account.id, but=keep)
    audit.record(session, f"account:{account.id}", "password-set", f"account:{account.id}", "ok", now)


def disable_account(session: Session, account: Account, by: str, now: datetime) -> None:
    """Shut the account; its sessions end at once."""
    account.disabled_at = now
    sessions.end_all(session, account.id)
    audit.record(session, by, "account-disabled", f"account:{account.id}", "ok", now)


def _normal(name: str) -> str:
    return " ".join(name.split()).casefold()[:120]
