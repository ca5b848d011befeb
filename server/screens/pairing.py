"""Pairing on the server's side: a code on the glass, a number that a person compares, a token for one screen.

The order is docs/protocol.md's: the player commits to `p`, gets the code and our nonce, and shows `p` only then; staff
enter the code, compare the check number, and choose the screen. The token is derived from the player's own secret, so
that an answer that got lost can be given again, and nothing but its hash is kept.
"""

import hashlib
import hmac
from datetime import datetime, timedelta
from secrets import token_bytes, token_hex

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

import playlists.pairing as protocol
from foundation.errors import N_, TorgetError
from playlists.keys import from_text
from server import audit
from server.access.actors import Actor
from server.access.tokens import hash_token
from server.publishing.publish import Publisher, beat
from server.storage.models import Device, Pairing, PairingState, StoredScreen

LIVES = timedelta(seconds=protocol.CODE_LIVES_S)
FORGOTTEN_AFTER = timedelta(days=1)
OPEN = (PairingState.WAITING, PairingState.ENTERED)


class PairingError(TorgetError):
    say = N_("The screen could not be paired. Begin again with the code on the glass.")


class TooManyPairingsError(PairingError):
    http_status = 429
    say = N_("Too many screens are being paired at once. Wait ten minutes.")


class NoPairingError(PairingError):
    http_status = 404
    say = N_("This pairing is not known.")


class PairingOverError(PairingError):
    http_status = 410
    say = N_("The code has run out. The screen shows a new one.")


class CommitmentError(PairingError):
    say = N_("The player does not show what it promised. Begin again.")


class UnknownCodeError(PairingError):
    say = N_("No screen shows that code now. Look once more at the glass: a code lives for ten minutes.")


class NotComparedError(PairingError):
    say = N_("The screen has not shown its number yet. Wait until it does, and compare.")


def open_pairing(session: Session, request: protocol.PairingRequest, now: datetime) -> Pairing:
    """Open a pairing for a player. Raises TooManyPairingsError."""
    session.execute(delete(Pairing).where(Pairing.expires_at < now - FORGOTTEN_AFTER))
    living = select(Pairing).where(Pairing.state.in_(OPEN), Pairing.expires_at > now)
    if (session.scalar(select(func.count()).select_from(living.subquery())) or 0) >= protocol.OPEN_AT_MOST:
        raise TooManyPairingsError
    codes = set(session.scalars(living.with_only_columns(Pairing.code)))
    code = next(code for code in iter(lambda: protocol.new_code(token_bytes(32)), "") if code not in codes)
    pairing = Pairing(
        id=token_hex(16),
        code=code,
        state=PairingState.WAITING,
        commitment=request.commitment,
        secret_hash=request.secret_hash,
        nonce=token_hex(protocol.RANDOM_BYTES),
        about=request.device,
        made_at=now,
        expires_at=now + LIVES,
    )
    session.add(pairing)
    session.flush()
    return pairing


def poll(
    session: Session, pairing_id: str, shown: protocol.PairingPoll, server_secret: bytes, now: datetime
) -> tuple[Pairing, str]:
    """How far a pairing has come, and the device token ("" before PAIRED).

    Raises NoPairingError (also for a wrong secret), CommitmentError, PairingOverError.
    """
    pairing = session.get(Pairing, pairing_id)
    secret = bytes.fromhex(shown.secret)
    if pairing is None or not hmac.compare_digest(hashlib.sha256(secret).hexdigest(), pairing.secret_hash):
        raise NoPairingError
    if protocol.commitment(bytes.fromhex(shown.p)) != pairing.commitment:
        raise CommitmentError
    lives_until = pairing.expires_at + (LIVES if pairing.state is PairingState.PAIRED else timedelta())
    if pairing.state is PairingState.REFUSED or now >= lives_until:
        raise PairingOverError
    pairing.p = shown.p
    if pairing.state is not PairingState.PAIRED:
        return pairing, ""
    token = _token(server_secret, pairing.id, secret)
    device = session.get_one(Device, pairing.device_id)
    if device.token_hash is None:
        device.token_hash = hash_token(token)
        beat(session)
    return pairing, token


