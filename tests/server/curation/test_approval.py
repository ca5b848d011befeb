"""Publishing a card means the version that was looked at, and nothing that came after."""

import re
from datetime import timedelta

import pytest

from cards.kinds.event.facts import EventFacts
from server.publishing.versions import add_version, make_card, publish_card
from server.storage.models import CardState, Origin, StoredCard, Submission, SubmissionState
from server.storage.session import Database
from tests.server.conftest import NOON, event, news, stored
from tests.server.curation.conftest import Desk

pytestmark = pytest.mark.slow  # whole flows through pages and files, dozens of them

LATER = NOON + timedelta(days=5)


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


def handed_in(town: Database) -> None:
    """An association's event that stands on the screens, with a change of theirs that waits for a decision."""
    with town.write() as session:
        card = make_card(session, event("konsert", LATER), Origin.ASSOCIATION, None, NOON)
        publish_card(card, None, NOON)
        add_version(session, card, event("konsert", LATER + timedelta(hours=1)), None, NOON)
        session.add(
            Submission(
                card_id="konsert",
                token_hash="a" * 64,
                token_ends_at=LATER,
                code="4K2P",
                sender="Älvdala SK",
                state=SubmissionState.WAITING,
                made_at=NOON,
            )
        )


def facts_of(card: StoredCard, number: int | None) -> EventFacts:
    facts = card.version(number).content.facts
    assert isinstance(facts, EventFacts)
    return facts


@pytest.mark.parametrize(
    ("act", "fields", "cancelled"), [("stall-in", {"sure": "1"}, True), ("tillbaka", {"version": "1"}, False)]
)
def test_a_change_that_an_association_waits_for_goes_on_waiting(
    desk: Desk, town: Database, act: str, fields: dict[str, str], cancelled: bool
) -> None:
    handed_in(town)
    answer = desk.post(f"/kort/konsert/{act}", fields)
    assert answer.status_code == 303
    card = stored(town, "konsert")
    shown, waits = facts_of(card, card.published_version), facts_of(card, None)
    assert (shown.start, shown.cancelled) == (LATER, cancelled)
    assert (waits.start, waits.cancelled) == (LATER + timedelta(hours=1), cancelled)
    assert card.version().approved_sha256 is None
    assert "Konsert" in desk.get("/inkorg").text
    undo = re.search(r'action="(/angra/\d+)"', desk.get(answer.headers["location"]).text)
    assert undo is not None
    desk.post(undo[1], {"next": "/kort/konsert"})
    card = stored(town, "konsert")
    assert facts_of(card, card.published_version) == facts_of(card, 1)
    assert facts_of(card, None) == facts_of(card, 2)


def test_going_back_to_the_very_change_that_waits_decides_about_it(desk: Desk, town: Database) -> None:
    handed_in(town)
    desk.post("/kort/konsert/tillbaka", {"version": "2"})
    card = stored(town, "konsert")
    assert card.published_version == card.latest_version
    assert facts_of(card, None) == facts_of(card, 2)


def test_a_change_published_from_its_cards_page_waits_nowhere(desk: Desk, town: Database) -> None:
    handed_in(town)
    assert 'class="antal"' in desk.get("/").text
    desk.post("/kort/konsert/publicera", {"sha256": seen(desk, "konsert")})
    page = desk.get("/").text
    assert "Inget väntar på dig" in page
    assert 'class="antal"' not in page


def test_a_card_that_stands_nowhere_is_not_said_to_be_on_the_screens(desk: Desk, town: Database) -> None:
    with town.write() as session:
        make_card(session, news("flode", "Ny cykelbana"), Origin.FEED, None, NOON)
    answer = desk.post("/kort/flode/publicera", {"sha256": seen(desk, "flode")})
    assert answer.headers["location"] == "/kort/flode/andra?skarmlost=1#screens"
    form = desk.get(answer.headers["location"]).text
    assert "Kortet har ingen skärm än" in form
    assert 'name="screens" value="bib-entre" checked' in form
    assert stored(town, "flode").state is CardState.DRAFT


def test_the_drawing_of_a_card_that_is_there_keeps_what_is_to_be_looked_at(desk: Desk, add_card) -> None:
    add_card(event("konsert", LATER))
    typed = {"title": "Konsert", "day": "lördag", "starts": "18", "place": "Salen", "body": ""}
    assert "Skriv vad det kostar" in desk.post("/kort/visa/event", typed | {"seen": "1"}).text
    assert "Skriv vad det kostar" not in desk.post("/kort/visa/event", typed).text
