"""Links that sign one account in, once. A mail scanner's look at one changes nothing: only its button does."""

from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from foundation.errors import N_, TorgetError
from server import audit
from server.access.accounts import first_account
from server.access.tokens import hash_token, new_token
from server.settings import Settings, public_url
from server.storage.models import Account, SigninLink
from server.storage.session import Database

LIVES = timedelta(hours=24)
PATH = "/logga-in/lank/{token}"


class LinkSpentError(TorgetError):
    http_status = 410
    say = N_("The link has been used, or it is too old. Ask for a new one.")


def new_link(session: Session, settings: Settings, account: Account, now: datetime) -> str:
    """The address that signs `account` in once; the account's earlier unused links die."""
    session.execute(
        update(SigninLink)
        .where(SigninLink.account_id == account.id, SigninLink.used_at.is_(None))
        .values(expires_at=now)
    )
    token = new_token()
    session.add(SigninLink(token_hash=hash_token(token), account_id=account.id, made_at=now, expires_at=now + LIVES))
    audit.record(session, "system", "link-made", f"account:{account.id}", "ok", now)
    return public_url(settings, PATH.format(token=token))


def staff_link(database: Database, settings: Settings, now: datetime) -> str:
    """A new link for the first administrator, who is made when there is none. Migrate the database before."""
    with database.write() as session:
        return new_link(session, settings, first_account(session, now), now)


def owner_of(session: Session, token: str, now: datetime) -> Account | None:
    """Whom the link would sign in, or None when it is spent. Changes nothing."""
    link = session.scalar(select(SigninLink).where(SigninLink.token_hash == hash_token(token)))
    if link is None or link.used_at is not None or link.expires_at <= now:
        return None
    account = session.get_one(Account, link.account_id)
    return account if account.disabled_at is None else None


def use_link(session: Session, token: str, now: datetime) -> Account:
    """Spend the link and return its account. Of two who press at once, one wins. Raises LinkSpentError."""
    account = owner_of(session, token, now)
    if account is None:
        raise LinkSpentError
    unspent = (SigninLink.token_hash == hash_token(token), SigninLink.used_at.is_(None))
    spent = session.execute(update(SigninLink).where(*unspent).values(used_at=now).returning(SigninLink.token_hash))
    if spent.first() is None:  # another transaction was faster
        raise LinkSpentError
    return account
