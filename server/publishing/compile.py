"""What one screen's manifest holds: a function of the data and the moment, without number and times.

Only a published card's approved version gets in, and only if its bytes are still those that were approved. Collections
spread out here. A card whose picture is missing stands without it; a card that is broken is left out and logged, since
one of them must not keep a screen from all others.
"""

import logging
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from cards.emoji import sequences
from cards.kinds.event.facts import EventFacts
from cards.model import Card, PictureRef, Screen
from cards.strings import strings_of
from foundation.errors import TorgetError
from playlists.grounds import kept_apart
from playlists.model import SCHEMA, Asset, Entry, Lead, Manifest, Override, Playlist
from playlists.trust import check_content
from playlists.validity import window
from server.publishing.dealing import dealt
from server.publishing.versions import is_approved
from server.storage.models import (
    CardState,
    CardVersion,
    Collection,
    PlacedCard,
    PlaylistEntry,
    PlaylistScreen,
    StoredCard,
    StoredMunicipality,
    StoredPlaylist,
    StoredScreen,
)

log = logging.getLogger(__name__)

Renditions = Callable[[PictureRef, Screen], tuple[PictureRef, Asset] | None]
"""Gives a picture as a screen needs it, or None where its bytes are not there."""

Emoji = Callable[[str], Asset | None]
"""Gives the picture of an emoji, or None where it cannot be drawn."""

Dress = Callable[[Session, Card, str], Card]
"""Puts on a card what only the database knows, as the screen with that id shows it: a question's address and count."""

NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)
EVENTS_AHEAD = timedelta(days=14)


def no_pictures(_picture: PictureRef, _screen: Screen) -> None:
    """Renditions for where there is no store of pictures."""


def no_emoji(_sequence: str) -> None:
    """Emoji for where nobody draws them."""


def undressed(_session: Session, card: Card, _screen_id: str) -> Card:
    """The card as it was approved, for where nobody replies to questions."""
    return card


def compile(
    session: Session,
    screen_id: str,
    now: datetime,
    renditions: Renditions = no_pictures,
    dress: Dress = undressed,
    emoji: Emoji = no_emoji,
) -> Manifest:
    """The manifest of a screen with epoch and number 0 and no times. Raises sqlalchemy's NoResultFound."""
    stored = session.get_one(StoredScreen, screen_id)
    town = session.scalars(select(StoredMunicipality)).one().as_municipality()
    bare = Manifest(
        schema=SCHEMA,
        municipality=town.id,
        screen=stored.as_screen(town),
        epoch=0,
        number=0,
        issued=NO_TIME,
        fresh_until=datetime.max.replace(tzinfo=UTC),
    )
    approved = _approved_cards(session, bare, now)
    gathered = gathered_events(session, approved.values(), now)
    playlists = tuple(_playlist(playlist, approved, gathered) for playlist in _playlists_of(session, screen_id))
    override = _override(session, approved)
    wanted = {entry.card for playlist in playlists for entry in playlist.entries}
    if override:
        wanted.add(override.card)
    cards: dict[str, Card] = {}
    assets: dict[str, Asset] = {}
    for card_id in sorted(wanted):
        dressed = _with_picture(dress(session, approved[card_id], screen_id), bare.screen, renditions, assets)
        cards[card_id] = _with_emoji(dressed, emoji, assets)
    cards, playlists = dealt(cards, playlists, bare.screen, now)
    cards = kept_apart(cards, playlists, now, ZoneInfo(bare.screen.zone))
    lead = None
    if stored.lead_since is not None:
        lead = Lead(since=stored.lead_since, card=stored.lead_card if stored.lead_card in cards else None)
    return msgspec.structs.replace(
        bare,
        fresh_until=NO_TIME,
        playlists=playlists,
        cards=cards,
        assets=tuple(assets.values()),
        override=override,
        lead=lead,
    )


def _approved_cards(session: Session, bare: Manifest, now: datetime) -> dict[str, Card]:
    """Every card that a person approved, whose bytes are still those, and whose time is not over."""
    rows = session.execute(
        select(StoredCard.id, CardVersion)
        .join(CardVersion, CardVersion.card_id == StoredCard.id)
        .where(StoredCard.state == CardState.PUBLISHED, CardVersion.version == StoredCard.published_version)
    ).all()
    zone = ZoneInfo(bare.screen.zone)
    found = {}
    for card_id, version in rows:
        card = version.content
        if not is_approved(version):
            log.error("card %s version %s is not what was approved; it is left out", card_id, version.version)
        elif window(card, bare, zone)[1] > now and _sound(card, bare):
            found[card_id] = card
    return found


