"""A fresh sign-in before grave acts: whoever did not prove in the last ten minutes who they are is asked to do so.

The page that asks carries what was typed and sends it on together with the password, so the act goes on where it was
stopped. An account without a password opens a new one-time link in the same browser instead, and presses on.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from urllib.parse import urlencode

import anyio
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from foundation.errors import N_
from server import audit
from server.access import sessions
from server.access.actors import Actor
from server.access.addresses import client_address
from server.access.forms import FIELD
from server.access.passwords import right_password
from server.access.signin import own_path
from server.access.throttle import Throttle
from server.storage.models import Account
from server.views import render

FRESH_FOR = timedelta(minutes=10)
PASSWORD = "own_password"  # noqa: S105 - a field's name
NEVER_SAID_AGAIN = frozenset({PASSWORD, FIELD, "old", "new"})
"""Fields that no page carries on: passwords, and the token that it has anyway."""
PATH = "/konto/bekrafta"
WRONG = N_("That is not your password. Try again; what you wrote is still here.")


def always(_request: Request) -> bool:
    """The rule of a page that is grave whatever it is asked."""
    return True


def is_fresh(actor: Actor | None, now: datetime) -> bool:
    """Tell whether the actor proved within ten minutes who they are."""
    return actor is not None and actor.fresh_at is not None and now - actor.fresh_at < FRESH_FOR


def first(request: Request) -> Response:
    """Whoever only looks at a grave page is asked before they begin to write there."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"{PATH}?{urlencode({'next': request.url.path + query})}", status_code=303)


async def prove(request: Request) -> str:
    """Try the password that came with a grave act: the session's new token, or "" where none or a wrong one came."""
    password = request.state.form.get(PASSWORD)
    if not isinstance(password, str):
        return ""
    throttle: Throttle = request.app.state.throttle
    account = await run_in_threadpool(_account, request)
    address = client_address(request, request.state.settings)
    with throttle.trying(account.name, address) as wait_s:
        await anyio.sleep(wait_s)
        async with throttle.turns:
            token = await run_in_threadpool(_try, request, account, password[:600])
        if not token:
            throttle.failed(account.name, address)
    return token


def ask(request: Request) -> Response:
    """The small page that asks, with what was typed kept in it."""
    state = request.state
    account = _account(request)
    wrong = account.password_hash is not None and PASSWORD in state.form
    return _page(
        request,
        account,
        401,
        action=request.url.path + (f"?{request.url.query}" if request.url.query else ""),
        kept=[
            (name, value)
            for name, value in state.form.multi_items()
            if isinstance(value, str) and name not in NEVER_SAID_AGAIN
        ],
        fault=state.words.gettext(WRONG) if wrong else "",
    )


def show(request: Request) -> Response:
    """The page by itself, before a grave page; `next` in the address is where one goes on."""
    wanted = own_path(request.query_params.get("next", "/"))
    if is_fresh(request.state.actor, request.state.now):
        return RedirectResponse(wanted, status_code=303)
    return _page(request, _account(request), 200, action=PATH, kept=[("next", wanted)], fault="")


def go_on(request: Request) -> Response:
    """It was proved: go where one wanted to."""
    return RedirectResponse(own_path(str(request.state.form.get("next", "/"))), status_code=303)


def _page(
    request: Request, account: Account, status: int, *, action: str, kept: list[tuple[str, str]], fault: str
) -> Response:
    return render(
        request,
        "fresh.html",
        status,
        action=action,
        kept=kept,
        fault=fault,
        name=account.name,
        has_password=account.password_hash is not None,
        again=request.method == "POST",
    )


def _account(request: Request) -> Account:
    with request.state.database.read() as session:
        found: Account = session.get_one(Account, request.state.actor.account_id)
    return found


def _try(request: Request, account: Account, password: str) -> str:
    state = request.state
    right = right_password(password, account.password_hash)
    with state.database.write() as session:
        audit.record(session, state.actor.who, "proved", "password", "ok" if right else "refused", state.now)
        token = sessions.renew(session, state.actor.session_id, state.now) if right else ""
    if right:
        state.actor = replace(state.actor, fresh_at=state.now)
    return token
