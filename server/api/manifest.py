"""GET /api/v1/manifest as a bare ASGI answer, from memory.

It stands beside Starlette's routes because all screens ask it all the time. Its rule is its own: a known device token,
or nothing. A poll that asks to wait is held until its screen's manifest changes, pictures are wanted, the token is
revoked, or the server stops; a held poll that ends without news gets an ordinary 304. A poll that knows a greater
number than ours is the sign of a server restored from a backup: the screen is first published above that number.
"""

from starlette.types import Receive, Scope, Send

from server.access.faults import fault_json
from server.publishing.board import Board, KnownDevice, RawHeaders, Sheet
from server.publishing.lifting import Lifter

PATH = "/api/v1/manifest"
LONGEST_WAIT_S = 55
LONGEST_ETAG = 40
WANTED = (b"torget-snapshot", b"wanted")


class ManifestEndpoint:
    """The endpoint, reading `board`; `lifter` is asked where a player knows more than we do."""

    def __init__(self, board: Board, lifter: Lifter) -> None:
        self._board = board
        self._lifter = lifter

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one poll."""
        token, known_etag, wait_s = _read(scope["headers"])
        device = self._board.device(token) if token else None
        if scope["method"] not in ("GET", "HEAD"):
            await _fault(405, scope, receive, send)
            return
        if device is None:
            await _fault(401, scope, receive, send)
            return
        screen_id = device.actor.screen_id or ""
        sheet = self._sheet(device, screen_id)
        if sheet is not None and device.farewell is None and (ahead := _ahead(known_etag, sheet.etag)):
            await self._lifter.above(screen_id, ahead)
            sheet = self._sheet(self._board.device(token), screen_id)
        if wait_s and sheet is not None and known_etag == sheet.etag:
            await self._board.wait(screen_id, wait_s)
            sheet = self._sheet(self._board.device(token), screen_id)
        if sheet is None:
            await _fault(404, scope, receive, send)
            return
        unchanged = known_etag == sheet.etag
        headers = sheet.unchanged if unchanged else sheet.full
        if self._board.wanted(screen_id):
            headers = [*headers, WANTED]
        await send({"type": "http.response.start", "status": 304 if unchanged else 200, "headers": headers})
        body = b"" if unchanged or scope["method"] == "HEAD" else sheet.body
        await send({"type": "http.response.body", "body": body})

    def _sheet(self, device: KnownDevice | None, screen_id: str) -> Sheet | None:
        if device is not None and device.farewell is not None:
            return device.farewell
        return self._board.sheet_of(screen_id)


def _read(headers: RawHeaders) -> tuple[str, bytes, int]:
    token, etag, wait_s = "", b"", 0
    for name, value in headers:
        if name == b"authorization":
            token = value[7:].decode("latin-1") if value[:7].lower() == b"bearer " else ""
        elif name == b"if-none-match":
            etag = value.strip().removeprefix(b"W/")  # a cache in front may have weakened it
        elif name == b"prefer":
            wait_s = _wait_s(value)
    return token, etag, wait_s


def _ahead(known_etag: bytes, etag: bytes) -> int:
    """The number that the player knows, where it is of our epoch and greater than ours; else 0."""
    if known_etag == etag or len(known_etag) > LONGEST_ETAG:
        return 0
    known, own = (tag.strip(b'"').split(b".") for tag in (known_etag, etag))
    if len(known) != 2 or known[0] != own[0] or not known[1].isdigit():
        return 0
    number = int(known[1])
    return number if number > int(own[1]) else 0


def _wait_s(value: bytes) -> int:
    for wish in value.replace(b";", b",").split(b","):
        key, _, number = wish.strip().partition(b"=")
        if key.lower() == b"wait" and number.isdigit() and len(number) <= 4:
            return min(int(number), LONGEST_WAIT_S)
    return 0


async def _fault(status: int, scope: Scope, receive: Receive, send: Send) -> None:
    response = fault_json(status)
    if status == 401:
        response.headers["www-authenticate"] = "Bearer"
    await response(scope, receive, send)