def _sound(card: Card, bare: Manifest) -> bool:
    try:
        check_content(msgspec.structs.replace(bare, cards={card.id: card}))
    except TorgetError as error:
        log.error("card %s cannot be shown: %s", card.id, error)
        return False
    return True


def _playlists_of(session: Session, screen_id: str) -> Iterable[StoredPlaylist]:
    return session.scalars(
        select(StoredPlaylist)
        .join(PlaylistScreen, PlaylistScreen.playlist_id == StoredPlaylist.id)
        .where(PlaylistScreen.screen_id == screen_id)
        .order_by(PlaylistScreen.position, StoredPlaylist.made_at, StoredPlaylist.id)
        .options(joinedload(StoredPlaylist.entries))
    ).unique()


def _playlist(stored: StoredPlaylist, approved: dict[str, Card], gathered: list[Card]) -> Playlist:
    named = {entry.card_id for entry in stored.entries if entry.card_id}
    entries = tuple(
        Entry(card=card_id, times=row.times, every=row.every, dayparts=row.dayparts, seconds=row.seconds)
        for row in stored.entries
        for card_id in _cards_of(row, approved, named, gathered)
    )
    return Playlist(
        id=stored.id,
        name=stored.name,
        entries=entries,
        dayparts=stored.dayparts,
        valid_from=stored.valid_from,
        valid_until=stored.valid_until,
    )


def _cards_of(row: PlaylistEntry, approved: dict[str, Card], named: set[str], gathered: list[Card]) -> list[str]:
    if row.card_id is not None:
        return [row.card_id] if row.card_id in approved else []
    if row.collection is Collection.EVENTS_14_DAYS:
        return [card.id for card in gathered if card.id not in named]
    return []


def gathered_events(session: Session, cards: Iterable[Card], now: datetime) -> list[Card]:
    """The events of the next 14 days whose screens nobody chose, soonest first; one that has begun still counts."""
    placed = set(session.scalars(select(PlacedCard.card_id)))
    events = [
        (card.facts.start, card.id, card)
        for card in cards
        if isinstance(card.facts, EventFacts) and card.facts.start < now + EVENTS_AHEAD and card.id not in placed
    ]
    return [card for _, _, card in sorted(events, key=lambda found: found[:2])]


def _override(session: Session, approved: dict[str, Card]) -> Override | None:
    """A published alert takes every screen over, the latest first, until it is over or taken down."""
    rows = session.execute(
        select(StoredCard.id, CardVersion.approved_at)
        .join(CardVersion, CardVersion.card_id == StoredCard.id)
        .where(StoredCard.kind == "alert", CardVersion.version == StoredCard.published_version)
        .order_by(CardVersion.approved_at.desc())
    ).all()
    for card_id, approved_at in rows:
        card = approved.get(card_id)
        if card is not None and approved_at is not None and not getattr(card.facts, "over", False):
            return Override(card=card_id, since=approved_at, until=card.valid_until)
    return None


def _with_picture(card: Card, screen: Screen, renditions: Renditions, assets: dict[str, Asset]) -> Card:
    if card.picture is None:
        return card
    try:
        made = renditions(card.picture, screen)
    except (TorgetError, OSError) as error:
        log.error("picture of card %s cannot be had: %s", card.id, error)
        made = None
    if made is None:
        return msgspec.structs.replace(card, picture=None)
    picture, asset = made
    assets[asset.sha256] = asset
    return msgspec.structs.replace(card, picture=picture)


def _with_emoji(card: Card, emoji: Emoji, assets: dict[str, Asset]) -> Card:
    """The card with the names of its emoji's pictures; one that cannot be drawn is left out of the texts there."""
    found: dict[str, str] = {}
    for sequence in dict.fromkeys(one for text in strings_of(card) for one in sequences(text)):
        try:
            asset = emoji(sequence)
        except (TorgetError, OSError) as error:
            log.error("an emoji of card %s cannot be had: %s", card.id, error)
            continue
        if asset is not None:
            found[sequence] = asset.sha256
            assets[asset.sha256] = asset
    return msgspec.structs.replace(card, emoji=found)
