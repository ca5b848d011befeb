"""Tidy shutdown: who is asked stops, who does not is killed, and nobody stays behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from foundation.shutdown import StopSignal, end_process

STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(flush=True); time.sleep(60)"
PARENT = (
    "import subprocess, sys, time; child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']);"
    "print(child.pid, flush=True); time.sleep(60)"
)


def started(code: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-S", "-c", code], stdout=subprocess.PIPE, start_new_session=True)


def is_there(pid: int) -> bool:
    """Tell whether process `pid` runs; one that ended and waits to be collected does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.fixture
def _handlers() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.usefixtures("_handlers")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_sets_the_event_and_is_remembered(number: signal.Signals) -> None:
    stop = StopSignal().listen()
    assert not stop.is_set()
    assert not stop.wait(0.0)
    os.kill(os.getpid(), number)
    assert stop.wait(1.0)
    assert stop.signal_number == number


@pytest.mark.slow
def test_a_willing_process_is_only_asked() -> None:
    with started("import time; print(flush=True); time.sleep(60)") as process:
        assert process.stdout is not None
        process.stdout.readline()
        assert end_process(process) == -signal.SIGTERM


@pytest.mark.slow
def test_a_stubborn_one_is_killed_in_time() -> None:
    with started(STUBBORN) as process:
        assert process.stdout is not None
        process.stdout.readline()
        begun = time.monotonic()
        assert end_process(process, timeout_s=0.3) == -signal.SIGKILL
        assert time.monotonic() - begun < 3


@pytest.mark.slow
def test_no_grandchild_stays_behind() -> None:
    with started(PARENT) as process:
        assert process.stdout is not None
        grandchild = int(process.stdout.readline())
        end_process(process)
        deadline = time.monotonic() + 5
        while is_there(grandchild) and time.monotonic() < deadline:
            time.sleep(0.01)
        assert not is_there(grandchild)
