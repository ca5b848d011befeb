"""The municipality, its screens, the players paired with them, what was published to them and what they report."""

from datetime import datetime
from enum import StrEnum

import msgspec
from sqlalchemy import ForeignKey, Index, LargeBinary, String, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

import cards.model
import playlists.pairing
from cards.themes import Theme
from server.storage.columns import LARGE, Stored, UtcDateTime, choice
from server.storage.models.base import Base

Names = dict[str, str]
Hashes = tuple[str, ...]
Languages = tuple[str, ...]


class StoredMunicipality(Base):
    """The one municipality that this server belongs to."""

    __tablename__ = "municipality"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    names: Mapped[Names] = mapped_column(Stored(Names))
    address: Mapped[str] = mapped_column(String(200), default="")
    look: Mapped[Theme | None] = mapped_column(Stored(Theme))
    """Its own theme, for the screens that wear it."""

    def as_municipality(self) -> cards.model.Municipality:
        """The value that travels."""
        return cards.model.Municipality(id=self.id, names=self.names, address=self.address, look=self.look)


class StoredScreen(Base):
    """A place with a display. The columns are those of `cards.model.Screen`, and mean the same."""

    __tablename__ = "screen"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    place: Mapped[str] = mapped_column(String(120))
    width_px: Mapped[int] = mapped_column(default=1920)
    height_px: Mapped[int] = mapped_column(default=1080)
    rotation: Mapped[int] = mapped_column(default=0)
    inches: Mapped[float] = mapped_column(default=55.0)
    distance_m: Mapped[float] = mapped_column(default=3.0)
    qr_distance_m: Mapped[float] = mapped_column(default=1.5)
    safe_area: Mapped[float] = mapped_column(default=0.05)
    zone: Mapped[str] = mapped_column(String(64), default="Europe/Stockholm")
    languages: Mapped[Languages] = mapped_column(Stored(Languages), default=("sv",))
    theme: Mapped[str] = mapped_column(String(40), default="alv")
    reduced_motion: Mapped[bool] = mapped_column(default=False)
    eastern_digits: Mapped[bool] = mapped_column(default=False, server_default=false())
    side_by_side: Mapped[bool] = mapped_column(default=False, server_default=false())
    lead_card: Mapped[str | None] = mapped_column(String(64))
    lead_since: Mapped[datetime | None] = mapped_column(UtcDateTime)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)

    def as_screen(self, municipality: cards.model.Municipality) -> cards.model.Screen:
        """The value that travels and that cards are drawn for."""
        fields = [field for field in cards.model.Screen.__struct_fields__ if field != "municipality"]
        return cards.model.Screen(municipality=municipality, **{field: getattr(self, field) for field in fields})


class Device(Base):
    """A player that was paired with a screen. Its token's hash is there once the player has fetched the token.

    A revoked one keeps its `farewell`: the signed manifest that ends the pairing, under a number of its own.
    """

    __tablename__ = "device"

    id: Mapped[int] = mapped_column(primary_key=True)
    screen_id: Mapped[str] = mapped_column(ForeignKey("screen.id", ondelete="CASCADE"), index=True)
    token_hash: Mapped[str | None] = mapped_column(String(64), unique=True)
    about: Mapped[playlists.pairing.Device] = mapped_column(Stored(playlists.pairing.Device))
    paired_at: Mapped[datetime] = mapped_column(UtcDateTime)
    paired_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    farewell_number: Mapped[int | None] = mapped_column(LARGE)
    farewell: Mapped[bytes | None] = mapped_column(LargeBinary)


class PairingState(StrEnum):
    """How far a pairing has come: WAITING for the code, ENTERED by staff, PAIRED or REFUSED by them."""

    WAITING = "waiting"
    ENTERED = "entered"
    PAIRED = "paired"
    REFUSED = "refused"


class Pairing(Base):
    """An attempt to pair. The player's secret is kept as a hash; `p` is the nonce that it committed to at first."""

    __tablename__ = "pairing"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    code: Mapped[str] = mapped_column(String(6), index=True)
    state: Mapped[PairingState] = mapped_column(choice(PairingState))
    commitment: Mapped[str] = mapped_column(String(64))
    secret_hash: Mapped[str] = mapped_column(String(64))
    nonce: Mapped[str] = mapped_column(String(64))
    p: Mapped[str | None] = mapped_column(String(64))
    about: Mapped[playlists.pairing.Device] = mapped_column(Stored(playlists.pairing.Device))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    device_id: Mapped[int | None] = mapped_column(ForeignKey("device.id", ondelete="SET NULL"))


class Publication(Base):
    """A manifest as it was signed for one screen. `content_hash` leaves out number and times; `assets` are hashes."""

    __tablename__ = "publication"
    __table_args__ = (UniqueConstraint("screen_id", "epoch", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    screen_id: Mapped[str] = mapped_column(ForeignKey("screen.id", ondelete="CASCADE"))
    epoch: Mapped[int] = mapped_column(LARGE)
    number: Mapped[int] = mapped_column(LARGE)
    issued: Mapped[datetime] = mapped_column(UtcDateTime)
    fresh_until: Mapped[datetime] = mapped_column(UtcDateTime)
    content_hash: Mapped[str] = mapped_column(String(64))
    assets: Mapped[Hashes] = mapped_column(Stored(Hashes))
    envelope: Mapped[bytes] = mapped_column(LargeBinary)


class Pulse(Base):
    """One row that rises whenever a manifest or a device changed; each server process looks at it."""

    __tablename__ = "pulse"

    id: Mapped[int] = mapped_column(primary_key=True)
    beat: Mapped[int] = mapped_column(LARGE, default=0)


class ScreenState(Base):
    """What a screen's player last said about itself. `heartbeat` is the report's own JSON."""

    __tablename__ = "screen_state"

    screen_id: Mapped[str] = mapped_column(ForeignKey("screen.id", ondelete="CASCADE"), primary_key=True)
    device_id: Mapped[int] = mapped_column(ForeignKey("device.id", ondelete="CASCADE"))
    heard_at: Mapped[datetime] = mapped_column(UtcDateTime)
    boot: Mapped[str] = mapped_column(String(64))
    sequence: Mapped[int] = mapped_column(LARGE)
    heartbeat: Mapped[msgspec.Raw | None] = mapped_column(Stored(msgspec.Raw))


class Snapshot(Base):
    """The latest picture of what is on a screen's glass."""

    __tablename__ = "snapshot"

    screen_id: Mapped[str] = mapped_column(ForeignKey("screen.id", ondelete="CASCADE"), primary_key=True)
    taken_at: Mapped[datetime] = mapped_column(UtcDateTime)
    jpeg: Mapped[bytes] = mapped_column(LargeBinary)


class Play(Base):
    """Proof that a card stood on a screen. The unique key makes a report that comes twice count once."""

    __tablename__ = "play"
    __table_args__ = (
        UniqueConstraint("device_id", "boot", "sequence", "index"),
        Index("ix_play_card_id_at", "card_id", "at"),
        Index("ix_play_screen_id_at", "screen_id", "at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    device_id: Mapped[int] = mapped_column(ForeignKey("device.id", ondelete="CASCADE"))
    boot: Mapped[str] = mapped_column(String(64))
    sequence: Mapped[int] = mapped_column(LARGE)
    index: Mapped[int] = mapped_column()
    screen_id: Mapped[str] = mapped_column(String(64))
    card_id: Mapped[str] = mapped_column(String(64))
    version: Mapped[int] = mapped_column(LARGE)
    language: Mapped[str] = mapped_column(String(8))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    seconds: Mapped[float] = mapped_column()
