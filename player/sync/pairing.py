"""Pairing: from a player that belongs to nobody to one that is a screen's.

The secret and `p` live in this process only; a restart begins anew with another code. The root key that came with the
code is pinned once a person has compared the check number, which is what "paired" says. See docs/protocol.md.
"""

import hashlib
import logging
import platform
import secrets
import time
from collections.abc import Callable
from datetime import UTC, datetime
from http import HTTPStatus
from importlib.metadata import PackageNotFoundError, version

import msgspec

from foundation.errors import TorgetError
from player.errors import LinkError, RefusedError
from player.link import Link
from player.messages import PairingOpen
from player.sync.backoff import Backoff
from player.sync.membership import Membership
from playlists import keys
from playlists.pairing import (
    RANDOM_BYTES,
    Device,
    PairingOpened,
    PairingPoll,
    PairingRequest,
    PairingState,
    check_number,
    commitment,
)
from playlists.trust import Trust, accept_keys

log = logging.getLogger(__name__)

POLL_EVERY_S = 1.0
ADDRESS_PATH = "/skarmar/koppla"
"""Where staff type the code; the server's page of that name."""

OVER = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)


def program_version() -> str:
    """The version of this program, as the server's pages show it."""
    try:
        return version("torget")
    except PackageNotFoundError:
        return "0"


def this_device(width_px: int, height_px: int) -> Device:
    """What this player says about itself."""
    return Device(version=program_version(), machine=platform.machine()[:100], width_px=width_px, height_px=height_px)


def pair(link: Link, server: str, device: Device, announce: Callable[[PairingOpen], None]) -> Membership:
    """Offer codes until one of them has paired this player. Outages are waited out; nothing is raised for them."""
    backoff = Backoff()
    while True:
        try:
            membership = _one_code(link, server, device, announce)
        except RefusedError as error:
            if error.status not in OVER:
                log.warning("pairing was refused: %s", error)
                time.sleep(max(error.retry_after_s, backoff.pause_s()))
            continue
        except TorgetError as error:
            log.warning("pairing did not succeed: %s", error)
            time.sleep(backoff.pause_s())
            continue
        if membership is not None:
            return membership
        backoff.reset()


def _one_code(link: Link, server: str, device: Device, announce: Callable[[PairingOpen], None]) -> Membership | None:
    secret, p = secrets.token_bytes(RANDOM_BYTES), secrets.token_bytes(RANDOM_BYTES)
    opened = link.open_pairing(
        PairingRequest(commitment=commitment(p), secret_hash=hashlib.sha256(secret).hexdigest(), device=device)
    )
    root = keys.from_text(opened.root_key)
    check = check_number(root, bytes.fromhex(opened.nonce), p, opened.code)
    shown = PairingOpen(opened.code, "", server.rstrip("/") + ADDRESS_PATH, opened.expires_at)
    announce(shown)
    poll = PairingPoll(secret=secret.hex(), p=p.hex())
    while (answer := _poll(link, opened, poll)) is not None:
        if answer.state == "paired":
            return _joined(opened, answer)
        number = check if answer.state == "entered" else ""
        if number != shown.check_number:
            shown = msgspec.structs.replace(shown, check_number=number)
            announce(shown)
        time.sleep(POLL_EVERY_S)
    return None


def _poll(link: Link, opened: PairingOpened, poll: PairingPoll) -> PairingState | None:
    """The pairing's state; None once the code has lapsed. An outage is waited out as long as the code lives."""
    backoff = Backoff()
    while True:
        try:
            return link.poll_pairing(opened.id, poll)
        except RefusedError as error:
            if error.status in OVER:
                return None
            time.sleep(max(error.retry_after_s, backoff.pause_s()))
        except LinkError:
            time.sleep(backoff.pause_s())
        if datetime.now(UTC) > opened.expires_at:
            return None


def _joined(opened: PairingOpened, answer: PairingState) -> Membership:
    trust = Trust(screen=answer.screen, municipality=answer.municipality, root_key=opened.root_key)
    return Membership(token=answer.token, trust=accept_keys(answer.keys.encode(), trust))
