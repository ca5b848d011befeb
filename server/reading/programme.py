"""What a screen shows for the rest of the day, kept in memory: anybody may ask for it, as often as they like.

A screen is compiled once for each of its publications, and its day is gone through once a minute; every further reader
gets what is there. A screen that was never published has no player either, and is looked at anew each time.
"""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.applications import Starlette

from cards.model import Card
from playlists.model import Manifest
from playlists.schedule import loop, what_is_on
from server.publishing.compile import compile as compile_manifest
from server.storage.models import Publication

STEP = timedelta(minutes=30)
"""How close together the moments lie at which the day is looked at."""


class Programme(msgspec.Struct, frozen=True, kw_only=True):
    """A screen's manifest, and the cards that it shows from `minute` until midnight, each once."""

    published: tuple[int, int] | None
    minute: datetime
    manifest: Manifest
    cards: tuple[Card, ...]


class Programmes:
    """The programme of every screen that somebody asked for, as it was when it was asked for last."""

    def __init__(self) -> None:
        self._kept: dict[str, Programme] = {}

    def of(self, session: Session, screen_id: str, now: datetime) -> Programme:
        """The programme of the known screen `screen_id` at `now`."""
        published = _published(session, screen_id)
        minute = now.replace(second=0, microsecond=0)
        kept = self._kept.get(screen_id)
        same = kept is not None and published is not None and kept.published == published
        if kept is not None and same and kept.minute == minute:
            return kept
        manifest = kept.manifest if kept is not None and same else compile_manifest(session, screen_id, now)
        cards = tuple(_until_midnight(manifest, now))
        found = Programme(published=published, minute=minute, manifest=manifest, cards=cards)
        self._kept[screen_id] = found
        return found


def of(app: Starlette) -> Programmes:
    """The programmes of `app`, made when they are first asked for."""
    if not hasattr(app.state, "programmes"):
        app.state.programmes = Programmes()
    programmes: Programmes = app.state.programmes
    return programmes


def _published(session: Session, screen_id: str) -> tuple[int, int] | None:
    """Epoch and number of the screen's newest publication."""
    query = select(Publication.epoch, Publication.number).where(Publication.screen_id == screen_id)
    row = session.execute(query.order_by(Publication.epoch.desc(), Publication.number.desc()).limit(1)).first()
    return (row[0], row[1]) if row else None


def _until_midnight(manifest: Manifest, now: datetime) -> list[Card]:
    """What the screen's own order shows from now until midnight, each card once, the override first."""
    here = now.astimezone(ZoneInfo(manifest.screen.zone))
    midnight = (here + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    found: dict[str, None] = {}
    present = what_is_on(manifest, now).card
    if present is not None:
        found[present] = None
    at = now
    while at < midnight:
        for showing in loop(manifest, at):
            if showing.card is not None:
                found.setdefault(showing.card)
        at += STEP
    return [manifest.cards[card_id] for card_id in found if card_id in manifest.cards]
