"""What the server starts and stops with itself: the rounds of the sources, and the watch over the folder."""

from collections.abc import Callable
from datetime import datetime

from server.settings import Settings
from server.sources.folder import FolderWatch
from server.sources.rounds import SourceRounds
from server.storage.session import Database


class Intake:
    """Both of them. `start` raises FolderNotWritableError; `stop` returns within seconds, whatever is under way."""

    def __init__(self, database: Database, settings: Settings, clock: Callable[[], datetime]) -> None:
        self._rounds = SourceRounds(database, settings, clock)
        self._watch = FolderWatch(database, settings, clock)

    def start(self) -> None:
        """Begin."""
        self._watch.start()
        self._rounds.start()

    def stop(self) -> None:
        """End."""
        self._rounds.stop()
        self._watch.stop()
