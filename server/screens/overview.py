"""How every screen is, read from what was published and what its player said last. True or silent: no guesses."""

from datetime import datetime, timedelta
from enum import StrEnum

import msgspec
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cards.model import Screen
from playlists.reports import Heartbeat
from server.storage.models import (
    Device,
    Publication,
    ScreenState,
    Snapshot,
    StoredMunicipality,
    StoredScreen,
)

HEARD_WITHIN = timedelta(seconds=90)
SILENT_AFTER = timedelta(minutes=10)
IN_STEP_WITHIN = timedelta(seconds=60)
FRAME_WITHIN = timedelta(minutes=2)
REFUSAL_COUNTS = timedelta(minutes=10)


class Health(StrEnum):
    """What a person should know first about a screen, from calm to urgent."""

    WELL = "well"
    BEHIND = "behind"
    """It is heard of, and does not have the newest manifest though it had time to."""
    REFUSES = "refuses"
    """It is heard of, and refused what the server sent; the old plays on."""
    OWN_MEMORY = "own-memory"
    """Not heard of for a while: as far as we know it plays on from its memory."""
    STUCK = "stuck"
    """It is heard of, and its stage has presented no frame for two minutes."""
    SILENT = "silent"
    """Not heard of for ten minutes."""
    NEVER_HEARD = "never-heard"
    NO_PLAYER = "no-player"


class ScreenView(msgspec.Struct, frozen=True, kw_only=True):
    """One screen as its pages show it. `heartbeat` is the last one, `heard_at` when it came."""

    screen: Screen
    health: Health
    device_id: int | None = None
    paired_at: datetime | None = None
    heard_at: datetime | None = None
    heartbeat: Heartbeat | None = None
    snapshot_at: datetime | None = None
    published_number: int | None = None
    published_at: datetime | None = None


def overview(session: Session, now: datetime) -> list[ScreenView]:
    """All screens, those in need of a hand first, then by name."""
    screens = session.scalars(select(StoredScreen)).all()
    views = [_view(session, screen, now) for screen in screens]
    worst = list(Health)
    return sorted(views, key=lambda view: (-worst.index(view.health), view.screen.name))


def view_of(session: Session, screen_id: str, now: datetime) -> ScreenView | None:
    """One screen, or None where there is none with that id."""
    screen = session.get(StoredScreen, screen_id)
    return _view(session, screen, now) if screen else None


def _view(session: Session, stored: StoredScreen, now: datetime) -> ScreenView:
    town = session.scalars(select(StoredMunicipality)).one().as_municipality()
    device = session.scalars(
        select(Device)
        .where(Device.screen_id == stored.id, Device.revoked_at.is_(None))
        .order_by(Device.id.desc())
        .limit(1)
    ).first()
    state = session.get(ScreenState, stored.id)
    if state is not None and (device is None or state.device_id != device.id):
        state = None  # what a former player said is not about this one
    published = session.execute(
        select(Publication.number, Publication.issued, Publication.epoch)
        .where(Publication.screen_id == stored.id)
        .order_by(Publication.epoch.desc(), Publication.number.desc())
        .limit(1)
    ).first()
    beat = msgspec.json.decode(state.heartbeat, type=Heartbeat) if state and state.heartbeat is not None else None
    return ScreenView(
        screen=stored.as_screen(town),
        health=_health(device, state, beat, published.number if published else 0, _since(published), now),
        device_id=device.id if device else None,
        paired_at=device.paired_at if device else None,
        heard_at=state.heard_at if state else None,
        heartbeat=beat,
        snapshot_at=session.scalar(select(func.max(Snapshot.taken_at)).where(Snapshot.screen_id == stored.id)),
        published_number=published.number if published else None,
        published_at=_since(published),
    )


def _since(published: object) -> datetime | None:
    return getattr(published, "issued", None)


def _health(
    device: Device | None,
    state: ScreenState | None,
    beat: Heartbeat | None,
    number: int,
    issued: datetime | None,
    now: datetime,
) -> Health:
    if device is None:
        return Health.NO_PLAYER
    if state is None or beat is None:
        return Health.NEVER_HEARD
    quiet = now - state.heard_at
    if quiet > SILENT_AFTER:
        return Health.SILENT
    if quiet > HEARD_WITHIN:
        return Health.OWN_MEMORY
    if beat.frame_at is not None and beat.at - beat.frame_at > FRAME_WITHIN:
        return Health.STUCK
    if beat.refused is not None and beat.at - beat.refused.at < REFUSAL_COUNTS:
        return Health.REFUSES
    if beat.number < number and issued is not None and state.heard_at - issued > IN_STEP_WITHIN:
        return Health.BEHIND
    return Health.WELL
