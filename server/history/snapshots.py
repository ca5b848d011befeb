"""What an object was at a moment, as far as an undo needs it, and how it becomes that again.

A card's text is not part of it: versions never change, so their numbers are enough. Going back to an earlier text
makes a new version of it, approved by whoever went back. Contact details and tokens never are part of it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Select, select
from sqlalchemy.orm import Session

import playlists.model
from cards.themes import Theme
from server.access.actors import Actor
from server.publishing.versions import add_version, approve, withdraw_card
from server.storage.models import (
    Base,
    CardState,
    Collection,
    PlacedCard,
    PlaylistEntry,
    PlaylistScreen,
    Reply,
    ReplyState,
    StoredCard,
    StoredMunicipality,
    StoredPlaylist,
    StoredScreen,
    Submission,
    SubmissionState,
    Tray,
)

Dayparts = tuple[playlists.model.Daypart, ...]


class PlaceSnapshot(msgspec.Struct, frozen=True, kw_only=True):
    """A card's place in one playlist."""

    playlist_id: str
    position: int = 0
    times: int = 1
    every: int = 1
    dayparts: Dayparts = ()
    seconds: float | None = None


class CardSnapshot(msgspec.Struct, frozen=True, kw_only=True):
    """Where a card was on its way, with which versions, and on which screens: by whose choice, in which playlists."""

    state: CardState
    latest_version: int
    published_version: int | None
    placed: bool = False
    places: tuple[PlaceSnapshot, ...] = ()


class EntrySnapshot(msgspec.Struct, frozen=True, kw_only=True):
    """One place in a playlist."""

    position: int
    card_id: str | None
    collection: Collection | None
    times: int
    every: int
    dayparts: Dayparts
    seconds: float | None


class PlaylistSnapshot(msgspec.Struct, frozen=True, kw_only=True):
    """A playlist with its order and its screens (id and position)."""

    name: str
    dayparts: Dayparts
    valid_from: datetime | None
    valid_until: datetime | None
    entries: tuple[EntrySnapshot, ...]
    screens: tuple[tuple[str, int], ...]


class ScreenSnapshot(msgspec.Struct, frozen=True, kw_only=True):
    """A screen's settings by their column."""

    settings: dict[str, Any]


class LookSnapshot(msgspec.Struct, frozen=True, kw_only=True):
    """How the cards look: the municipality's own theme, and which one each screen wears."""

    look: Theme | None
    themes: dict[str, str] = {}


class SubmissionSnapshot(msgspec.Struct, frozen=True, kw_only=True):
    """What was decided about a submission, and where its card was."""

    state: SubmissionState
    reason: str
    tray: Tray
    decided_by: int | None
    card: CardSnapshot


class ReplySnapshot(msgspec.Struct, frozen=True, kw_only=True):
    """What was done about a reply, and where its answer was."""

    state: ReplyState
    reason: str
    tray: Tray
    answer_card_id: str | None
    answer: CardSnapshot | None


@dataclass(frozen=True)
class Kind:
    """How objects of one kind are kept in the history: their name there, and the two ways."""

    name: str
    shape: type[msgspec.Struct]
    take: Callable[[Session, Any], msgspec.Struct]
    restore: Callable[[Session, Any, Any, Actor, datetime], None]
    essence: Callable[[Any], msgspec.Struct] = lambda taken: taken
    """What of a snapshot another act must have left alone for this one to be undone."""


def _take_card(session: Session, card: StoredCard) -> CardSnapshot:
    return CardSnapshot(
        state=card.state,
        latest_version=card.latest_version,
        published_version=card.published_version,
        placed=session.get(PlacedCard, card.id) is not None,
        places=tuple(
            PlaceSnapshot(**{field: getattr(entry, field) for field in PlaceSnapshot.__struct_fields__})
            for entry in session.scalars(_entries_of(card))
        ),
    )


def _entries_of(card: StoredCard) -> Select[PlaylistEntry]:
    return (
        select(PlaylistEntry)
        .where(PlaylistEntry.card_id == card.id)
        .order_by(PlaylistEntry.playlist_id, PlaylistEntry.position, PlaylistEntry.id)
    )


def _essence_of_card(taken: CardSnapshot) -> CardSnapshot:
    """Without order and weights: whoever puts a playlist in another order does not change the card."""
    places = tuple(PlaceSnapshot(playlist_id=place.playlist_id) for place in taken.places)
    return msgspec.structs.replace(taken, places=places)


def _restore_card(session: Session, card: StoredCard, was: CardSnapshot, actor: Actor, now: datetime) -> None:
    published = was.published_version
    if was.latest_version != card.latest_version:
        content = card.version(was.latest_version).content
        version = add_version(session, card, content, actor.account_id, now)
        if published == was.latest_version:
            published = version.version
            approve(card, published, actor.account_id, now)
    card.state, card.published_version, card.changed_at = was.state, published, now
    _restore_places(session, card, was, now)


def _restore_places(session: Session, card: StoredCard, was: CardSnapshot, now: datetime) -> None:
    """Take the card out of the playlists it has come into, and put it back into those it has left."""
    choice = session.get(PlacedCard, card.id)
    if choice is not None and not was.placed:
        session.delete(choice)
    elif choice is None and was.placed:
        session.add(PlacedCard(card_id=card.id, placed_at=now))
    before = {place.playlist_id for place in was.places}
    present = session.scalars(_entries_of(card)).all()
    for entry in present:
        if entry.playlist_id not in before:
            entry.playlist.entries.remove(entry)
    kept = {entry.playlist_id for entry in present}
    for place in was.places:
        playlist = session.get(StoredPlaylist, place.playlist_id)
        if playlist is not None and place.playlist_id not in kept:
            playlist.entries.append(PlaylistEntry(card_id=card.id, **msgspec.structs.asdict(place)))
    session.flush()


