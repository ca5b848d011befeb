"""T4: flash memory rots. Bits flip, files are cut, emptied, swapped, unreadable, or are no files at all.

Nothing damaged is ever shown or believed, nothing crashes, and the next sync makes all whole again.
"""

import contextlib
import os
import random
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cards.picture import Picture
from player import kept
from player.active import load_active
from player.clock import load_clock, save_clock
from player.errors import KeptPictureError
from player.folder import Folder
from player.sync import membership as members
from player.sync.outbox import Outbox
from player.sync.store import Store
from playlists.model import Manifest
from playlists.reports import Heartbeat, Play
from tests.player.server_double import Server, news

pytestmark = pytest.mark.faults

SEED = 20261124
CASES = int(os.environ.get("TORGET_ROT", "600"))
KEY = "c" * 40
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
PICTURE = Picture(width_px=8, height_px=8, rgb=bytes(range(192)), valid_until=NOON + timedelta(days=1))

Rot = Callable[[Path, Path, random.Random], None]


def flip(path: Path, _other: Path, chance: random.Random) -> None:
    data = bytearray(path.read_bytes())
    for _ in range(chance.randrange(1, 9)):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)


def cut(path: Path, _other: Path, chance: random.Random) -> None:
    path.write_bytes(path.read_bytes()[: chance.randrange(path.stat().st_size)])


def empty(path: Path, _other: Path, _chance: random.Random) -> None:
    path.write_bytes(b"")


def swap(path: Path, other: Path, _chance: random.Random) -> None:
    mine, its = path.read_bytes(), other.read_bytes()
    path.write_bytes(its)
    other.write_bytes(mine)


def lock(path: Path, _other: Path, _chance: random.Random) -> None:
    path.chmod(0)


def zero(path: Path, _other: Path, _chance: random.Random) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def become_a_folder(path: Path, _other: Path, _chance: random.Random) -> None:
    path.unlink()
    path.mkdir()
    (path / "stranger").write_text("x")


def become_a_link(path: Path, _other: Path, _chance: random.Random) -> None:
    path.unlink()
    path.symlink_to("/nonexistent/elsewhere")


ROTS: tuple[Rot, ...] = (flip, cut, empty, swap, lock, zero, become_a_folder, become_a_link)


@pytest.fixture
def sound(tmp_path: Path, pair: Callable[[Path], Folder], server: Server, sync: Callable[[Folder], None]) -> Path:
    """A folder with two manifests, pictures, an outbox, a clock and a kept picture, to be copied and spoiled."""
    folder = pair(tmp_path / "sound")
    chance = random.Random(SEED)
    for number in (1, 2):
        pictures = [server.town.picture(chance.randbytes(500)) for _ in range(2)]
        server.publish([news(f"n{number}-{place}", picture=picture) for place, picture in enumerate(pictures)])
        sync(folder)
    save_clock(folder.clock, load_clock(folder.clock))
    outbox = Outbox(folder.outbox)
    outbox.add(Play(card="n1-0", version=1, language="sv", at=NOON, seconds=5.0))
    outbox.next(Heartbeat(at=NOON, version="1", render_id="r"))
    kept.write(folder.kept, KEY, PICTURE, "r", lacking=False)
    return folder.root


def files(root: Path) -> list[Path]:
    return sorted(path for path in root.rglob("*") if path.is_file() or path.is_symlink())


def test_nothing_rotten_is_believed_and_all_is_made_whole_again(
    tmp_path: Path, sound: Path, sync: Callable[[Folder], None]
) -> None:
    chance = random.Random(SEED)
    names = [path.relative_to(sound) for path in files(sound)]
    folder = Folder(tmp_path / "spoiled")
    for case in range(CASES):
        shutil.rmtree(folder.root, ignore_errors=True)
        shutil.copytree(sound, folder.root)
        rot = ROTS[case % len(ROTS)]
        spoiled = chance.sample(names, chance.choice((1, 1, 1, 2)))
        for name in spoiled:
            path, other = folder.root / name, folder.root / chance.choice(names)
            if path.is_file() and path.stat().st_size and other.is_file():
                rot(path, other, chance)
        check(folder, sync, f"seed {SEED}, case {case}: {rot.__name__} of {spoiled}")


def check(folder: Folder, sync: Callable[[Folder], None], case: str) -> None:
    folder.make()
    stands: Manifest | None = load_active(folder.active)
    assert stands is None or stands.number in (1, 2), case
    load_clock(folder.clock).now()
    Outbox(folder.outbox).next(Heartbeat(at=NOON, version="1", render_id="r"))
    with contextlib.suppress(KeptPictureError):
        assert kept.read(folder.kept, KEY)[1] == PICTURE, case
    if members.load(folder) is None:
        return  # both copies have gone: it asks for a code, and plays on with what it has meanwhile
    sync(folder)
    stands, membership = load_active(folder.active), members.load(folder)
    assert stands is not None, case
    assert membership is not None, case
    assert (stands.number, membership.trust.number) == (2, 2), case
    assert Store(folder).missing(stands.assets) == (), case


def test_a_player_that_lost_its_membership_plays_on(sound: Path) -> None:
    folder = Folder(sound)
    for name in ("membership", "membership.before"):
        (sound / name).write_bytes(b"rot")
    assert members.load(folder) is None
    manifest = load_active(folder.active)
    assert manifest is not None
    assert manifest.number == 2
