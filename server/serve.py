"""Running the server: one granian worker in this process, until somebody asks it to stop.

Stopping takes well under five seconds: held polls are answered at once, and what is still under way after two seconds
is cut. There is no access log: paths hold secrets of follow links.
"""

import asyncio
import contextlib
import logging
import signal
import socket
from collections.abc import Callable

import uvloop
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.server.embed import Server

from foundation.errors import N_, TorgetError
from server.app import build
from server.settings import Settings

log = logging.getLogger(__name__)

BACKLOG = 1024
BACKPRESSURE = 4096
"""Held polls each count as one request under way."""
HEADERS_WITHIN_MS = 10_000
"""A request's head that takes longer is given up. Behind a proxy it is the proxy's head, and there at once."""
CUT_AFTER_S = 2.0
EVERY_ADDRESS = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - read, not bound
"""Where a server that listens everywhere is reached from its own machine."""


class ServerEndedError(TorgetError):
    """The server ended though nobody asked it to; what broke is in the log."""

    say = N_("The server stopped by itself. The lines above say why; mend that, and start again.")


class PortTakenError(TorgetError):
    say = N_("Port {port} on {host} is taken. Stop what uses it, or give another one with --port.")


def run(settings: Settings, ready: Callable[[int], None] | None = None) -> None:
    """Serve until SIGTERM or SIGINT. `ready` is called once with the real port when requests are answered.

    Raises PortTakenError and whatever `server.app.build` raises, before anything listens; ServerEndedError when it
    stopped without having been asked to.
    """
    uvloop.run(_serve(settings, ready))


async def _serve(settings: Settings, ready: Callable[[int], None] | None) -> None:
    port = settings.web.port or free_port(settings.web.host)
    check_port(settings.web.host, port)
    app = build(settings.at_port(port))
    server = Server(
        app,
        address=settings.web.host,
        port=port,
        interface=Interfaces.ASGI,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(header_read_timeout=HEADERS_WITHIN_MS),
        websockets=False,
        backlog=BACKLOG,
        backpressure=BACKPRESSURE,
        log_enabled=False,
    )
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)
    serving = asyncio.ensure_future(server.serve())
    telling = asyncio.ensure_future(_tell_when_up(settings.web.host, port, ready))
    asked = asyncio.ensure_future(stopping.wait())
    await asyncio.wait((serving, asked), return_when=asyncio.FIRST_COMPLETED)
    if not asked.done():
        telling.cancel()
        asked.cancel()
        raise ServerEndedError
    telling.cancel()
    app.board.close()
    server.stop()  # type: ignore[no-untyped-call]
    _done, left = await asyncio.wait((serving,), timeout=CUT_AFTER_S)
    for task in left:
        task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await serving


async def _tell_when_up(host: str, port: int, ready: Callable[[int], None] | None) -> None:
    """Call `ready` once somebody answers on the port."""
    while True:
        try:
            _reader, writer = await asyncio.open_connection(EVERY_ADDRESS.get(host, host), port)
        except OSError:
            await asyncio.sleep(0.02)
            continue
        writer.close()
        log.info("listening on port %d", port)
        if ready is not None:
            ready(port)
        return


def free_port(host: str) -> int:
    """A port that nobody uses on `host` now."""
    with socket.socket(_family(host)) as probe:
        probe.bind((host, 0))
        return int(probe.getsockname()[1])


def check_port(host: str, port: int) -> None:
    """Prove that the port can be listened on. Raises PortTakenError."""
    with socket.socket(_family(host)) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise PortTakenError(f"{host}:{port}: {error.strerror}", host=host, port=port) from error


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET
