"""The player's only way to the server: every call of the API, bounded in bytes and in time.

Nothing here decides: bytes come back as bytes, and whoever asked verifies them. No redirect is followed, no proxy or
password of the environment is used, and no token is ever part of an error's text.
"""

import time
from collections.abc import Iterator
from http import HTTPStatus
from typing import TypeVar

import msgspec
import requests

from player.errors import AssetError, CutError, LinkError, RefusedError
from playlists.envelope import ENVELOPE_AT_MOST
from playlists.pairing import PairingOpened, PairingPoll, PairingRequest, PairingState
from playlists.reports import Report

API = "/api/v1"
CONNECT_S = 5.0
READ_S = 10.0
WHOLE_S = 30.0
"""No answer but an asset takes longer than this after its first byte, however slowly it drips."""

SLOWEST_BYTES_A_S = 20_000
"""An asset that comes more slowly than this over the whole of it is given up."""

ANSWER_AT_MOST = 100_000
CHUNK_BYTES = 65_536

Shape = TypeVar("Shape")


class ManifestAnswer(msgspec.Struct, frozen=True):
    """What a poll brought: an envelope, or None where nothing is newer; and whether someone wants a snapshot."""

    envelope: bytes | None
    snapshot_wanted: bool


class Link:
    """One connection to one server, for one thread. `token` is empty until the player is paired."""

    def __init__(self, server: str, token: str = "", ca_file: str = "") -> None:
        self._base = server.rstrip("/") + API
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.verify = ca_file or True
        self._session.headers["User-Agent"] = "torget-player"
        if token:
            self._session.headers["Authorization"] = f"Bearer {token}"

    def close(self) -> None:
        """Let go of the connection."""
        self._session.close()

    def open_pairing(self, request: PairingRequest) -> PairingOpened:
        """Ask for a code. Raises LinkError."""
        return _decode(self._read("POST", "/pairings", body=request), PairingOpened)

    def poll_pairing(self, pairing: str, poll: PairingPoll) -> PairingState:
        """Ask how far pairing `pairing` has come. Raises LinkError; status 404 or 410 when it is over."""
        return _decode(self._read("POST", f"/pairings/{pairing}", body=poll), PairingState)

    def keys(self) -> bytes:
        """The envelope of the key list. Raises LinkError."""
        return self._read("GET", "/keys", at_most=ENVELOPE_AT_MOST + 1)

    def manifest(self, etag: str, wait_s: int) -> ManifestAnswer:
        """Wait at most `wait_s` for a manifest other than `etag` names. Raises LinkError; CutError if it was cut.

        One byte more than an envelope may have is read, so that a longer one is refused by its length.
        """
        headers = {"Prefer": f"wait={wait_s}"}
        if etag:
            headers["If-None-Match"] = etag
        with self._ask("GET", "/manifest", headers=headers, read_s=wait_s + READ_S) as answer:
            wanted = answer.headers.get("Torget-Snapshot") == "wanted"
            if answer.status_code == HTTPStatus.NOT_MODIFIED:
                return ManifestAnswer(None, wanted)
            return ManifestAnswer(_whole(answer, ENVELOPE_AT_MOST + 1, cut=True), wanted)

    def asset(self, sha256: str, size: int) -> Iterator[bytes]:
        """The bytes of an asset, in pieces and never more than `size`. Raises LinkError, AssetError."""
        ends_at = time.monotonic() + WHOLE_S + size / SLOWEST_BYTES_A_S
        with self._ask("GET", f"/assets/{sha256}") as answer:
            left = size
            for chunk in _chunks(answer):
                left -= len(chunk)
                if left < 0:
                    raise AssetError("an asset is longer than the manifest says")
                if time.monotonic() > ends_at:
                    raise CutError("an asset comes too slowly")
                yield chunk

    def report(self, report: Report) -> None:
        """Hand in a report. Raises LinkError."""
        self._read("POST", "/reports", body=report)

    def snapshot(self, jpeg: bytes) -> None:
        """Hand in a picture of the glass. Raises LinkError."""
        self._read("POST", "/snapshots", data=jpeg, media_type="image/jpeg")

    def _read(
        self,
        method: str,
        path: str,
        *,
        body: msgspec.Struct | None = None,
        data: bytes | None = None,
        media_type: str = "application/json",
        at_most: int = ANSWER_AT_MOST,
    ) -> bytes:
        sent = msgspec.json.encode(body) if body is not None else data
        headers = {"Content-Type": media_type} if sent is not None else {}
        with self._ask(method, path, headers=headers, data=sent) as answer:
            return _whole(answer, at_most)

    def _ask(
        self,
        method: str,
        path: str,
        *,
        headers: dict[str, str] | None = None,
        data: bytes | None = None,
        read_s: float = READ_S,
    ) -> requests.Response:
        try:
            answer = self._session.request(
                method,
                self._base + path,
                headers=headers,
                data=data,
                timeout=(CONNECT_S, read_s),
                stream=True,
                allow_redirects=False,
            )
        except (requests.ConnectionError, requests.Timeout) as error:
            raise CutError(f"{method} {_route(path)}: {type(error).__name__}") from None
        except (requests.RequestException, ValueError) as error:
            raise LinkError(f"{method} {_route(path)}: {type(error).__name__}") from None
        if not answer.ok or answer.is_redirect:
            answer.close()
            raise RefusedError(
                f"{method} {_route(path)}: {answer.status_code}", answer.status_code, _retry_after(answer)
            )
        return answer


def _route(path: str) -> str:
    """The call's name for the log: an id of a pairing is nobody else's business."""
    return "/" + path.split("/")[1]


def _retry_after(answer: requests.Response) -> float:
    text = answer.headers.get("Retry-After", "")
    return float(text) if text.isdigit() and len(text) < 6 else 0.0


def _chunks(answer: requests.Response) -> Iterator[bytes]:
    try:
        yield from answer.iter_content(CHUNK_BYTES)
    except (requests.RequestException, OSError) as error:
        raise CutError(f"an answer was cut: {type(error).__name__}") from None


def _whole(answer: requests.Response, at_most: int, *, cut: bool = False) -> bytes:
    ends_at = time.monotonic() + WHOLE_S
    data = bytearray()
    for chunk in _chunks(answer):
        data += chunk
        if time.monotonic() > ends_at:
            raise CutError("an answer comes too slowly")
        if len(data) >= at_most:
            if cut:
                return bytes(data[:at_most])
            raise LinkError(f"an answer is longer than {at_most} bytes")
    return bytes(data)


def _decode(data: bytes, shape: type[Shape]) -> Shape:
    try:
        return msgspec.json.decode(data, type=shape)
    except (msgspec.MsgspecError, RecursionError, ValueError) as error:
        raise LinkError(f"an answer is no {shape.__name__}: {type(error).__name__}") from None
