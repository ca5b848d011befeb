"""Signing in and out: by name and password, or by a link whose button signs in once; and one's own password.

A wrong name and a wrong password get the same answer in the same time. Where one wanted to go is a path of ours only.
"""

import logging

import anyio
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from foundation.errors import N_
from server import audit
from server.access import sessions
from server.access.accounts import right_account, set_password
from server.access.addresses import client_address
from server.access.links import PATH, LinkSpentError, owner_of, use_link
from server.access.pages import EVERYONE, LINK_HOLDERS, SIGNED_IN, Page
from server.access.passwords import PasswordError
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
    return _signed_in(request, token, wanted)


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
        token = sessions.begin(session, account, now)
        audit.record(session, f"account:{account.id}", "signed-in", "link", "ok", now)
    return _signed_in(request, token, "/")


def sign_out(request: Request) -> Response:
    """End this session here and on the server."""
    actor = request.state.actor
    with request.state.database.write() as session:
        sessions.end(session, actor.session_id)
        audit.record(session, actor.who, "signed-out", "session", "ok", request.state.now)
    response = RedirectResponse(SIGN_IN_PATH, status_code=303)
    sessions.drop_cookie(response, request.state.settings)
    return response


def account_page(request: Request) -> Response:
    """One's own account: the name to sign in with, and a new password."""
    with request.state.database.read() as session:
        account = session.get_one(Account, request.state.actor.account_id)
    return render(request, "account.html", account=account, fault="", done=request.query_params.get("klart") == "1")


def change_password(request: Request) -> Response:
    """Set one's password, knowing the present one if there is one. All sessions end, and this one begins anew."""
    state = request.state
    old, new = str(state.form.get("old", "")), str(state.form.get("new", ""))
    with state.database.write() as session:
        account = session.get_one(Account, state.actor.account_id)
        if account.password_hash and right_account(session, account.name, old) is None:
            fault = state.words.gettext(N_("Your present password is not right."))
            return render(request, "account.html", 400, account=account, fault=fault, done=False)
        try:
            set_password(session, account, new, state.now)
        except PasswordError as error:
            return render(request, "account.html", 400, account=account, fault=state.words.say(error), done=False)
        token = sessions.begin(session, account, state.now)
    return _signed_in(request, token, "/konto?klart=1")


def _try(request: Request, name: str, password: str) -> str | None:
    now = request.state.now
    with request.state.database.read() as session:
        account = right_account(session, name, password)
    with request.state.database.write() as session:
        who = f"account:{account.id}" if account else "anyone"
        audit.record(session, who, "signed-in", "password", "ok" if account else "refused", now)
        if account is None:
            return None
        if request.state.actor is not None:
            sessions.end(session, request.state.actor.session_id)  # one browser, one session
        return sessions.begin(session, account, now)


def _signed_in(request: Request, token: str, wanted: str) -> Response:
    response = RedirectResponse(wanted, status_code=303)
    sessions.set_cookie(response, request.state.settings, token)
    return response


PAGES = (
    Page(SIGN_IN_PATH, signin_form, allow=EVERYONE, name="signin"),
    Page(SIGN_IN_PATH, sign_in, allow=EVERYONE, methods=("POST",)),
    Page(PATH, link_page, allow=LINK_HOLDERS, name="signin-link"),
    Page(PATH, link_used, allow=LINK_HOLDERS, methods=("POST",)),
    Page("/logga-ut", sign_out, allow=SIGNED_IN, methods=("POST",)),
    Page("/konto", account_page, allow=SIGNED_IN, name="account"),
    Page("/konto", change_password, allow=SIGNED_IN, methods=("POST",)),
)
