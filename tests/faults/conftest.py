"""What the fault tests share: a paired folder before a lying server, and the judgement on what a fault left."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from player.active import load_active
from player.folder import Folder
from player.link import Link
from player.sync import membership as members
from player.sync.follow import Follower
from player.sync.membership import Membership
from player.sync.store import Store
from tests.player.server_double import Server


@pytest.fixture
def server() -> Iterator[Server]:
    """A server that tells the truth: here it is the disk that lies."""
    made = Server().start()
    made.holds_polls = False
    yield made
    made.stop()


@pytest.fixture
def pair(server: Server) -> Callable[[Path], Folder]:
    """Makes folders that are paired with the server."""

    def make(root: Path) -> Folder:
        folder = Folder(root)
        folder.make()
        members.store(folder, Membership(token=server.token, trust=server.town.trust()))
        return folder

    return make


@pytest.fixture
def sync(server: Server) -> Callable[[Folder], None]:
    """One start and one poll, in this process, as `warm_sync.sync` does it."""

    def once(folder: Folder) -> None:
        folder.make()
        folder.sweep()
        membership = members.load(folder)
        assert membership is not None
        link = Link(server.url, membership.token)
        try:
            Follower(folder, Store(folder), link, membership, lambda _message: None).step(0)
        finally:
            link.close()

    return once


@pytest.fixture
def whole() -> Callable[[Folder, set[int]], str]:
    """Judges a folder: empty where it is one whole set among the allowed numbers, else what is torn."""
    return judge


def judge(folder: Folder, allowed: set[int]) -> str:
    """What is wrong with what lies in `folder`; empty if nothing is. 0 among `allowed`: nothing need be active."""
    membership = members.load(folder)
    if membership is None:
        return "the membership is gone"
    manifest = load_active(folder.active)
    number = manifest.number if manifest is not None else 0
    if number not in allowed:
        return f"number {number} is active, allowed are {sorted(allowed)}"
    if membership.trust.number < number:
        return f"number {number} is active, the trust remembers {membership.trust.number}"
    for path in folder.assets.iterdir():
        if len(path.name) == 64 and hashlib.sha256(path.read_bytes()).hexdigest() != path.name:
            return f"asset {path.name[:8]} is torn"
    here = {path.name for path in folder.assets.iterdir()}
    lost = [asset.sha256[:8] for asset in (manifest.assets if manifest else ()) if asset.sha256 not in here]
    return f"active manifest {number} has lost {lost}" if lost else ""
