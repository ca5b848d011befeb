"""Asking a screen's player for pictures while somebody looks at its page."""

import asyncio

from server.publishing.board import Board
from server.storage.session import Database

BOARD = "board"
LOOP = "loop"


def want_snapshot(database: Database, screen_id: str) -> None:
    """Ask for pictures of the screen for the next 20 s; from any thread. Without a running server nothing is asked."""
    board, loop = database.info.get(BOARD), database.info.get(LOOP)
    if isinstance(board, Board) and isinstance(loop, asyncio.AbstractEventLoop):
        loop.call_soon_threadsafe(board.want, screen_id)
