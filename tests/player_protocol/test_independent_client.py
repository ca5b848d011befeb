"""A player written from docs/protocol.md alone: it imports nothing of the project, and the real server serves it."""

import base64
import binascii
import hashlib
import json
import threading
import time
from secrets import token_bytes, token_hex
from typing import Any

import pytest
import requests
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

pytestmark = pytest.mark.slow

TYPE = "application/vnd.torget.{}+json"


class Player:
    """The smallest player that keeps every rule about whom to believe."""

    def __init__(self, server: str) -> None:
        self.api = server + "/api/v1"
        self.secret, self.p = token_bytes(32), token_bytes(32)
        self.keys: dict[str, Any] = {}
        self.accepted = (0, 0)

    def open_pairing(self) -> str:
        body = {
            "commitment": hashlib.sha256(self.p).hexdigest(),
            "secret_hash": hashlib.sha256(self.secret).hexdigest(),
            "device": {"version": "independent 1"},
        }
        answer = requests.post(self.api + "/pairings", json=body, timeout=10)
        assert answer.status_code == 201, answer.text
        self.pairing = answer.json()
        self.root_key = base64.b64decode(self.pairing["root_key"], validate=True)
        return str(self.pairing["code"])

    def poll_pairing(self) -> str:
        body = {"secret": self.secret.hex(), "p": self.p.hex()}
        answer = requests.post(f"{self.api}/pairings/{self.pairing['id']}", json=body, timeout=10).json()
        if answer["state"] == "paired":
            self.token, self.screen, self.municipality = answer["token"], answer["screen"], answer["municipality"]
            root = {hashlib.sha256(self.root_key).hexdigest(): self.root_key}
            self.keys = json.loads(open_envelope(answer["keys"].encode(), "keys", root))
            assert self.keys["municipality"] == self.municipality
        return str(answer["state"])

    def check_number(self) -> str:
        nonce, code = bytes.fromhex(self.pairing["nonce"]), self.pairing["code"].encode()
        digest = hashlib.sha256(self.root_key + nonce + self.p + code).digest()
        digits = f"{int.from_bytes(digest[:8], 'big') % 10**8:08d}"
        return f"{digits[:4]} {digits[4:]}"

    @property
    def publishing_keys(self) -> dict[str, bytes]:
        return {key["keyid"]: base64.b64decode(key["public_key"]) for key in self.keys["publishing_keys"]}

    def fetch(self, wait_s: int = 0) -> dict[str, Any] | None:
        """The new manifest, verified, or None where nothing changed."""
        headers = {"Authorization": f"Bearer {self.token}", "If-None-Match": '"{}.{}"'.format(*self.accepted)}
        if wait_s:
            headers["Prefer"] = f"wait={wait_s}"
        answer = requests.get(self.api + "/manifest", headers=headers, timeout=wait_s + 10)
        if answer.status_code == 304:
            return None
        assert answer.status_code == 200, answer.text
        manifest: dict[str, Any] = json.loads(open_envelope(answer.content, "manifest", self.publishing_keys))
        assert manifest["schema"] == 1
        assert (manifest["municipality"], manifest["screen"]["id"]) == (self.municipality, self.screen)
        assert manifest["epoch"] == self.keys["epoch"]
        assert (manifest["epoch"], manifest["number"]) > self.accepted
        self.accepted = (manifest["epoch"], manifest["number"])
        assert answer.headers["ETag"] == '"{}.{}"'.format(*self.accepted)
        return manifest

    def report(self, **heartbeat: Any) -> int:
        body = {"boot": token_hex(16), "sequence": 1, "heartbeat": heartbeat}
        headers = {"Authorization": f"Bearer {self.token}"}
        return requests.post(self.api + "/reports", json=body, headers=headers, timeout=10).status_code

    def ask_time(self) -> dict[str, Any]:
        nonce = token_hex(16)
        answer = requests.get(self.api + "/time", params={"nonce": nonce}, timeout=10)
        told: dict[str, Any] = json.loads(open_envelope(answer.content, "time", self.publishing_keys))
        assert (told["nonce"], told["municipality"]) == (nonce, self.municipality)
        return told


