"""Publishing a card means the version that was looked at, and nothing that came after."""

import re

from server.publishing.versions import add_version
from server.storage.models import CardState, StoredCard
from server.storage.session import Database
from tests.server.conftest import NOON, news, stored
from tests.server.curation.conftest import Desk


def seen(desk: Desk, card: str) -> str:
    found = re.search(r'name="sha256" value="([0-9a-f]{64})"', desk.get(f"/kort/{card}").text)
    assert found is not None
    return found[1]


def test_an_edit_between_look_and_press_is_not_published(desk: Desk, town: Database, add_card) -> None:
    add_card(news("a", "Som den lästes"), published=False)
    looked_at = seen(desk, "a")
    with town.write() as session:
        add_version(session, session.get_one(StoredCard, "a"), news("a", "Något helt annat"), None, NOON)
    assert desk.post("/kort/a/publicera", {"sha256": looked_at}).status_code == 409
    assert stored(town, "a").state is CardState.DRAFT
    assert desk.post("/kort/a/publicera", {"sha256": seen(desk, "a")}).status_code == 303
    assert stored(town, "a").published_version == 2


def test_nothing_is_published_unseen(desk: Desk, town: Database, add_card) -> None:
    add_card(news("a"), published=False)
    assert desk.post("/kort/a/publicera", {}).status_code == 409
    assert stored(town, "a").state is CardState.DRAFT


def test_a_strange_version_in_the_address_is_the_latest(desk: Desk, add_card) -> None:
    add_card(news("a"))
    for asked in ("0000000012", "9" * 5000, "-1", "x"):
        assert desk.get(f"/kort/a/historik?version={asked}").status_code == 200
