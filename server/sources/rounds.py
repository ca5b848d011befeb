"""The thread that asks sources when their time has come. One server process does it, whoever else runs beside it."""

import fcntl
import logging
import os
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from random import Random

from sqlalchemy import or_, select
from sqlalchemy.exc import SQLAlchemyError

from foundation.errors import TorgetError
from foundation.files import ensure_folder
from server.settings import Settings
from server.sources.asking import ask
from server.storage.models import Source
from server.storage.session import Database

log = logging.getLogger(__name__)

LOOK_EVERY_S = 5.0
AT_ONCE = 4
LOCK = "sources.lock"


class OnlyOne:
    """A lock file that one process holds while it lives; the kernel lets go of it when the process dies."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    def take(self) -> bool:
        """Take the lock, if nobody has it; tells whether it is ours."""
        if self._handle is not None:
            return True
        ensure_folder(self._path.parent)
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(handle)
            return False
        self._handle = handle
        return True

    def let_go(self) -> None:
        """Give the lock back."""
        if self._handle is not None:
            with suppress(OSError):
                os.close(self._handle)
            self._handle = None


class SourceRounds:
    """Asks every source that is due, a few at a time, until it is stopped."""

    def __init__(self, database: Database, settings: Settings, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._settings = settings
        self._clock = clock
        self._chance = Random()  # noqa: S311 - spreads askings in time, nothing else
        self._stop = threading.Event()
        self._lock = OnlyOne(settings.data_folder / LOCK)
        self._thread = threading.Thread(target=self._run, name="sources", daemon=True)

    def start(self) -> None:
        """Begin asking."""
        self._thread.start()

    def stop(self) -> None:
        """Ask no more. A fetch that is under way is left to its own time limit, and changes nothing any more."""
        self._stop.set()
        self._thread.join(2.0)
        self._lock.let_go()

    def round(self, now: datetime) -> int:
        """Ask every source that is due at `now`; returns how many were asked."""
        with self._database.read() as session:
            due = session.scalars(
                select(Source.id)
                .where(Source.enabled, or_(Source.next_at.is_(None), Source.next_at <= now))
                .order_by(Source.next_at)
            ).all()
        turns = threading.BoundedSemaphore(AT_ONCE)
        # Daemons, so that a fetch with seconds left to run never holds up the end of the process.
        asking = [
            threading.Thread(target=self._ask, args=(source_id, now, turns), name="source", daemon=True)
            for source_id in due
        ]
        for thread in asking:
            thread.start()
        for thread in asking:
            while thread.is_alive() and not self._stop.is_set():
                thread.join(0.2)
        return len(due)

    def _ask(self, source_id: int, now: datetime, turns: threading.BoundedSemaphore) -> None:
        with turns:
            if self._stop.is_set():
                return
            try:
                ask(self._database, self._settings, source_id, now, self._chance)
            except (TorgetError, SQLAlchemyError, OSError):  # the others go on; this one comes again
                log.exception("source %s could not be asked", source_id)

    def _run(self) -> None:
        while not self._stop.wait(LOOK_EVERY_S):
            try:
                if self._lock.take():
                    self.round(self._clock())
            except (TorgetError, SQLAlchemyError, OSError):  # the next round may do better
                log.exception("a round of sources failed")
