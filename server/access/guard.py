"""What stands before every page: who asks, may they, did the change come from our own pages; then the endpoint.

Also what comes after: a fault becomes a page (or JSON, for players) in words, and the trace goes to the log.
"""

import inspect
import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response
from starlette.types import Receive, Scope, Send

from foundation.errors import TorgetError
from server.access import faults, fresh, sessions
from server.access.actors import Actor, Role
from server.access.bodies import Bounded
from server.access.forms import from_our_pages, right_csrf
from server.access.pages import Page
from server.access.tokens import hash_token, looks_like_token
from server.settings import Settings
from server.storage.session import Database
from server.words import catalogues, choose_language, words_for

log = logging.getLogger(__name__)

SAFE = frozenset({"GET", "HEAD"})
FIELDS = 400
FILES = 4
FIELD_BYTES = 64 * 1024
LARGEST_NUMBER = 2**31 - 1
"""The largest number that any row has."""
NUL = "\x00"
"""What no browser sends, and no database keeps in a text."""
SIGN_IN = "/logga-in"


class House:
    """What every page is given: the settings, the database, the clock, and who knows players by their token."""

    def __init__(
        self,
        settings: Settings,
        database: Database,
        clock: Callable[[], datetime],
        device_of: Callable[[str], Actor | None],
    ) -> None:
        self.settings = settings
        self.database = database
        self.clock = clock
        self.device_of = device_of


class Guard:
    """One page as an ASGI application, behind its rule."""

    def __init__(self, page: Page, house: House) -> None:
        self.page = page
        self.house = house

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; whatever is raised behind the rule becomes an answer in words."""
        request = Request(scope, Bounded(receive, self.page.body_limit))
        response = await self._answer(request)
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        try:
            return await self._guarded(request)
        except HTTPException as error:
            return await faults.answer(request, error.status_code, self.page.api, error.headers)
        except TorgetError as error:
            log.info("%s refused: %s", self.page, error)
            status = getattr(error, "http_status", 400)
            return await faults.answer(request, status, self.page.api, error=error)
        except ClientDisconnect:
            return Response(status_code=400)
        except Exception:  # one broken page must not stop the house
            log.exception("%s broke", self.page)
            return await faults.answer(request, 500, self.page.api)
        finally:
            await request.close()  # uploads that were not taken over are gone with it

    async def _guarded(self, request: Request) -> Response:
        house, page, state = self.house, self.page, request.state
        state.settings, state.database, state.now = house.settings, house.database, house.clock()
        state.actor, state.csrf, state.form = None, "", FormData()
        state.language = _language(request, page)
        state.words = words_for(state.language)
        state.actor = await self._actor(request)
        if (state.actor.role if state.actor else Role.ANYONE) not in page.allow:
            return self._refuse(request)
        _check_address(request)
        if request.method not in SAFE and not page.api:
            await self._check_change(request)
        token = ""
        if await self._wants_proof(request):
            if request.method in SAFE:
                return fresh.first(request)
            token = await fresh.prove(request)
            if not token:
                return await run_in_threadpool(fresh.ask, request)
        response = await _run(page.endpoint, request)
        if not isinstance(response, Response):
            raise TypeError(f"{page} answered {type(response).__name__}")
        if token:
            sessions.set_cookie(response, house.settings, token)
        if page.public:  # its path may hold a token
            response.headers.setdefault("referrer-policy", "no-referrer")
        return response

    async def _actor(self, request: Request) -> Actor | None:
        if Role.DEVICE in self.page.allow and not self.page.public:
            kind, _, token = request.headers.get("authorization", "").partition(" ")
            return self.house.device_of(token) if kind.lower() == "bearer" else None
        if self.page.api:
            return None
        if Role.LINK in self.page.allow and Role.ANYONE not in self.page.allow:
            token = request.path_params["token"]
            return Actor(role=Role.LINK, token_hash=hash_token(token)) if looks_like_token(token) else None
        token = request.cookies.get(sessions.cookie_name(self.house.settings), "")
        if not token:
            return None
        found = await run_in_threadpool(sessions.find, self.house.database, token, request.state.now)
        if found is None:
            return None
        request.state.csrf = found.csrf
        return sessions.actor_of(found)

    def _refuse(self, request: Request) -> Response:
        """Somebody who may not: told to sign in where that would help, else that there is nothing, or no right."""
        if self.page.api:
            raise HTTPException(401, headers={"WWW-Authenticate": "Bearer"})
        if self.page.public:
            raise HTTPException(404)
        if request.state.actor is not None:
            raise HTTPException(403)
        if request.method in SAFE and not request.headers.get("hx-request"):
            query = f"?{request.url.query}" if request.url.query else ""
            address = request.url.replace(scheme="", netloc="", path=SIGN_IN, query="", fragment="")
            target = address.include_query_params(next=request.url.path + query)
            return RedirectResponse(str(target), status_code=303)
        raise HTTPException(401)

    async def _wants_proof(self, request: Request) -> bool:
        grave = self.page.grave
        if grave is None or fresh.is_fresh(request.state.actor, request.state.now):
            return False
        return await run_in_threadpool(grave, request)

    async def _check_change(self, request: Request) -> None:
        state, page = request.state, self.page
        needs_token = not page.public
        if not from_our_pages(request.headers, self.house.settings, signed_in=needs_token):
            raise HTTPException(403)
        state.form = await request.form(max_files=FILES, max_fields=FIELDS, max_part_size=FIELD_BYTES)
        if any(isinstance(value, str) and NUL in value for _name, value in state.form.multi_items()):
            raise HTTPException(400)
        if needs_token and not right_csrf(request.headers, state.form, state.csrf):
            raise HTTPException(403)


def _check_address(request: Request) -> None:
    """Refuse an address that names nothing: no row has such a number, and no text such a sign."""
    for value in (*request.path_params.values(), *request.query_params.values()):
        if (isinstance(value, int) and value > LARGEST_NUMBER) or (isinstance(value, str) and NUL in value):
            raise HTTPException(404)


async def _run(endpoint: Callable[[Request], Any], request: Request) -> Any:
    if inspect.iscoroutinefunction(endpoint):
        return await endpoint(request)
    return await run_in_threadpool(endpoint, request)


def _language(request: Request, page: Page) -> str:
    if not page.public:
        return choose_language(None, "", ())
    return choose_language(
        request.query_params.get("sprak"), request.headers.get("accept-language", ""), catalogues().keys()
    )
