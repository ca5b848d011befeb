"""The page behind the follow link: how far it has come, and changing, taking back and doing it once more."""

import msgspec
from sqlalchemy.orm import Session
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from cards.alt import alt_text
from server import publishing
from server.access.rules import find
from server.curation.board import pictures_of
from server.intake.town import town
from server.reading.dressing import dress
from server.settings import public_url
from server.storage.models import Submission, SubmissionState
from server.submissions import public
from server.submissions.drawing import draw
from server.submissions.form import Reading, Typed, typed_from
from server.submissions.handing import change, hand_in_again, take_back
from server.submissions.receipt import receipt
from server.views import render

CHANGEABLE = frozenset({SubmissionState.WAITING, SubmissionState.APPROVED, SubmissionState.REFUSED})


def show(request: Request) -> Response:
    """The receipt: its heading follows the state."""
    state = request.state
    state.words = public.words_of(request)
    with state.database.read() as session:
        mine = _mine(request, session)
        home = town(session)
        card = dress(session, mine.card.version().content, state.settings)
        told = receipt(session, mine, home, state.words, state.now)
    alt = alt_text(card, "sv", state.now, home.zone)
    return render(
        request,
        "submissions/receipt.html",
        submission=mine,
        token=request.path_params["token"],
        receipt=told,
        card=draw(home, card, state.now, pictures_of(card, state.settings), alt),
        changeable=mine.state in CHANGEABLE and (card.valid_until is None or card.valid_until > state.now),
        address=public.address_of(request),
        municipality_name=home.name(state.words.language),
        asked_in=public.asked_in(request),
        follow=public_url(state.settings, "/folj").partition("://")[2],
    )


def change_form(request: Request) -> Response:
    """The card in the form again."""
    with request.state.database.read() as session:
        mine = _changeable(request, session)
        return _form(request, mine, _typed(session, mine, request))


def changed(request: Request) -> Response:
    """The changed card came in: a new version waits, and the approved one goes on meanwhile."""
    state = request.state
    typed, about_picture = public.take_typed(request)
    reading = public.reading_of(request, typed, about_picture)
    with state.database.write() as session:
        mine = _changeable(request, session)
        if state.form.get("do") != "send":
            return _form(request, mine, typed, reading=public.only_written(reading))
        if not reading.ready or reading.card is None:
            return _form(request, mine, typed, reading=reading, status=422)
        change(session, mine, reading.card, state.now)
        mine.contact = typed.contact
        publishing.changed(session, now=state.now)
    return _back(request)


def once_more(request: Request) -> Response:
    """A new form with everything but the day: next month's choir practice takes one field."""
    with request.state.database.read() as session:
        mine = _mine(request, session)
        typed = msgspec.structs.replace(_typed(session, mine, request), day="")
    return public.show(request, typed, heading=public.words_of(request).gettext("Once more: which day is it?"))


def taken_back(request: Request) -> Response:
    """The sender takes the card back; it is shown nowhere from now on."""
    state = request.state
    with state.database.write() as session:
        take_back(_mine(request, session), state.now)
        publishing.changed(session, now=state.now)
    return _back(request)


def handed_in_again(request: Request) -> Response:
    """The sender changed their mind about taking it back."""
    with request.state.database.write() as session:
        hand_in_again(_mine(request, session), request.state.now)
    return _back(request)


def _mine(request: Request, session: Session) -> Submission:
    mine = find(session, request.state.actor, Submission, request.state.now)
    assert mine.card.versions  # loaded while the session lasts
    return mine


def _changeable(request: Request, session: Session) -> Submission:
    mine = _mine(request, session)
    if mine.state not in CHANGEABLE:
        raise HTTPException(410)
    return mine


def _typed(session: Session, mine: Submission, request: Request) -> Typed:
    home = town(session)
    today = home.local(request.state.now).date()
    return typed_from(mine.card.version().content, home.zone, today, mine.contact)


def _form(
    request: Request, mine: Submission, typed: Typed, *, reading: Reading | None = None, status: int = 200
) -> Response:
    heading = public.words_of(request).gettext("Change the card")
    return public.show(
        request, typed, reading=reading, status=status, heading=heading, action=request.url.path, submission=mine
    )


def _back(request: Request) -> Response:
    return RedirectResponse(public.receipt_of(request, request.path_params["token"]), status_code=303)
