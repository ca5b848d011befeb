"""One card: what it looks like, where it stands, and the four things that one can do with it."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from sqlalchemy import func, select
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response

from cards.alt import alt_text
from cards.kinds.event.facts import EventFacts
from cards.kinds.notice.facts import NoticeFacts
from cards.samples import samples
from server.access.actors import Actor
from server.access.rules import NotVisibleError, find
from server.curation import acts, drawing, editor
from server.curation.board import board, card_of, pictures_of
from server.curation.kinds import FORMS
from server.curation.placing import stands_on
from server.curation.standing import KIND_NAMES, counted, standing, title_of
from server.curation.toast import done, toast_of
from server.intake.town import town
from server.media.store import read
from server.reading.dressing import dress
from server.storage.models import CardState, HistoryRow, Play, StoredCard, StoredPicture
from server.views import render

Act = Callable[[Session, Actor, StoredCard, datetime], HistoryRow]
WIDTHS = {"liten": 288, "mellan": 746, "stor": 1312}
KEPT_FOR = "private, max-age=300"


def show(request: Request) -> Response:
    """The card's page. `fraga` in the address opens one of the two questions that are asked before an act."""
    state = request.state
    with state.database.read() as session:
        stored = card_of(request, session)
        found = board(request, session)
        card = counted(stored)
        question = request.query_params.get("fraga", "")
        facts = card.facts
        return render(
            request,
            "onecard.html",
            stored=stored,
            card=card,
            sha256=stored.version().sha256,
            title=title_of(card),
            kind=KIND_NAMES[card.kind],
            standing=standing(stored, card, state.now, found.zone, state.words),
            newer=stored.published_version is not None and stored.latest_version > stored.published_version,
            published=stored.state is CardState.PUBLISHED,
            can_cancel=isinstance(facts, EventFacts) and not facts.cancelled and stored.state is CardState.PUBLISHED,
            can_finish=isinstance(facts, NoticeFacts) and facts.over is None and stored.state is CardState.PUBLISHED,
            can_edit=card.kind in FORMS,
            question=question if question in ("installt", "publicera") else "",
            alert=card.kind == "alert",
            screens=found.chosen(stands_on(session, stored)),
            plays=session.scalar(select(func.count()).select_from(Play).where(Play.card_id == stored.id)) or 0,
            versions=len(stored.versions),
            alt=alt_text(card, "sv", state.now, found.zone),
            toast=toast_of(request, session),
        )


def picture(request: Request) -> Response:
    """A version of the card, drawn as on the screen in the query, else lying; `storlek` is one of WIDTHS."""
    state = request.state
    with state.database.read() as session:
        stored = card_of(request, session)
        number = request.path_params["version"]
        version = next((one for one in stored.versions if one.version == number), None) or stored.version()
        found = board(request, session)
        card = dress(session, version.content, state.settings)
    asked = request.query_params
    screens = found.chosen(frozenset({asked.get("skarm", "")})) or found.screens
    pick = drawing.standing if asked.get("form") == "staende" else drawing.lying
    screen = screens[0] if asked.get("skarm") and screens else pick(found.screens, found.municipality)
    width = WIDTHS.get(asked.get("storlek", ""), WIDTHS["liten"])
    return _jpeg(request, drawing.jpeg(card, screen, state.now, pictures_of(card, state.settings), width))


def example(request: Request) -> Response:
    """A sample of a kind, for the page on which one chooses the kind."""
    state = request.state
    with state.database.read() as session:
        found = town(session)
    kind = request.path_params["kind"]
    drawn = samples(state.now)
    card = drawn.get(kind) or next(iter(drawn.values()))
    screen = drawing.lying(found.screens, found.municipality)
    return _jpeg(request, drawing.jpeg(card, screen, state.now, {}, WIDTHS["mellan"]))


def photo(request: Request) -> Response:
    """A picture as it was taken in, for choosing its focal point. Raises NotVisibleError."""
    state = request.state
    with state.database.read() as session:
        stored = find(
            session, state.actor, StoredPicture, state.now, StoredPicture.sha256 == request.path_params["picture"]
        )
    data = read(state.settings.data_folder, stored.sha256)
    if data is None:
        raise NotVisibleError("the bytes of a picture are not there")
    return Response(data, media_type=stored.media_type, headers={"Cache-Control": KEPT_FOR})


def publish(request: Request) -> Response:
    """Put the latest version on the screens; an important message asks first, and so does what stands on no screen."""
    with request.state.database.read() as session:
        stored = card_of(request, session)
        published = stored.state is CardState.PUBLISHED
        nowhere = not published and stored.kind in FORMS and not stands_on(session, stored)
    if stored.kind == "alert":
        if request.state.form.get("sure") != "1":
            return _question(stored, "publicera")
    elif nowhere:
        return Response(status_code=303, headers={"Location": f"/kort/{stored.id}/andra?{editor.NOWHERE}=1#screens"})
    return _act(request, partial(acts.publish, seen=str(request.state.form.get("sha256", ""))))


def withdraw(request: Request) -> Response:
    """Take the card down."""
    return _act(request, acts.withdraw)


def cancel(request: Request) -> Response:
    """Show it as cancelled, once that is confirmed."""
    if request.state.form.get("sure") != "1":
        with request.state.database.read() as session:
            stored = card_of(request, session)
        return _question(stored, "installt")
    return _act(request, acts.cancel)


def finish(request: Request) -> Response:
    """Say that the work is done."""
    return _act(request, acts.finish)


def _question(stored: StoredCard, question: str) -> Response:
    return Response(status_code=303, headers={"Location": f"/kort/{stored.id}?fraga={question}#fraga"})


def _act(request: Request, act: Act) -> Response:
    state = request.state
    with state.database.write() as session:
        row = act(session, state.actor, card_of(request, session), state.now)
    return done(f"/kort/{row.object_id}", row)


def _jpeg(request: Request, data: bytes) -> Response:
    tag = drawing.etag(data)
    headers = {"ETag": tag, "Cache-Control": KEPT_FOR}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(data, media_type="image/jpeg", headers=headers)