def open_envelope(data: bytes, kind: str, keys: dict[str, bytes]) -> bytes:
    """The payload that a listed key vouches for. Raises ValueError."""
    if len(data) > 2_000_000:
        raise ValueError("too long")
    envelope = json.loads(data)
    try:
        payload = base64.b64decode(envelope["payload"], validate=True)
    except binascii.Error as error:
        raise ValueError("not base64") from error
    if envelope["payloadType"] != TYPE.format(kind):
        raise ValueError("another type")
    name = TYPE.format(kind).encode()
    signed = b"DSSEv1 %d %s %d %s" % (len(name), name, len(payload), payload)
    vouched = False
    for signature in envelope["signatures"]:
        if signature["keyid"] in keys:
            try:
                key = Ed25519PublicKey.from_public_bytes(keys[signature["keyid"]])
                key.verify(base64.b64decode(signature["sig"], validate=True), signed)
            except InvalidSignature as error:
                raise ValueError("bad signature") from error
            vouched = True
    if not vouched:
        raise ValueError("nobody vouches for it")
    return payload


def paired(house: Any) -> Player:
    player = Player(house.url)
    code = player.open_pairing()
    assert player.poll_pairing() == "waiting"
    pairing_id, number = house.enter(code)
    assert player.poll_pairing() == "entered"
    assert number == player.check_number()
    house.confirm(pairing_id)
    assert player.poll_pairing() == "paired"
    return player


def first_manifest(player: Player) -> dict[str, Any]:
    manifest = player.fetch()
    assert manifest is not None
    return manifest


def test_a_stranger_pairs_verifies_and_reads_a_manifest(house: Any) -> None:
    house.publish("nytt", "Badhuset öppnar")
    player = paired(house)
    manifest = first_manifest(player)
    assert manifest["screen"]["name"] == "Entrén"
    assert manifest["cards"]["nytt"]["texts"]["sv"]["title"] == "Badhuset öppnar"
    assert [entry["card"] for entry in manifest["playlists"][0]["entries"]] == ["nytt"]
    assert player.fetch() is None


def test_a_held_poll_brings_what_staff_publish_within_a_second(house: Any) -> None:
    player = paired(house)
    first_manifest(player)
    got: list[tuple[float, dict[str, Any] | None]] = []
    thread = threading.Thread(target=lambda: got.append(_timed(player)))
    thread.start()
    time.sleep(0.5)
    begun = time.monotonic()
    house.publish("nytt", "Badhuset öppnar")
    thread.join(15)
    came, manifest = got[0]
    assert manifest is not None
    assert manifest["lead"]["card"] == "nytt"
    assert came - begun < 1


def _timed(player: Player) -> tuple[float, dict[str, Any] | None]:
    manifest = player.fetch(wait_s=10)
    return time.monotonic(), manifest


def test_what_a_stranger_reports_stands_on_the_screens_page(house: Any) -> None:
    player = paired(house)
    first_manifest(player)
    now = player.ask_time()["now"]
    assert player.report(at=now, version="independent 1", render_id="none", epoch=1, number=1) == 200
    assert house.heard().version == "independent 1"


def test_a_revoked_stranger_hears_it_signed(house: Any) -> None:
    player = paired(house)
    first_manifest(player)
    house.revoke()
    manifest = player.fetch(wait_s=5)
    assert manifest is not None
    assert manifest["revoked"] is True
    assert player.report(at=manifest["issued"], version="x", render_id="x") == 401


def test_a_tampered_envelope_is_refused(house: Any) -> None:
    player = paired(house)
    headers = {"Authorization": f"Bearer {player.token}"}
    first_manifest(player)
    envelope = requests.get(player.api + "/manifest", headers=headers, timeout=10).json()
    payload = base64.b64decode(envelope["payload"]).replace("Entrén".encode(), b"Annan..")
    envelope["payload"] = base64.b64encode(payload).decode()
    with pytest.raises(ValueError, match="bad signature"):
        open_envelope(json.dumps(envelope).encode(), "manifest", player.publishing_keys)
