"""The page where one types a code, and the one that says how far it has come.

A code is a name: it shows the state of a submission or a reply, never its words and never a contact.
"""

from urllib.parse import quote

from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from cards.model import Language
from server.access.pages import EVERYONE, Page
from server.dialogue.progress import progress
from server.dialogue.rules import LANGUAGES
from server.intake.codes import read_code
from server.intake.steps import Progress
from server.intake.town import Town, town
from server.storage.models import Reply, Submission
from server.submissions.receipt import receipt
from server.views import render
from server.words import FIRST, words_for


def enter(request: Request) -> Response:
    """The field for a code; with one in the address, on to its page."""
    with request.state.database.read() as session:
        home = town(session)
    typed = request.query_params.get("kod", "")
    code = read_code(typed, home.name(FIRST))
    language = _language(request)
    if code:
        return RedirectResponse(f"/folj/{quote(code)}?sprak={language}", status_code=303)
    return _page(request, home, language)


def follow(request: Request) -> Response:
    """How far the thing with that code has come; the field again, and a sentence, where there is none."""
    with request.state.database.read() as session:
        home = town(session)
        code = read_code(request.path_params["code"], home.name(FIRST))
        language = _language(request)
        found = _progress(session, code, home, language, request)
    return _page(request, home, language, code=code, progress=found, status=200 if found else 404)


def _progress(session: Session, code: str, home: Town, language: Language, request: Request) -> Progress | None:
    words, now = words_for(language), request.state.now
    submission = session.scalars(select(Submission).where(Submission.code == code)).first()
    if submission is not None:
        return receipt(session, submission, home, words, now)
    reply = session.scalars(select(Reply).where(Reply.code == code)).first()
    return progress(session, reply, home, words, now) if reply is not None else None


def _page(
    request: Request,
    home: Town,
    language: Language,
    *,
    code: str = "",
    progress: Progress | None = None,
    status: int = 200,
) -> Response:
    request.state.words = words_for(language)
    return render(
        request,
        "following/follow.html",
        status,
        municipality_name=home.name(language),
        code=code,
        progress=progress,
    )


def _language(request: Request) -> Language:
    chosen = request.query_params.get("sprak")
    return str(chosen) if chosen in LANGUAGES else FIRST


PAGES = (
    Page("/folj", enter, EVERYONE),
    Page("/folj/{code}", follow, EVERYONE),
)
