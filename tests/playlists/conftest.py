"""Manifests small enough to be read in a test, and the keys to sign them."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from cards.kinds.news.facts import NewsFacts
from cards.kinds.question.facts import QuestionFacts
from cards.model import Card, Link, Municipality, Screen, Text
from playlists import keys
from playlists.envelope import MANIFEST_TYPE, seal
from playlists.model import SCHEMA, Entry, Manifest, Playlist
from playlists.trust import Trust, accept_keys, encode_manifest

ISSUED = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


def make_card(name: str, **fields: Any) -> Card:
    """A news card of ten seconds, unless `fields` say otherwise."""
    given: dict[str, Any] = {
        "version": 1,
        "facts": NewsFacts(),
        "texts": {"sv": Text(title=f"Kort {name}")},
        "seconds": 10.0,
    }
    return Card(id=name, **{**given, **fields})


def make_question(name: str, **fields: Any) -> Card:
    """A question with a QR code, whose time follows from its text."""
    facts = QuestionFacts(answer_by=date(2026, 12, 24), options=("Ja", "Nej"))
    given: dict[str, Any] = {"facts": facts, "link": Link(url="https://alvdala.example/f/1"), "seconds": None}
    return make_card(name, **{**given, **fields})


def make_screen(**fields: Any) -> Screen:
    """The screen in the library's entrance."""
    municipality = Municipality(id="alvdala", names={"sv": "Älvdala kommun"})
    given: dict[str, Any] = {"id": "bib-entre", "name": "Entrén", "place": "Biblioteket", "municipality": municipality}
    return Screen(**{**given, **fields})


def make_manifest(cards: Iterable[Card] = (), *, entries: Iterable[Entry] | None = None, **fields: Any) -> Manifest:
    """A manifest with one playlist of `entries`, or of all `cards` in their order."""
    held = {card.id: card for card in cards}
    listed = tuple(entries) if entries is not None else tuple(Entry(card=card) for card in held)
    given: dict[str, Any] = {
        "schema": SCHEMA,
        "municipality": "alvdala",
        "screen": make_screen(),
        "epoch": 1,
        "number": 1,
        "issued": ISSUED,
        "fresh_until": ISSUED + timedelta(days=10),
        "playlists": (Playlist(id="p", name="Alla", entries=listed),),
        "cards": held,
    }
    return Manifest(**{**given, **fields})


class Keyring(msgspec.Struct):
    """A municipality's keys, and what can be signed with them."""

    root: Ed25519PrivateKey
    publishing: Ed25519PrivateKey

    def key_list(self, **fields: Any) -> keys.KeyList:
        """The first key list, unless `fields` say otherwise."""
        given: dict[str, Any] = {
            "version": 1,
            "epoch": 1,
            "municipality": "alvdala",
            "root_key": keys.to_text(keys.public_bytes(self.root)),
            "publishing_keys": (keys.listed(self.publishing),),
        }
        return keys.KeyList(**{**given, **fields})

    def fresh_trust(self) -> Trust:
        """What a player knows right after pairing, before any key list."""
        root = keys.to_text(keys.public_bytes(self.root))
        return Trust(screen="bib-entre", municipality="alvdala", root_key=root)

    def trust(self) -> Trust:
        """What a player knows once it took the first key list."""
        return accept_keys(keys.seal_keys(self.key_list(), self.root), self.fresh_trust())

    def seal(self, payload: bytes, payload_type: str = MANIFEST_TYPE) -> bytes:
        """`payload` in an envelope that the publishing key signed."""
        return seal(payload, payload_type, [keys.sign_with(self.publishing)])

    def sign(self, manifest: Manifest) -> bytes:
        """`manifest` as the server would send it."""
        return self.seal(encode_manifest(manifest))


@pytest.fixture(scope="session")
def keyring() -> Keyring:
    """Keys made from fixed bytes, so that a failing test fails again."""
    return Keyring(
        Ed25519PrivateKey.from_private_bytes(bytes(range(32))),
        Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33))),
    )


@pytest.fixture(scope="session")
def card() -> Callable[..., Card]:
    return make_card


@pytest.fixture(scope="session")
def question() -> Callable[..., Card]:
    return make_question


@pytest.fixture(scope="session")
def screen() -> Callable[..., Screen]:
    return make_screen


@pytest.fixture(scope="session")
def manifest() -> Callable[..., Manifest]:
    return make_manifest
