"""What a player believes: the rules by which signed bytes become a manifest, a key list or the time.

`Trust` is all that a player remembers, and only the two `accept` functions make a newer one. The order of checks is
that of docs/protocol.md: length, strict base64, signature over the exact bytes, strict decoding of those bytes, ids,
epoch and number. Each refusal has one class and one code; after a refusal the trust is as it was.

Storing the trust, fetching assets and making a manifest active are left to the player.
"""

import hashlib
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from playlists import strict
from playlists.envelope import KEYS_TYPE, MANIFEST_TYPE, TIME_TYPE, Opened, open_envelope
from playlists.errors import (
    EpochNotRaisedError,
    InvalidContentError,
    KeyListGapError,
    NoKeysError,
    NumberOutOfRangeError,
    OlderEpochError,
    OlderKeyListError,
    OlderNumberError,
    OtherKeyListError,
    OtherPayloadError,
    UndecodableError,
    UnknownEpochError,
    UnknownSchemaError,
    WrongMunicipalityError,
    WrongNonceError,
    WrongScreenError,
)
from playlists.keys import KeyList, key_id, public_key
from playlists.model import SCHEMA, Daypart, Manifest

NUMBER_BELOW = 2**53
"""Every number and epoch is below this, so that a stolen key cannot burn the numbers that come after."""

PUBLISHING_KEYS_AT_MOST = 8
SIDE_PX_AT_MOST = 16_384


