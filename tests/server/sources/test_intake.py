"""From a source to drafts: asked again and again, the same item once, nothing lost when it fails."""

import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import msgspec
import pytest
from sqlalchemy import select

from server.publishing.versions import publish_card, withdraw_card
from server.settings import Settings
from server.settings import Sources as SourceSettings
from server.sources import faults
from server.sources.asking import ask, pause, terms_for
from server.sources.drafts import DRAFTS_AT_ONCE, FIRST_DRAFTS
from server.sources.rounds import OnlyOne, SourceRounds
from server.storage.models import CardState, Origin, Source, SourceItem, StoredCard
from server.storage.session import Database
from server.words import words_for

pytestmark = pytest.mark.slow  # whole flows through pages and files, dozens of them

Rss = Callable[..., bytes]
MakeItem = Callable[..., str]


@pytest.fixture
def here(settings: Settings) -> Settings:
    """Settings that let this very machine be asked."""
    return msgspec.structs.replace(settings, sources=SourceSettings(loopback=True))


class Desk:
    """One source in the town, and what came of it."""

    def __init__(self, database: Database, settings: Settings, clock: Any) -> None:
        self.database, self.settings, self.clock = database, settings, clock

    def add(self, url: str) -> int:
        with self.database.write() as session:
            source = Source(name="Kommunens nyheter", url=url, made_at=self.clock.now)
            session.add(source)
            session.flush()
            return source.id

    def ask(self, source_id: int) -> Any:
        return ask(self.database, self.settings, source_id, self.clock.now, Random(1))

    def source(self, source_id: int) -> Source:
        with self.database.read() as session:
            return session.get_one(Source, source_id)

    def cards(self) -> list[StoredCard]:
        with self.database.read() as session:
            found = list(session.scalars(select(StoredCard).order_by(StoredCard.made_at, StoredCard.id)))
            for card in found:
                assert card.versions
            return found

    def titles(self) -> list[str]:
        return sorted(card.version().content.text("sv").title for card in self.cards())


@pytest.fixture
def desk(town: Database, here: Settings, clock: Any) -> Desk:
    return Desk(town, here, clock)


def test_an_item_becomes_a_draft_news_card(desk: Desk, site: Any, rss: Rss, item: MakeItem) -> None:
    more = "<pubDate>Tue, 24 Nov 2026 08:00:00 +0100</pubDate>"
    text = "Fem kilometer med belysning. Parkera vid ishallen."
    url = site.put("/feed", rss(item("Skidspåret är öppet", "https://www.alvdala.example/n/1", text, more)))
    desk.ask(desk.add(url))
    (card,) = desk.cards()
    content = card.version().content
    assert (card.kind, card.state, card.origin) == ("news", CardState.DRAFT, Origin.FEED)
    assert (content.text("sv").title, content.text("sv").body) == (
        "Skidspåret är öppet",
        "Fem kilometer med belysning.",
    )
    assert content.sender == "Kommunens nyheter"
    assert content.link is not None
    assert (content.link.url, content.link.short) == ("https://www.alvdala.example/n/1", "alvdala.example")


def test_the_same_item_never_becomes_a_second_card(desk: Desk, site: Any, rss: Rss, item: MakeItem) -> None:
    source = desk.add(site.put("/feed", rss(item("A"), item("B", "https://a.example/2"))))
    for _ in range(3):
        desk.ask(source)
    assert desk.titles() == ["A", "B"]


def test_an_edit_becomes_a_new_version_and_leaves_the_screens_alone(
    desk: Desk, site: Any, rss: Rss, item: MakeItem
) -> None:
    source = desk.add(site.put("/feed", rss(item("Öppet till 20"))))
    desk.ask(source)
    with desk.database.write() as session:
        publish_card(session.scalars(select(StoredCard)).one(), None, desk.clock.now)
    site.put("/feed", rss(item("Öppet till 21")))
    desk.ask(source)
    desk.ask(source)
    (card,) = desk.cards()
    assert (card.state, card.published_version, card.latest_version) == (CardState.PUBLISHED, 1, 2)
    assert card.version(1).content.text("sv").title == "Öppet till 20"
    assert card.version(2).content.text("sv").title == "Öppet till 21"


