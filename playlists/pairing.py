"""Pairing: what a new player and the server say to each other, and the number that a person compares.

The player commits to `p` before it knows the code, and shows `p` only afterwards: a relay in the middle that swaps the
root key cannot search for a `p` that gives an equal check number. On the wire, hashes and random values are lower-case
hex, keys are base64. Nothing here is random: whoever calls brings the random bytes.
"""

import hashlib
from datetime import datetime
from typing import Annotated, Literal

import msgspec

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""The signs of a code: 32, without 0 and O, 1 and I."""

CODE_LENGTH = 6
CODE_LIVES_S = 600
OPEN_AT_MOST = 20
RANDOM_BYTES = 32
"""Length of `secret`, `nonce` and `p`."""

Hex32 = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
Words = Annotated[str, msgspec.Meta(max_length=100)]


class Device(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a player says about itself: program, machine, and the display's pixels. Hostile until shown as text."""

    version: Words
    machine: Words = ""
    render_id: Words = ""
    width_px: Annotated[int, msgspec.Meta(ge=1, le=16_384)] = 1920
    height_px: Annotated[int, msgspec.Meta(ge=1, le=16_384)] = 1080


class PairingRequest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`POST /pairings`: the player opens a pairing."""

    commitment: Hex32
    secret_hash: Hex32
    device: Device


class PairingOpened(msgspec.Struct, frozen=True, kw_only=True):
    """The answer: the code to show, and what the check number is made of."""

    id: str
    code: str
    root_key: str
    nonce: Hex32
    expires_at: datetime


class PairingPoll(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`POST /pairings/{id}`: the player asks how far it has come."""

    secret: Hex32
    p: Hex32


class PairingState(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The answer. `paired` brings the device token, the screen, and the envelope of the key list as text."""

    state: Literal["waiting", "entered", "paired"]
    token: str = ""
    screen: str = ""
    municipality: str = ""
    keys: str = ""


def new_code(random: bytes) -> str:
    """A code made of at least six random bytes; every code is equally likely, as 32 divides 256."""
    if len(random) < CODE_LENGTH:
        raise ValueError(f"{CODE_LENGTH} random bytes are needed")
    return "".join(ALPHABET[byte % len(ALPHABET)] for byte in random[:CODE_LENGTH])


def read_code(typed: str) -> str:
    """A code as people type it, in the spelling of `new_code`: capitals, without spaces and dashes."""
    return "".join(sign for sign in typed.upper() if not sign.isspace() and sign not in "-–—")


def commitment(p: bytes) -> str:
    """What the player shows of `p` before the code is known: SHA-256, in hex."""
    return hashlib.sha256(p).hexdigest()


def check_number(root_key: bytes, nonce: bytes, p: bytes, code: str) -> str:
    """The eight digits, in two groups of four, that stand on the glass and on the staff's page.

    `root_key` is the raw public key. The first 8 bytes of SHA-256(root_key ‖ nonce ‖ p ‖ code), as a big-endian
    integer, modulo 10^8.
    """
    digest = hashlib.sha256(root_key + nonce + p + code.encode("ascii")).digest()
    digits = f"{int.from_bytes(digest[:8], 'big') % 10**8:08d}"
    return f"{digits[:4]} {digits[4:]}"
