"""A working model of the server's player API that can be told to lie: real HTTP on loopback, real signatures.

It speaks the contract and knows nothing of the player's insides. What it may do wrong is named by the attack or the
fault, and is off until a test sets it.
"""

import hashlib
import json
import threading
import time
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from secrets import token_hex
from typing import Any, ClassVar

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from cards.kinds.news.facts import NewsFacts
from cards.model import Card, Municipality, PictureRef, Screen, Text
from playlists import keys, pairing
from playlists.envelope import MANIFEST_TYPE, seal
from playlists.model import SCHEMA, Asset, Entry, Lead, Manifest, Playlist
from playlists.trust import Trust, accept_keys, encode_manifest

TOWN = Municipality(id="alvdala", names={"sv": "Älvdala kommun"}, address="alvdala.se")
SCREEN = Screen(id="bib-entre", name="Entrén", place="Biblioteket", municipality=TOWN)
PREFIX = "/api/v1"


def news(name: str, *, title: str = "", version: int = 1, seconds: float = 5.0, **fields: Any) -> Card:
    """A short news card."""
    texts = {"sv": Text(title=title or f"Nyhet {name}")}
    return Card(id=name, version=version, facts=NewsFacts(), texts=texts, seconds=seconds, **fields)


class Town:
    """The keys of a municipality, and one screen's manifests, numbered upwards."""

    def __init__(self) -> None:
        self.root, self.publishing = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
        self.epoch, self.number, self.keys_version = 1, 0, 1
        self.assets: dict[str, bytes] = {}

    @property
    def key_list(self) -> bytes:
        """The signed key list."""
        listed = keys.KeyList(
            version=self.keys_version,
            epoch=self.epoch,
            municipality=TOWN.id,
            root_key=self.root_key,
            publishing_keys=(keys.listed(self.publishing),),
        )
        return keys.seal_keys(listed, self.root)

    @property
    def root_key(self) -> str:
        """The root's public half, as it travels."""
        return keys.to_text(keys.public_bytes(self.root))

    def change_publishing_key(self) -> None:
        """The root vouches for another publishing key, in a new epoch."""
        self.publishing = Ed25519PrivateKey.generate()
        self.epoch, self.number, self.keys_version = self.epoch + 1, 0, self.keys_version + 1

    def trust(self) -> Trust:
        """What a player that was just paired believes."""
        return accept_keys(self.key_list, Trust(screen=SCREEN.id, municipality=TOWN.id, root_key=self.root_key))

    def picture(self, data: bytes) -> PictureRef:
        """Hold `data` as an asset and refer to it. The bytes need not be a picture where nothing is drawn."""
        sha256 = hashlib.sha256(data).hexdigest()
        self.assets[sha256] = data
        return PictureRef(sha256=sha256, width_px=64, height_px=48)

    def manifest(self, cards: Iterable[Card], **fields: Any) -> Manifest:
        """The next manifest, playing `cards` one after the other from now on."""
        self.number += 1
        held = {card.id: card for card in cards}
        now = datetime.now(UTC)
        named = [card.picture.sha256 for card in held.values() if card.picture]
        assets = tuple(Asset(sha256=name, size=len(self.assets[name]), media_type="image/jpeg") for name in named)
        given: dict[str, Any] = {
            "schema": SCHEMA,
            "municipality": TOWN.id,
            "screen": SCREEN,
            "epoch": self.epoch,
            "number": self.number,
            "issued": now,
            "fresh_until": now + timedelta(days=10),
            "playlists": (Playlist(id="p", name="Alla", entries=tuple(Entry(card=card) for card in held)),),
            "cards": held,
            "assets": assets,
            "lead": Lead(since=now),
        }
        return Manifest(**{**given, **fields})

    def seal(self, manifest: Manifest) -> bytes:
        """The envelope of `manifest`."""
        return seal(encode_manifest(manifest), MANIFEST_TYPE, [keys.sign_with(self.publishing)])


