"""A server that was restored from a backup lifts its numbers above those that players know already.

A player refuses what is older than what it has. When one asks with a number that this server has never given, in the
present epoch, the screen is published anew above that number, before the poll is answered; so nobody has to visit it.
A lying player can do so too, with its own screen alone, by a bounded step, once a minute.
"""

import asyncio
import logging
import time
from collections.abc import Callable
from datetime import datetime

from sqlalchemy.exc import SQLAlchemyError

from foundation.errors import TorgetError
from server import audit
from server.publishing.board import Board
from server.publishing.publish import Publisher
from server.storage.session import Database

log = logging.getLogger(__name__)

ONCE_IN_S = 60.0
KNOWN_WITHIN_S = 3.0


class Lifter:
    """Lifts a screen's number when a player knows a greater one. Belongs to the event loop's thread."""

    def __init__(self, database: Database, publisher: Publisher, board: Board, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._publisher = publisher
        self._board = board
        self._clock = clock
        self._lifted: dict[str, float] = {}

    async def above(self, screen_id: str, number: int) -> None:
        """Publish the screen above `number`; returns when the board shows it, or when that is not to be."""
        now = time.monotonic()
        if now - self._lifted.get(screen_id, -ONCE_IN_S) < ONCE_IN_S:
            return
        self._lifted[screen_id] = now
        before = self._board.sheet_of(screen_id)
        try:
            lifted = await asyncio.get_running_loop().run_in_executor(None, self._lift, screen_id, number)
        except (SQLAlchemyError, TorgetError, OSError):  # the poll is answered with what there is
            log.exception("the number of %s could not be lifted", screen_id)
            return
        while lifted and self._board.sheet_of(screen_id) == before and time.monotonic() - now < KNOWN_WITHIN_S:
            await asyncio.sleep(0.01)

    def _lift(self, screen_id: str, number: int) -> bool:
        with self._database.write() as session:
            lifted = self._publisher.lift(session, screen_id, number, self._clock())
            if lifted:
                audit.record(session, "system", "number-lifted", f"screen:{screen_id}", "ok", self._clock())
        return lifted
