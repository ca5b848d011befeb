"""A question that is answered on a scale: asked on the form, answered by number, counted step by step."""

import re
from datetime import timedelta
from typing import Any

import pytest

from cards.kinds.question.facts import QuestionFacts, Scale
from tests.server.dialogue.test_flow import House, field, house

__all__ = ["house"]
ASKED = {
    "question": "Hur ofta badar du i älven?",
    "leads_to": "Det avgör hur länge bryggan ligger i.",
    "way": "scale",
    "low": "Aldrig",
    "high": "Varje dag",
    "steps": "5",
    "sender": "Kultur och fritid",
    "owner": "Fritidschefen",
    "answer_by": "15/12",
    "promised": "21/12",
    "screens": "bib-entre",
    "do": "ask",
}


def asked(house: House) -> str:
    """Ask it; the path where it is answered."""
    assert house.act("/fragor/ny", **ASKED) == 303
    (card,) = [card for card in house.manifest().cards.values() if card.id.startswith("hur-ofta")]
    assert isinstance(card.facts, QuestionFacts)
    assert card.facts.scale == Scale(low="Aldrig", high="Varje dag", steps=5)
    assert card.facts.options == ()
    assert card.link is not None
    found = re.search(r"/s/\w+", card.link.url)
    assert found
    return found[0]


def test_a_scale_is_answered_by_its_numbers_and_its_fall_is_for_staff(house: House) -> None:
    path = asked(house)
    page = house.phone.get(path).text
    assert re.findall(r"<b>(\d)</b>", page)[:5] == ["1", "2", "3", "4", "5"]
    assert "Aldrig" in page
    assert "Varje dag" in page
    for step in ("4", "4", "0"):
        stamp = field(house.phone.get(path).text, "stamp")
        house.clock.pass_by(timedelta(seconds=10))
        sent = house.phone.post(path, data={"stamp": stamp, "option": step})
        assert sent.status_code == 303
    assert "1, Aldrig" in house.phone.get(sent.headers["location"]).text
    (card,) = [card.id for card in house.manifest().cards.values() if card.id.startswith("hur-ofta")]
    staff = house.staff.get(f"/fragor/om/{card}").text
    assert "Så föll svaren på skalan" in staff
    rows = re.findall(r'<th scope="row">([^<]+)</th>.*?<td class="n">(\d+)</td>', staff, re.DOTALL)
    assert rows == [("1, Aldrig", "1"), ("2", "0"), ("3", "0"), ("4", "0"), ("5, Varje dag", "2")]


def test_a_step_must_be_chosen_and_one_that_is_not_there_is_none(house: House) -> None:
    path = asked(house)
    stamp = field(house.phone.get(path).text, "stamp")
    answer = house.phone.post(path, data={"stamp": stamp, "option": "5"})
    assert answer.status_code == 422
    assert house.replies() == []


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"low": ""}, "Vad betyder det lägsta steget?"),
        ({"high": ""}, "Vad betyder det högsta steget?"),
        ({"steps": "8"}, "Två till sju steg får plats."),
        ({"steps": "fem"}, "Två till sju steg får plats."),
        ({"high": "x" * 25}, "25 tecken"),
        ({"way": "options"}, "Två till sex svar"),
    ],
)
def test_what_a_scale_lacks_is_said_and_kept(house: House, wrong: dict[str, Any], said: str) -> None:
    answer = house.staff.post("/fragor/ny", data={"csrf": house.csrf} | ASKED | wrong)
    assert answer.status_code == 422
    assert said in answer.text
    assert 'value="Kultur och fritid"' in answer.text


def test_a_way_that_was_not_chosen_does_not_count(house: House) -> None:
    assert house.act("/fragor/ny", **ASKED | {"way": "words", "options": "Ja", "steps": "90"}) == 303
    (card,) = [card for card in house.manifest().cards.values() if card.id.startswith("hur-ofta")]
    assert isinstance(card.facts, QuestionFacts)
    assert (card.facts.scale, card.facts.options) == (None, ())
