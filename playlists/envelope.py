"""The signed envelope (DSSE): exact bytes, and Ed25519 signatures over those bytes and what they are.

    {"payload": base64, "payloadType": text, "signatures": [{"keyid": hex, "sig": base64}]}

What is signed is PAE: `DSSEv1 <length of type> <type> <length of payload> <payload>`, so that a manifest can never
pass for a key list. Opening checks in this order: length, shape, strict base64, type, signature; the payload is handed
over as bytes, and nobody has parsed a byte of it before a listed key vouched for it.
"""

import base64
import binascii
from collections.abc import Mapping, Sequence

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from playlists import strict
from playlists.errors import (
    BadSignatureError,
    NotAnEnvelopeError,
    NotBase64Error,
    TooLongError,
    UndecodableError,
    WrongTypeError,
)

MANIFEST_TYPE = "application/vnd.torget.manifest+json"
KEYS_TYPE = "application/vnd.torget.keys+json"
TIME_TYPE = "application/vnd.torget.time+json"

ENVELOPE_AT_MOST = 2_000_000
"""Bytes. No envelope is longer, its base64 included; longer ones are refused before they are looked at."""

SIGNATURES_AT_MOST = 8


class Signature(msgspec.Struct, frozen=True):
    """One key's word for the payload. `keyid` is `playlists.keys.key_id` of the public key."""

    keyid: str
    sig: str


class Envelope(msgspec.Struct, frozen=True, rename={"payload_type": "payloadType"}):
    """The envelope as it travels."""

    payload: str
    payload_type: str
    signatures: tuple[Signature, ...]


class Opened(msgspec.Struct, frozen=True):
    """A payload that was vouched for, byte for byte, and the ids of the listed keys that signed it."""

    payload: bytes
    signers: frozenset[str]


def pae(payload_type: str, payload: bytes) -> bytes:
    """The bytes that are signed: DSSE's pre-authentication encoding."""
    kind = payload_type.encode()
    return b"DSSEv1 %d %s %d %s" % (len(kind), kind, len(payload), payload)


def seal(payload: bytes, payload_type: str, keys: Sequence[tuple[str, Ed25519PrivateKey]]) -> bytes:
    """Sign `payload` with each of `keys` (key id and private key). Equal arguments give equal bytes."""
    signed = pae(payload_type, payload)
    signatures = tuple(Signature(keyid, _encode(key.sign(signed))) for keyid, key in keys)
    return msgspec.json.encode(Envelope(_encode(payload), payload_type, signatures))


def open_envelope(data: bytes, payload_type: str, keys: Mapping[str, Ed25519PublicKey]) -> Opened:
    """The payload of `data`, when at least one of `keys` signed it and none of them signed it wrongly.

    Signatures of keys that are not listed are passed over: they prove nothing and forbid nothing. Two signatures with
    one key id are refused, so that nobody can make one key count for two. Raises TooLongError, NotAnEnvelopeError,
    NotBase64Error, WrongTypeError, BadSignatureError.
    """
    if len(data) > ENVELOPE_AT_MOST:
        raise TooLongError(f"{len(data)} bytes, at most {ENVELOPE_AT_MOST}")
    try:
        envelope = strict.decode(data, Envelope)
    except UndecodableError as error:
        raise NotAnEnvelopeError(str(error)) from error
    ids = [signature.keyid for signature in envelope.signatures]
    if not 1 <= len(ids) <= SIGNATURES_AT_MOST or len(set(ids)) != len(ids):
        raise NotAnEnvelopeError("no signature, too many, or one key id twice")
    payload = decode_base64(envelope.payload)
    if envelope.payload_type != payload_type:
        raise WrongTypeError(f"not of the type {payload_type}")
    signed = pae(payload_type, payload)
    signers = set()
    for signature in envelope.signatures:
        key = keys.get(signature.keyid)
        if key is None:
            continue
        try:
            key.verify(decode_base64(signature.sig), signed)
        except InvalidSignature as error:
            raise BadSignatureError("a listed key's signature does not hold") from error
        signers.add(signature.keyid)
    if not signers:
        raise BadSignatureError("no listed key signed it")
    return Opened(payload, frozenset(signers))


def decode_base64(text: str) -> bytes:
    """Standard base64 with padding, and only the one spelling that encoding would give. Raises NotBase64Error."""
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except (binascii.Error, UnicodeEncodeError) as error:
        raise NotBase64Error("not base64") from error
    if _encode(data) != text:  # stray bits in the last sign: two texts for the same bytes
        raise NotBase64Error("base64 with stray bits")
    return data


def _encode(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
