"""On which screens a card stands: where it was ticked, where a collection takes it in, and back again by undo."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from server.publishing.compile import compile as compile_manifest
from server.storage.models import Collection, PlaylistEntry, PlaylistScreen, StoredPlaylist
from server.storage.session import Database
from tests.server.conftest import NOON, event
from tests.server.curation.conftest import Desk
from tests.server.curation.test_writing import on_screen, only_card

Concert = Callable[..., dict[str, Any]]


@pytest.fixture
def gathering_everywhere(town: Database, second_screen: str) -> str:
    """A playlist on both screens that gathers approved events by itself; returns the second screen."""
    with town.write() as session:
        session.add(StoredPlaylist(id="samlas", name="Evenemang", made_at=NOON))
        session.flush()
        session.add(PlaylistEntry(playlist_id="samlas", position=1, collection=Collection.EVENTS_14_DAYS))
        for screen in ("bib-entre", second_screen):
            session.add(PlaylistScreen(playlist_id="samlas", screen_id=screen))
    return second_screen


def undo(desk: Desk, answer: Any) -> None:
    action = re.search(r'action="(/angra/\d+)"', desk.get(answer.headers["location"]).text)
    assert action
    assert desk.post(action[1], {"next": "/kort"}).status_code == 303


def test_a_collection_takes_no_event_to_a_screen_that_was_not_ticked(
    desk: Desk, town: Database, gathering_everywhere: str, concert: Concert
) -> None:
    desk.post("/kort/nytt/event", concert(screens=["bib-entre"]))
    assert on_screen(town) == {only_card(town).id}
    assert on_screen(town, gathering_everywhere) == set()


def test_an_event_whose_screens_nobody_chose_is_gathered_and_its_form_shows_where(
    desk: Desk, town: Database, gathering_everywhere: str, add_card: Callable[..., None]
) -> None:
    add_card(event("konsert", NOON.replace(day=28)), listed=False)
    assert on_screen(town) == on_screen(town, gathering_everywhere) == {"konsert"}
    form = desk.get("/kort/konsert/andra").text
    assert len(re.findall(r'name="screens" value="[^"]+" checked', form)) == 2
    assert "samlas av sig själv" in form


def test_an_edit_that_leaves_the_screens_alone_leaves_the_gathering_alone(
    desk: Desk, town: Database, gathering_everywhere: str, add_card: Callable[..., None], concert: Concert
) -> None:
    add_card(event("konsert", NOON.replace(day=28)), listed=False)
    desk.post("/kort/konsert/andra", concert(title="Ny rubrik", screens=["bib-entre", gathering_everywhere]))
    with town.read() as session:
        playlists = compile_manifest(session, "bib-entre", NOON).playlists
        assert [playlist.id for playlist in playlists if playlist.entries] == ["samlas"]


def test_an_event_ticked_away_from_a_screen_is_gathered_there_no_more_until_that_is_undone(
    desk: Desk, town: Database, gathering_everywhere: str, add_card: Callable[..., None], concert: Concert
) -> None:
    add_card(event("konsert", NOON.replace(day=28)), listed=False)
    changed = desk.post("/kort/konsert/andra", concert(screens=[gathering_everywhere]))
    assert on_screen(town) == set()
    assert on_screen(town, gathering_everywhere) == {"konsert"}
    undo(desk, changed)
    assert on_screen(town) == on_screen(town, gathering_everywhere) == {"konsert"}


def test_undoing_an_edit_brings_back_the_screens_the_order_and_the_weight(
    desk: Desk, town: Database, second_screen: str, concert: Concert, add_card: Callable[..., None]
) -> None:
    desk.post("/kort/nytt/event", concert())
    card = only_card(town).id
    with town.write() as session:
        session.query(PlaylistEntry).one().every = 3
    add_card(event("efter", NOON.replace(day=28)))
    changed = desk.post(f"/kort/{card}/andra", concert(screens=[second_screen]))
    assert card not in on_screen(town)
    undo(desk, changed)
    assert on_screen(town, second_screen) == set()
    with town.read() as session:
        entries = compile_manifest(session, "bib-entre", NOON).playlists[0].entries
    assert [(entry.card, entry.every) for entry in entries] == [(card, 3), ("efter", 1)]


def test_a_playlist_put_in_another_order_since_does_not_stand_in_the_way_of_an_undo(
    desk: Desk, town: Database, concert: Concert, add_card: Callable[..., None]
) -> None:
    desk.post("/kort/nytt/event", concert())
    card = only_card(town).id
    add_card(event("efter", NOON.replace(day=28)))
    changed = desk.post(f"/kort/{card}/andra", concert(title="Vinterkonsert"))
    with town.write() as session:
        for entry in session.query(PlaylistEntry):
            entry.position, entry.times = -entry.position, 2
    undo(desk, changed)
    with town.read() as session:
        manifest = compile_manifest(session, "bib-entre", NOON)
    assert manifest.cards[card].text("sv").title == "Höstkonsert"
    assert [entry.card for entry in manifest.playlists[0].entries] == ["efter", card]
