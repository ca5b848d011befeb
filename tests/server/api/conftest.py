"""A player in front of the server: it pairs as players do, and then has a token."""

import hashlib
import io
import time
from collections.abc import Callable
from dataclasses import dataclass
from secrets import token_bytes

import pytest
from PIL import Image
from starlette.testclient import TestClient

from server.access.actors import Actor, Role
from server.screens import pairing
from server.storage.session import Database
from tests.server.conftest import NOON

ADMIN = Actor(role=Role.ADMIN, account_id=None)
DEVICE = {"version": "1.0"}


@dataclass
class Opened:
    """A pairing that a player opened, with what only the player knows."""

    id: str
    code: str
    secret: bytes
    p: bytes

    @property
    def shown(self) -> dict[str, str]:
        return {"secret": self.secret.hex(), "p": self.p.hex()}


OpenPairing = Callable[[], Opened]
Pair = Callable[..., dict[str, str]]


@pytest.fixture
def open_pairing(client: TestClient) -> OpenPairing:
    def opened() -> Opened:
        secret, p = token_bytes(32), token_bytes(32)
        body = {
            "commitment": hashlib.sha256(p).hexdigest(),
            "secret_hash": hashlib.sha256(secret).hexdigest(),
            "device": DEVICE,
        }
        answer = client.post("/api/v1/pairings", json=body)
        assert answer.status_code == 201, answer.text
        return Opened(answer.json()["id"], answer.json()["code"], secret, p)

    return opened


@pytest.fixture
def pair(client: TestClient, town: Database, open_pairing: OpenPairing) -> Pair:
    """Pair a player with a screen; returns the headers that carry its token."""

    def paired(screen_id: str = "bib-entre") -> dict[str, str]:
        opened = open_pairing()
        client.post(f"/api/v1/pairings/{opened.id}", json=opened.shown)
        with town.write() as session:
            pairing.enter(session, opened.code, NOON)
            pairing.confirm(session, opened.id, screen_id, ADMIN, NOON)
        answer = client.post(f"/api/v1/pairings/{opened.id}", json=opened.shown).json()
        assert answer["state"] == "paired"
        return {"authorization": f"Bearer {answer['token']}"}

    return paired


def until_true(condition: Callable[[], bool], seconds: float = 3.0) -> None:
    """Wait for what another thread is about to do. Fails after `seconds`."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.005)


@pytest.fixture
def drawn_jpeg() -> bytes:
    """A small picture, drawn."""
    picture = Image.new("RGB", (480, 270), "#004D4A")
    packed = io.BytesIO()
    picture.save(packed, "JPEG", quality=80)
    return packed.getvalue()
