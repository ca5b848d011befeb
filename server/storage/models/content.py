"""Cards with their versions, pictures, and the playlists that put cards in order.

A card's versions never change: an edit adds one. `published_version` names the one that stands on screens, and only a
version that a person approved may stand there; later versions wait while the approved one keeps playing.
"""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

import cards.model
import playlists.model
from server.storage.columns import Stored, UtcDateTime, choice
from server.storage.models.base import Base

Dayparts = tuple[playlists.model.Daypart, ...]


class CardState(StrEnum):
    """Where a card is on its way. Only PUBLISHED is ever compiled into a manifest."""

    DRAFT = "draft"
    WAITING = "waiting"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    REFUSED = "refused"


class Origin(StrEnum):
    """Where a card came from."""

    STAFF = "staff"
    ASSOCIATION = "association"
    FEED = "feed"
    FOLDER = "folder"
    DIALOGUE = "dialogue"


class Collection(StrEnum):
    """A set of cards that is found anew at each publication."""

    EVENTS_14_DAYS = "events-14-days"


class StoredCard(Base):
    """A card's state. What it says lies in its versions; `id` is also the id of the card that travels."""

    __tablename__ = "card"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    kind: Mapped[str] = mapped_column(String(24), index=True)
    state: Mapped[CardState] = mapped_column(choice(CardState), index=True)
    origin: Mapped[Origin] = mapped_column(choice(Origin))
    latest_version: Mapped[int] = mapped_column(default=1)
    published_version: Mapped[int | None] = mapped_column()
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)

    versions: Mapped[list["CardVersion"]] = relationship(
        back_populates="stored", order_by="CardVersion.version", cascade="all, delete-orphan"
    )

    def version(self, number: int | None = None) -> "CardVersion":
        """The version with `number`, or the latest. Raises StopIteration when there is none."""
        wanted = self.latest_version if number is None else number
        return next(version for version in self.versions if version.version == wanted)


class CardVersion(Base):
    """What a card says in one version. An approval binds `sha256` of exactly these bytes to a person."""

    __tablename__ = "card_version"
    __table_args__ = (UniqueConstraint("card_id", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    card_id: Mapped[str] = mapped_column(ForeignKey("card.id", ondelete="CASCADE"))
    version: Mapped[int] = mapped_column()
    content: Mapped[cards.model.Card] = mapped_column(Stored(cards.model.Card))
    sha256: Mapped[str] = mapped_column(String(64))
    author_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    approved_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    approved_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    approved_sha256: Mapped[str | None] = mapped_column(String(64))

    stored: Mapped[StoredCard] = relationship(back_populates="versions")


class PlacedCard(Base):
    """That a person chose the screens of a card: playlists alone name it there, and no collection takes it in."""

    __tablename__ = "placed_card"

    card_id: Mapped[str] = mapped_column(ForeignKey("card.id", ondelete="CASCADE"), primary_key=True)
    placed_at: Mapped[datetime] = mapped_column(UtcDateTime)


class StoredPicture(Base):
    """A picture that was taken in and encoded anew. Its bytes lie in the store; its name is forgotten."""

    __tablename__ = "picture"

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    media_type: Mapped[str] = mapped_column(String(40))
    size: Mapped[int] = mapped_column()
    width_px: Mapped[int] = mapped_column()
    height_px: Mapped[int] = mapped_column()
    focus_x: Mapped[float] = mapped_column(default=0.5)
    focus_y: Mapped[float] = mapped_column(default=0.5)
    alt: Mapped[str] = mapped_column(String(400), default="")
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)


class StoredPlaylist(Base):
    """An ordered list of cards and collections, when it plays, and on which screens."""

    __tablename__ = "playlist"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    dayparts: Mapped[Dayparts] = mapped_column(Stored(Dayparts), default=())
    valid_from: Mapped[datetime | None] = mapped_column(UtcDateTime)
    valid_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)

    entries: Mapped[list["PlaylistEntry"]] = relationship(
        back_populates="playlist", order_by="PlaylistEntry.position", cascade="all, delete-orphan"
    )
    screens: Mapped[list["PlaylistScreen"]] = relationship(back_populates="playlist", cascade="all, delete-orphan")


class PlaylistEntry(Base):
    """One place in a playlist: a card, or a collection that spreads out. Positions rise, gaps are allowed."""

    __tablename__ = "playlist_entry"
    __table_args__ = (CheckConstraint("(card_id IS NULL) <> (collection IS NULL)", name="one_of"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    playlist_id: Mapped[str] = mapped_column(ForeignKey("playlist.id", ondelete="CASCADE"), index=True)
    position: Mapped[int] = mapped_column()
    card_id: Mapped[str | None] = mapped_column(ForeignKey("card.id", ondelete="CASCADE"), index=True)
    collection: Mapped[Collection | None] = mapped_column(choice(Collection))
    times: Mapped[int] = mapped_column(default=1)
    every: Mapped[int] = mapped_column(default=1)
    dayparts: Mapped[Dayparts] = mapped_column(Stored(Dayparts), default=())
    seconds: Mapped[float | None] = mapped_column()

    playlist: Mapped[StoredPlaylist] = relationship(back_populates="entries")


class PlaylistScreen(Base):
    """That a playlist plays on a screen; `position` orders the playlists that play there at once."""

    __tablename__ = "playlist_screen"

    playlist_id: Mapped[str] = mapped_column(ForeignKey("playlist.id", ondelete="CASCADE"), primary_key=True)
    screen_id: Mapped[str] = mapped_column(ForeignKey("screen.id", ondelete="CASCADE"), primary_key=True, index=True)
    position: Mapped[int] = mapped_column(default=0)

    playlist: Mapped[StoredPlaylist] = relationship(back_populates="screens")
