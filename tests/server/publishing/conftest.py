"""Opening what was published, as a player does."""

from collections.abc import Callable

import pytest

from playlists.model import Manifest
from playlists.trust import Trust, accept_keys, accept_manifest
from server.publishing.publish import Publisher, latest
from server.storage.session import Database


@pytest.fixture
def published(town: Database, publisher: Publisher) -> Callable[[], Manifest]:
    """The newest manifest of the screen, verified from the root key on."""

    def read() -> Manifest:
        with town.read() as session:
            newest = latest(session, "bib-entre")
        assert newest is not None
        trust = Trust(screen="bib-entre", municipality="alvdala", root_key=publisher.keys.root_key)
        return accept_manifest(newest.envelope, accept_keys(publisher.keys.sealed_list, trust))[0]

    return read
