"""The audit table: events worth proving later, each row holding the hash of the one before.

Rows are only ever added. Whoever changes or removes one breaks the chain, which `first_break` finds. `who` is a role
and a number, never a name; `result` is a word.
"""

import hashlib
from datetime import datetime

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from server.storage.models import AuditRow

START = "0" * 64


def record(session: Session, who: str, action: str, thing: str, result: str, now: datetime) -> None:
    """Add a row in the transaction of what it tells, so that neither is kept without the other."""
    session.flush()
    previous = session.scalars(select(AuditRow.hash).order_by(AuditRow.id.desc()).limit(1)).first() or START
    row = AuditRow(at=now, who=who, action=action, object=thing, result=result, previous=previous)
    row.hash = _hash(row)
    session.add(row)
    session.flush()


def first_break(session: Session) -> int | None:
    """The id of the first row that does not follow from the one before it, or None when the chain is whole."""
    previous = START
    for row in session.scalars(select(AuditRow).order_by(AuditRow.id)):
        if row.previous != previous or row.hash != _hash(row):
            return row.id
        previous = row.hash
    return None


def _hash(row: AuditRow) -> str:
    told = [row.at.timestamp(), row.who, row.action, row.object, row.result, row.previous]
    return hashlib.sha256(msgspec.json.encode(told)).hexdigest()
