"""Signed-in browsers: a cookie of 256 random bits, its hash in the database, an idle and an absolute limit.

A session is new at each sign-in. The account's own limits apply: an administrator's session is short. Whoever signs in
where the same account was signed in before keeps the token of their forms, so that what stands half written in another
tab can still be sent.
"""

from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session
from starlette.responses import Response

from server.access.actors import Actor, Role
from server.access.tokens import hash_token, looks_like_token, new_token
from server.settings import Settings
from server.storage.models import Account, AccountRole, StaffSession
from server.storage.session import Database

IDLE = {AccountRole.STAFF: timedelta(hours=8), AccountRole.ADMIN: timedelta(hours=1)}
ABSOLUTE = {AccountRole.STAFF: timedelta(days=14), AccountRole.ADMIN: timedelta(hours=12)}
SEEN_EVERY = timedelta(minutes=1)
"""How stale `seen_at` may be: a write for each request would make every look at a page a change."""


def cookie_name(settings: Settings) -> str:
    """`__Host-torget` wherever there is TLS; the prefix means nothing without."""
    return "__Host-torget" if settings.encrypted else "torget"


def begin(session: Session, account: Account, now: datetime, *, browser: str = "", former: str = "") -> str:
    """Begin a session for `account` and return its token; sessions that have ended are swept on the way.

    `former` is the token that the browser showed: that session ends, since one browser has one.
    """
    before = session.scalar(select(StaffSession).where(StaffSession.token_hash == hash_token(former)))
    csrf = before.csrf if before is not None and before.account_id == account.id else new_token()
    session.execute(delete(StaffSession).where(StaffSession.ends_at <= now))
    if before is not None:
        end(session, before.id)
    token = new_token()
    session.add(
        StaffSession(
            token_hash=hash_token(token),
            csrf=csrf,
            account_id=account.id,
            made_at=now,
            seen_at=now,
            fresh_at=now,
            ends_at=now + ABSOLUTE[account.role],
            browser=browser,
        )
    )
    return token


def find(database: Database, token: str, now: datetime) -> StaffSession | None:
    """The living session that `token` opens, or None. It counts as seen now."""
    if not looks_like_token(token):
        return None
    with database.read() as session:
        found = session.scalar(select(StaffSession).where(StaffSession.token_hash == hash_token(token)))
    if found is None or not _alive(found, now):
        return None
    if now - found.seen_at >= SEEN_EVERY:
        with database.write() as session:
            kept = session.get(StaffSession, found.id)
            if kept is not None:
                kept.seen_at = now
    return found


def renew(session: Session, session_id: int, now: datetime) -> str:
    """Its owner proved anew who they are: the session is fresh, under a new token, which is returned."""
    token = new_token()
    kept = session.get_one(StaffSession, session_id)
    kept.token_hash, kept.fresh_at, kept.seen_at = hash_token(token), now, now
    return token


def living(session: Session, account_id: int, now: datetime) -> list[StaffSession]:
    """Where an account is signed in now, the latest seen first."""
    found = session.scalars(
        select(StaffSession).where(StaffSession.account_id == account_id).order_by(StaffSession.seen_at.desc())
    )
    return [one for one in found if _alive(one, now)]


def end(session: Session, session_id: int) -> None:
    """End one session at once."""
    session.execute(delete(StaffSession).where(StaffSession.id == session_id))


def end_own(session: Session, account_id: int, session_id: int) -> None:
    """End one session where it is the account's own; anybody else's stays."""
    session.execute(delete(StaffSession).where(StaffSession.id == session_id, StaffSession.account_id == account_id))


def end_all(session: Session, account_id: int, but: int | None = None) -> None:
    """End every session of an account, except `but`: after a new password, or when the account is disabled."""
    session.execute(delete(StaffSession).where(StaffSession.account_id == account_id, StaffSession.id != (but or 0)))


def actor_of(found: StaffSession) -> Actor:
    """Who is behind a living session."""
    return Actor(
        role=Role(found.account.role.value),
        account_id=found.account_id,
        session_id=found.id,
        called=found.account.called,
        fresh_at=found.fresh_at,
    )


def set_cookie(response: Response, settings: Settings, token: str) -> None:
    """Hand the session's token to the browser; the server's own limits end it, whatever the browser keeps."""
    response.set_cookie(
        cookie_name(settings), token, path="/", secure=settings.encrypted, httponly=True, samesite="lax"
    )


def drop_cookie(response: Response, settings: Settings) -> None:
    """Make the browser forget its session."""
    response.delete_cookie(cookie_name(settings), path="/", secure=settings.encrypted, httponly=True, samesite="lax")


def _alive(found: StaffSession, now: datetime) -> bool:
    idle = now - found.seen_at >= IDLE[found.account.role]
    return not idle and now < found.ends_at and found.account.disabled_at is None
