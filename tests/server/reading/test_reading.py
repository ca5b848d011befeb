"""Every code leads to our own host, and the page behind it tells only what a person approved."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
import pytest
from sqlalchemy.orm import Session
from starlette.testclient import TestClient

from cards.kinds import KINDS
from cards.kinds.agenda.facts import AgendaEvent, AgendaFacts
from cards.kinds.clock.facts import ClockFacts
from cards.kinds.event.facts import EventFacts
from cards.kinds.news.facts import NewsFacts
from cards.model import Card, Link, Text
from cards.samples import samples
from playlists.model import Manifest
from server import publishing
from server.app import Torget
from server.publishing.compile import compile as compile_manifest
from server.publishing.versions import add_version, withdraw_card
from server.storage.models import CardVersion, ShortAddress, StoredCard
from server.storage.session import Database
from tests.server.conftest import Clock

pytestmark = pytest.mark.slow  # whole flows through pages and files, dozens of them

NOON = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)

AddCard = Callable[..., None]
ORIGINAL = "https://www.alvdala.example/nyheter/bron"
BRIDGE = Card(
    id="bron",
    version=1,
    facts=NewsFacts(),
    texts={"sv": Text(title="Bron öppnar", body="På fredag."), "ar": Text(title="يفتح الجسر", body="يوم الجمعة.")},
    sender="Tekniska",
    link=Link(url=ORIGINAL, short="alvdala.example"),
)


SOON = AgendaEvent(start=NOON + timedelta(hours=3), title="Öppen förskola")


def path_of(database: Database, card_id: str = "bron") -> str:
    with database.read() as session:
        return f"/k/{session.get_one(ShortAddress, card_id).short_code}"


def test_a_screen_gets_the_address_of_our_own_host(app: Torget, town: Database, add_card: AddCard) -> None:
    add_card(BRIDGE)
    with town.write() as session:
        dress = app.starlette.state.publisher.dress
        card = compile_manifest(session, "bib-entre", NOON, dress=dress).cards["bron"]
    path = path_of(town)
    assert card.link == Link(url=f"http://localhost:8080{path}", short=f"localhost:8080{path}")


def test_the_page_holds_the_texts_and_names_the_original_host(
    client: TestClient, town: Database, add_card: AddCard
) -> None:
    add_card(BRIDGE)
    page = client.get(path_of(town))
    assert page.status_code == 200
    assert "Bron öppnar" in page.text
    assert f'href="{ORIGINAL}"' in page.text
    assert "Läs mer hos alvdala.example" in page.text
    assert "<script" not in page.text
    assert "set-cookie" not in page.headers


def test_arabic_is_read_from_the_right(client: TestClient, town: Database, add_card: AddCard) -> None:
    add_card(BRIDGE)
    page = client.get(path_of(town), headers={"accept-language": "ar"})
    assert '<article lang="ar" dir="rtl">' in page.text
    assert 'hreflang="sv"' in page.text


def test_an_unchanged_page_is_not_sent_again(client: TestClient, town: Database, add_card: AddCard) -> None:
    add_card(BRIDGE)
    etag = client.get(path_of(town)).headers["etag"]
    assert client.get(path_of(town), headers={"if-none-match": etag}).status_code == 304


def test_what_nobody_approved_and_what_is_unknown_are_the_same(
    client: TestClient, town: Database, add_card: AddCard
) -> None:
    add_card(BRIDGE, published=False)
    assert client.get(path_of(town)).status_code == 404
    assert client.get("/k/999").status_code == 404


def test_a_later_version_waits_behind_the_approved_one(client: TestClient, town: Database, add_card: AddCard) -> None:
    add_card(BRIDGE)
    with town.write() as session:
        other = msgspec.structs.replace(BRIDGE, texts={"sv": Text(title="Hemligt")})
        add_version(session, session.get_one(StoredCard, "bron"), other, None, NOON)
    assert "Hemligt" not in client.get(path_of(town)).text


def test_bytes_that_changed_since_the_approval_are_never_shown(
    client: TestClient, town: Database, add_card: AddCard
) -> None:
    add_card(BRIDGE)
    with town.write() as session:
        version = session.query(CardVersion).filter_by(card_id="bron").one()
        version.content = msgspec.structs.replace(BRIDGE, texts={"sv": Text(title="Utbytt")})
    assert client.get(path_of(town)).status_code == 404


def test_a_withdrawn_card_says_so_and_no_more(client: TestClient, town: Database, add_card: AddCard) -> None:
    add_card(BRIDGE)
    with town.write() as session:
        withdraw_card(session.get_one(StoredCard, "bron"), NOON)
    page = client.get(path_of(town))
    assert page.status_code == 410
    assert "Det här är nedtaget" in page.text
    assert "Bron" not in page.text


@pytest.mark.parametrize(("ahead", "said"), [(-3, True), (3, False)])
def test_what_is_over_says_so(client: TestClient, town: Database, add_card: AddCard, ahead: int, said: bool) -> None:
    start = NOON + timedelta(hours=ahead)
    facts = EventFacts(start=start, end=start + timedelta(hours=1), place="Stora salen")
    add_card(Card(id="konsert", version=1, facts=facts, texts={"sv": Text(title="Konsert")}))
    page = client.get(path_of(town, "konsert")).text
    assert ("Det här är över." in page) is said
    assert "Stora salen" in page


def test_a_screen_is_read_as_text_with_links_to_its_cards(
    client: TestClient, town: Database, add_card: AddCard
) -> None:
    add_card(BRIDGE)
    add_card(msgspec.structs.replace(BRIDGE, id="utkast", texts={"sv": Text(title="Utkast")}), published=False)
    page = client.get("/skarm/bib-entre")
    assert page.status_code == 200
    assert "Bron öppnar" in page.text
    assert f'href="{path_of(town)}?sprak=sv"' in page.text
    assert "Utkast" not in page.text
    assert client.get("/skarm/finns-inte").status_code == 404


def test_facts_stand_under_their_words_and_a_time_is_told_to_machines(
    client: TestClient, town: Database, add_card: AddCard
) -> None:
    facts = EventFacts(start=NOON + timedelta(days=2), place="Stora salen", price="Fri entré")
    add_card(Card(id="konsert", version=1, facts=facts, texts={"sv": Text(title="Konsert")}))
    for path in (path_of(town, "konsert"), "/skarm/bib-entre"):
        page = client.get(path).text
        assert "<dt>Var</dt><dd>Stora salen</dd>" in page
        assert '<time datetime="2026-11-28T13:00+01:00">lördag 28 november 13.00</time>' in page.replace("\u00a0", " ")
        assert '<p class="las">Fri entré</p>' in page


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"question"}))
def test_every_kind_can_be_read(client: TestClient, town: Database, add_card: AddCard, kind: str) -> None:
    card = samples(NOON.astimezone(ZoneInfo("Europe/Stockholm")))[kind]
    card = msgspec.json.decode(msgspec.json.encode(card), type=Card)  # whole degrees are kept as numbers with decimals
    add_card(card)
    page = client.get(path_of(town, card.id))
    assert page.status_code == 200
    if kind not in ("clock", "house"):
        assert re.search(r"<h1>[^<]+</h1>", page.text)


def test_what_says_nothing_as_text_is_left_out_of_a_screen(
    client: TestClient, town: Database, add_card: AddCard
) -> None:
    add_card(BRIDGE)
    add_card(Card(id="klocka", version=1, facts=ClockFacts(), texts={"sv": Text(title="Älvdala")}))
    add_card(Card(id="dagis", version=1, facts=AgendaFacts(events=(SOON,)), texts={"sv": Text(title="")}))
    page = client.get("/skarm/bib-entre").text
    assert page.count("<article") == 2
    assert ">Evenemang</a></h2>" in page
    assert "Öppen förskola" in page


def test_a_language_that_a_card_lacks_is_swedish(client: TestClient, town: Database, add_card: AddCard) -> None:
    add_card(msgspec.structs.replace(BRIDGE, texts={"fi": Text(title="Silta"), "sv": Text(title="Bron öppnar")}))
    page = client.get("/skarm/bib-entre?sprak=ar").text
    assert "Bron öppnar" in page
    assert "Silta" not in page


def test_a_screen_is_compiled_once_for_each_of_its_publications(
    client: TestClient, town: Database, add_card: AddCard, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled = []

    def counted(session: Session, screen_id: str, now: datetime) -> Manifest:
        compiled.append(screen_id)
        return compile_manifest(session, screen_id, now)

    monkeypatch.setattr("server.reading.programme.compile_manifest", counted)
    publish(add_card, town, BRIDGE)
    for _ in range(5):
        clock.pass_by(timedelta(minutes=2))
        assert "Bron öppnar" in client.get("/skarm/bib-entre").text
    assert compiled == ["bib-entre"]
    publish(add_card, town, msgspec.structs.replace(BRIDGE, id="vagen", texts={"sv": Text(title="Vägen stängs")}))
    assert "Vägen stängs" in client.get("/skarm/bib-entre").text
    assert compiled == ["bib-entre"] * 2


def test_a_kept_day_loses_what_is_over(client: TestClient, town: Database, add_card: AddCard, clock: Clock) -> None:
    publish(add_card, town, msgspec.structs.replace(BRIDGE, valid_until=NOON + timedelta(hours=1)))
    assert "Bron öppnar" in client.get("/skarm/bib-entre").text
    clock.pass_by(timedelta(hours=2))
    assert "Bron öppnar" not in client.get("/skarm/bib-entre").text


def test_who_reads_screens_without_end_is_asked_to_wait(client: TestClient, town: Database, add_card: AddCard) -> None:
    publish(add_card, town, BRIDGE)
    answers = [client.get("/skarm/bib-entre").status_code for _ in range(121)]
    assert answers == [200] * 120 + [429]


def publish(add_card: AddCard, town: Database, card: Card) -> None:
    add_card(card)
    with town.write() as session:
        publishing.changed(session, now=NOON)
