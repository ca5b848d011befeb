"""The thread that, once an hour, forgets pictures which came with forms that nobody handed in."""

import logging
import threading
from collections.abc import Callable
from datetime import datetime

from sqlalchemy.exc import SQLAlchemyError

from foundation.errors import TorgetError
from server.media.forgetting import forget_unused
from server.settings import Settings
from server.storage.session import Database

log = logging.getLogger(__name__)

FIRST_S, EVERY_S = 60.0, 3600.0


class Tidying:
    """Tidies until it is stopped. Two processes at once do no harm: what is gone is gone."""

    def __init__(self, database: Database, settings: Settings, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._folder = settings.data_folder
        self._clock = clock
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="tidying", daemon=True)

    def start(self) -> None:
        """Begin; the first time comes when the start of the server is over."""
        self._thread.start()

    def stop(self) -> None:
        """End."""
        self._stop.set()
        self._thread.join(2.0)

    def _run(self) -> None:
        pause_s = FIRST_S
        while not self._stop.wait(pause_s):
            pause_s = EVERY_S
            try:
                forget_unused(self._database, self._folder, self._clock())
            except (TorgetError, SQLAlchemyError, OSError):  # it is tried again in an hour
                log.exception("unused pictures could not be forgotten")
