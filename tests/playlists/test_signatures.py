"""T6: only what a listed key signed opens, byte for byte, as what it was signed to be."""

import base64
import json
from pathlib import Path
from typing import Any

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from playlists import keys
from playlists.envelope import (
    ENVELOPE_AT_MOST,
    KEYS_TYPE,
    MANIFEST_TYPE,
    TIME_TYPE,
    decode_base64,
    open_envelope,
    pae,
    seal,
)
from playlists.errors import (
    BadSignatureError,
    ManifestError,
    NotAnEnvelopeError,
    NotBase64Error,
    TooLongError,
    WrongTypeError,
)

KEYS = [Ed25519PrivateKey.from_private_bytes(bytes([seed]) * 32) for seed in range(1, 5)]
LISTED = {keys.key_id(keys.public_bytes(key)): key.public_key() for key in KEYS[:2]}
PAYLOAD = '{"öl": 1}'.encode()


def envelope(**changes: Any) -> dict[str, Any]:
    """A rightly signed envelope as a plain dict, with `changes`."""
    right = json.loads(seal(PAYLOAD, MANIFEST_TYPE, [keys.sign_with(KEYS[0])]))
    return {**right, **changes}


def opens(data: bytes | dict[str, Any]) -> bytes:
    raw = data if isinstance(data, bytes) else json.dumps(data).encode()
    return open_envelope(raw, MANIFEST_TYPE, LISTED).payload


def test_what_is_signed_is_the_encoding_that_dsse_prescribes() -> None:
    assert pae("http://example.com/HelloWorld", b"hello world") == (
        b"DSSEv1 29 http://example.com/HelloWorld 11 hello world"  # the specification's own example
    )


def test_a_right_envelope_opens_to_the_very_bytes() -> None:
    assert opens(envelope()) == PAYLOAD


def test_equal_things_seal_to_equal_bytes() -> None:
    assert seal(PAYLOAD, MANIFEST_TYPE, [keys.sign_with(KEYS[0])]) == seal(
        PAYLOAD, MANIFEST_TYPE, [keys.sign_with(KEYS[0])]
    )


def test_every_listed_key_that_signed_is_named() -> None:
    data = seal(PAYLOAD, MANIFEST_TYPE, [keys.sign_with(key) for key in KEYS[:3]])
    assert open_envelope(data, MANIFEST_TYPE, LISTED).signers == set(LISTED)


@pytest.mark.parametrize("position", range(0, 64, 3))
def test_one_wrong_bit_in_a_signature_is_seen(position: int) -> None:
    right = envelope()
    raw = bytearray(base64.b64decode(right["signatures"][0]["sig"]))
    raw[position] ^= 1 << (position % 8)
    right["signatures"][0]["sig"] = base64.b64encode(raw).decode()
    with pytest.raises(BadSignatureError):
        opens(right)


@pytest.mark.parametrize("position", range(len(PAYLOAD)))
def test_one_wrong_bit_in_the_payload_is_seen(position: int) -> None:
    raw = bytearray(PAYLOAD)
    raw[position] ^= 1
    with pytest.raises(BadSignatureError):
        opens(envelope(payload=base64.b64encode(raw).decode()))


@pytest.mark.parametrize("length", [0, 1, 31, 32, 63, 65, 128])
def test_a_signature_of_another_length_is_no_signature(length: int) -> None:
    signatures = [{"keyid": keys.key_id(keys.public_bytes(KEYS[0])), "sig": base64.b64encode(bytes(length)).decode()}]
    with pytest.raises(BadSignatureError):
        opens(envelope(signatures=signatures))


def test_a_key_that_is_not_listed_proves_nothing() -> None:
    with pytest.raises(BadSignatureError):
        opens(seal(PAYLOAD, MANIFEST_TYPE, [keys.sign_with(KEYS[3])]))


def test_a_foreign_key_under_a_listed_id_proves_nothing() -> None:
    with pytest.raises(BadSignatureError):
        opens(seal(PAYLOAD, MANIFEST_TYPE, [(next(iter(LISTED)), KEYS[3])]))


def test_a_right_signature_does_not_make_up_for_a_wrong_one() -> None:
    first, second = LISTED
    with pytest.raises(BadSignatureError):
        opens(seal(PAYLOAD, MANIFEST_TYPE, [(first, KEYS[0]), (second, KEYS[3])]))


