"""The page Källor: how sources are, in words; trying a new one; who may change what."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from starlette.testclient import TestClient

from server.media.errors import TruncatedError
from server.settings import Data, Settings
from server.settings import Sources as SourceSettings
from server.sources.errors import ErrorAnswerError
from server.sources.faults import written
from server.storage.models import AccountRole, FolderFile, Source, StoredCard
from server.storage.session import Database
from tests.server.conftest import sign_in

pytestmark = pytest.mark.slow  # whole flows through pages and files, dozens of them

Rss = Callable[..., bytes]
MakeItem = Callable[..., str]
Enter = Callable[[AccountRole], str]


@pytest.fixture
def settings(tmp_path: Any) -> Settings:
    """As everywhere, and this very machine may be asked."""
    return Settings(data=Data(folder=str(tmp_path / "data")), sources=SourceSettings(loopback=True))


@pytest.fixture
def enter(client: TestClient, town: Database) -> Enter:
    """Sign in, from our own pages; gives the token that forms carry."""
    client.headers["sec-fetch-site"] = "same-origin"
    return lambda role: sign_in(client, town, role)


def add_source(database: Database, now: Any, **fields: Any) -> int:
    with database.write() as session:
        source = Source(**{"name": "Kommunens nyheter", "url": "https://a.example/feed", "made_at": now, **fields})
        session.add(source)
        session.flush()
        return source.id


def test_without_a_source_the_page_offers_the_first(client: TestClient, enter: Enter) -> None:
    enter(AccountRole.ADMIN)
    page = client.get("/kallor").text
    assert "Ingen källa än" in page
    assert "Prova en ny källa" in page


def test_the_heading_is_the_news(client: TestClient, enter: Enter, town: Database, clock: Any) -> None:
    enter(AccountRole.ADMIN)
    add_source(town, clock.now, good_at=clock.now, next_at=clock.now + timedelta(days=1))
    assert "Alla källor mår bra" in client.get("/kallor").text
    fault = written(ErrorAnswerError("x", status=503))
    long_ago = clock.now - timedelta(hours=2)
    later = clock.now + timedelta(days=1)
    add_source(
        town, clock.now, name="Väg & vatten", url="https://b.example/", good_at=long_ago, fault=fault, next_at=later
    )
    page = client.get("/kallor").text
    assert "Väg &amp; vatten har stått stilla sedan 11.00" in page
    assert "Webbplatsen säger ”fel 503”." in page
    assert "Den andra mår bra." in page


def test_trying_shows_what_was_found_and_keeps_nothing(
    client: TestClient, enter: Enter, town: Database, site: Any, rss: Rss, item: MakeItem
) -> None:
    csrf = enter(AccountRole.ADMIN)
    url = site.put(
        "/feed", rss(item("Skidspåret är öppet", text="Fem kilometer."), item("Två", "/2"), item("x" * 80, "/3"))
    )
    page = client.post("/kallor/prova", data={"csrf": csrf, "url": url})
    assert page.status_code == 200
    for said in (
        "Det är ett flöde.",
        "3 nyheter",
        "1 har en lång rubrik",
        "3 saknar datum",
        "Så blev det första kortet",
    ):
        assert said in page.text
    assert 'src="data:image/jpeg;base64,' in page.text
    assert "Skidspåret är öppet" in page.text
    with town.read() as session:
        assert session.query(Source).count() == session.query(StoredCard).count() == 0


def test_switching_on_takes_the_first_drafts_at_once(
    client: TestClient, enter: Enter, town: Database, site: Any, rss: Rss, item: MakeItem
) -> None:
    csrf = enter(AccountRole.ADMIN)
    url = site.put("/feed", rss(item("A"), item("B", "/2")))
    answer = client.post("/kallor/ny", data={"csrf": csrf, "url": url, "name": "  Våra\u202e nyheter "})
    assert (answer.status_code, answer.headers["location"]) == (303, "/kallor")
    with town.read() as session:
        source = session.scalars(select(Source)).one()
        assert (source.name, source.url, source.enabled) == ("Våra nyheter", url, True)
        assert session.query(StoredCard).count() == 2
    assert client.post("/kallor/ny", data={"csrf": csrf, "url": url, "name": "Igen"}).status_code == 303
    with town.read() as session:
        assert session.query(Source).count() == 1


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("", "Det är ingen adress"),
        ("javascript:alert(1)", "Det är ingen adress"),
        ("file:///etc/passwd", "Det är ingen adress"),
        ("https://10.0.0.1/feed", "privat nät"),
        ("10.0.0.1", "privat nät"),
        ("https://finns.inte.invalid/", "ingen sådan webbplats"),
    ],
)
def test_an_address_that_gives_nothing_comes_back_with_the_reason(
    client: TestClient, enter: Enter, town: Database, address: str, said: str
) -> None:
    csrf = enter(AccountRole.ADMIN)
    for path, status in (("/kallor/prova", 200), ("/kallor/ny", 422)):
        page = client.post(path, data={"csrf": csrf, "url": address})
        assert page.status_code == status
        assert said in page.text
        assert "Slå på källan" not in page.text
    with town.read() as session:
        assert session.query(Source).count() == 0


def test_hostile_words_of_a_feed_are_shown_as_words(
    client: TestClient, enter: Enter, site: Any, rss: Rss, item: MakeItem
) -> None:
    csrf = enter(AccountRole.ADMIN)
    evil = "&lt;script&gt;alert(1)&lt;/script&gt;&amp;lt;img src=x onerror=alert(1)&amp;gt;"
    url = site.put("/feed", rss(item("A"), item(f"B {evil}", "/2")).replace(b"Nyheter fr", evil.encode() + b"fr"))
    page = client.post("/kallor/prova", data={"csrf": csrf, "url": url}).text
    assert "alert(1)</script>" not in page
    assert "<img src=x" not in page
    assert "&lt;img src=x" in page


def test_staff_look_and_administrators_change(client: TestClient, enter: Enter, town: Database, clock: Any) -> None:
    source = add_source(town, clock.now, good_at=clock.now, next_at=clock.now + timedelta(days=1))
    csrf = enter(AccountRole.STAFF)
    page = client.get("/kallor")
    assert page.status_code == 200
    assert "Kommunens nyheter" in page.text
    assert "Prova en ny källa" not in page.text
    for path in ("/kallor/prova", "/kallor/ny", f"/kallor/{source}", f"/kallor/{source}/ta-bort"):
        assert client.post(path, data={"csrf": csrf, "url": "https://a.example/"}).status_code == 403


def test_a_source_is_changed_switched_off_and_taken_away(
    client: TestClient, enter: Enter, town: Database, clock: Any
) -> None:
    source = add_source(town, clock.now, good_at=clock.now, next_at=clock.now + timedelta(hours=6))
    csrf = enter(AccountRole.ADMIN)
    assert "Kommunens nyheter" in client.get(f"/kallor/{source}").text
    form = {"csrf": csrf, "name": "Nytt namn", "minutes": "30", "enabled": "0"}
    assert client.post(f"/kallor/{source}", data=form).status_code == 303
    with town.read() as session:
        kept = session.get_one(Source, source)
        assert (kept.name, kept.every_s, kept.enabled) == ("Nytt namn", 1800, False)
    assert "Avslagen." in client.get("/kallor").text
    client.post(f"/kallor/{source}", data={**form, "name": " ", "minutes": "99999", "enabled": "1"})
    with town.read() as session:
        kept = session.get_one(Source, source)
        assert (kept.name, kept.every_s, kept.enabled) == ("Nytt namn", 1800, True)
    assert "Ta bort källan?" in client.get(f"/kallor/{source}?fraga=ta-bort").text
    assert client.post(f"/kallor/{source}/ta-bort", data={"csrf": csrf}).status_code == 303
    assert client.get(f"/kallor/{source}").status_code == 404


def test_what_the_folder_could_not_take_is_told(
    client: TestClient, enter: Enter, town: Database, clock: Any, settings: Settings
) -> None:
    (settings.watched_folder / "<b>.jpg").touch()  # else the watcher sees that it is gone, and forgets the fault
    with town.write() as session:
        fault = written(TruncatedError("x"))
        session.add(FolderFile(name="<b>.jpg", content_hash="0" * 64, fault=fault, seen_at=clock.now))
    enter(AccountRole.STAFF)
    page = client.get("/kallor").text
    assert "&lt;b&gt;.jpg" in page
    assert "Bilden tar slut mitt i." in page
    assert "Filen ligger kvar där den är." in page
