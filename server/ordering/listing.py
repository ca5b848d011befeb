"""All playlists, a new one, and the cards that can be added to one."""

import re
import unicodedata

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from server.access.rules import find, visible_to
from server.curation.board import board
from server.curation.standing import KIND_NAMES, counted, standing, title_of
from server.curation.toast import toast_of
from server.intake.text import clean
from server.ordering.hours import say
from server.ordering.rounds import round_of
from server.screens.naming import called
from server.storage.models import StoredCard, StoredPlaylist
from server.views import render

NAME_AT_MOST = 60


def show_all(request: Request) -> Response:
    """Every playlist: its round, where and when it plays."""
    return _all(request)


def make(request: Request) -> Response:
    """A new, empty playlist."""
    state = request.state
    name = clean(str(state.form.get("name", "")))
    if not name or len(name) > NAME_AT_MOST:
        return _all(request, 422, name)
    with state.database.write() as session:
        playlist = StoredPlaylist(id=_new_id(session, name), name=name, made_at=state.now)
        session.add(playlist)
    return RedirectResponse(f"/spellistor/{playlist.id}", status_code=303)


def choose(request: Request) -> Response:
    """The cards that are not in the playlist yet, those on screens first."""
    state = request.state
    with state.database.read() as session:
        playlist = find(
            session, state.actor, StoredPlaylist, state.now, StoredPlaylist.id == request.path_params["playlist"]
        )
        found = board(request, session)
        inside = {entry.card_id for entry in playlist.entries}
        stored = session.scalars(
            visible_to(state.actor, StoredCard, state.now).options(selectinload(StoredCard.versions))
        ).all()
        choices = []
        for card in stored:
            content = counted(card)
            where = standing(card, content, state.now, found.zone, state.words)
            if card.id not in inside and where.chip in ("published", "soon", "draft"):
                choices.append((card, title_of(content), KIND_NAMES[content.kind], where, content.version))
    choices.sort(key=lambda choice: (choice[3].chip != "published", choice[3].chip != "soon", choice[1].casefold()))
    return render(request, "addcard.html", playlist=playlist, choices=choices)


def _all(request: Request, status: int = 200, name: str = "") -> Response:
    state = request.state
    with state.database.read() as session:
        found = board(request, session)
        names = {screen.id: called(screen) for screen in found.screens}
        playlists = session.scalars(visible_to(state.actor, StoredPlaylist, state.now)).all()
        lines = [
            {
                "playlist": playlist,
                "round": round_of(session, playlist, state.now, state.words),
                "screens": sorted(names[link.screen_id] for link in playlist.screens),
                "hours": [say(daypart, state.words) for daypart in playlist.dayparts],
            }
            for playlist in sorted(playlists, key=lambda one: one.name.casefold())
        ]
        toast = toast_of(request, session)
    return render(request, "playlists.html", status, lines=lines, name=name, refused=status != 200, toast=toast)


def _new_id(session: Session, name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:50].strip("-") or "spellista"
    taken = set(session.scalars(select(StoredPlaylist.id)))
    return slug if slug not in taken else next(f"{slug}-{n}" for n in range(2, 100_000) if f"{slug}-{n}" not in taken)
