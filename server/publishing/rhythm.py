"""What publishes without anybody's act: collections that move on with the days, and the daily re-signing."""

import logging
import threading
from collections.abc import Callable
from datetime import datetime

from sqlalchemy.exc import SQLAlchemyError

from foundation.errors import TorgetError
from server.publishing.publish import Publisher
from server.storage.session import Database

log = logging.getLogger(__name__)

EVERY_S = 300.0


class Rhythm:
    """A thread that compiles every screen each five minutes; a number rises only where that brings something new."""

    def __init__(self, database: Database, publisher: Publisher, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._publisher = publisher
        self._clock = clock
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="rhythm", daemon=True)

    def start(self) -> None:
        """Begin; the first round comes after one interval."""
        self._thread.start()

    def stop(self) -> None:
        """End the thread; returns when it has ended."""
        self._stop.set()
        self._thread.join()

    def publish_now(self) -> int:
        """One round at once; returns how many screens got a new manifest."""
        with self._database.write() as session:
            return self._publisher.publish(session, self._clock())

    def _run(self) -> None:
        while not self._stop.wait(EVERY_S):
            try:
                self.publish_now()
            except (SQLAlchemyError, TorgetError, OSError):  # the next round may do better; what plays goes on
                log.exception("a round of publishing failed")
