"""The demo's two processes, server and player: started, watched, and stopped together.

Each leads a process group of its own, so that Ctrl-C in a terminal reaches the demo alone, which then stops them in
order; and each is ended by the kernel should the demo itself be killed. What they log goes to a file each.
"""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from foundation.errors import N_, TorgetError
from foundation.shutdown import end_process

STOP_WITHIN_S = 4.0
"""Both are asked at once; whoever has not ended by then is killed. The promise is five seconds."""

_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None)  # loaded here: between fork and exec nothing may be


class DemoProcessError(TorgetError):
    say = N_("The {what} stopped by itself. The end of {file} says why: {last}")


class TooSlowError(TorgetError):
    say = N_("The {what} did not come up within {seconds} seconds. The end of {file} says how far it came.")


class Running:
    """One of the demo's processes."""

    def __init__(self, what: str, arguments: Sequence[str], log: Path) -> None:
        """Start `torget ARGUMENTS`. Settings come from the arguments alone, never from this environment."""
        self.what = what
        self.log = log
        environment = {name: value for name, value in os.environ.items() if not name.startswith("TORGET_")}
        with log.open("wb") as file:
            self.process = subprocess.Popen(
                [sys.executable, "-P", "-m", "commands", *arguments],
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=file,
                env=environment,
                start_new_session=True,
                preexec_fn=_end_with_parent,  # one call, safe between fork and exec
            )

    def check(self) -> None:
        """Raise DemoProcessError if the process has ended."""
        if self.process.poll() is not None:
            raise DemoProcessError(
                f"{self.what} ended with {self.process.returncode}",
                what=self.what,
                file=str(self.log),
                last=self.last_words(),
            )

    def last_words(self) -> str:
        """The last line that the process logged."""
        lines = self.log.read_text(encoding="utf-8", errors="replace").split("\n")
        return next((line for line in reversed(lines) if line.strip()), "nothing was logged")

    def wait_until(self, holds: Callable[[], bool], timeout_s: float, stopped: Callable[[], bool]) -> bool:
        """Wait until `holds`; False if `stopped` came first. Raises DemoProcessError, TooSlowError."""
        until = time.monotonic() + timeout_s
        while not holds():
            if stopped():
                return False
            self.check()
            if time.monotonic() > until:
                raise TooSlowError(
                    f"{self.what} not up in {timeout_s} s", what=self.what, seconds=round(timeout_s), file=str(self.log)
                )
            time.sleep(0.05)
        return True


def stop_all(processes: Sequence[Running]) -> None:
    """End every process with all that it started, within STOP_WITHIN_S."""
    until = time.monotonic() + STOP_WITHIN_S
    for running in processes:
        if running.process.poll() is None:
            running.process.terminate()
    for running in processes:
        end_process(running.process, max(until - time.monotonic(), 0.05))


def _end_with_parent() -> None:
    _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