def _take_playlist(_session: Session, playlist: StoredPlaylist) -> PlaylistSnapshot:
    return PlaylistSnapshot(
        name=playlist.name,
        dayparts=playlist.dayparts,
        valid_from=playlist.valid_from,
        valid_until=playlist.valid_until,
        entries=tuple(
            EntrySnapshot(**{field: getattr(entry, field) for field in EntrySnapshot.__struct_fields__})
            for entry in sorted(playlist.entries, key=lambda entry: entry.position)
        ),
        screens=tuple(sorted((link.screen_id, link.position) for link in playlist.screens)),
    )


def _restore_playlist(
    session: Session, playlist: StoredPlaylist, was: PlaylistSnapshot, _actor: Actor, _now: datetime
) -> None:
    playlist.name, playlist.dayparts = was.name, was.dayparts
    playlist.valid_from, playlist.valid_until = was.valid_from, was.valid_until
    playlist.entries, playlist.screens = [], []
    session.flush()  # the rows that go must be gone before equal ones come
    cards = {entry.card_id for entry in was.entries if entry.card_id and session.get(StoredCard, entry.card_id)}
    playlist.entries = [
        PlaylistEntry(**msgspec.structs.asdict(entry))
        for entry in was.entries
        if entry.card_id is None or entry.card_id in cards
    ]
    playlist.screens = [
        PlaylistScreen(screen_id=screen, position=position)
        for screen, position in was.screens
        if session.get(StoredScreen, screen)
    ]


SCREEN_SETTINGS = tuple(
    column.key
    for column in StoredScreen.__table__.columns
    if column.key not in {"id", "made_at", "lead_card", "lead_since"}
)


def _take_screen(_session: Session, screen: StoredScreen) -> ScreenSnapshot:
    return ScreenSnapshot(settings={key: getattr(screen, key) for key in SCREEN_SETTINGS})


def _restore_screen(
    _session: Session, screen: StoredScreen, was: ScreenSnapshot, _actor: Actor, _now: datetime
) -> None:
    for key, value in was.settings.items():
        setattr(screen, key, tuple(value) if isinstance(value, list) else value)


def _take_look(session: Session, town: StoredMunicipality) -> LookSnapshot:
    screens = session.execute(select(StoredScreen.id, StoredScreen.theme).order_by(StoredScreen.id)).all()
    return LookSnapshot(look=town.look, themes={row.id: row.theme for row in screens})


def _essence_of_look(taken: LookSnapshot) -> LookSnapshot:
    """Without the screens' ids: one that was added or taken away since changes no look."""
    return msgspec.structs.replace(taken, themes=dict.fromkeys(taken.themes.values(), ""))


def _restore_look(session: Session, town: StoredMunicipality, was: LookSnapshot, _actor: Actor, _now: datetime) -> None:
    town.look = was.look
    for screen in session.scalars(select(StoredScreen)):
        screen.theme = was.themes.get(screen.id, screen.theme)


def _take_submission(session: Session, submission: Submission) -> SubmissionSnapshot:
    return SubmissionSnapshot(
        state=submission.state,
        reason=submission.reason,
        tray=submission.tray,
        decided_by=submission.decided_by,
        card=_take_card(session, session.get_one(StoredCard, submission.card_id)),
    )


def _essence_of_submission(taken: SubmissionSnapshot) -> SubmissionSnapshot:
    return msgspec.structs.replace(taken, card=_essence_of_card(taken.card))


def _restore_submission(
    session: Session, submission: Submission, was: SubmissionSnapshot, actor: Actor, now: datetime
) -> None:
    submission.state, submission.reason, submission.tray = was.state, was.reason, was.tray
    submission.decided_by = was.decided_by
    submission.decided_at = now if was.decided_by else None
    _restore_card(session, session.get_one(StoredCard, submission.card_id), was.card, actor, now)


def _take_reply(session: Session, reply: Reply) -> ReplySnapshot:
    answer = session.get(StoredCard, reply.answer_card_id) if reply.answer_card_id else None
    return ReplySnapshot(
        state=reply.state,
        reason=reply.reason,
        tray=reply.tray,
        answer_card_id=reply.answer_card_id,
        answer=_take_card(session, answer) if answer else None,
    )


def _essence_of_reply(taken: ReplySnapshot) -> ReplySnapshot:
    return msgspec.structs.replace(taken, answer=_essence_of_card(taken.answer) if taken.answer else None)


def _restore_reply(session: Session, reply: Reply, was: ReplySnapshot, actor: Actor, now: datetime) -> None:
    if reply.answer_card_id and reply.answer_card_id != was.answer_card_id:
        withdraw_card(session.get_one(StoredCard, reply.answer_card_id), now)
    reply.state, reply.reason, reply.tray = was.state, was.reason, was.tray
    reply.answer_card_id = was.answer_card_id
    if was.answer_card_id and was.answer:
        _restore_card(session, session.get_one(StoredCard, was.answer_card_id), was.answer, actor, now)


KINDS: dict[type[Base], Kind] = {
    StoredCard: Kind("card", CardSnapshot, _take_card, _restore_card, _essence_of_card),
    StoredPlaylist: Kind("playlist", PlaylistSnapshot, _take_playlist, _restore_playlist),
    StoredScreen: Kind("screen", ScreenSnapshot, _take_screen, _restore_screen),
    StoredMunicipality: Kind("look", LookSnapshot, _take_look, _restore_look, _essence_of_look),
    Submission: Kind("submission", SubmissionSnapshot, _take_submission, _restore_submission, _essence_of_submission),
    Reply: Kind("reply", ReplySnapshot, _take_reply, _restore_reply, _essence_of_reply),
}
"""Every kind of object whose changes can be undone."""