def test_an_edit_never_brings_back_what_staff_took_down(desk: Desk, site: Any, rss: Rss, item: MakeItem) -> None:
    source = desk.add(site.put("/feed", rss(item("A"))))
    desk.ask(source)
    with desk.database.write() as session:
        withdraw_card(session.scalars(select(StoredCard)).one(), desk.clock.now)
    site.put("/feed", rss(item("A, ändrad")))
    desk.ask(source)
    (card,) = desk.cards()
    assert (card.state, card.latest_version) == (CardState.WITHDRAWN, 1)


def test_a_new_source_brings_ten_drafts_and_remembers_the_rest(desk: Desk, site: Any, rss: Rss, item: MakeItem) -> None:
    items = [item(f"Nyhet {number}", f"https://a.example/{number}") for number in range(40)]
    source = desk.add(site.put("/feed", rss(*items)))
    desk.ask(source)
    assert len(desk.cards()) == FIRST_DRAFTS
    more = [item(f"Ny {number}", f"https://b.example/{number}") for number in range(DRAFTS_AT_ONCE + 5)]
    site.put("/feed", rss(*items, *more))
    desk.ask(source)
    assert len(desk.cards()) == FIRST_DRAFTS + DRAFTS_AT_ONCE
    desk.ask(source)
    assert len(desk.cards()) == FIRST_DRAFTS + DRAFTS_AT_ONCE + 5


def test_an_unchanged_feed_is_asked_for_with_its_mark(desk: Desk, site: Any, rss: Rss, item: MakeItem) -> None:
    source = desk.add(site.put("/feed", rss(item("A")), ETag='"1"'))
    desk.ask(source)
    outcome = desk.ask(source)
    assert site.asked[1][1]["If-None-Match"] == '"1"'
    assert (outcome.taken, outcome.fault) == (None, None)
    assert desk.source(source).fault == ""


BAD: dict[str, tuple[bytes, int]] = {
    "gone": (b"", 404),
    "broken": (b"", 503),
    "a page": (b"<!doctype html><html><body>Logga in</body></html>", 200),
    "empty": (b"", 200),
    "a bomb": (b'<!DOCTYPE rss [<!ENTITY a "ha">]><rss><channel/></rss>', 200),
    "cut": (b"<rss version='2.0'><channel><it", 500),
}


@pytest.mark.parametrize("name", BAD)
def test_a_failing_source_keeps_its_last_good_answer_and_says_what_is_wrong(
    name: str, desk: Desk, site: Any, rss: Rss, item: MakeItem
) -> None:
    source = desk.add(site.put("/feed", rss(item("A")), ETag='"1"'))
    desk.ask(source)
    good = desk.source(source)
    site.put("/feed", *BAD[name])
    desk.clock.pass_by(timedelta(minutes=20))
    desk.ask(source)
    ill = desk.source(source)
    assert desk.titles() == ["A"]
    assert (ill.good_at, ill.etag, ill.failures) == (good.good_at, '"1"', 1)
    said = faults.said(ill.fault, words_for("sv"))
    assert said
    assert "{" not in said
    site.put("/feed", rss(item("A"), item("B", "https://a.example/2")))
    desk.ask(source)
    assert (desk.source(source).failures, desk.source(source).fault) == (0, "")
    assert desk.titles() == ["A", "B"]


def test_an_empty_list_takes_nothing_down(desk: Desk, site: Any, rss: Rss, item: MakeItem) -> None:
    source = desk.add(site.put("/feed", rss(item("A"))))
    desk.ask(source)
    site.put("/feed", rss())
    desk.ask(source)
    assert desk.titles() == ["A"]
    assert desk.source(source).fault == ""


