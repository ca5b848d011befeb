"""A real player in processes of its own, and what can be seen of it from outside."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any


def wait_until(true: Callable[[], Any], timeout_s: float = 20.0) -> Any:
    """Look every 20 ms until `true` gives something true, and hand it over; a test fails beyond `timeout_s`."""
    ends_at = time.monotonic() + timeout_s
    while time.monotonic() < ends_at:
        found = true()
        if found:
            return found
        time.sleep(0.02)
    raise AssertionError(f"nothing came within {timeout_s} s")


def alive(pid: int) -> bool:
    """Tell whether `pid` is a process that has not ended."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


class RealPlayer:
    """`python -m player`, supervised through NOTIFY_SOCKET as systemd would."""

    def __init__(self, data: Path, *words: str, env: dict[str, str] | None = None) -> None:
        self.data = data
        self.frames = data.parent / "frames"
        data.parent.mkdir(parents=True, exist_ok=True)
        address = data.parent / "notify"
        address.unlink(missing_ok=True)
        self._supervisor = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._supervisor.bind(str(address))
        self._log = (data.parent / "log").open("ab")
        command = [sys.executable, "-m", "player", "--data", str(data), "--no-window", *words]
        environment = {**os.environ, "NOTIFY_SOCKET": str(address), "WATCHDOG_USEC": "1000000", **(env or {})}
        self.started_at = time.monotonic()
        self.process = subprocess.Popen(command, env=environment, stdout=self._log, stderr=self._log)

    def told(self, line: str, timeout_s: float = 20.0) -> float:
        """Wait until the player tells its supervisor `line`; returns seconds since its start."""
        ends_at = time.monotonic() + timeout_s
        while (left := ends_at - time.monotonic()) > 0:
            self._supervisor.settimeout(left)
            try:
                heard = self._supervisor.recv(1000).decode().split("\n")
            except TimeoutError:
                break
            if line in heard:
                return time.monotonic() - self.started_at
        raise AssertionError(f"the player never told {line}: {self.log()[-2000:]}")

    def shown(self) -> list[dict[str, Any]]:
        """The showings that have ended."""
        try:
            lines = (self.frames / "shown.jsonl").read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            return []
        return [json.loads(line) for line in lines]

    def state(self) -> dict[str, Any]:
        """`state.json`."""
        try:
            found: dict[str, Any] = json.loads((self.data / "state.json").read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        return found

    def child(self, module: str) -> int | None:
        """The process id of the child that runs `module`."""
        for folder in Path("/proc").iterdir():
            if folder.name.isdigit():
                try:
                    words = (folder / "cmdline").read_bytes().split(b"\0")
                    parent = int((folder / "stat").read_text().rsplit(")", 1)[1].split()[1])
                except (FileNotFoundError, ProcessLookupError):
                    continue
                if parent == self.process.pid and module.encode() in words:
                    return int(folder.name)
        return None

    def log(self) -> str:
        """All that it has logged."""
        return (self.data.parent / "log").read_text(encoding="utf-8")

    def stop(self, number: int = signal.SIGTERM) -> int:
        """Ask it to stop; returns its exit code. It has five seconds."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        try:
            return self.process.wait(5.0)
        finally:
            self.process.kill()
            self.process.wait()
            self._supervisor.close()
            self._log.close()
