"""Publishing: what gets into a manifest, when its number rises, and that nothing unapproved ever does."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cards.kinds.alert.facts import AlertFacts
from cards.model import Card, PictureRef, Text
from playlists.model import Asset, Manifest
from server.publishing.pictures import asset_path, emoji_of
from server.publishing.publish import Publisher, changed
from server.publishing.versions import add_version, content_sha256, make_card, publish_card, withdraw_card
from server.settings import Data, Settings
from server.storage.models import (
    CardState,
    Collection,
    Origin,
    PlaylistEntry,
    Publication,
    StoredCard,
    StoredScreen,
)
from server.storage.session import Database
from tests.server.conftest import NOON, event, news

Published = Callable[[], Manifest]
AddCard = Callable[..., None]
pytestmark = pytest.mark.usefixtures("publisher")


def publish(town: Database, lead: str | None = None, later: timedelta = timedelta()) -> int:
    with town.write() as session:
        return changed(session, lead, NOON + later)


def test_a_published_card_stands_in_the_manifest(town: Database, add_card: AddCard, published: Published) -> None:
    add_card(news("a"))
    publish(town)
    manifest = published()
    assert [entry.card for entry in manifest.playlists[0].entries] == ["a"]
    assert manifest.cards["a"].texts["sv"].title == "Nytt i kommunen"
    assert (manifest.epoch, manifest.number, manifest.issued) == (1, 1, NOON)


def test_a_draft_never_does(town: Database, add_card: AddCard, published: Published) -> None:
    add_card(news("a"), published=False)
    publish(town)
    assert published().cards == {}


def test_a_later_version_waits_while_the_approved_one_plays(
    town: Database, add_card: AddCard, published: Published
) -> None:
    add_card(news("a", "First"))
    with town.write() as session:
        add_version(session, session.get_one(StoredCard, "a"), news("a", "Second"), None, NOON)
    publish(town)
    assert published().cards["a"].texts["sv"].title == "First"


def test_bytes_that_differ_from_the_approved_ones_are_left_out(
    town: Database, add_card: AddCard, published: Published
) -> None:
    add_card(news("a"))
    add_card(news("b"))
    with town.write() as session:
        version = session.get_one(StoredCard, "a").version(1)
        version.content = news("a", "Smuggled in")
        version.sha256 = content_sha256(version.content)
    publish(town)
    assert set(published().cards) == {"b"}


def test_the_number_rises_only_when_something_changed(town: Database, add_card: AddCard, published: Published) -> None:
    add_card(news("a"))
    assert publish(town) == 1
    assert publish(town, later=timedelta(hours=1)) == 0
    add_card(news("b"))
    assert publish(town, later=timedelta(hours=2)) == 1
    assert published().number == 2


def test_an_unchanged_manifest_is_signed_again_after_a_day(
    town: Database, add_card: AddCard, published: Published
) -> None:
    add_card(news("a"))
    publish(town)
    assert publish(town, later=timedelta(days=1)) == 1
    manifest = published()
    assert manifest.number == 2
    assert manifest.fresh_until == NOON + timedelta(days=11)


def test_what_staff_put_up_leads_the_loop_where_it_plays(
    town: Database, add_card: AddCard, published: Published
) -> None:
    with town.write() as session:
        session.add(StoredScreen(id="annan", name="Annan", place="Hallen", made_at=NOON))
    add_card(news("a"))
    add_card(news("b"))
    publish(town, lead="b", later=timedelta(minutes=5))
    lead = published().lead
    assert lead is not None
    assert (lead.card, lead.since) == ("b", NOON + timedelta(minutes=5))
    with town.read() as session:
        assert session.get_one(StoredScreen, "annan").lead_since is None


def test_a_collection_spreads_into_the_coming_events_soonest_first(
    town: Database, add_card: AddCard, published: Published
) -> None:
    with town.write() as session:
        session.add(PlaylistEntry(playlist_id="vanlig", position=0, collection=Collection.EVENTS_14_DAYS))
    for card_id, days in (("later", 9), ("soon", 1), ("far", 15), ("over", -1)):
        add_card(event(card_id, NOON + timedelta(days=days)), listed=False)
    add_card(event("unapproved", NOON + timedelta(days=2)), published=False, listed=False)
    publish(town)
    assert [entry.card for entry in published().playlists[0].entries] == ["soon", "later"]
    publish(town, later=timedelta(days=2))
    assert [entry.card for entry in published().playlists[0].entries] == ["later", "far"]


def test_an_alert_takes_the_screen_over_until_it_is_taken_down(
    town: Database, add_card: AddCard, published: Published
) -> None:
    add_card(news("a"))
    alert = Card(id="vma", version=1, facts=AlertFacts(area="Älvdala", since=NOON), texts={"sv": Text(title="Brand")})
    add_card(alert, listed=False)
    publish(town)
    override = published().override
    assert override is not None
    assert override.card == "vma"
    with town.write() as session:
        withdraw_card(session.get_one(StoredCard, "vma"), NOON)
        changed(session, now=NOON)
    assert published().override is None
    assert set(published().cards) == {"a"}


PICTURE = PictureRef(sha256="1" * 64, width_px=4000, height_px=3000)
SMALLER = PictureRef(sha256="2" * 64, width_px=1920, height_px=1440)


def test_a_picture_travels_in_the_size_of_the_screen(
    town: Database, add_card: AddCard, published: Published, publisher: Publisher
) -> None:
    asset = Asset(sha256=SMALLER.sha256, size=12345, media_type="image/jpeg")
    publisher.renditions = lambda _picture, _screen: (SMALLER, asset)
    add_card(Card(id="a", version=1, facts=news("a").facts, texts={"sv": Text(title="x")}, picture=PICTURE))
    publish(town)
    assert published().assets == (asset,)
    assert published().cards["a"].picture == SMALLER


def test_a_card_whose_picture_is_gone_stands_without_it(
    town: Database, add_card: AddCard, published: Published, publisher: Publisher
) -> None:
    def gone(_picture: object, _screen: object) -> None:
        raise FileNotFoundError

    publisher.renditions = gone
    add_card(Card(id="a", version=1, facts=news("a").facts, texts={"sv": Text(title="x")}, picture=PICTURE))
    publish(town)
    assert published().cards["a"].picture is None
    assert published().assets == ()


def test_only_the_newest_publications_are_kept(town: Database, add_card: AddCard) -> None:
    for number in range(12):
        add_card(news(f"c{number}"))
        publish(town)
    with town.read() as session:
        numbers = [publication.number for publication in session.query(Publication).order_by(Publication.number)]
    assert numbers == list(range(3, 13))


ACTS = st.lists(
    st.tuples(st.sampled_from(["make", "edit", "publish", "withdraw", "wait", "refuse"]), st.integers(0, 3)),
    max_size=15,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS)
def test_nothing_unapproved_is_ever_in_a_manifest(
    town: Database, published: Published, acts: list[tuple[str, int]]
) -> None:
    with town.write() as session:
        session.query(PlaylistEntry).delete()
        for old in session.query(StoredCard).all():
            session.delete(old)
    approved: dict[str, str] = {}
    for step, (act, which) in enumerate(acts):
        card_id, title = f"card-{which}", f"Text {step}"
        with town.write() as session:
            card = session.get(StoredCard, card_id)
            if act == "make" and card is None:
                make_card(session, news(card_id, title), Origin.STAFF, None, NOON)
                session.add(PlaylistEntry(playlist_id="vanlig", position=step, card_id=card_id))
            elif card is not None and act == "edit":
                add_version(session, card, news(card_id, title), None, NOON)
            elif card is not None and act == "publish":
                publish_card(card, None, NOON)
                approved[card_id] = card.version().content.texts["sv"].title
            elif card is not None and act == "withdraw":
                withdraw_card(card, NOON)
                approved.pop(card_id, None)
            elif card is not None and act in ("wait", "refuse"):
                card.state = CardState.WAITING if act == "wait" else CardState.REFUSED
                approved.pop(card_id, None)
            changed(session, now=NOON)
        with town.read() as session:
            anything = session.query(Publication).count()
        shown = {card.id: card.texts["sv"].title for card in published().cards.values()} if anything else {}
        assert shown == approved


def test_emoji_travel_as_pictures_that_the_card_names(
    town: Database, add_card: AddCard, published: Published, publisher: Publisher, tmp_path: Path
) -> None:
    store = Settings(data=Data(folder=str(tmp_path)))
    publisher.emoji = emoji_of(store)
    add_card(news("a", "Fika 🎉 på torget ☕ och 🎉"))
    publish(town)
    manifest = published()
    named = manifest.cards["a"].emoji
    assert set(named) == {"🎉", "☕"}
    assert {asset.sha256 for asset in manifest.assets} == set(named.values())
    assert all(asset_path(store)(sha256).is_file() for sha256 in named.values())
    assert publish(town, later=timedelta(minutes=1)) == 0


def test_an_emoji_that_cannot_be_had_keeps_no_card_from_the_screen(
    town: Database, add_card: AddCard, published: Published, publisher: Publisher
) -> None:
    def broken(_sequence: str) -> Asset:
        raise OSError("the disk is full")

    publisher.emoji = broken
    add_card(news("a", "Fika 🎉"))
    publish(town)
    assert published().cards["a"].emoji == {}
