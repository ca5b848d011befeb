"""Bodies have a time limit and a lowest rate: a sender that drips is let go, a poor line gets through."""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.exceptions import HTTPException
from starlette.types import Message

from server.access.bodies import LOWEST_RATE, Bounded

PATIENCE_S = 0.3


def taken(pieces: int, size: int, pause_s: float, *, limit: int = 10**9) -> int:
    """How many bytes of a body are taken that comes in `pieces`, each after `pause_s`."""

    async def receive_all() -> int:
        sent = iter(range(pieces))

        async def receive() -> Message:
            number = next(sent)
            await asyncio.sleep(pause_s)
            return {"type": "http.request", "body": b"x" * size, "more_body": number < pieces - 1}

        body = Bounded(receive, limit, patience_s=PATIENCE_S)
        total = 0
        while True:
            message = await body()
            total += len(message["body"])
            if not message["more_body"]:
                return total

    return alone(receive_all)


def alone(work: Callable[[], Awaitable[int]]) -> int:
    """Run `work` in a loop of its own: a browser test's may still run in this thread."""

    async def whole() -> int:
        return await work()

    with ThreadPoolExecutor(1) as apart:
        return apart.submit(lambda: asyncio.run(whole())).result()


def test_a_body_that_drips_is_given_up_however_often_it_drips() -> None:
    with pytest.raises(HTTPException) as caught:
        taken(1000, 1, 0.02)
    assert caught.value.status_code == 408


def test_a_slow_but_steady_body_gets_through() -> None:
    assert taken(8, LOWEST_RATE // 10, 0.08) == 8 * (LOWEST_RATE // 10)


def test_a_body_that_never_comes_is_given_up() -> None:
    with pytest.raises(HTTPException) as caught:
        taken(1, 10, 5)
    assert caught.value.status_code == 408


def test_after_the_body_one_may_listen_for_as_long_as_one_likes() -> None:
    async def listen() -> int:
        messages = iter(({"type": "http.request", "body": b"all", "more_body": False}, {"type": "http.disconnect"}))

        async def receive() -> Message:
            message = next(messages)
            await asyncio.sleep(0 if "body" in message else PATIENCE_S * 2)
            return message

        body = Bounded(receive, 100, patience_s=PATIENCE_S)
        await body()
        return len(await body())

    assert alone(listen) == 1
