"""The server as one ASGI application: the house, its pages behind their rules, and the manifest beside them."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from sqlalchemy import select
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from server.access import faults
from server.access.guard import Guard, House
from server.access.headers import Headers
from server.access.throttle import Throttle
from server.access.tokens import server_secret
from server.api.limits import Limits
from server.api.manifest import PATH as MANIFEST_PATH
from server.api.manifest import ManifestEndpoint
from server.features import all_pages
from server.house import prepare
from server.publishing.board import Board
from server.publishing.keys import load_keys
from server.publishing.lifting import Lifter
from server.publishing.pictures import asset_path, emoji_of, renditions_of
from server.publishing.publish import Publisher
from server.publishing.rhythm import Rhythm
from server.publishing.watcher import Watcher
from server.reading.dressing import dresser
from server.screens.watching import BOARD, LOOP
from server.settings import Settings, check_reach
from server.sources.running import Intake
from server.storage.models import StoredMunicipality
from server.storage.session import Database

log = logging.getLogger(__name__)

API = "/api/"


def utc_now() -> datetime:
    """The clock of the real server."""
    return datetime.now(UTC)


class Torget:
    """The application. `starlette` holds the pages, `board` what players may be told."""

    def __init__(self, starlette: Starlette, board: Board, lifter: Lifter, settings: Settings) -> None:
        self.starlette = starlette
        self.board = board
        self._manifest = ManifestEndpoint(board, lifter)
        self._pages: ASGIApp = Headers(starlette, settings)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a manifest poll from memory, and all else through the pages."""
        if scope["type"] == "http" and scope["path"] == MANIFEST_PATH:
            await self._manifest(scope, receive, send)
        else:
            await self._pages(scope, receive, send)


def build(settings: Settings, database: Database | None = None, clock: Callable[[], datetime] = utc_now) -> Torget:
    """The application for `settings`, on a migrated database.

    Raises PlainHttpError, KeysMissingError, KeysUnfitError, FolderNotWritableError: then nothing listens.
    """
    check_reach(settings)
    database = database or Database(settings)
    prepare(database, settings)
    board = Board()
    with database.read() as session:
        municipality = session.scalars(select(StoredMunicipality.id)).one()
    dress = dresser(settings, clock)
    keys = load_keys(settings.keys_folder, municipality)
    publisher = Publisher(keys, renditions_of(settings), dress, emoji_of(settings))
    database.info |= {"publisher": publisher, BOARD: board}
    house = House(settings, database, clock, board.actor)
    starlette = Starlette(
        routes=[Route(page.path, Guard(page, house), methods=list(page.methods)) for page in all_pages()],
        exception_handlers={HTTPException: _outside_pages},
        lifespan=_lifespan,
    )
    starlette.router.redirect_slashes = False  # it would build the address from the Host header
    state = starlette.state
    state.settings = settings
    state.database, state.clock, state.board, state.publisher = database, clock, board, publisher
    state.secret, state.throttle, state.limits = server_secret(settings), Throttle(), Limits()
    state.path_of = asset_path(settings)
    return Torget(starlette, board, Lifter(database, publisher, board, clock), settings)


async def _outside_pages(request: Request, error: Exception) -> Response:
    """What no page answers: a wrong address, or a method that its page does not take."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    headers = error.headers if isinstance(error, HTTPException) else None
    return await faults.answer(request, status, request.url.path.startswith(API), headers)


@asynccontextmanager
async def _lifespan(app: Starlette) -> AsyncIterator[None]:
    state = app.state
    database: Database = state.database
    loop = asyncio.get_running_loop()
    rhythm = Rhythm(database, state.publisher, state.clock)
    watcher = Watcher(database, state.board, loop)
    intake = Intake(database, state.settings, state.clock)
    try:
        await loop.run_in_executor(None, rhythm.publish_now)
        for part in (watcher, rhythm, intake):
            part.start()
    except Exception:
        log.exception("the server cannot begin")  # granian's own log is off
        raise
    database.info[LOOP] = loop
    try:
        yield
    finally:
        state.board.close()
        del database.info[LOOP]
        for part in (intake, rhythm, watcher):
            await loop.run_in_executor(None, part.stop)