@pytest.mark.parametrize("payload_type", [KEYS_TYPE, TIME_TYPE, "", MANIFEST_TYPE + " ", MANIFEST_TYPE.upper()])
def test_bytes_that_were_signed_as_something_else_are_refused(payload_type: str) -> None:
    with pytest.raises(WrongTypeError):
        opens(seal(PAYLOAD, payload_type, [keys.sign_with(KEYS[0])]))


def test_a_type_that_was_swapped_afterwards_is_a_bad_signature() -> None:
    data = json.loads(seal(PAYLOAD, KEYS_TYPE, [keys.sign_with(KEYS[0])]))
    with pytest.raises(BadSignatureError):
        opens({**data, "payloadType": MANIFEST_TYPE})


def test_a_repeated_key_id_does_not_count_twice_it_is_refused() -> None:
    right = envelope()
    with pytest.raises(NotAnEnvelopeError):
        opens({**right, "signatures": right["signatures"] * 2})


@pytest.mark.parametrize("count", [0, 9, 1000])
def test_no_signature_or_a_crowd_of_them_is_refused(count: int) -> None:
    signatures = [{"keyid": f"{number:064x}", "sig": "AAAA"} for number in range(count)]
    with pytest.raises(NotAnEnvelopeError):
        opens(envelope(signatures=signatures))


RIGHT = envelope()["payload"]


@pytest.mark.parametrize(
    "text",
    [
        RIGHT + "\n",
        " " + RIGHT,
        RIGHT.rstrip("="),
        RIGHT + "=",
        RIGHT[:4] + "\n" + RIGHT[4:],
        RIGHT[:-1] + "!",
        RIGHT.replace("A", "ÄÄ") + "å",
        RIGHT[:-4] + "AA-=",
        "AB==",  # the same byte as AA==, with stray bits
        "=",
    ],
)
def test_only_the_one_spelling_of_base64_is_taken(text: str) -> None:
    with pytest.raises(NotBase64Error):
        opens(envelope(payload=text))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b'{"payload": 1, "payloadType": "x", "signatures": []}',
        b"\xff\xfe{}",
        b'{"payload": "", "payload": "", "payloadType": "", "signatures": []}',
        json.dumps(envelope()).encode() + b"{}",
        b"[" * 100_000,
        b'{"payload":' * 50_000,
        b"1" * 10_000,
        b"NaN",
    ],
    ids=range(12),
)
def test_what_is_no_envelope_is_refused_as_such(data: bytes) -> None:
    with pytest.raises(NotAnEnvelopeError):
        opens(data)


def test_an_envelope_that_is_too_long_is_not_even_looked_at() -> None:
    with pytest.raises(TooLongError):
        opens(b"x" * (ENVELOPE_AT_MOST + 1))


def test_nothing_but_our_errors_comes_out_of_a_cut_envelope() -> None:
    data = seal(PAYLOAD, MANIFEST_TYPE, [keys.sign_with(KEYS[0])])
    for length in range(len(data)):
        with pytest.raises(ManifestError):
            opens(data[:length])


def test_a_key_file_is_read_back_and_nothing_else_is() -> None:
    assert keys.private_from_bytes(keys.private_to_bytes(KEYS[0])).private_bytes_raw() == KEYS[0].private_bytes_raw()
    for wrong in (b"", b"AAAA\n", b"\xff", b"-----BEGIN PRIVATE KEY-----"):
        with pytest.raises(keys.KeyFileError):
            keys.private_from_bytes(wrong)


def test_the_public_vectors_are_judged_as_their_authors_judge_them(shared: Path) -> None:
    """Each vector through the very call that an envelope uses; and no other signature opens an envelope either."""
    corpus = json.loads((shared / "corpora/ed25519/ed25519_test.json").read_text(encoding="utf-8"))
    judged = 0
    for group in corpus["testGroups"]:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(group["publicKey"]["pk"]))
        for vector in group["tests"]:
            message, signature = bytes.fromhex(vector["msg"]), bytes.fromhex(vector["sig"])
            try:
                key.verify(signature, message)
                holds = True
            except InvalidSignature:
                holds = False
            assert holds is (vector["result"] == "valid"), vector["comment"]
            sealed = {
                "payload": base64.b64encode(message).decode(),
                "payloadType": MANIFEST_TYPE,
                "signatures": [{"keyid": "k", "sig": base64.b64encode(signature).decode()}],
            }
            with pytest.raises(BadSignatureError):  # it signs the bare message, not what DSSE makes of it
                open_envelope(json.dumps(sealed).encode(), MANIFEST_TYPE, {"k": key})
            judged += 1
    assert judged == corpus["numberOfTests"] == 151


def test_base64_of_nothing_is_nothing() -> None:
    assert decode_base64("") == b""