def enter(session: Session, typed: str, now: datetime) -> Pairing:
    """Staff typed a code: the pairing it belongs to. Raises UnknownCodeError."""
    pairing = session.scalars(
        select(Pairing)
        .where(Pairing.code == protocol.read_code(typed), Pairing.state.in_(OPEN), Pairing.expires_at > now)
        .limit(1)
    ).first()
    if pairing is None:
        raise UnknownCodeError
    pairing.state = PairingState.ENTERED
    return pairing


def check_number(pairing: Pairing, root_key: str) -> str | None:
    """The number that the glass shows as well, or None while the player has not shown its nonce."""
    if pairing.p is None:
        return None
    return protocol.check_number(
        from_text(root_key), bytes.fromhex(pairing.nonce), bytes.fromhex(pairing.p), pairing.code
    )


def confirm(session: Session, pairing_id: str, screen_id: str, actor: Actor, now: datetime) -> Device:
    """A person compared the numbers and chose the screen: the next poll is "paired".

    A player that the screen had before is revoked. Raises NoPairingError, PairingOverError, NotComparedError.
    """
    pairing = _open_one(session, pairing_id, now)
    if pairing.state is not PairingState.ENTERED or pairing.p is None:
        raise NotComparedError
    screen = session.get(StoredScreen, screen_id)
    if screen is None:
        raise NoPairingError(f"no screen {screen_id}")
    for former in living_devices(session, screen_id):
        revoke(session, former, actor, now)
    device = Device(screen_id=screen_id, about=pairing.about, paired_at=now, paired_by=actor.account_id)
    session.add(device)
    session.flush()
    pairing.state, pairing.device_id = PairingState.PAIRED, device.id
    publisher = session.info.get("publisher")
    if isinstance(publisher, Publisher):
        publisher.publish(session, now, [screen_id])
    audit.record(session, actor.who, "paired", f"screen:{screen_id}", f"device:{device.id}", now)
    return device


def refuse(session: Session, pairing_id: str, actor: Actor, now: datetime) -> None:
    """The numbers differ, or the screen is not ours: the pairing ends. Raises NoPairingError, PairingOverError."""
    pairing = _open_one(session, pairing_id, now)
    pairing.state = PairingState.REFUSED
    audit.record(session, actor.who, "pairing-refused", f"pairing:{pairing.id}", "ok", now)


def revoke(session: Session, device: Device, actor: Actor, now: datetime) -> None:
    """End a player's pairing: it hears a signed "revoked" and forgets its screen."""
    publisher = session.info.get("publisher")
    if isinstance(publisher, Publisher) and device.token_hash is not None:
        publisher.revoke(session, device, now)
    else:
        device.revoked_at, device.token_hash = now, None
        beat(session)
    audit.record(session, actor.who, "device-revoked", f"screen:{device.screen_id}", f"device:{device.id}", now)


def living_devices(session: Session, screen_id: str) -> list[Device]:
    """The players that are paired with a screen now: one, or none."""
    return list(session.scalars(select(Device).where(Device.screen_id == screen_id, Device.revoked_at.is_(None))))


def _open_one(session: Session, pairing_id: str, now: datetime) -> Pairing:
    pairing = session.get(Pairing, pairing_id)
    if pairing is None:
        raise NoPairingError
    if pairing.state not in OPEN or now >= pairing.expires_at:
        raise PairingOverError
    return pairing


def _token(server_secret: bytes, pairing_id: str, secret: bytes) -> str:
    return hmac.new(server_secret, b"device\0" + pairing_id.encode() + b"\0" + secret, hashlib.sha256).hexdigest()
