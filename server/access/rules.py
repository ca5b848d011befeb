"""What an actor may do with an object, and the one scope through which objects are loaded.

What is not visible does not exist: `find` raises the same error for a foreign and for an absent object. Everything that
is made of an object (preview, export, search, snapshot) loads it here too.
"""

from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, and_, false, select, true
from sqlalchemy.orm import Session

from foundation.errors import N_, TorgetError
from server.access.actors import Actor, Role
from server.storage.models import (
    Base,
    CardState,
    FolderFile,
    Question,
    Reply,
    Source,
    StoredCard,
    StoredPicture,
    StoredPlaylist,
    StoredScreen,
    Submission,
)

Model = TypeVar("Model", bound=Base)
STAFF_ROLES = frozenset({Role.STAFF, Role.ADMIN})


class NotVisibleError(TorgetError):
    """The object is not there, or not for this actor; nobody is told which."""

    http_status = 404
    say = N_("That is not here. It may have been taken away, or the address is not whole.")


class Action(StrEnum):
    """What one may want to do with an object."""

    SEE = "see"
    CHANGE = "change"
    DECIDE = "decide"
    """Approve, publish, withdraw, refuse: what decides about the glass."""
    TAKE_BACK = "take-back"


STAFF_MODELS: tuple[type[Base], ...] = (
    StoredCard,
    StoredPicture,
    StoredPlaylist,
    StoredScreen,
    Submission,
    Question,
    Reply,
    Source,
    FolderFile,
)
"""What everyone on the staff sees; all else is the administrators'."""
ONLY_LOOKED_AT: tuple[type[Base], ...] = (StoredScreen, Source, FolderFile)
"""What of it only administrators change."""


def may(actor: Actor | None, action: Action, thing: Base, now: datetime) -> bool:
    """Tell whether `actor` may do `action` with `thing`. What no rule allows is denied."""
    if actor is None:
        return action is Action.SEE and isinstance(thing, Question)
    if actor.role is Role.ADMIN:
        return True
    if actor.role is Role.STAFF:
        return isinstance(thing, STAFF_MODELS) and not (isinstance(thing, ONLY_LOOKED_AT) and action is not Action.SEE)
    if actor.role is Role.LINK and isinstance(thing, Submission | Reply):
        own = thing.token_hash == actor.token_hash and now < thing.token_ends_at
        return own and action in {Action.SEE, Action.CHANGE, Action.TAKE_BACK}
    if actor.role is Role.DEVICE:
        return action is Action.SEE and isinstance(thing, StoredScreen) and thing.id == actor.screen_id
    return False


def visible_to(actor: Actor | None, model: type[Model], now: datetime) -> Select[Model]:
    """A query for exactly those rows of `model` that `actor` may see; narrow and order it as you like."""
    return select(model).where(_scope(actor, model, now))


def find(session: Session, actor: Actor | None, model: type[Model], now: datetime, *criteria: Any) -> Model:
    """The one visible row that meets `criteria`. Raises NotVisibleError when there is none."""
    found = session.scalars(visible_to(actor, model, now).where(*criteria).limit(1)).first()
    if found is None:
        raise NotVisibleError(f"{model.__tablename__} not visible")
    return found


def _scope(actor: Actor | None, model: type[Base], now: datetime) -> ColumnElement[bool]:
    role = actor.role if actor else Role.ANYONE
    if role is Role.ADMIN or (role is Role.STAFF and model in STAFF_MODELS):
        return true()
    if actor and role is Role.LINK and model in (Submission, Reply):
        owned = Submission if model is Submission else Reply
        return and_(owned.token_hash == actor.token_hash, owned.token_ends_at > now)
    if actor and role is Role.DEVICE and model is StoredScreen:
        return StoredScreen.id == actor.screen_id
    if role in (Role.ANYONE, Role.LINK) and model is Question:
        return Question.card.has(StoredCard.state.in_((CardState.PUBLISHED, CardState.WITHDRAWN)))
    return false()
