"""What is on a screen's glass: the player's own picture where there is one, else what ought to stand there, drawn."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from cards.model import Card, Screen
from playlists.model import Manifest
from playlists.schedule import upcoming, what_is_on
from server.curation.standing import title_of
from server.publishing.compile import compile as compile_manifest
from server.screens.naming import called
from server.screens.overview import Health, ScreenView
from server.screens.words import Said, say_health, say_size, say_taken
from server.storage.models import Play, Snapshot, StoredCard
from server.words import Words

FRESH = timedelta(minutes=6)
"""A snapshot comes each five minutes when nobody looks; an older one is told to be old."""
UNSEEN = (Health.NO_PLAYER, Health.NEVER_HEARD)


class Glass(msgspec.Struct, frozen=True, kw_only=True):
    """One screen as pages show it. `picture` is where to fetch it, "" where nothing can be shown."""

    id: str
    name: str
    portrait: bool
    size: str
    picture: str
    old: str
    """When the picture was taken, where that is long ago; or that it is no picture of the glass."""
    taken: str
    """When the player took the picture, "" where it took none."""
    unseen: bool
    """Whether no player is there that could show anything."""
    shows: str
    """The title of the card that stands there, "" where nobody knows."""
    said: Said
    health: Health


class Next(msgspec.Struct, frozen=True, kw_only=True):
    """A showing to come."""

    card: str
    version: int
    title: str
    time: str
    seconds: int


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """A showing that was: proof of play."""

    card: str
    title: str
    time: str
    seconds: str


def glass_of(session: Session, view: ScreenView, now: datetime, zone: ZoneInfo, words: Words) -> Glass:
    """How a screen is and what stands on it."""
    screen = view.screen
    card = _on_glass(session, view, now)
    picture = f"/skarmar/{screen.id}/bild.jpg"
    old = ""
    if view.health in UNSEEN:
        old = words.gettext("Would show this")
        picture = f"{picture}?kort={card.id}.{card.version}" if card else ""
    elif view.snapshot_at is not None:
        picture += f"?tagen={int(view.snapshot_at.timestamp())}"
        if now - view.snapshot_at > FRESH:
            old = say_taken(view.snapshot_at, now, zone, words)
    elif card is not None:
        picture += f"?kort={card.id}.{card.version}"
    return Glass(
        id=screen.id,
        name=called(screen),
        portrait=screen.portrait,
        size=say_size(view, words),
        picture=picture,
        old=old,
        taken=f"{view.snapshot_at.astimezone(zone):%H.%M.%S}" if view.snapshot_at else "",
        unseen=view.health in UNSEEN,
        shows=title_of(card) if card else "",
        said=say_health(view, now, zone, words),
        health=view.health,
    )


def snapshot_of(session: Session, screen_id: str) -> bytes | None:
    """The latest picture that the player sent."""
    return session.scalar(select(Snapshot.jpeg).where(Snapshot.screen_id == screen_id))


def present_card(session: Session, screen: Screen, now: datetime) -> Card | None:
    """The card that ought to stand on `screen` now; None where the house card does."""
    manifest = compile_manifest(session, screen.id, now)
    return manifest.cards.get(what_is_on(manifest, now).card or "")


def coming(session: Session, screen: Screen, now: datetime, count: int) -> list[Next]:
    """What stands on the screen now and next, by its own order."""
    manifest: Manifest = compile_manifest(session, screen.id, now)
    zone = ZoneInfo(screen.zone)
    found = []
    for showing in upcoming(manifest, now, count):
        card = manifest.cards.get(showing.card or "")
        found.append(
            Next(
                card=card.id if card else "",
                version=card.version if card else 0,
                title=card.text(showing.language).title or title_of(card) if card else "",
                time=f"{showing.since.astimezone(zone):%H.%M.%S}",
                seconds=round(showing.seconds),
            )
        )
    return found


def shown_lately(session: Session, screen: Screen, count: int) -> list[Shown]:
    """The last showings that the player has told about, the latest first."""
    zone = ZoneInfo(screen.zone)
    plays = session.scalars(
        select(Play).where(Play.screen_id == screen.id).order_by(Play.at.desc(), Play.id.desc()).limit(count)
    ).all()
    cards = {
        card.id: card
        for card in session.scalars(select(StoredCard).where(StoredCard.id.in_({p.card_id for p in plays})))
    }
    return [
        Shown(
            card=play.card_id if play.card_id in cards else "",
            title=title_of(cards[play.card_id].version().content) if play.card_id in cards else play.card_id,
            time=f"{play.at.astimezone(zone):%H.%M.%S}",
            seconds=f"{play.seconds:.1f}".replace(".", ","),
        )
        for play in plays
    ]


def _on_glass(session: Session, view: ScreenView, now: datetime) -> Card | None:
    """The card in the picture: what stood there by the screen's own order when it was taken, else what ought to now.

    None where the player's own word shows that it keeps another order (an older manifest, another pace): a picture
    under a wrong name is worse than one without.
    """
    manifest = compile_manifest(session, view.screen.id, now)
    taken = view.snapshot_at or now
    if manifest.lead is not None and taken < manifest.lead.since:
        return None  # the order was another one then
    heard = view.heartbeat
    if view.snapshot_at is not None and heard is not None and what_is_on(manifest, heard.at).card != heard.card:
        return None
    return manifest.cards.get(what_is_on(manifest, taken).card or "")
