"""The stage's hold on a child process: started when needed, heard without waiting, started again when it dies.

Nothing here blocks: pipes are non-blocking, and what a child does not take is queued up to a limit and then dropped.
"""

import contextlib
import logging
import os
import random
import subprocess
import sys
import time
from collections.abc import Sequence

import msgspec

from foundation.shutdown import end_process
from player.messages import Decoder, FromChild, encode

log = logging.getLogger(__name__)

QUEUE_AT_MOST = 4_000_000
"""Bytes that wait for a child. A child that reads nothing for so long is as good as dead."""

FIRST_PAUSE_S = 0.25
LONGEST_PAUSE_S = 30.0
CALM_S = 60.0
"""A child that ran so long may start at once again."""


class Child:
    """One child, by the module that it runs. `deaths` counts its ends that nobody asked for."""

    def __init__(self, module: str, arguments: Sequence[str]) -> None:
        self.module = module
        self.deaths = 0
        self._arguments = arguments
        self._process: subprocess.Popen[bytes] | None = None
        self._decoder = Decoder(FromChild)
        self._queue = bytearray()
        self._started_at = 0.0
        self._pause_s = 0.0
        self._not_before = 0.0

    @property
    def running(self) -> bool:
        """Tell whether the child has been started and its end has not been noticed."""
        return self._process is not None

    @property
    def pid(self) -> int | None:
        """The child's process id, None when it does not run."""
        return self._process.pid if self._process else None

    @property
    def may_start(self) -> bool:
        """Tell whether the pause after the last death is over."""
        return self._process is None and time.monotonic() >= self._not_before

    @property
    def start_in_s(self) -> float:
        """How long until it may start, 0.0 when it may or runs."""
        return 0.0 if self._process else max(0.0, self._not_before - time.monotonic())

    def start(self) -> None:
        """Start the child if it does not run. A machine that cannot (memory) is asked again after the pause."""
        if self._process is not None:
            return
        self._decoder = Decoder(FromChild)
        self._started_at = time.monotonic()
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-m", self.module, *self._arguments],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                bufsize=0,
            )
        except OSError as error:
            log.warning("%s could not be started: %s", self.module, error)
            self._rest()
            return
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            os.set_blocking(pipe.fileno(), False)

    def fileno(self) -> int | None:
        """The handle on which the child is heard, for select."""
        return self._process.stdout.fileno() if self._process and self._process.stdout else None

    def tell(self, message: msgspec.Struct) -> None:
        """Queue `message`, and write what the child takes of the queue now. One that is not there hears nothing."""
        if self._process is None:
            return
        line = encode(message)
        if len(self._queue) + len(line) <= QUEUE_AT_MOST:
            self._queue += line
        self.flush()

    def flush(self) -> None:
        """Write what waits, as much as the pipe takes."""
        if self._process is None or self._process.stdin is None or not self._queue:
            return
        with contextlib.suppress(BlockingIOError, BrokenPipeError):
            written = os.write(self._process.stdin.fileno(), self._queue)
            del self._queue[:written]

    def hear(self) -> list[object]:
        """What the child has said since; an end of it is noticed here."""
        if self._process is None or self._process.stdout is None:
            return []
        messages: list[object] = []
        while True:
            try:
                data = os.read(self._process.stdout.fileno(), 65536)
            except BlockingIOError:
                return messages
            if not data:
                self._ended()
                return messages
            messages += self._decoder.feed(data)

    def stop(self, timeout_s: float = 1.0) -> None:
        """End the child: by the end of its input, then by signals. Its files are safe against being killed."""
        if self._process is None:
            return
        self.flush()
        if self._process.stdin is not None:
            with contextlib.suppress(OSError):
                self._process.stdin.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout_s)
        end_process(self._process, timeout_s)
        self._close()

    def _ended(self) -> None:
        assert self._process is not None
        self._process.kill()  # its output has ended: either it is gone already, or it has lost its mind
        code = self._process.wait()
        self._close()
        if code == 0:
            return
        self.deaths += 1
        log.warning("%s ended with %d", self.module, code)
        self._rest()

    def _rest(self) -> None:
        if time.monotonic() - self._started_at > CALM_S:
            self._pause_s = 0.0
        self._pause_s = min(LONGEST_PAUSE_S, max(FIRST_PAUSE_S, self._pause_s * 2))
        self._not_before = time.monotonic() + self._pause_s * random.uniform(0.5, 1.0)  # noqa: S311 - jitter, no secret

    def _close(self) -> None:
        process, self._process = self._process, None
        self._queue.clear()
        if process is not None:
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    with contextlib.suppress(OSError):
                        pipe.close()
