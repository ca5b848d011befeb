"""A data folder that is paired with a lying server, and the player's own parts in one process where that suffices."""

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from player.folder import Folder
from player.link import Link
from player.sync import membership as members
from player.sync.follow import Follower
from player.sync.membership import Membership
from player.sync.store import Store
from tests.player.server_double import Server


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """An empty data folder."""
    made = Folder(tmp_path / "player")
    made.make()
    return made


@pytest.fixture
def server() -> Iterator[Server]:
    """A running server that tells the truth until it is told otherwise."""
    made = Server().start()
    yield made
    if made.listening:
        made.stop()


@pytest.fixture
def membership(folder: Folder, server: Server) -> Membership:
    """What a finished pairing leaves in `folder`."""
    made = Membership(token=server.token, trust=server.town.trust())
    members.store(folder, made)
    return made


@pytest.fixture
def said() -> list[msgspec.Struct]:
    """What the sync has told the stage."""
    return []


@pytest.fixture
def follow(
    folder: Folder, server: Server, membership: Membership, said: list[msgspec.Struct]
) -> Iterator[Callable[[], Follower]]:
    """Makes a follower as a start of the sync process does, from what lies in `folder`."""
    links = []

    def make() -> Follower:
        known = members.load(folder)
        assert known is not None
        links.append(Link(server.url, known.token))
        return Follower(folder, Store(folder), links[-1], known, said.append)

    yield make
    for link in links:
        link.close()
