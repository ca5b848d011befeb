"""Tidy shutdown: a process that is asked to stop finishes what it does and leaves nothing behind.

`StopSignal` turns SIGTERM and SIGINT into an event that loops wait on. `end_process` asks a child to stop, waits, and
only then kills it with its whole process group, so that no grandchild stays.
"""

import contextlib
import os
import signal
import subprocess
import threading
from types import FrameType


class StopSignal:
    """An event that SIGTERM and SIGINT set. `signal_number` tells which one came, or None."""

    def __init__(self) -> None:
        self.event = threading.Event()
        self.signal_number: int | None = None

    def listen(self) -> "StopSignal":
        """Take over the two signals; only the main thread may call this."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._asked)
        return self

    def _asked(self, number: int, _frame: FrameType | None) -> None:
        self.signal_number = number
        self.event.set()

    def is_set(self) -> bool:
        """Tell whether a stop was asked for."""
        return self.event.is_set()

    def wait(self, timeout_s: float | None = None) -> bool:
        """Wait until a stop is asked for, at most `timeout_s`; tells whether it was."""
        return self.event.wait(timeout_s)


def end_process(process: "subprocess.Popen[bytes]", timeout_s: float = 4.0) -> int:
    """Ask `process` to stop, wait at most `timeout_s`, then kill it; returns its exit code.

    A child that leads a process group of its own (started with `start_new_session`) takes the group with it.
    """
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(timeout_s)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if os.getpgid(0) != process.pid:
            os.killpg(process.pid, signal.SIGKILL)
    return process.returncode
