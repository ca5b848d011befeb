"""The one way in which acts are remembered and undone.

    before = history.snapshot(session, card)     # None where the act makes the object
    ...change it...
    history.record(session, actor, "published", card, before, now)

An undo puts back what was before, as an act of its own that can be undone too. When somebody has changed the object
since, nothing happens and they are told, so that nobody's later work is lost by a late press.
"""

from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy.orm import Session

from foundation.errors import N_, TorgetError
from server import audit
from server.access.actors import Actor
from server.access.rules import Action, NotVisibleError, may
from server.history.snapshots import KINDS, Kind
from server.publishing.versions import withdraw_card
from server.storage.models import HistoryRow, StoredCard

__all__ = ["ChangedSinceError", "NothingToUndoError", "record", "snapshot", "undo"]


class NothingToUndoError(TorgetError):
    say = N_("This has been undone already.")


class ChangedSinceError(TorgetError):
    say = N_("Somebody has changed it since. Look at it first; nothing was undone.")


def snapshot(session: Session, thing: Any) -> msgspec.Raw:
    """What `thing` is now. Raises KeyError for a kind that has no history."""
    session.flush()
    kind = KINDS[type(thing)]
    return msgspec.Raw(msgspec.json.encode(kind.take(session, thing)))


def record(
    session: Session, actor: Actor | None, action: str, thing: Any, before: msgspec.Raw | None, now: datetime
) -> HistoryRow:
    """Remember that `actor` did `action` (a word such as "published") to `thing`, which was `before` until then.

    To be called after the change, in its transaction. The row's `id` is what `undo` wants.
    """
    row = HistoryRow(
        at=now,
        account_id=actor.account_id if actor else None,
        action=action,
        object_kind=KINDS[type(thing)].name,
        object_id=str(thing.id),
        before=before,
        after=snapshot(session, thing),
    )
    session.add(row)
    who = actor.who if actor else "anyone"
    audit.record(session, who, action, f"{row.object_kind}:{row.object_id}", "ok", now)
    return row


def undo(session: Session, history_id: int, actor: Actor, now: datetime) -> HistoryRow:
    """Put back what was before the act, and return the row of this undoing.

    The caller then publishes. Raises NothingToUndoError, ChangedSinceError, and NotVisibleError for what the actor may
    not change.
    """
    row = session.get(HistoryRow, history_id)
    if row is None or row.undone_at is not None:
        raise NothingToUndoError
    model, kind = next((model, kind) for model, kind in KINDS.items() if kind.name == row.object_kind)
    thing = session.get(model, row.object_id if model.__table__.c.id.type.python_type is str else int(row.object_id))
    if thing is None:
        raise NothingToUndoError
    if not may(actor, Action.CHANGE, thing, now):
        raise NotVisibleError(f"{row.object_kind} is not this actor's to change")
    now_is = snapshot(session, thing)
    if row.after is None or kind.essence(_read(kind, now_is)) != kind.essence(_read(kind, row.after)):
        raise ChangedSinceError
    _put_back(session, kind, thing, row, actor, now)
    row.undone_at = now
    undoing = record(session, actor, "undone", thing, now_is, now)
    undoing.undoes_id = row.id
    session.flush()
    return undoing


def _put_back(session: Session, kind: Kind, thing: Any, row: HistoryRow, actor: Actor, now: datetime) -> None:
    if row.before is not None:
        kind.restore(session, thing, _read(kind, row.before), actor, now)
    elif isinstance(thing, StoredCard):
        withdraw_card(thing, now)
    else:
        raise NothingToUndoError("what was made is not a card")


def _read(kind: Kind, taken: msgspec.Raw) -> Any:
    return msgspec.json.decode(taken, type=kind.shape)
