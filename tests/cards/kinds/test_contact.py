"""What a person to turn to says: how one reaches them, when, and whether they answer at this moment."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

import msgspec
import pytest

from cards.compose import laid_out
from cards.kinds.contact.checks import check
from cards.kinds.contact.facts import ContactFacts, Times
from cards.kinds.contact.sample import sample
from cards.kinds.contact.told import hours_said, left_to_right, now_said, ways
from cards.model import Card, Municipality, Screen
from cards.sheet import Sheet
from cards.themes import load_theme

ZONE = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 11, 26, 14, 32, tzinfo=ZONE)
SCREEN = Screen(
    id="bib", name="Entrén", place="Biblioteket", municipality=Municipality(id="a", names={"sv": "Älvdala"})
)
MORNINGS = (Times(first=0, last=4, opens=time(9), closes=time(11)),)
FACTS = ContactFacts(name="Saga Älvros", phone="070-174 06 10", hours=MORNINGS)


def changed(**changes: object) -> ContactFacts:
    return msgspec.structs.replace(FACTS, **changes)


def card(facts: ContactFacts) -> Card:
    return msgspec.structs.replace(sample(NOW), facts=facts)


def sheet_of(facts: ContactFacts, now: datetime = NOW, language: str = "sv") -> Sheet:
    return laid_out(card(facts), SCREEN, load_theme("alv"), now, language, {}, paint=False)


@pytest.mark.parametrize(
    ("name", "initials"),
    [("Saga Älvros", "SÄ"), ("Anna-Karin Strömbäck Niemelä", "AN"), ("Socialjouren", "S"), ("", ""), ("(07) 12", "")],
)
def test_initials_are_those_of_the_first_and_the_last_name(name: str, initials: str) -> None:
    assert ContactFacts(name=name).initials == initials


@pytest.mark.parametrize(
    ("at", "said", "changes"),
    [
        (NOW.replace(hour=9, minute=0), "Svarar nu, till 11", NOW.replace(hour=11, minute=0)),
        (NOW.replace(hour=8), "", NOW.replace(hour=9, minute=0)),
        (NOW.replace(hour=11, minute=0), "", None),
        (NOW.replace(day=28, hour=10), "", None),
    ],
)
def test_a_card_knows_whether_they_answer_now(at: datetime, said: str, changes: datetime | None) -> None:
    told, until = now_said(FACTS, "sv", at)
    assert told.replace("\u00a0", " ") == said
    assert until == changes
    if changes is not None:
        assert sheet_of(FACTS, at).valid_until == changes


def test_hours_are_told_with_their_days() -> None:
    two = (*MORNINGS, Times(first=5, last=5, opens=time(10), closes=time(12, 30)))
    assert hours_said(changed(hours=two), "sv", NOW).replace("\u00a0", " ") == "Svarar mån–fre 9–11 och lör 10–12.30"
    place = changed(phone="", place="Biblioteket")
    assert hours_said(place, "sv", NOW).replace("\u00a0", " ") == "På plats mån–fre 9–11"
    always = changed(hours=(Times(first=0, last=6, opens=time(0), closes=time(23, 59)),))
    assert hours_said(always, "sv", NOW) == "Svarar dygnet runt"
    assert now_said(always, "sv", NOW) == ("", None)


def test_a_number_keeps_its_order_where_one_reads_from_the_right() -> None:
    assert left_to_right("070-174 06 10") == "\u200e070-174 06 10\u200e"
    assert left_to_right("bygglov@alvdala.example") == "bygglov@alvdala.example"


def test_the_telephone_comes_first_and_is_never_parted() -> None:
    facts = changed(email="bygglov@alvdala.example", place="Kommunhuset")
    assert ways(facts) == ("070-174 06 10", "bygglov@alvdala.example", "Kommunhuset")
    texts = [mark.text.replace("\u00a0", " ").strip("\u200e") for mark in sheet_of(facts).marks]
    assert "070-174 06 10" in texts


def test_without_a_photograph_the_initials_stand() -> None:
    assert "SÄ" in [mark.text for mark in sheet_of(FACTS).marks]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (FACTS, []),
        (changed(name=" "), [("name", "stop")]),
        (changed(phone=""), [("phone", "stop")]),
        (changed(phone="ring oss"), [("phone", "stop")]),
        (changed(hours=()), [("hours", "look")]),
        (changed(hours=(Times(first=0, last=0, opens=time(11), closes=time(9)),)), [("hours", "stop")]),
        (changed(hours=(Times(first=4, last=0, opens=time(9), closes=time(11)),)), [("hours", "stop")]),
    ],
)
def test_somebody_whom_nobody_can_reach_is_stopped(facts: ContactFacts, expected: list[tuple[str, str]]) -> None:
    assert [(finding.field, finding.severity) for finding in check(card(facts), SCREEN, NOW)] == expected
