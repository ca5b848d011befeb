"""A child's ties to the stage: it reads from its standard input, writes to its standard output, and dies with it.

Two ties hold, since each has a gap: the kernel's parent-death signal does not reach a child whose parent died before
it was set, and the end of the input is not seen by a child that hangs in a call.
"""

import ctypes
import os
import signal
import sys
import threading
from collections.abc import Callable

import msgspec

from player.messages import Decoder, encode

_PR_SET_PDEATHSIG = 1
_speaking = threading.Lock()


def die_with_parent() -> None:
    """Have the kernel kill this process when the stage dies, however that happens."""
    parent = os.getppid()
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)


def say(message: msgspec.Struct) -> None:
    """Send `message` to the stage. A stage that is gone ends this process."""
    with _speaking:
        try:
            os.write(1, encode(message))
        except BrokenPipeError:
            os._exit(1)


def listen(union: object, take: Callable[[object], None]) -> None:
    """Hand each message of `union` that comes on standard input to `take`, until the stage closes it."""
    decoder = Decoder(union)
    while data := os.read(0, 65536):
        for message in decoder.feed(data):
            take(message)


def listen_in_background(union: object, take: Callable[[object], None], at_end: Callable[[], None]) -> None:
    """As `listen`, in a thread that ends the process with the input, after `at_end`."""

    def run() -> None:
        try:
            listen(union, take)
            at_end()
        finally:
            os._exit(0)

    threading.Thread(target=run, name="stage", daemon=True).start()


def stop_on_signal() -> None:
    """End on SIGTERM by an exception, so that files half written are cleared away; SIGINT is the stage's to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(0))
