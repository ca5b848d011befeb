"""The list of cards: find one. What waits comes first, then what ends first; nothing is hidden."""

from collections import Counter, defaultdict
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload
from starlette.requests import Request
from starlette.responses import Response

from cards.model import Card
from server.access.rules import visible_to
from server.curation.board import Board, board
from server.curation.moments import count_word
from server.curation.placing import EVENT, collected_on
from server.curation.standing import CHIPS, KIND_NAMES, Standing, counted, standing, title_of
from server.curation.toast import toast_of
from server.storage.models import PlacedCard, PlaylistEntry, PlaylistScreen, StoredCard
from server.views import render
from server.words import Words

A_PAGE = 25
FAR = datetime.max.replace(tzinfo=UTC)
FIRST_CHIPS = ("waiting", "published", "soon", "draft", "over", "withdrawn", "refused")
SORTS = ("due", "title", "changed")


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One card in the list."""

    stored: Any
    card: Card
    standing: Standing
    title: str
    kind: str
    screens: frozenset[str]


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """What the sentence above the list asks for; "" asks for all."""

    search: str = ""
    kind: str = ""
    sender: str = ""
    screen: str = ""
    sort: str = "due"
    chip: str = ""
    page: int = 1


def wish_of(request: Request) -> Wish:
    """What the address asks for; what it cannot ask for counts as nothing."""
    asked = request.query_params
    page = asked.get("sida", "1")
    sort = asked.get("overst", "due")
    chip = asked.get("lage", "")
    return Wish(
        search=asked.get("sok", "")[:200].strip(),
        kind=asked.get("sort", "")[:24],
        sender=asked.get("fran", "")[:120],
        screen=asked.get("skarm", "")[:64],
        sort=sort if sort in SORTS else "due",
        chip=chip if chip in CHIPS else "",
        page=int(page) if page.isascii() and page.isdigit() and 0 < int(page[:6]) < 100_000 else 1,
    )


def show(request: Request) -> Response:
    """The list."""
    words = request.state.words
    wish = wish_of(request)
    with request.state.database.read() as session:
        found = board(request, session)
        every = rows_of(request, session, found)
        toast = toast_of(request, session)
    asked = _ordered([row for row in every if _fits(row, wish)], wish.sort)
    counts = Counter(row.standing.chip for row in asked)
    shown = [row for row in asked if not wish.chip or row.standing.chip == wish.chip]
    pages = max(1, -(-len(shown) // A_PAGE))
    page = min(wish.page, pages)
    return render(
        request,
        "cardlist.html",
        heading=_heading(every, found, words),
        total=len(every),
        on_screens=sum(row.standing.chip == "published" for row in every),
        rows=shown[(page - 1) * A_PAGE : page * A_PAGE],
        first=(page - 1) * A_PAGE + 1,
        shown=len(shown),
        page=page,
        pages=pages,
        wish=wish,
        counts=counts,
        asked=len(asked),
        chips=[chip for chip in FIRST_CHIPS if counts[chip] or wish.chip == chip],
        kinds=[(kind, KIND_NAMES[kind]) for kind in KIND_NAMES if any(row.card.kind == kind for row in every)],
        senders=sorted({row.card.sender for row in every if row.card.sender}, key=str.casefold),
        screens=found.screens,
        toast=toast,
        address=request.url.path,
        query=_query(wish),
    )


def rows_of(request: Request, session: Session, found: Board) -> list[Row]:
    """Every card that the reader may see, what waits first and then what ends first."""
    state = request.state
    stored = session.scalars(
        visible_to(state.actor, StoredCard, state.now).options(selectinload(StoredCard.versions))
    ).all()
    named, gathered, placed = _named(session), collected_on(session), set(session.scalars(select(PlacedCard.card_id)))
    rows = []
    for one in stored:
        card = counted(one)
        rows.append(
            Row(
                stored=one,
                card=card,
                standing=standing(one, card, state.now, found.zone, state.words),
                title=title_of(card),
                kind=state.words.gettext(KIND_NAMES[card.kind]),
                screens=frozenset(named[one.id])
                | (gathered if card.kind == EVENT and one.id not in placed else frozenset()),
            )
        )
    return sorted(rows, key=_urgency)


def _named(session: Session) -> dict[str, set[str]]:
    """The screens on which playlists name each card, by its id."""
    reach: dict[str, set[str]] = defaultdict(set)
    for card_id, screen_id in session.execute(
        select(PlaylistEntry.card_id, PlaylistScreen.screen_id)
        .join(PlaylistScreen, PlaylistScreen.playlist_id == PlaylistEntry.playlist_id)
        .where(PlaylistEntry.card_id.is_not(None))
    ):
        reach[card_id or ""].add(screen_id)
    return reach


def _urgency(row: Row) -> tuple[int, float, str]:
    order = FIRST_CHIPS.index(row.standing.chip)
    if row.standing.chip in ("draft", "over", "withdrawn", "refused"):
        return order, -row.stored.changed_at.timestamp(), row.title
    return (1 if order else 0), (row.standing.ends or FAR).timestamp(), row.title


def _ordered(rows: list[Row], sort: str) -> list[Row]:
    """The rows in the order that was asked for; they come with what waits first."""
    if sort == "title":
        return sorted(rows, key=lambda row: row.title.casefold())
    if sort == "changed":
        return sorted(rows, key=lambda row: row.stored.changed_at, reverse=True)
    return rows


def _fits(row: Row, wish: Wish) -> bool:
    text = " ".join((row.title, row.card.text("sv").body, row.card.sender, row.kind)).casefold()
    return (
        all(word in text for word in wish.search.casefold().split())
        and (not wish.kind or row.card.kind == wish.kind)
        and (not wish.sender or row.card.sender == wish.sender)
        and (not wish.screen or wish.screen in row.screens)
    )


def _heading(rows: list[Row], found: Board, words: Words) -> str:
    waiting = sum(row.standing.chip == "waiting" for row in rows)
    if waiting:
        pattern = words.ngettext("{count} card waits for you", "{count} cards wait for you", waiting)
        return pattern.format(count=count_word(waiting, words))
    soon = sum(
        row.standing.chip == "published"
        and row.standing.ends is not None
        and (row.standing.ends.astimezone(found.zone).date() - found.desk.today).days <= 1
        for row in rows
    )
    if soon:
        pattern = words.ngettext("{count} card ends by tomorrow night", "{count} cards end by tomorrow night", soon)
        return pattern.format(count=count_word(soon, words))
    if not rows:
        return words.gettext("No card has been written yet")
    return words.gettext("No card ends before the day after tomorrow")


def _query(wish: Wish) -> dict[str, str]:
    """The wish as it stands in an address, without what it does not ask for."""
    asked = {"sok": wish.search, "sort": wish.kind, "fran": wish.sender, "skarm": wish.screen}
    if wish.sort != "due":
        asked["overst"] = wish.sort
    if wish.chip:
        asked["lage"] = wish.chip
    return {key: value for key, value in asked.items() if value}
