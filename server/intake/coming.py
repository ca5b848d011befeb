"""How a form comes in from somebody without an account: the key of its follow link, the form's own key, and the tray.

Nothing is refused for how it came. What came within 3 seconds or after a day, with the trap filled in, or beyond a
budget belongs to the second tray, where staff look when the first one is empty.
"""

import hashlib

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from server.access.stamp import Stamp
from server.access.tokens import new_token
from server.intake.codes import code_prefix, new_name, token_of_form
from server.storage.models import Reply, Submission, Tray

TRAP = "website"
"""The field that people are told to leave empty; machines fill in everything."""


class Coming(msgspec.Struct, frozen=True, kw_only=True):
    """What is known about the way in. `form_key` is None for a form that we did not hand out."""

    token: str
    form_key: str | None
    tray: Tray


def coming(stamp: Stamp, secret: bytes, trap: str, within_budget: bool) -> Coming:
    """The way in of a form that showed `stamp`. The same form a second time gets the same key."""
    first = stamp.trusted and not trap and within_budget
    tray = Tray.FIRST if first else Tray.SECOND
    if not stamp.nonce:
        return Coming(token=new_token(), form_key=None, tray=tray)
    form_key = hashlib.sha256(stamp.nonce.encode()).hexdigest()
    return Coming(token=token_of_form(secret, stamp.nonce), form_key=form_key, tray=tray)


def new_code(session: Session, municipality: str) -> str:
    """A free code such as ÄLV-4KP; submissions and replies share one space of names."""
    prefix = code_prefix(municipality)

    def taken(name: str) -> bool:
        code = f"{prefix}-{name}"
        asked = (select(Submission.id).where(Submission.code == code), select(Reply.id).where(Reply.code == code))
        return any(session.scalars(query).first() is not None for query in asked)

    return f"{prefix}-{new_name(taken)}"
