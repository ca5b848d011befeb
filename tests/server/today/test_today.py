"""I dag: what waits, how the glass is, what comes; the news is the heading."""

import re
from collections.abc import Callable
from datetime import timedelta
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import select
from starlette.testclient import TestClient

from cards.model import Card
from server.publishing.versions import make_card
from server.storage.models import AccountRole, Origin, Reply, ReplyState, StoredCard, Submission, SubmissionState, Tray
from server.storage.session import Database
from server.today.timeline import days, ended_lately
from server.words import words_for
from tests.server.conftest import NOON, event, news, sign_in

STOCKHOLM = ZoneInfo("Europe/Stockholm")
AddCard = Callable[..., None]


def hand_in(town: Database, card: Card) -> None:
    with town.write() as session:
        stored = make_card(session, card, Origin.ASSOCIATION, None, NOON, waiting=True)
        session.add(
            Submission(
                card_id=stored.id,
                token_hash="a" * 64,
                token_ends_at=NOON + timedelta(days=90),
                code="4K2P",
                sender="Älvdala SK",
                state=SubmissionState.WAITING,
                made_at=NOON,
            )
        )


def test_what_an_association_handed_in_is_the_heading_and_counted_in_the_menu(
    client: TestClient, town: Database
) -> None:
    sign_in(client, town, AccountRole.STAFF)
    hand_in(town, event("julmarknad", NOON + timedelta(days=9)))
    page = client.get("/").text
    assert "En sak väntar på dig" in page
    assert "Älvdala SK vill visa ett evenemang." in page
    assert '<span class="antal">1<span class="vh">' in page


def test_a_draft_that_came_by_itself_waits_and_one_of_the_staffs_own_does_not(
    client: TestClient, town: Database, add_card: AddCard
) -> None:
    sign_in(client, town, AccountRole.STAFF)
    add_card(news("eget"), published=False)
    assert "Inget väntar på dig" in client.get("/").text
    with town.write() as session:
        make_card(session, news("flode", "Ny cykelbana"), Origin.FEED, None, NOON)
    page = client.get("/").text
    assert "Kom från ett flöde, som utkast." in page
    with town.read() as session:
        assert len(session.scalars(select(StoredCard)).all()) == 2


def test_a_screen_that_is_not_well_says_so_in_words(client: TestClient, town: Database, add_card: AddCard) -> None:
    sign_in(client, town, AccountRole.STAFF)
    add_card(news("a"))
    assert "Har ingen spelare." in client.get("/").text


def test_the_line_of_today_tells_what_begins_and_what_takes_itself_down() -> None:
    soon = event("snart", NOON + timedelta(hours=3))
    past = event("nyss", NOON - timedelta(hours=1))
    tomorrow = event("sen", NOON + timedelta(days=1))
    found = days([soon, past, tomorrow], NOON, STOCKHOLM, words_for("sv"))
    assert [(moment.href, moment.past) for moment in found.today] == [("/kort/nyss", True), ("/kort/snart", False)]
    assert [moment.text for moment in found.tomorrow] == ["Konsert, Stora salen."]
    assert found.today[1].time == "16.00"


def test_what_comes_each_week_is_told_on_its_day_and_not_on_others() -> None:
    first = event("cafe", NOON - timedelta(days=14) + timedelta(hours=3))
    weekly = msgspec.structs.replace(first, facts=msgspec.structs.replace(first.facts, weekly=True))
    found = days([weekly], NOON, STOCKHOLM, words_for("sv"))
    assert [moment.at for moment in found.today] == [NOON + timedelta(hours=3)]
    assert found.tomorrow == ()
    assert days([weekly], NOON + timedelta(days=1), STOCKHOLM, words_for("sv")).today == ()


def test_a_card_without_a_headline_is_told_by_its_kind(client: TestClient, town: Database) -> None:
    plain = msgspec.structs.replace(news("dagar", ""), valid_from=NOON + timedelta(hours=2))
    found = days([plain], NOON, STOCKHOLM, words_for("sv"))
    assert [moment.text for moment in found.today] == ["”Nyhet” börjar visas."]
    sign_in(client, town, AccountRole.STAFF)
    with town.write() as session:
        make_card(session, plain, Origin.FOLDER, None, NOON)
    assert ">Nyhet</a>" in client.get("/").text


def test_what_took_itself_down_in_the_last_day_is_counted() -> None:
    cards = [event("i-natt", NOON - timedelta(hours=9)), event("i-fjol", NOON - timedelta(days=300))]
    assert ended_lately(cards, NOON, STOCKHOLM) == 1


def test_a_question_that_stands_on_no_card_has_a_bubble_and_no_empty_picture(
    client: TestClient, town: Database
) -> None:
    sign_in(client, town, AccountRole.STAFF)
    with town.write() as session:
        session.add(
            Reply(
                code="4K2P",
                token_hash="b" * 64,
                token_ends_at=NOON + timedelta(days=90),
                text="När öppnar badet?",
                state=ReplyState.NEW,
                tray=Tray.FIRST,
                made_at=NOON,
            )
        )
    page = client.get("/").text
    assert "När öppnar badet?" in page
    assert re.search(r'<span class="bild b144 utan"><svg', page)
    assert not re.search(r'<span class="bild[^"]*"></span>', page)
