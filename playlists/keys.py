"""Keys: the root key that a player pins, and the publishing keys that the root vouches for.

The root key signs only key lists and never lies on the server. A key list has a version, which rises by exactly one,
and an epoch, which rises whenever the publishing keys change. Public keys travel as base64 of their raw 32 bytes;
a private key is kept as base64 of its raw 32 bytes on one line.
"""

import base64
import hashlib

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from foundation.errors import N_
from playlists.envelope import KEYS_TYPE, decode_base64, seal
from playlists.errors import InvalidContentError, NotBase64Error, PlaylistError

KEY_BYTES = 32


class KeyFileError(PlaylistError):
    say = N_("This is not a key that Torget wrote. Take the right file, or make new keys with ./torget keys.")


class PublishingKey(msgspec.Struct, frozen=True, kw_only=True):
    """A key that may sign manifests and times: its id and its public half."""

    keyid: str
    public_key: str


class KeyList(msgspec.Struct, frozen=True, kw_only=True):
    """Whom a player believes. `root_key` is the root's public half from this list on."""

    version: int
    epoch: int
    municipality: str
    root_key: str
    publishing_keys: tuple[PublishingKey, ...]


def new_private_key() -> Ed25519PrivateKey:
    """A fresh key from the system's random source."""
    return Ed25519PrivateKey.generate()


def public_bytes(key: Ed25519PrivateKey) -> bytes:
    """The raw 32 bytes of the public half."""
    return key.public_key().public_bytes_raw()


def key_id(public: bytes) -> str:
    """The id of a public key: SHA-256 of its raw bytes, in hex."""
    return hashlib.sha256(public).hexdigest()


def to_text(public: bytes) -> str:
    """A public key as it travels."""
    return base64.b64encode(public).decode("ascii")


def from_text(text: str) -> bytes:
    """The raw bytes of a public key that travelled as `text`. Raises InvalidContentError."""
    try:
        public = decode_base64(text)
    except NotBase64Error as error:
        raise InvalidContentError("a public key is not base64") from error
    if len(public) != KEY_BYTES:
        raise InvalidContentError(f"a public key has {len(public)} bytes")
    return public


def public_key(text: str) -> Ed25519PublicKey:
    """The public key that travelled as `text`. Raises InvalidContentError."""
    return Ed25519PublicKey.from_public_bytes(from_text(text))


def private_to_bytes(key: Ed25519PrivateKey) -> bytes:
    """What stands in a key file."""
    return base64.b64encode(key.private_bytes_raw()) + b"\n"


def private_from_bytes(data: bytes) -> Ed25519PrivateKey:
    """The key in a key file. Raises KeyFileError, which never quotes what it read."""
    try:
        raw = decode_base64(data.decode("ascii").strip())
    except (NotBase64Error, UnicodeDecodeError):
        raise KeyFileError("not a key file") from None
    if len(raw) != KEY_BYTES:
        raise KeyFileError("not a key file")
    return Ed25519PrivateKey.from_private_bytes(raw)


def listed(key: Ed25519PrivateKey) -> PublishingKey:
    """The public half of `key` as it stands in a key list."""
    public = public_bytes(key)
    return PublishingKey(keyid=key_id(public), public_key=to_text(public))


def sign_with(key: Ed25519PrivateKey) -> tuple[str, Ed25519PrivateKey]:
    """`key` with its id, as `envelope.seal` takes it."""
    return key_id(public_bytes(key)), key


def seal_keys(keys: KeyList, *roots: Ed25519PrivateKey) -> bytes:
    """The envelope of a key list, signed by each of `roots`: the new one, and after a change the old one too."""
    return seal(msgspec.json.encode(keys), KEYS_TYPE, [sign_with(root) for root in roots])
