"""What an event's form has folded away: it is read, kept through an edit, told on the card, and objected to by name."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from cards.kinds.event.facts import EventFacts
from server.curation.standing import end_of
from server.storage.models import StoredCard
from server.storage.session import Database
from tests.server.curation.conftest import Desk

pytestmark = pytest.mark.slow  # whole flows through pages and files, dozens of them

Concert = Callable[..., dict[str, Any]]
FILLED = {"price": "80 kronor", "sold_out": "1", "weekly": "1", "until": "19 december", "poster": "1"}


def stored(town: Database) -> StoredCard:
    with town.read() as session:
        card = session.scalars(select(StoredCard)).one()
        assert card.versions
        return card


def facts_of(town: Database) -> EventFacts:
    facts = stored(town).version().content.facts
    assert isinstance(facts, EventFacts)
    return facts


def fields_of(page: str) -> dict[str, str]:
    """The form's own fields as a browser would send them back."""
    inputs = re.findall(r'<input class="in[^"]*" id="([^"]+)" name="[^"]+" type="text" value="([^"]*)"', page)
    ticks = re.findall(r'<input type="checkbox" name="([^"]+)" value="([^"]+)" checked>', page)
    areas = re.findall(r'<textarea[^>]* name="([^"]+)"[^>]*>\n([^<]*)</textarea>', page)
    seen = re.findall(r'name="(seen|stood|state)" value="([^"]*)"', page)
    return dict([*inputs, *ticks, *areas, *seen])


def test_the_fold_is_shut_until_something_is_in_it(desk: Desk, town: Database, concert: Concert) -> None:
    assert '<details class="mer"><summary>Mer om evenemanget' in desk.get("/kort/nytt/event").text
    desk.post("/kort/nytt/event", concert(price="80 kronor"))
    assert '<details class="mer" open>' in desk.get(f"/kort/{stored(town).id}/andra").text


def test_everything_in_the_fold_is_kept_through_an_edit(desk: Desk, town: Database, concert: Concert) -> None:
    assert desk.post("/kort/nytt/event", concert(**FILLED)).status_code == 303
    facts = facts_of(town)
    assert (facts.price, facts.sold_out, facts.weekly, facts.poster) == ("80 kronor", True, True, True)
    assert facts.until == datetime(2026, 12, 18, 23, tzinfo=UTC)
    page = desk.get(f"/kort/{stored(town).id}/andra").text
    sent = fields_of(page) | {"title": "Vinterkonsert", "act": "publish"}
    assert desk.post(f"/kort/{stored(town).id}/andra", sent).status_code == 303
    assert facts_of(town) == facts
    page = desk.get(f"/kort/{stored(town).id}/historik").text
    assert "Rubrik" in page


def test_further_days_take_the_hour_of_the_first_or_one_of_their_own(
    desk: Desk, town: Database, concert: Concert
) -> None:
    lines = "12 december\n\n5 december 14.00\n28 november\n12/12"
    assert desk.post("/kort/nytt/event", concert(also=lines)).status_code == 303
    also = facts_of(town).also
    assert also == (datetime(2026, 12, 5, 13, tzinfo=UTC), datetime(2026, 12, 12, 17, tzinfo=UTC))
    assert fields_of(desk.get(f"/kort/{stored(town).id}/andra").text)["also"] == (
        "lördag 5 december 14.00\nlördag 12 december"
    )


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"until": "27 november"}, "sista dagen kommer före den första"),
        ({"until": "någon gång"}, "Det går inte att läsa som en dag"),
        ({"also": "5 december\nsnart"}, "”snart” går inte att läsa som en dag"),
        ({"also": "20 november"}, "”20 november” kommer före den första dagen"),
        ({"also": "fredag 5 december"}, "veckodagen stämmer inte med datumet"),
        ({"also": "5 december", "weekly": "1"}, "Det kommer redan varje vecka"),
        ({"also": "5 december", "until": "9 december"}, "En utställning är öppen till sin sista dag"),
        ({"also": "5 december\n" * 61}, "Högst 60 dagar"),
        ({"day": "3 november", "weekly": "1", "until": "17 november"}, "Det har redan varit"),
    ],
)
def test_what_is_wrong_in_the_fold_is_said_in_it_and_opens_it(
    desk: Desk, town: Database, concert: Concert, wrong: dict[str, str], said: str
) -> None:
    answer = desk.post("/kort/nytt/event", concert(**wrong))
    assert answer.status_code == 422
    assert said in answer.text
    assert '<details class="mer" open>' in answer.text
    with town.read() as session:
        assert session.scalars(select(StoredCard)).all() == []


def test_what_began_long_ago_and_still_comes_each_week_can_be_edited(
    desk: Desk, town: Database, concert: Concert
) -> None:
    assert desk.post("/kort/nytt/event", concert(day="6 oktober", weekly="1")).status_code == 303
    card = stored(town)
    assert end_of(card.version().content, ZoneInfo("Europe/Stockholm")) is None
    sent = fields_of(desk.get(f"/kort/{card.id}/andra").text) | {"sold_out": "1", "act": "publish"}
    assert desk.post(f"/kort/{card.id}/andra", sent).status_code == 303
    assert facts_of(town).sold_out
    assert "Slutsålt" in desk.get(f"/kort/{card.id}/historik").text


def test_the_card_drawn_beside_follows_the_fold(desk: Desk, concert: Concert) -> None:
    drawn = desk.post("/kort/visa/event", concert(weekly="1", sold_out="1", also="snart")).text
    assert "Slutsålt" in drawn
    assert "varje lördag" in drawn
    assert "går inte att läsa som en dag" in drawn