class Server:
    """Serves one `Town` to one screen. The attributes below the line are the lies."""

    def __init__(self, town: Town | None = None) -> None:
        self.town = town or Town()
        self.token = token_hex(32)
        self.envelope: bytes | None = None
        self.etag = ""
        self.reports: list[dict[str, Any]] = []
        self.snapshots: list[bytes] = []
        self.fetched: list[str] = []
        self.polls = 0
        self.snapshot_wanted = False
        self.port = 0
        self._news = threading.Condition()
        self._web: _Web | None = None
        self._pairing: dict[str, Any] | None = None
        # ---- what it can be told to do wrong
        self.status: int | None = None
        self.asset_lie = ""
        self.holds_polls = True

    @property
    def url(self) -> str:
        """Where it is reached."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def listening(self) -> bool:
        """Tell whether it runs."""
        return self._web is not None

    def start(self) -> "Server":
        """Listen; after `stop` on the same port as before."""
        handler = type("Handler", (_Handler,), {"server_double": self})
        self._web = _Web(("127.0.0.1", self.port), handler)
        self.port = self._web.server_port
        threading.Thread(target=self._web.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def stop(self) -> None:
        """Stop as a killed server does: no answer to anything, held polls are cut."""
        assert self._web is not None
        self._web.shutdown()
        self._web.cut_all()
        self._web.server_close()
        self._web = None

    def publish(self, cards: Iterable[Card], **fields: Any) -> Manifest:
        """Make the next manifest and wake the polls that wait for it."""
        manifest = self.town.manifest(cards, **fields)
        self.hand_out(self.town.seal(manifest), f'"{manifest.epoch}.{manifest.number}"')
        return manifest

    def hand_out(self, envelope: bytes, etag: str) -> None:
        """Serve these very bytes as the newest manifest."""
        with self._news:
            self.envelope, self.etag = envelope, etag
            self._news.notify_all()

    def want_snapshots(self, wanted: bool) -> None:
        """Somebody opens "Skärmen just nu", or closes it."""
        with self._news:
            self.snapshot_wanted = wanted
            self._news.notify_all()

    def wait_for(self, known: str, wait_s: float) -> None:
        """Hold a poll that knows `known`."""
        wanted = self.snapshot_wanted
        with self._news:
            self._news.wait_for(
                lambda: self.etag != known or self.snapshot_wanted != wanted or self._web is None, wait_s
            )

    def open_pairing(self, request: dict[str, Any]) -> dict[str, Any]:
        """POST /pairings."""
        self._pairing = {
            "id": token_hex(8),
            "code": "7KQ4MX",
            "nonce": token_hex(32),
            "state": "waiting",
            "expires": datetime.now(UTC) + timedelta(seconds=600),
            **request,
        }
        return {
            "id": self._pairing["id"],
            "code": self._pairing["code"],
            "root_key": self.town.root_key,
            "nonce": self._pairing["nonce"],
            "expires_at": self._pairing["expires"].isoformat(),
        }

    def poll_pairing(self, name: str, poll: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        """POST /pairings/{id}."""
        known = self._pairing
        if known is None or name != known["id"]:
            return 404, {"error": "unknown", "say": "Unknown."}
        secret, p = bytes.fromhex(poll["secret"]), bytes.fromhex(poll["p"])
        if hashlib.sha256(secret).hexdigest() != known["secret_hash"] or pairing.commitment(p) != known["commitment"]:
            return 404, {"error": "unknown", "say": "Unknown."}
        known["p"] = p
        if known["state"] != "paired":
            return 200, {"state": known["state"]}
        return 200, {
            "state": "paired",
            "token": self.token,
            "screen": SCREEN.id,
            "municipality": TOWN.id,
            "keys": self.town.key_list.decode(),
        }

    @property
    def known_p(self) -> bool:
        """Tell whether the player has shown its `p` by polling."""
        return self._pairing is not None and "p" in self._pairing

    def enter(self, code: str) -> str:
        """Staff typed `code`; returns the check number that their page shows."""
        known = self._pairing
        assert known is not None
        assert known["code"] == code
        known["state"] = "entered"
        root = keys.public_bytes(self.town.root)
        return pairing.check_number(root, bytes.fromhex(known["nonce"]), known["p"], code)

    def confirm(self) -> None:
        """Staff compared the numbers and chose a screen."""
        assert self._pairing is not None
        self._pairing["state"] = "paired"


class _Web(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, *words: Any) -> None:
        self._open: set[Any] = set()
        super().__init__(*words)

    def process_request(self, request: Any, client_address: Any) -> None:
        self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self._open.discard(request)
        super().shutdown_request(request)

    def cut_all(self) -> None:
        """Cut every connection."""
        for request in list(self._open):
            self.shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A cut connection is no news."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_double: ClassVar[Server]

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        double = self.server_double
        path = self.path.removeprefix(PREFIX)
        if double.status is not None:
            self._answer(double.status, b'{"error": "lie", "say": "No."}')
        elif path == "/keys":
            self._answer(200, double.town.key_list)
        elif self.headers.get("Authorization") != f"Bearer {double.token}":
            self._answer(401, b'{"error": "who", "say": "Who?"}')
        elif path == "/manifest":
            self._manifest(double)
        elif path.startswith("/assets/"):
            self._asset(double, path.removeprefix("/assets/"))
        else:
            self._answer(404, b"{}")

    def do_POST(self) -> None:
        double = self.server_double
        body = self.rfile.read(int(self.headers["Content-Length"]))
        path = self.path.removeprefix(PREFIX)
        if double.status is not None:
            self._answer(double.status, b'{"error": "lie", "say": "No."}')
        elif path == "/pairings":
            self._answer(201, json.dumps(double.open_pairing(json.loads(body))).encode())
        elif path.startswith("/pairings/"):
            status, answer = double.poll_pairing(path.removeprefix("/pairings/"), json.loads(body))
            self._answer(status, json.dumps(answer).encode())
        elif self.headers.get("Authorization") != f"Bearer {double.token}":
            self._answer(401, b"{}")
        elif path == "/reports":
            double.reports.append(json.loads(body))
            self._answer(200, b'{"plays": 0}')
        elif path == "/snapshots":
            double.snapshots.append(body)
            self._answer(204, b"")

    def _manifest(self, double: Server) -> None:
        double.polls += 1
        known = self.headers.get("If-None-Match", "")
        wish = self.headers.get("Prefer", "").removeprefix("wait=")
        if double.holds_polls and known and known == double.etag and wish.isdigit():
            double.wait_for(known, min(55, int(wish)))
        if double.envelope is None:
            self._answer(404, b"{}")
            return
        wanted = {"Torget-Snapshot": "wanted"} if double.snapshot_wanted else {}
        if known == double.etag:
            self._answer(304, b"", {"ETag": double.etag, **wanted})
        else:
            self._answer(200, double.envelope, {"ETag": double.etag, **wanted})

    def _asset(self, double: Server, name: str) -> None:
        double.fetched.append(name)
        data = double.town.assets.get(name)
        if data is None or double.asset_lie == "missing":
            self._answer(404, b"{}")
        elif double.asset_lie == "other":
            self._answer(200, bytes(len(data)))
        elif double.asset_lie == "longer":
            self._answer(200, data + b"more")
        elif double.asset_lie == "empty":
            self._answer(200, b"")
        elif double.asset_lie == "cut":
            self._answer(200, data[: len(data) // 2], promised=len(data))
        elif double.asset_lie == "slow":
            self._drip(data)
        else:
            self._answer(200, data)

    def _drip(self, data: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        for start in range(0, len(data), max(1, len(data) // 50)):
            self.wfile.write(data[start : start + max(1, len(data) // 50)])
            self.wfile.flush()
            time.sleep(0.01)

    def _answer(
        self, status: int, body: bytes, headers: dict[str, str] | None = None, promised: int | None = None
    ) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        if status not in (204, 304):
            self.send_header("Content-Length", str(len(body) if promised is None else promised))
        if promised is not None:
            self.close_connection = True
        self.end_headers()
        self.wfile.write(body)
