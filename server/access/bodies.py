"""Bodies of requests: bounded in bytes, in time, and by a lowest rate, so that nobody holds a place by being slow.

A sender has 20 seconds, and one more for each 16 kB that came: a phone on a poor line gets its picture through, and
who drips a byte now and then does not. After ten minutes it is over in any case.
"""

import asyncio
import time

from starlette.exceptions import HTTPException
from starlette.types import Message, Receive

PATIENCE_S = 20.0
LOWEST_RATE = 16 * 1024
"""Bytes a second, on the average of the whole body."""
LONGEST_S = 600.0


class Bounded:
    """A request's `receive`, which gives up on a body that is too large (413) or too slow (408).

    The body's length as it was announced is not believed. What comes after the body's end may take any time.
    """

    def __init__(self, receive: Receive, limit: int, *, patience_s: float = PATIENCE_S) -> None:
        self._receive = receive
        self._limit = limit
        self._patience_s = patience_s
        self._begun = time.monotonic()
        self._taken = 0
        self._ended = False

    async def __call__(self) -> Message:
        """The next message. Raises HTTPException."""
        if self._ended:
            return await self._receive()
        try:
            message = await asyncio.wait_for(self._receive(), self._left_s())
        except TimeoutError as error:
            raise HTTPException(408, headers={"connection": "close"}) from error
        self._taken += len(message.get("body", b""))
        if self._taken > self._limit:
            raise HTTPException(413)
        self._ended = not message.get("more_body", False)
        return message

    def _left_s(self) -> float:
        allowed = min(self._patience_s + self._taken / LOWEST_RATE, LONGEST_S)
        return max(0.0, self._begun + allowed - time.monotonic())
