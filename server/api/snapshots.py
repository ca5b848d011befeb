"""POST /api/v1/snapshots: a small picture of what is on the glass now. The latest of each screen is kept."""

from datetime import datetime

from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from server.access.actors import Actor
from server.api.limits import SNAPSHOTS
from server.media.pictures import clean_snapshot
from server.storage.models import Snapshot


async def take_snapshot(request: Request) -> Response:
    """204 when it is kept; 400 for what is no picture, 413 above 300 kB, 429 beyond 20 a minute."""
    actor: Actor = request.state.actor
    request.app.state.limits.spend(SNAPSHOTS, "snapshot", str(actor.device_id))
    data = await request.body()
    return await run_in_threadpool(_keep, request, actor, data)


def _keep(request: Request, actor: Actor, data: bytes) -> Response:
    clean = clean_snapshot(data)
    with request.state.database.write() as session:
        keep_snapshot(session, actor.screen_id or "", clean, request.state.now)
    return Response(status_code=204)


def keep_snapshot(session: Session, screen_id: str, jpeg: bytes, now: datetime) -> None:
    """Keep `jpeg` as the screen's latest picture."""
    kept = session.get(Snapshot, screen_id)
    if kept is None:
        session.add(Snapshot(screen_id=screen_id, taken_at=now, jpeg=jpeg))
    else:
        kept.taken_at, kept.jpeg = now, jpeg