class Trust(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one player remembers. Newer means greater (epoch, number); 0 means that nothing was accepted yet."""

    screen: str
    municipality: str
    root_key: str
    keys: KeyList | None = None
    keys_sha256: str = ""
    epoch: int = 0
    number: int = 0
    payload_sha256: str = ""


class SignedTime(msgspec.Struct, frozen=True, kw_only=True):
    """The server's word for what time it is, bound to the nonce of whoever asked."""

    municipality: str
    nonce: str
    now: datetime


class _Schema(msgspec.Struct, frozen=True):
    schema: int


def encode_manifest(manifest: Manifest) -> bytes:
    """The payload to sign: equal content, number and issue time give equal bytes.

    Points in time are written in UTC, cards and assets stand in the order of their names; texts keep their order,
    since the first language is the one that the others were translated from. Raises UndecodableError for a time
    without a zone.
    """
    strict.check_times(manifest)
    ordered = msgspec.structs.replace(
        manifest,
        cards=dict(sorted(manifest.cards.items())),
        assets=tuple(sorted(manifest.assets, key=lambda asset: asset.sha256)),
    )
    return msgspec.json.encode(_in_utc(msgspec.to_builtins(ordered, builtin_types=(datetime, date, time))))


def accept_keys(data: bytes, trust: Trust) -> Trust:
    """Take a key list when the pinned root signed it and it is the next one (or the very same one) after ours.

    A list that names another root must be signed by that one too, and pins it. Raises ManifestError.
    """
    root = public_key(trust.root_key)
    opened = open_envelope(data, KEYS_TYPE, {key_id(root.public_bytes_raw()): root})
    keys = strict.decode(opened.payload, KeyList)
    _check_key_list(keys)
    if keys.root_key != trust.root_key:
        new_root = public_key(keys.root_key)
        open_envelope(data, KEYS_TYPE, {key_id(new_root.public_bytes_raw()): new_root})
    if keys.municipality != trust.municipality:
        raise WrongMunicipalityError("the key list is another municipality's")
    digest = hashlib.sha256(opened.payload).hexdigest()
    known = trust.keys
    if known is not None:
        if keys.version < known.version:
            raise OlderKeyListError(f"version {keys.version}, ours is {known.version}")
        if keys.version == known.version:
            if digest != trust.keys_sha256:
                raise OtherKeyListError(f"another list with version {keys.version}")
            return trust
        if keys.version != known.version + 1:
            raise KeyListGapError(f"version {keys.version} after {known.version}")
        changed = {key.public_key for key in keys.publishing_keys} != {key.public_key for key in known.publishing_keys}
        if keys.epoch < known.epoch or (changed and keys.epoch == known.epoch):
            raise EpochNotRaisedError(f"epoch {keys.epoch} after {known.epoch}")
    return msgspec.structs.replace(trust, keys=keys, keys_sha256=digest, root_key=keys.root_key)


def accept_manifest(data: bytes, trust: Trust) -> tuple[Manifest, Trust]:
    """The manifest in `data`, and the trust that remembers it.

    The very manifest that was accepted last is accepted again, and changes nothing: a player that restarts reads its
    own copy through here. Raises ManifestError.
    """
    payload = _open_published(data, MANIFEST_TYPE, trust).payload
    # A schema that we do not know may hold anything else: it is named before the rest is looked at.
    schema = strict.decode(payload, _Schema).schema
    if schema != SCHEMA:
        raise UnknownSchemaError(f"schema {min(max(schema, -1), NUMBER_BELOW)}, we know {SCHEMA}")
    manifest = strict.decode(payload, Manifest)
    strict.check_times(manifest)
    if manifest.municipality != trust.municipality or manifest.screen.municipality.id != trust.municipality:
        raise WrongMunicipalityError("the manifest is another municipality's")
    if manifest.screen.id != trust.screen:
        raise WrongScreenError("the manifest is another screen's")
    check_content(manifest)
    digest = hashlib.sha256(payload).hexdigest()
    _check_newer(manifest, digest, trust)
    taken = msgspec.structs.replace(trust, epoch=manifest.epoch, number=manifest.number, payload_sha256=digest)
    return manifest, taken


def accept_time(data: bytes, trust: Trust, nonce: str) -> datetime:
    """The time that the server vouches for, when it answers `nonce` and nothing else. Raises ManifestError."""
    signed = strict.decode(_open_published(data, TIME_TYPE, trust).payload, SignedTime)
    strict.check_times(signed)
    if signed.municipality != trust.municipality:
        raise WrongMunicipalityError("the time is another municipality's")
    if signed.nonce != nonce:
        raise WrongNonceError("the time answers another question")
    return signed.now


def check_content(manifest: Manifest) -> None:
    """Refuse what no honest server writes, so that whoever plays the manifest never meets it.

    The server calls this before it signs. Raises InvalidContentError.
    """
    screen = manifest.screen
    if not (0 < screen.width_px <= SIDE_PX_AT_MOST and 0 < screen.height_px <= SIDE_PX_AT_MOST):
        raise InvalidContentError("the screen's size is impossible")
    if not screen.languages:
        raise InvalidContentError("the screen has no language")
    try:
        ZoneInfo(screen.zone)
    except (KeyError, ValueError, OSError) as error:  # unknown, not a name of a zone, a folder's name
        raise InvalidContentError("the screen's time zone is not known") from error
    if any(key != card.id for key, card in manifest.cards.items()):
        raise InvalidContentError("a card stands under another card's name")
    if any(not card.texts for card in manifest.cards.values()):
        raise InvalidContentError("a card has no text")
    if any(not _sound(daypart) for daypart in _dayparts(manifest)):
        raise InvalidContentError("a daypart has a weekday that does not exist")
    if any(asset.size < 0 for asset in manifest.assets):
        raise InvalidContentError("an asset has an impossible size")


def _open_published(data: bytes, payload_type: str, trust: Trust) -> Opened:
    if trust.keys is None:
        raise NoKeysError("no key list was accepted yet")
    return open_envelope(data, payload_type, _publishing(trust.keys))


def _publishing(keys: KeyList) -> dict[str, Ed25519PublicKey]:
    return {key.keyid: public_key(key.public_key) for key in keys.publishing_keys}


def _check_key_list(keys: KeyList) -> None:
    if not (1 <= keys.version < NUMBER_BELOW and 1 <= keys.epoch < NUMBER_BELOW):
        raise NumberOutOfRangeError("a key list's version or epoch is out of range")
    if not 1 <= len(keys.publishing_keys) <= PUBLISHING_KEYS_AT_MOST:
        raise InvalidContentError("a key list names no key, or too many")
    for key in keys.publishing_keys:
        if key_id(public_key(key.public_key).public_bytes_raw()) != key.keyid:
            raise InvalidContentError("a key stands under another key's id")
        if key.public_key == keys.root_key:
            raise InvalidContentError("the root key must not publish")
    if len({key.keyid for key in keys.publishing_keys}) != len(keys.publishing_keys):
        raise InvalidContentError("a key stands twice in the key list")


def _check_newer(manifest: Manifest, digest: str, trust: Trust) -> None:
    if not (1 <= manifest.epoch < NUMBER_BELOW and 1 <= manifest.number < NUMBER_BELOW):
        raise NumberOutOfRangeError("the epoch or the number is out of range")
    listed = trust.keys.epoch if trust.keys else 0
    if manifest.epoch < max(listed, trust.epoch):
        raise OlderEpochError(f"epoch {manifest.epoch}, ours is {max(listed, trust.epoch)}")
    if manifest.epoch > listed:
        raise UnknownEpochError(f"epoch {manifest.epoch}, the key list says {listed}")
    if manifest.epoch > trust.epoch:
        return
    if manifest.number < trust.number:
        raise OlderNumberError(f"number {manifest.number}, ours is {trust.number}")
    if manifest.number == trust.number and digest != trust.payload_sha256:
        raise OtherPayloadError(f"another payload with number {manifest.number}")


def _dayparts(manifest: Manifest) -> list[Daypart]:
    found = [daypart for playlist in manifest.playlists for daypart in playlist.dayparts]
    for playlist in manifest.playlists:
        found += [daypart for entry in playlist.entries for daypart in entry.dayparts]
    return found


def _sound(daypart: Daypart) -> bool:
    return all(1 <= weekday <= 7 for weekday in daypart.weekdays)


def _in_utc(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _in_utc(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_in_utc(inner) for inner in value]
    if isinstance(value, datetime):
        try:
            return value.astimezone(UTC)
        except OverflowError as error:
            raise UndecodableError("a point in time is outside the calendar") from error
    return value
