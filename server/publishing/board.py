"""The board: what players may be told, held in this process' memory, and who waits for news of it.

It belongs to the event loop's thread. A watcher lays new states onto it whenever the pulse has beaten; the manifest's
endpoint only reads it, so that a poll that brings nothing new touches neither the database nor a thread.
"""

import asyncio
import hashlib
import time
from collections import defaultdict
from dataclasses import dataclass, field

from server.access.actors import Actor

WANTED_S = 20.0
"""How long a wish for pictures of a screen lasts; the page that looks at it repeats the wish."""
WAIT_WHILE_WANTED_S = 10.0

RawHeaders = list[tuple[bytes, bytes]]


@dataclass(frozen=True)
class Sheet:
    """One envelope, ready to send: its bytes and the two sets of headers that go with them."""

    etag: bytes
    body: bytes
    full: RawHeaders
    unchanged: RawHeaders


@dataclass(frozen=True)
class KnownDevice:
    """A paired player, and its farewell once it was revoked."""

    actor: Actor
    farewell: Sheet | None = None


@dataclass(frozen=True)
class State:
    """All that the board shows: manifests and allowed assets by screen, devices by the hash of their token."""

    sheets: dict[str, Sheet] = field(default_factory=dict)
    assets: dict[str, frozenset[str]] = field(default_factory=dict)
    devices: dict[str, KnownDevice] = field(default_factory=dict)


def make_sheet(epoch: int, number: int, envelope: bytes) -> Sheet:
    """Lay out an envelope with its headers, once for all polls."""
    etag = b'"%d.%d"' % (epoch, number)
    common = [(b"etag", etag), (b"cache-control", b"no-cache"), (b"x-content-type-options", b"nosniff")]
    full = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(envelope)), *common]
    return Sheet(etag=etag, body=envelope, full=full, unchanged=common)


class Board:
    """The state that holds now, and the polls that wait for another."""

    def __init__(self) -> None:
        self._state = State()
        self._waiting: defaultdict[str, set[asyncio.Future[None]]] = defaultdict(set)
        self._wanted: dict[str, float] = {}
        self.closed = False

    def sheet_of(self, screen_id: str) -> Sheet | None:
        """The newest manifest of a screen."""
        return self._state.sheets.get(screen_id)

    def device(self, token: str) -> KnownDevice | None:
        """The player that `token` belongs to, revoked or not."""
        return self._state.devices.get(hashlib.sha256(token.encode()).hexdigest())

    def actor(self, token: str) -> Actor | None:
        """The player that `token` belongs to, unless it was revoked."""
        known = self.device(token)
        return known.actor if known and known.farewell is None else None

    def may_fetch(self, screen_id: str, sha256: str) -> bool:
        """Tell whether an asset stands in one of the screen's last three manifests."""
        return sha256 in self._state.assets.get(screen_id, frozenset())

    def lay(self, state: State) -> None:
        """Take a new state, and wake the polls of every screen for which something changed."""
        before, self._state = self._state, state
        screens = {screen for screen, sheet in state.sheets.items() if before.sheets.get(screen) != sheet}
        screens |= {
            known.actor.screen_id or ""
            for token_hash, known in state.devices.items()
            if known.farewell and known != before.devices.get(token_hash)
        }
        for screen in screens:
            self._wake(screen)

    async def wait(self, screen_id: str, seconds: float) -> None:
        """Wait until something changes for the screen, at most `seconds`."""
        if self.closed:
            return
        if self.wanted(screen_id):
            seconds = min(seconds, WAIT_WHILE_WANTED_S)
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        waiting = self._waiting[screen_id]
        waiting.add(woken)
        try:
            await asyncio.wait((woken,), timeout=seconds)
        finally:
            waiting.discard(woken)

    def waiting(self, screen_id: str) -> int:
        """How many polls are held for the screen."""
        return len(self._waiting[screen_id])

    def want(self, screen_id: str) -> None:
        """Ask the screen's player for pictures for a while; a held poll is answered so that it hears of it."""
        news = not self.wanted(screen_id)
        self._wanted[screen_id] = time.monotonic() + WANTED_S
        if news:
            self._wake(screen_id)

    def wanted(self, screen_id: str) -> bool:
        """Tell whether pictures of the screen are asked for."""
        return self._wanted.get(screen_id, 0.0) > time.monotonic()

    def close(self) -> None:
        """Let every held poll go, since the server stops."""
        self.closed = True
        for screen_id in list(self._waiting):
            self._wake(screen_id)

    def _wake(self, screen_id: str) -> None:
        for woken in self._waiting.get(screen_id, ()):
            if not woken.done():
                woken.set_result(None)