def test_a_source_that_is_gone_meanwhile_keeps_nothing(desk: Desk, site: Any, rss: Rss, item: MakeItem) -> None:
    def act(handler: Any) -> None:
        with desk.database.write() as session:
            session.delete(session.get_one(Source, source))
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.write(rss(item("A")))

    source = desk.add(site.act("/feed", act))
    assert desk.ask(source) is None
    assert desk.cards() == []


def test_pauses_double_after_failures_up_to_six_hours() -> None:
    chance = Random(1)
    pauses = [pause(900, failures, chance).total_seconds() for failures in range(12)]
    for failures, found in enumerate(pauses):
        wanted = min(900 * 2 ** min(failures, 6), 6 * 3600)
        assert 0.89 * wanted <= found <= 1.11 * wanted
    assert len(set(pauses)) == len(pauses)
    assert pause(0, 0, chance).total_seconds() >= 54


def test_we_name_product_municipality_and_where_we_are(desk: Desk) -> None:
    agent = terms_for(desk.database, desk.settings, plain_http=False).user_agent
    assert agent.startswith("Torget/")
    assert "Alvdala kommun" in agent
    assert desk.settings.base_url in agent
    assert agent.isascii()


# --- rounds -------------------------------------------------------------------------------------------------------


def test_a_round_asks_who_is_due_and_nobody_else(desk: Desk, site: Any, rss: Rss, item: MakeItem) -> None:
    due, off, later = (desk.add(site.put(f"/{name}", rss(item(name, f"https://a.example/{name}")))) for name in "abc")
    with desk.database.write() as session:
        session.get_one(Source, off).enabled = False
        session.get_one(Source, later).next_at = desk.clock.now + timedelta(minutes=1)
    rounds = SourceRounds(desk.database, desk.settings, desk.clock)
    assert rounds.round(desk.clock.now) == 1
    assert [path for path, _ in site.asked] == ["/a"]
    assert rounds.round(desk.clock.now) == 0
    next_at = desk.source(due).next_at
    assert next_at is not None
    assert next_at > desk.clock.now
    assert rounds.round(desk.clock.now + timedelta(minutes=2)) == 1


def test_a_source_that_hangs_does_not_hold_up_the_others(desk: Desk, site: Any, rss: Rss, item: MakeItem) -> None:
    answered = threading.Event()

    def act(handler: Any) -> None:
        answered.wait(5)  # answers only when the other one was asked
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.write(rss(item("Sen", "https://a.example/1")))

    def other(handler: Any) -> None:
        answered.set()
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.write(rss(item("Rask", "https://a.example/2")))

    desk.add(site.act("/slow", act))
    desk.add(site.act("/quick", other))
    assert SourceRounds(desk.database, desk.settings, desk.clock).round(desk.clock.now) == 2
    assert desk.titles() == ["Rask", "Sen"]


def test_only_one_process_asks(tmp_path: Path) -> None:
    first, second = OnlyOne(tmp_path / "x" / "lock"), OnlyOne(tmp_path / "x" / "lock")
    assert first.take()
    assert first.take()
    assert not second.take()
    first.let_go()
    assert second.take()
    second.let_go()


def test_rounds_stop_at_once(desk: Desk, stopwatch: Callable[[], float]) -> None:
    rounds = SourceRounds(desk.database, desk.settings, desk.clock)
    rounds.start()
    begun = stopwatch()
    rounds.stop()
    assert stopwatch() - begun < 1


def test_what_was_remembered_goes_with_its_source(desk: Desk, site: Any, rss: Rss, item: MakeItem) -> None:
    source = desk.add(site.put("/feed", rss(item("A"))))
    desk.ask(source)
    with desk.database.write() as session:
        session.delete(session.get_one(Source, source))
    with desk.database.read() as session:
        assert session.query(SourceItem).count() == 0
    assert desk.titles() == ["A"]
