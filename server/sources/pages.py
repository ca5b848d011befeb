"""The page Källor: how each source is, trying a new one, and what the watched folder could not take.

Everyone on the staff looks; administrators add, change and take away.
"""

from datetime import timedelta
from random import Random

from sqlalchemy import delete, select
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from server.access.actors import Role
from server.access.pages import ADMINS, SIGNED_IN, Page
from server.access.rules import find, visible_to
from server.curation.moments import say_moment
from server.intake.text import clean
from server.intake.town import Town, town
from server.sources import faults
from server.sources.addresses import typed_address
from server.sources.asking import ask
from server.sources.trial import Trial, try_out
from server.sources.words import Line, line_of, say_address, say_count, say_heading
from server.storage.models import FolderFile, Source, SourceItem, StoredCard
from server.views import render

HERE = "/kallor"
NAME_SIGNS = 120
URL_SIGNS = 2000
FILES_SHOWN = 20
POST = ("POST",)


def show(request: Request) -> Response:
    """All sources and the folder."""
    return _page(request, None)


def try_new(request: Request) -> Response:
    """Ask a new address once, and show what was found."""
    return _page(request, _try(request))


def switch_on(request: Request) -> Response:
    """Keep a new source, and ask it at once. An address that gives nothing comes back with the reason."""
    state = request.state
    trial = _try(request)
    if not trial.works:
        return _page(request, trial, 422)
    name = clean(str(state.form.get("name", "")))[:NAME_SIGNS] or trial.name
    with state.database.write() as session:
        source = session.scalars(select(Source).where(Source.url == trial.url)).first()
        if source is None:
            source = Source(url=trial.url, made_at=state.now, name=name)
            session.add(source)
        source.name, source.plain_http, source.enabled = name[:NAME_SIGNS], trial.plain_http, True
        session.flush()
        source_id = source.id
    ask(state.database, state.settings, source_id, state.now, Random())  # noqa: S311 - a pause's jitter
    return RedirectResponse(HERE, status_code=303)


def ask_now(request: Request) -> Response:
    """Ask a source at once, whenever it would have come."""
    state = request.state
    with state.database.read() as session:
        source_id = _source(request, session).id
    ask(state.database, state.settings, source_id, state.now, Random())  # noqa: S311 - a pause's jitter
    return RedirectResponse(HERE, status_code=303)


def show_one(request: Request) -> Response:
    """One source: its name, its pace, on or off; `fraga` asks whether it shall be taken away."""
    state = request.state
    with state.database.read() as session:
        source = _source(request, session)
        line = _line(request, session, source, town(session))
    asked = request.query_params.get("fraga") == "ta-bort"
    return render(request, "source.html", source=source, line=line, address=say_address(source.url), asked=asked)


def change(request: Request) -> Response:
    """Keep the name, the pace, and whether it is on."""
    state, form = request.state, request.state.form
    with state.database.write() as session:
        source = _source(request, session)
        source.name = clean(str(form.get("name", "")))[:NAME_SIGNS] or source.name
        minutes = str(form.get("minutes", ""))
        if minutes.isascii() and minutes.isdigit() and len(minutes) < 5:
            source.every_s = min(max(int(minutes), 5), 1440) * 60
        enabled = form.get("enabled") == "1"
        if enabled and not source.enabled:
            source.next_at = state.now  # asked in the next round
        elif source.next_at is not None:
            source.next_at = min(source.next_at, state.now + timedelta(seconds=source.every_s))
        source.enabled = enabled
    return RedirectResponse(HERE, status_code=303)


def take_away(request: Request) -> Response:
    """Take the source away. Its cards and drafts stay; what it gave is forgotten."""
    with request.state.database.write() as session:
        source = _source(request, session)
        session.execute(delete(SourceItem).where(SourceItem.source_id == source.id))
        session.delete(source)
    return RedirectResponse(HERE, status_code=303)


def _try(request: Request) -> Trial:
    state = request.state
    with state.database.read() as session:
        found = town(session)
    url = typed_address(str(state.form.get("url", ""))[:URL_SIGNS])
    plain_http = state.form.get("plain_http") == "1" and state.actor.role is Role.ADMIN
    return try_out(
        state.database,
        state.settings,
        url,
        found.picture_screen(),
        state.now,
        found.zone,
        state.words,
        plain_http=plain_http,
    )


def _page(request: Request, trial: Trial | None, status: int = 200) -> Response:
    state = request.state
    with state.database.read() as session:
        found = town(session)
        sources = list(session.scalars(visible_to(state.actor, Source, state.now).order_by(Source.name)))
        sources.sort(key=lambda source: not (source.enabled and source.fault))  # what needs a hand comes first
        lines = [_line(request, session, source, found) for source in sources]
        files = session.scalars(
            visible_to(state.actor, FolderFile, state.now).order_by(FolderFile.seen_at.desc()).limit(FILES_SHOWN)
        ).all()
    heading, below = say_heading(lines, sources, state.now, found.zone, state.words)
    folder = [
        (
            file.name,
            faults.said(file.fault, state.words),
            file.card_id,
            say_moment(file.seen_at, state.now, found.zone, state.words),
        )
        for file in files
    ]
    return render(
        request,
        "sources.html",
        status,
        heading=heading,
        below=below,
        lines=lines,
        counted=say_count(lines, state.words),
        trial=trial,
        folder=folder,
        watched=str(state.settings.watched_folder),
        admin=state.actor.role is Role.ADMIN,
    )


def _line(request: Request, session: Session, source: Source, found: Town) -> Line:
    state = request.state
    latest = session.execute(
        select(StoredCard.id, StoredCard.latest_version)
        .join(SourceItem, SourceItem.card_id == StoredCard.id)
        .where(SourceItem.source_id == source.id)
        .order_by(StoredCard.made_at.desc(), SourceItem.id)
        .limit(1)
    ).first()
    return line_of(source, (latest[0], latest[1]) if latest else None, state.now, found.zone, state.words)


def _source(request: Request, session: Session) -> Source:
    state = request.state
    return find(session, state.actor, Source, state.now, Source.id == request.path_params["source"])


PAGES = (
    Page(HERE, show, allow=SIGNED_IN, name="sources"),
    Page(f"{HERE}/prova", try_new, allow=ADMINS, methods=POST),
    Page(f"{HERE}/ny", switch_on, allow=ADMINS, methods=POST),
    Page(f"{HERE}/{{source:int}}", show_one, allow=ADMINS, name="source"),
    Page(f"{HERE}/{{source:int}}", change, allow=ADMINS, methods=POST),
    Page(f"{HERE}/{{source:int}}/prova", ask_now, allow=ADMINS, methods=POST),
    Page(f"{HERE}/{{source:int}}/ta-bort", take_away, allow=ADMINS, methods=POST),
)
