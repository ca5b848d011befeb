"""The watcher: one thread a process that looks at the pulse each 200 ms and lays what changed onto the board.

Writes of this very process nudge it, so they are seen at once; those of other processes within 200 ms.
"""

import asyncio
import logging
import threading

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, load_only

from server.access.actors import Actor, Role
from server.publishing.board import Board, KnownDevice, State, make_sheet
from server.storage.models import Device, Publication, Pulse
from server.storage.session import Database

log = logging.getLogger(__name__)

LOOK_EVERY_S = 0.2
ASSETS_OF_LAST = 3


class Watcher:
    """Keeps a board in step with the database for as long as it runs."""

    def __init__(self, database: Database, board: Board, loop: asyncio.AbstractEventLoop) -> None:
        self._database = database
        self._board = board
        self._loop = loop
        self._nudged = threading.Event()
        self._stopping = False
        self._beat: int | None = None
        self._thread = threading.Thread(target=self._run, name="pulse", daemon=True)

    def start(self) -> None:
        """Lay the present state onto the board, then watch."""
        state = self._look()
        if state is not None:
            self._board.lay(state)
        self._database.after_write.append(self.nudge)
        self._thread.start()

    def nudge(self) -> None:
        """Look now."""
        self._nudged.set()

    def stop(self) -> None:
        """End the thread; returns when it has ended."""
        self._stopping = True
        self._database.after_write.remove(self.nudge)
        self._nudged.set()
        self._thread.join()

    def _run(self) -> None:
        failing = False
        while True:
            self._nudged.wait(LOOK_EVERY_S)
            self._nudged.clear()
            if self._stopping:
                return
            try:
                state = self._look()
            except SQLAlchemyError:  # the database is away for a moment: the board stands as it is
                if not failing:
                    log.exception("the pulse cannot be read")
                failing = True
                continue
            failing = False
            if state is not None:
                self._loop.call_soon_threadsafe(self._board.lay, state)

    def _look(self) -> State | None:
        with self._database.read() as session:
            beat = session.scalar(select(Pulse.beat)) or 0
            if beat == self._beat:
                return None
            state = read_state(session)
        self._beat = beat
        return state


def read_state(session: Session) -> State:
    """All that the board shows, as the database has it now."""
    sheets, assets = {}, {}
    rows = session.scalars(
        select(Publication)
        .options(load_only(Publication.screen_id, Publication.epoch, Publication.number, Publication.assets))
        .order_by(Publication.screen_id, Publication.epoch.desc(), Publication.number.desc())
    ).all()
    by_screen: dict[str, list[Publication]] = {}
    for row in rows:
        by_screen.setdefault(row.screen_id, []).append(row)
    for screen_id, publications in by_screen.items():
        newest = publications[0]
        sheets[screen_id] = make_sheet(newest.epoch, newest.number, newest.envelope)
        allowed = (publication.assets for publication in publications[:ASSETS_OF_LAST])
        assets[screen_id] = frozenset(sha256 for hashes in allowed for sha256 in hashes)
    return State(sheets=sheets, assets=assets, devices=_devices(session))


def _devices(session: Session) -> dict[str, KnownDevice]:
    epoch = session.scalar(select(Publication.epoch).order_by(Publication.epoch.desc()).limit(1)) or 1
    known = {}
    for device in session.scalars(select(Device).where(Device.token_hash.is_not(None))):
        actor = Actor(role=Role.DEVICE, device_id=device.id, screen_id=device.screen_id)
        farewell = None
        if device.farewell is not None and device.farewell_number is not None:
            farewell = make_sheet(epoch, device.farewell_number, device.farewell)
        known[str(device.token_hash)] = KnownDevice(actor=actor, farewell=farewell)
    return known
