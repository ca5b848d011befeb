"""T2: the power goes at any moment of a sync, and the disk has done only what an fsync forced it to.

The calls of one sync are recorded. From every prefix of them disks are rebuilt: what no fsync of a file covered may be
whole, cut, empty or zeros; what no fsync of a folder covered may have happened or not, each name for itself. Kills do
not find a missing fsync; this does, and a test of the test proves it.
"""

import os
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
import pytest

from player.folder import Folder
from tests.faults.conftest import judge
from tests.player.server_double import Server, news

pytestmark = pytest.mark.faults

SEED = 20261124
STATES = int(os.environ.get("TORGET_POWER_LOSSES", "2000"))
FULL_STARTS = 40


class Written(msgspec.Struct):
    """A file got these bytes under a name that may not be lasting yet. `synced`: an fsync covered them."""

    path: str
    data: bytes
    synced: bool = False


class Renamed(msgspec.Struct):
    """A name was given to what stood under another."""

    old: str
    new: str


class Removed(msgspec.Struct):
    """A name was taken away."""

    path: str


class FolderSynced(msgspec.Struct):
    """All names of one folder are lasting from here on."""

    folder: str


Call = Written | Renamed | Removed | FolderSynced


@contextmanager
def recording(calls: list[Call], *, without_fsync: bool = False) -> Iterator[None]:
    """Note the durable calls of this process. `without_fsync` forgets that any fsync was made."""
    real = os.fsync, os.replace, os.unlink
    written: dict[str, Written] = {}

    def note(path: str) -> Written:
        data = Path(path).read_bytes()
        if path not in written or written[path].data != data:
            written[path] = Written(path, data)
            calls.append(written[path])
        return written[path]

    def fsync(handle: int) -> None:
        path = str(Path(f"/proc/self/fd/{handle}").readlink())
        real[0](handle)
        if without_fsync:
            return
        if Path(path).is_dir():
            calls.append(FolderSynced(path))
        else:
            note(path)
            calls.append(Written(path, written[path].data, synced=True))

    def replace(old: Any, new: Any, **words: Any) -> None:
        note(str(old))
        real[1](old, new, **words)
        calls.append(Renamed(str(old), str(new)))
        written[str(new)] = written.pop(str(old))

    def unlink(path: Any, **words: Any) -> None:
        real[2](path, **words)
        written.pop(str(path), None)
        calls.append(Removed(str(path)))

    os.fsync, os.replace, os.unlink = fsync, replace, unlink  # type: ignore[assignment]
    try:
        yield
    finally:
        os.fsync, os.replace, os.unlink = real


class Inode:
    """What a file holds: what it was given, and whether that is forced to the disk."""

    def __init__(self, data: bytes, synced: bool) -> None:
        self.data, self.synced = data, synced

    def after_the_cut(self, chance: random.Random) -> bytes:
        """What is found once the power is back."""
        if self.synced:
            return self.data
        length = chance.randrange(len(self.data) + 1)
        return chance.choice((self.data, b"", self.data[:length], bytes(len(self.data)), self.data[:length] + bytes(8)))


def disk_after(before: dict[str, bytes], calls: list[Call], chance: random.Random) -> dict[str, bytes]:
    """One of the disks that a cut after `calls` may leave."""
    lasting = {path: Inode(data, True) for path, data in before.items()}
    names = dict(lasting)
    pending: list[tuple[str, str | None, Inode | None]] = []  # name that appears, name that goes, what it names
    for call in calls:
        if isinstance(call, Written):
            if call.synced:
                names[call.path].data, names[call.path].synced = call.data, True
            else:
                names[call.path] = Inode(call.data, False)
                pending.append((call.path, None, names[call.path]))
        elif isinstance(call, Renamed):
            names[call.new] = names.pop(call.old)
            pending.append((call.new, call.old, names[call.new]))
        elif isinstance(call, Removed):
            names.pop(call.path, None)
            pending.append(("", call.path, None))
        else:
            inside = [entry for entry in pending if _lies_in(entry, call.folder)]
            pending = [entry for entry in pending if not _lies_in(entry, call.folder)]
            _apply(lasting, inside)
    _apply(lasting, [entry for entry in pending if chance.random() < 0.5])
    return {path: inode.after_the_cut(chance) for path, inode in lasting.items()}


def _lies_in(entry: tuple[str, str | None, Inode | None], folder: str) -> bool:
    return os.path.dirname(entry[0] or entry[1] or "") == folder  # noqa: PTH120


def _apply(names: dict[str, Inode], entries: list[tuple[str, str | None, Inode | None]]) -> None:
    for name, gone, inode in entries:
        if gone is not None:
            names.pop(gone, None)
        if inode is not None:
            names[name] = inode


def read_disk(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def write_disk(folder: Folder, disk: dict[str, bytes]) -> None:
    shutil.rmtree(folder.root)
    folder.make()
    for path, data in disk.items():
        Path(path).write_bytes(data)


@pytest.fixture
def folder(tmp_path: Path, pair: Callable[[Path], Folder]) -> Folder:
    return pair(tmp_path / "player")


Sync = Callable[[Folder], None]


def record(
    folder: Folder, server: Server, sync: Sync, *, without_fsync: bool = False
) -> tuple[dict[str, bytes], list[Call]]:
    """The disk before the second of two syncs, and the second one's calls."""
    chance = random.Random(SEED)
    for _ in range(2):
        before = read_disk(folder.root)
        pictures = [server.town.picture(chance.randbytes(chance.randrange(1, 4000))) for _ in range(3)]
        server.publish([news(f"c{place}", picture=picture) for place, picture in enumerate(pictures)])
        calls: list[Call] = []
        with recording(calls, without_fsync=without_fsync):
            sync(folder)
    return before, calls


def test_no_cut_of_the_power_tears_a_set(folder: Folder, server: Server, sync: Sync) -> None:
    before, calls = record(folder, server, sync)
    assert len(calls) > 25
    chance = random.Random(SEED)
    torn = []
    for number in range(STATES):
        place = number % (len(calls) + 1)
        write_disk(folder, disk_after(before, calls[:place], chance))
        fault = judge(folder, {1, 2})
        if fault:
            torn.append(f"after call {place}: {fault}")
        elif number % (STATES // FULL_STARTS) == 0:
            sync(folder)
            assert judge(folder, {2}) == ""
            assert not list(folder.root.rglob("*.part"))
    assert not torn, f"seed {SEED}: {len(torn)} of {STATES}, first {torn[:3]}"


def test_without_fsync_the_same_cuts_would_tear(folder: Folder, server: Server, sync: Sync) -> None:
    """The test of the test: the very same code, with its fsyncs forgotten, does not survive."""
    before, calls = record(folder, server, sync, without_fsync=True)
    chance = random.Random(SEED)
    torn = 0
    for number in range(STATES // 10):
        write_disk(folder, disk_after(before, calls[: number % (len(calls) + 1)], chance))
        torn += bool(judge(folder, {1, 2}))
    assert torn > STATES // 10 // 50
