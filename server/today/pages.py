"""The front page of the staff, and the phone's page of everything else."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response

from cards.model import Card
from server.access.pages import SIGNED_IN, Page
from server.curation.dates import MONTHS, WEEKDAYS
from server.curation.moments import count_word, say_moment
from server.curation.toast import toast_of
from server.intake.town import town
from server.screens.glass import glass_of
from server.screens.overview import Health, overview
from server.storage.models import CardState, CardVersion, StoredCard
from server.today.timeline import days, ended_lately
from server.today.waiting import Waiting, waiting
from server.views import render
from server.words import Words

SHOWN = 4
GLASSES = 10
HELP = (Health.SILENT, Health.STUCK)


def show(request: Request) -> Response:
    """What needs me, by when; is every glass alive; what comes today."""
    state = request.state
    with state.database.read() as session:
        zone = town(session).zone
        things = waiting(session, state.now, zone, state.words)
        if not things and not session.scalar(select(func.count()).select_from(StoredCard)):
            return render(request, "firstcard.html")
        glasses = [glass_of(session, view, state.now, zone, state.words) for view in overview(session, state.now)]
        cards = _published(session)
        toast = toast_of(request, session)
    local = state.now.astimezone(zone)
    every = request.query_params.get("alla") == "1"
    return render(
        request,
        "today.html",
        heading=_heading(things, state.words),
        line=_line(things, state.now, zone, state.words),
        clock=f"{local:%H:%M}",
        date=f"{WEEKDAYS[local.weekday()]} {local.day} {MONTHS[local.month - 1]}",
        now_time=f"{local:%H.%M}",
        glasses=sorted(glasses, key=lambda glass: (glass.portrait, glass.name))[:GLASSES],
        more_glasses=max(0, len(glasses) - GLASSES),
        trouble=next((glass for glass in glasses if glass.health in HELP), None),
        things=things if every else things[:SHOWN],
        more=0 if every else max(0, len(things) - SHOWN),
        days=days(cards, state.now, zone, state.words),
        ended=ended_lately(cards, state.now, zone),
        toast=toast,
    )


def more(request: Request) -> Response:
    """What has no room in the phone's bar."""
    return render(request, "more.html")


def _published(session: Session) -> list[Card]:
    return list(
        session.scalars(
            select(CardVersion.content)
            .join(StoredCard, StoredCard.id == CardVersion.card_id)
            .where(StoredCard.state == CardState.PUBLISHED, CardVersion.version == StoredCard.published_version)
        )
    )


def _heading(things: list[Waiting], words: Words) -> str:
    if not things:
        return words.gettext("Nothing waits for you")
    pattern = words.ngettext("{count} thing waits for you", "{count} things wait for you", len(things))
    return pattern.format(count=count_word(len(things), words))


def _line(things: list[Waiting], now: datetime, zone: ZoneInfo, words: Words) -> str:
    if not things:
        return words.gettext("What comes next comes by itself.")
    first = things[0]
    if first.by <= now:
        return words.gettext("The first one should have been ready {moment}.").format(
            moment=say_moment(first.by, now, zone, words)
        )
    return words.gettext("The first one is to be ready {moment}.").format(moment=say_moment(first.by, now, zone, words))


PAGES = (
    Page("/", show, allow=SIGNED_IN, name="today"),
    Page("/mer", more, allow=SIGNED_IN, name="more"),
)
