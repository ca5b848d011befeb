"""One playlist: its round drawn to scale, its order, when and where it plays; and the acts on it."""

from collections.abc import Callable
from typing import Any

import msgspec
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from foundation.errors import N_
from playlists.durations import seconds
from playlists.validity import ends_by_itself
from server.access.rules import find
from server.curation.board import Board, board
from server.curation.standing import KIND_NAMES, counted, standing, title_of
from server.curation.toast import done, toast_of
from server.ordering import acts, hours
from server.ordering.rounds import Round, round_of
from server.publishing.compile import gathered_events
from server.storage.models import CardState, PlaylistEntry, StoredCard, StoredPlaylist
from server.views import render

WEIGHT_WORDS = {
    "1": N_("every round"),
    "2": N_("twice a round"),
    "3": N_("three times a round"),
    "every2": N_("every second round"),
    "every3": N_("every third round"),
    "every4": N_("every fourth round"),
}


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One entry as its row shows it. `cards` are those of a collection, as (id, version, title)."""

    entry: Any
    title: str
    about: str
    card: str
    version: int
    seconds: int
    weight: str
    plays: bool
    cards: tuple[tuple[str, int, str], ...] = ()


def show(request: Request) -> Response:
    """The page."""
    return _page(request)


def move(request: Request) -> Response:
    """A card goes one step up or down; the page comes back with the same button in focus."""
    down = request.state.form.get("hall") == "ner"
    entry = _number(request, "rad")
    anchor = f"?flyttad={entry}&hall={'ner' if down else 'upp'}"  # no fragment: it would keep the focus away
    return _act(request, "ordered", acts.mover(entry, down), anchor)


def weigh(request: Request) -> Response:
    """A card comes more or less often."""
    entry = _number(request, "rad")
    weight = str(request.state.form.get("ofta", "1"))
    return _act(request, "weighed", acts.weigher(entry, weight), f"#rad-{entry}")


def remove(request: Request) -> Response:
    """A card goes out of the playlist."""
    return _act(request, "removed", acts.remover(_number(request, "rad")), "")


def add(request: Request) -> Response:
    """A card comes in, at the end; on the screens it leads once."""
    state = request.state
    with state.database.read() as session:
        card = find(session, state.actor, StoredCard, state.now, StoredCard.id == str(state.form.get("card", "")))
    return _act(request, "added", acts.adder(card.id), "", card.id)


def add_hours(request: Request) -> Response:
    """The playlist plays in one more daypart; what cannot be read is said beside the fields."""
    form = request.state.form
    typed = {name: str(form.get(name, ""))[:40] for name in ("days", "start", "end")}
    daypart = hours.read(**typed)
    if daypart is None:
        return _page(request, 422, typed)

    def extend(playlist: StoredPlaylist) -> None:
        if daypart not in playlist.dayparts:
            playlist.dayparts = (*playlist.dayparts, daypart)

    return _act(request, "settled", extend, "#tider")


def drop_hours(request: Request) -> Response:
    """The playlist no longer plays in that daypart; without any it plays always."""
    index = _number(request, "index")

    def drop(playlist: StoredPlaylist) -> None:
        playlist.dayparts = tuple(part for place, part in enumerate(playlist.dayparts) if place != index)

    return _act(request, "settled", drop, "#tider")


def set_screens(request: Request) -> Response:
    """The playlist plays on exactly the screens that were chosen."""
    state = request.state
    with state.database.read() as session:
        known = {screen.id for screen in board(request, session).screens}
    wanted = frozenset(value for value in state.form.getlist("screens") if isinstance(value, str)) & known
    return _act(request, "settled", acts.screens_setter(wanted), "#skarmar")


def _act(
    request: Request, action: str, change: Callable[[StoredPlaylist], None], anchor: str, lead: str | None = None
) -> Response:
    state = request.state
    with state.database.write() as session:
        playlist = _playlist(request, session)
        where = f"/spellistor/{playlist.id}{anchor}"
        row = acts.act(session, state.actor, playlist, action, change, state.now, lead)
    return done(where, row) if row else RedirectResponse(where, status_code=303)


def _page(request: Request, status: int = 200, typed: dict[str, str] | None = None) -> Response:
    state = request.state
    with state.database.read() as session:
        playlist = _playlist(request, session)
        found = board(request, session)
        turn = round_of(session, playlist, state.now, state.words)
        moved = request.query_params.get("flyttad", "")
        return render(
            request,
            "playlist.html",
            status,
            playlist=playlist,
            turn=turn,
            lines=[_line(request, session, entry, found, turn) for entry in acts.ordered(playlist)],
            weights=WEIGHT_WORDS,
            dayparts=[hours.Hours(place, hours.say(part, state.words)) for place, part in enumerate(playlist.dayparts)],
            days=[(key, name) for key, (_, name) in hours.CHOICES.items()],
            typed=typed or {"days": "every", "start": "", "end": ""},
            screens=found.screens,
            reaches={link.screen_id for link in playlist.screens},
            moved=int(moved) if moved.isascii() and moved.isdigit() and len(moved) < 12 else 0,
            way=request.query_params.get("hall", ""),
            toast=toast_of(request, session),
        )


def _line(request: Request, session: Session, entry: PlaylistEntry, found: Board, turn: Round | None) -> Line:
    state = request.state
    weight = acts.weight_of(entry)
    known = turn.seconds if turn else {}
    if entry.card_id is None:
        events = [
            counted(stored)
            for stored in session.query(StoredCard).filter_by(state=CardState.PUBLISHED, kind="event").all()
        ]
        living = [card for card in events if (ends_by_itself(card, found.zone) or state.now) > state.now]
        named = {other.card_id for other in entry.playlist.entries}
        coming = [card for card in gathered_events(session, living, state.now) if card.id not in named]
        about = state.words.ngettext(
            "{n} card of the next 14 days, spread over the round",
            "{n} cards of the next 14 days, spread over the round",
            len(coming),
        )
        return Line(
            entry=entry,
            title=state.words.gettext("Approved events"),
            about=about.format(n=len(coming)),
            card=coming[0].id if coming else "",
            version=coming[0].version if coming else 0,
            seconds=sum(known.get(card.id, 0) for card in coming),
            weight=weight,
            plays=bool(coming),
            cards=tuple((card.id, card.version, title_of(card)) for card in coming[:6]),
        )
    stored = session.get_one(StoredCard, entry.card_id)
    card = counted(stored)
    where = standing(stored, card, state.now, found.zone, state.words)
    plays = where.chip == "published"
    about = state.words.gettext(KIND_NAMES[card.kind]) + ", " + where.detail
    if not plays:
        about += ". " + state.words.gettext("Not in the round now.")
    return Line(
        entry=entry,
        title=title_of(card),
        about=about,
        card=card.id,
        version=card.version,
        seconds=known.get(card.id, round(entry.seconds or seconds(card, ("sv",)))),
        weight=weight,
        plays=plays,
    )


def _playlist(request: Request, session: Session) -> StoredPlaylist:
    state = request.state
    return find(session, state.actor, StoredPlaylist, state.now, StoredPlaylist.id == request.path_params["playlist"])


def _number(request: Request, name: str) -> int:
    written = str(request.state.form.get(name, ""))
    return int(written) if written.isascii() and written.isdigit() and len(written) < 12 else -1
