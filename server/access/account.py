"""One's own account: its password, and the devices that one is signed in on. Each can be signed out from here."""

from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from foundation.errors import N_
from server import audit
from server.access import fresh, sessions
from server.access.accounts import right_account, set_password
from server.access.pages import SIGNED_IN, Page
from server.access.passwords import PasswordError
from server.access.signin import SIGN_IN_PATH, begin, signed_in
from server.curation.moments import say_moment
from server.intake.town import town
from server.storage.models import Account, StaffSession
from server.views import render
from server.words import Words

OTHERS = "others"
WRONG_OLD = N_("Your present password is not right.")
HERE = "/konto"


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A device that one is signed in on: what it is called ("" where nobody knows), and when it was last used."""

    id: int
    called: str
    seen: str
    here: bool


def show(request: Request) -> Response:
    """The page."""
    with request.state.database.read() as session:
        return _page(request, session)


def change_password(request: Request) -> Response:
    """Set one's password, knowing the present one if there is one. All sessions end, and this one begins anew."""
    state = request.state
    old, new = str(state.form.get("old", "")), str(state.form.get("new", ""))
    with state.database.write() as session:
        account = session.get_one(Account, state.actor.account_id)
        if account.password_hash and right_account(session, account.name, old) is None:
            return _page(request, session, 400, fault=state.words.gettext(WRONG_OLD))
        try:
            set_password(session, account, new, state.now)
        except PasswordError as error:
            return _page(request, session, 400, fault=state.words.say(error))
        token = begin(request, session, account)
    return signed_in(request, token, f"{HERE}?klart=losenord")


def sign_out_elsewhere(request: Request) -> Response:
    """End one of one's sessions, or all but this one."""
    state = request.state
    actor, which = state.actor, str(state.form.get("end", ""))
    with state.database.write() as session:
        if which == OTHERS:
            sessions.end_all(session, actor.account_id, but=actor.session_id)
        elif which.isascii() and which.isdigit() and len(which) < 12:
            sessions.end_own(session, actor.account_id, int(which))
        audit.record(session, actor.who, "signed-out", "session", OTHERS if which == OTHERS else "one", state.now)
    if which == str(actor.session_id):
        return _out(request)
    return RedirectResponse(f"{HERE}?klart=utloggad#enheter", status_code=303)


def sign_out(request: Request) -> Response:
    """End this session here and on the server."""
    actor = request.state.actor
    with request.state.database.write() as session:
        sessions.end(session, actor.session_id)
        audit.record(session, actor.who, "signed-out", "session", "ok", request.state.now)
    return _out(request)


def without_password(request: Request) -> bool:
    """Whether no present password can prove who changes it: then the sign-in itself must be fresh."""
    with request.state.database.read() as session:
        account = session.get_one(Account, request.state.actor.account_id)
    return account.password_hash is None


def _out(request: Request) -> Response:
    response = RedirectResponse(SIGN_IN_PATH, status_code=303)
    sessions.drop_cookie(response, request.state.settings)
    return response


def _page(request: Request, session: Session, status: int = 200, *, fault: str = "") -> Response:
    state = request.state
    zone = town(session).zone
    living = sessions.living(session, state.actor.account_id, state.now)
    places = [_place(one, state.actor.session_id, state.now, zone, state.words) for one in living]
    return render(
        request,
        "account.html",
        status,
        account=session.get_one(Account, state.actor.account_id),
        places=sorted(places, key=lambda place: not place.here),
        others=OTHERS,
        fault=fault,
        done=request.query_params.get("klart", ""),
    )


def _place(found: StaffSession, own_id: int, now: datetime, zone: ZoneInfo, words: Words) -> Place:
    seen = say_moment(found.seen_at, now, zone, words)
    return Place(id=found.id, called=found.browser, seen=seen, here=found.id == own_id)


POST = ("POST",)
PAGES = (
    Page("/logga-ut", sign_out, allow=SIGNED_IN, methods=POST),
    Page(HERE, show, allow=SIGNED_IN, name="account"),
    Page(HERE, change_password, allow=SIGNED_IN, methods=POST, grave=without_password),
    Page(f"{HERE}/enheter", sign_out_elsewhere, allow=SIGNED_IN, methods=POST),
    Page(fresh.PATH, fresh.show, allow=SIGNED_IN),
    Page(fresh.PATH, fresh.go_on, allow=SIGNED_IN, methods=POST, grave=fresh.always),
)
