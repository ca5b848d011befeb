"""The wall of screens, and one screen's page: "Skärmen just nu", what plays next, and what was shown."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response

from server.access.rules import NotVisibleError, find
from server.curation import drawing
from server.curation.board import pictures_of
from server.curation.toast import toast_of
from server.intake.town import town
from server.reading.dressing import dress
from server.screens.glass import coming, glass_of, present_card, shown_lately, snapshot_of
from server.screens.overview import ScreenView, overview, view_of
from server.screens.watching import want_snapshot
from server.screens.words import say_wall
from server.storage.models import StoredScreen
from server.views import render

LARGE_PX, SMALL_PX = 1312, 480
NEXT = 6
LATELY = 12
OVER_A_DOZEN = 12


def show(request: Request) -> Response:
    """All screens; `del` in the query asks for the wall alone, for the page to refresh it."""
    state = request.state
    with state.database.read() as session:
        zone = town(session).zone
        views = overview(session, state.now)
        glasses = [glass_of(session, view, state.now, zone, state.words) for view in views]
        toast = toast_of(request, session)
    heading, line = say_wall(views, state.words)
    glasses.sort(key=lambda glass: (glass.unseen, glass.said.well))  # the sort is stable: names stay in order
    large = [glass for glass in glasses if not glass.said.well] if len(glasses) > OVER_A_DOZEN else glasses
    rest = [glass for glass in glasses if glass.said.well] if len(glasses) > OVER_A_DOZEN else []
    part = request.query_params.get("del") == "vagg"
    template = "wall_part.html" if part else "wall.html"
    return render(request, template, heading=heading, line=line, large=large, rest=rest, toast=toast)


def show_one(request: Request) -> Response:
    """One screen. Looking asks its player for pictures."""
    return _one(request, "screen.html")


def show_now(request: Request) -> Response:
    """The live part of a screen's page."""
    return _one(request, "screen_now.html")


def picture(request: Request) -> Response:
    """The picture on the glass: the player's own, else the card that ought to stand there."""
    state = request.state
    with state.database.read() as session:
        view = _view(request, session)
        data = snapshot_of(session, view.screen.id)
        card = None if data else present_card(session, view.screen, state.now)
        card = dress(session, card, state.settings) if card else None
    if data is None:
        if card is None:
            raise NotVisibleError(f"nothing stands on {view.screen.id}")
        width = SMALL_PX if request.query_params.get("storlek") == "liten" else LARGE_PX
        data = drawing.jpeg(card, view.screen, state.now, pictures_of(card, state.settings), width)
    return Response(data, media_type="image/jpeg", headers={"Cache-Control": "no-store"})


def _one(request: Request, template: str) -> Response:
    state = request.state
    with state.database.read() as session:
        view = _view(request, session)
        zone = ZoneInfo(view.screen.zone)
        showings = coming(session, view.screen, state.now, NEXT)
        glass = glass_of(session, view, state.now, zone, state.words)
        lately = shown_lately(session, view.screen, LATELY)
        toast = toast_of(request, session)
    want_snapshot(state.database, view.screen.id)
    return render(
        request,
        template,
        view=view,
        glass=glass,
        coming=showings,
        lately=lately,
        toast=toast,
        refreshed=_clock(state.now, zone),
    )


def _view(request: Request, session: Session) -> ScreenView:
    state = request.state
    stored = find(session, state.actor, StoredScreen, state.now, StoredScreen.id == request.path_params["screen"])
    view = view_of(session, stored.id, state.now)
    assert view is not None
    return view


def _clock(now: datetime, zone: ZoneInfo) -> str:
    return f"{now.astimezone(zone):%H.%M.%S}"
