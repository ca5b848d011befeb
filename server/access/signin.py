"""Signing in: by name and password, or by a link whose button signs in once.

A wrong name and a wrong password get the same answer in the same time. Where one wanted to go is a path of ours only.
"""

import logging

import anyio
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from foundation.errors import N_
from server import audit
from server.access import sessions
from server.access.accounts import right_account
from server.access.addresses import client_address
from server.access.browsers import browser_name
from server.access.links import PATH, LinkSpentError, owner_of, use_link
from server.access.pages import EVERYONE, LINK_HOLDERS, Page
from server.storage.models import Account
from server.views import render

log = logging.getLogger(__name__)

SIGN_IN_PATH = "/logga-in"
WRONG = N_("The name or the password is not right. Look at both, and try again.")


def own_path(wanted: str) -> str:
    """`wanted` where it is a path of ours, else the front page: a redirect never leads to somebody else's host."""
    plain = wanted.startswith("/") and wanted[1:2] not in ("/", "\\") and wanted.isprintable() and "\\" not in wanted
    return wanted if plain else "/"


def signin_form(request: Request) -> Response:
    """The form; who is signed in already goes where they wanted."""
    wanted = own_path(request.query_params.get("next", "/"))
    if request.state.actor is not None:
        return RedirectResponse(wanted, status_code=303)
    return render(request, "signin.html", next=wanted, name="", fault="")


async def sign_in(request: Request) -> Response:
    """Try name and password; each failure too many makes the next try wait a little longer."""
    form, state = request.state.form, request.state
    name, password = str(form.get("name", ""))[:200], str(form.get("password", ""))[:600]
    wanted = own_path(str(form.get("next", "/")))
    address = client_address(request, state.settings)
    throttle = request.app.state.throttle
    with throttle.trying(name.casefold(), address) as wait_s:
        await anyio.sleep(wait_s)
        async with throttle.turns:
            token = await run_in_threadpool(_try, request, name, password)
        if token is None:
            throttle.failed(name.casefold(), address)
    if token is None:
        fault = state.words.gettext(WRONG)
        return await run_in_threadpool(render, request, "signin.html", 400, next=wanted, name=name, fault=fault)
    return signed_in(request, token, wanted)


def link_page(request: Request) -> Response:
    """The page behind a sign-in link: one button. Looking at it changes nothing."""
    with request.state.database.read() as session:
        account = owner_of(session, request.path_params["token"], request.state.now)
    if account is None:
        raise LinkSpentError
    return render(request, "signin_link.html", called=account.called)


def link_used(request: Request) -> Response:
    """The button was pressed: the link is spent, and a new session begins."""
    now = request.state.now
    with request.state.database.write() as session:
        account = use_link(session, request.path_params["token"], now)
        token = begin(request, session, account)
        audit.record(session, f"account:{account.id}", "signed-in", "link", "ok", now)
    return signed_in(request, token, "/")


def begin(request: Request, session: Session, account: Account) -> str:
    """Begin the session of `account` in the browser that asks, and return its token."""
    settings = request.state.settings
    return sessions.begin(
        session,
        account,
        request.state.now,
        browser=browser_name(request.headers.get("user-agent", "")),
        former=request.cookies.get(sessions.cookie_name(settings), ""),
    )


def signed_in(request: Request, token: str, wanted: str) -> Response:
    """Go to `wanted`, with the session's token in the browser."""
    response = RedirectResponse(wanted, status_code=303)
    sessions.set_cookie(response, request.state.settings, token)
    return response


def _try(request: Request, name: str, password: str) -> str | None:
    now = request.state.now
    with request.state.database.read() as session:
        account = right_account(session, name, password)
    with request.state.database.write() as session:
        who = f"account:{account.id}" if account else "anyone"
        audit.record(session, who, "signed-in", "password", "ok" if account else "refused", now)
        return begin(request, session, account) if account else None


PAGES = (
    Page(SIGN_IN_PATH, signin_form, allow=EVERYONE, name="signin"),
    Page(SIGN_IN_PATH, sign_in, allow=EVERYONE, methods=("POST",)),
    Page(PATH, link_page, allow=LINK_HOLDERS, name="signin-link"),
    Page(PATH, link_used, allow=LINK_HOLDERS, methods=("POST",)),
)
