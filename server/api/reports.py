"""POST /api/v1/reports: how a player is and what it showed. A report that comes twice counts once."""

from datetime import datetime

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from playlists.reports import Report
from server.access.actors import Actor
from server.api.limits import REPORTS
from server.api.reading import answer_json, read_json
from server.storage.models import Play, ScreenState


class Taken(msgspec.Struct, frozen=True):
    """The answer: how many plays of this report are new."""

    plays: int


async def take_report(request: Request) -> Response:
    """200 when the report is kept, also if it was before; 429 beyond 10 a minute."""
    actor: Actor = request.state.actor
    request.app.state.limits.spend(REPORTS, "report", str(actor.device_id))
    report = await read_json(request, Report)
    return await run_in_threadpool(_keep, request, actor, report)


def _keep(request: Request, actor: Actor, report: Report) -> Response:
    with request.state.database.write() as session:
        if report.heartbeat is not None:
            keep_heartbeat(session, actor, report, request.state.now)
        new = keep_plays(session, actor, report)
    return answer_json(Taken(plays=new))


def keep_heartbeat(session: Session, actor: Actor, report: Report, now: datetime) -> None:
    """Keep the heartbeat as the screen's latest, unless a later one of the same start is here already."""
    kept = session.get(ScreenState, actor.screen_id)
    same_start = kept is not None and kept.device_id == actor.device_id and kept.boot == report.boot
    if kept is not None and same_start and kept.sequence >= report.sequence:
        return
    if kept is None:
        kept = ScreenState(screen_id=actor.screen_id)
        session.add(kept)
    kept.device_id, kept.heard_at, kept.boot, kept.sequence = actor.device_id or 0, now, report.boot, report.sequence
    kept.heartbeat = msgspec.Raw(msgspec.json.encode(report.heartbeat))


def keep_plays(session: Session, actor: Actor, report: Report) -> int:
    """Keep the plays that are not here yet; returns how many."""
    known = set(
        session.scalars(
            select(Play.index).where(
                Play.device_id == actor.device_id, Play.boot == report.boot, Play.sequence == report.sequence
            )
        )
    )
    new = [(index, play) for index, play in enumerate(report.plays) if index not in known]
    for index, play in new:
        session.add(
            Play(
                device_id=actor.device_id,
                boot=report.boot,
                sequence=report.sequence,
                index=index,
                screen_id=actor.screen_id,
                card_id=play.card,
                version=play.version,
                language=play.language,
                at=play.at,
                seconds=play.seconds,
            )
        )
    return len(new)
