"""What the server starts and stops with itself: the rounds of the sources, the watch over the folder, the tidying."""

from collections.abc import Callable
from datetime import datetime

from server.settings import Settings
from server.sources.folder import FolderWatch
from server.sources.rounds import SourceRounds
from server.storage.session import Database
from server.submissions.tidying import Tidying


class Intake:
    """All of them. `start` raises FolderNotWritableError; `stop` returns within seconds, whatever is under way."""

    def __init__(self, database: Database, settings: Settings, clock: Callable[[], datetime]) -> None:
        self._rounds = SourceRounds(database, settings, clock)
        self._watch = FolderWatch(database, settings, clock)
        self._tidying = Tidying(database, settings, clock)

    def start(self) -> None:
        """Begin."""
        self._watch.start()
        self._rounds.start()
        self._tidying.start()

    def stop(self) -> None:
        """End."""
        self._tidying.stop()
        self._rounds.stop()
        self._watch.stop()
