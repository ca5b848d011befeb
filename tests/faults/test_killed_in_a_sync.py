"""T1: the sync is killed at random moments, and at every fsync, rename and write. Old or new, whole, and no litter."""

import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from player.active import load_active
from player.folder import Folder
from tests.player.server_double import Server, news

pytestmark = pytest.mark.faults

SEED = 20261124
HITS = int(os.environ.get("TORGET_KILLS", "100"))
WARM = Path(__file__).with_name("warm_sync.py")
LEAST = {"fsync": 10, "rename": 7, "write": 7}
"""A sync makes at least so many calls of each kind: three pictures, two files of state, and their predecessors."""


class WarmParent:
    """Forks syncs that need no start of an interpreter."""

    def __init__(self, folder: Folder, server: Server) -> None:
        words = [sys.executable, str(WARM), "serve", str(folder.root), server.url]
        self._process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def sync(self, killed_after_s: float | None) -> int:
        """Run one sync; returns how it ended: 0, or -9 when the kill hit while it worked."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write("go\n")
        self._process.stdin.flush()
        pid = int(self._process.stdout.readline())
        if killed_after_s is not None:
            time.sleep(killed_after_s)
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        return int(self._process.stdout.readline())

    def close(self) -> None:
        """End it."""
        self._process.communicate()


@pytest.fixture
def folder(tmp_path: Path, pair: Callable[[Path], Folder]) -> Folder:
    return pair(tmp_path / "player")


@pytest.fixture
def parent(folder: Folder, server: Server) -> Iterator[WarmParent]:
    made = WarmParent(folder, server)
    yield made
    made.close()


def publish(server: Server, chance: random.Random) -> int:
    """A manifest with three new pictures; returns its number."""
    pictures = [server.town.picture(chance.randbytes(chance.randrange(1, 60_000))) for _ in range(3)]
    cards = [news(f"c{place}", picture=picture) for place, picture in enumerate(pictures)]
    return server.publish(cards).number


def test_killed_at_random_moments(
    folder: Folder, parent: WarmParent, server: Server, whole: Callable[[Folder, set[int]], str]
) -> None:
    chance = random.Random(SEED)
    publish(server, chance)
    began = time.monotonic()
    assert parent.sync(None) == 0
    length_s = time.monotonic() - began
    hits, torn, old = 0, [], 1
    while hits < HITS:
        number = publish(server, chance)
        hit = parent.sync(chance.uniform(0, length_s)) == -signal.SIGKILL
        hits += hit
        length_s *= 1.1 if hit else 0.8  # a busy machine is slower: keep most of the kills within the work
        fault = whole(folder, {old, number})
        if fault:
            torn.append(fault)
        if hits % 5 == 0:
            assert parent.sync(None) == 0
            assert whole(folder, {number}) == ""
            assert not list(folder.root.rglob("*.part"))
        old = load_active(folder.active).number  # type: ignore[union-attr]
    assert not torn, f"seed {SEED}: {torn}"


@pytest.mark.parametrize("call", LEAST)
def test_killed_at_every_call(
    call: str,
    folder: Folder,
    server: Server,
    sync: Callable[[Folder], None],
    whole: Callable[[Folder, set[int]], str],
    tmp_path: Path,
) -> None:
    assert shutil.which("strace"), "T1 needs strace: sudo apt install strace"
    chance = random.Random(SEED)
    publish(server, chance)
    sync(folder)
    number = publish(server, chance)
    before = tmp_path / "before"
    shutil.copytree(folder.root, before)
    for place in count(1):
        shutil.rmtree(folder.root)
        shutil.copytree(before, folder.root)
        if not killed_at(call, place, folder, server):
            break
        assert whole(folder, {1, number}) == "", f"{call} number {place}"
        sync(folder)
        assert whole(folder, {number}) == "", f"{call} number {place}, after the next sync"
        assert not list(folder.root.rglob("*.part"))
    assert place > LEAST[call], f"only {place - 1} calls of {call} were reached"


def killed_at(call: str, place: int, folder: Folder, server: Server) -> bool:
    """Run one sync that is killed as it enters call number `place`; False when it makes fewer."""
    inject = f"inject={call}:signal=KILL:when={place}"
    words = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", inject]
    done = subprocess.run(
        [*words, sys.executable, str(WARM), "once", str(folder.root), server.url], capture_output=True, check=False
    )
    if done.returncode not in (0, -signal.SIGKILL, 128 + signal.SIGKILL):
        raise AssertionError(done.stderr.decode())
    return done.returncode != 0
