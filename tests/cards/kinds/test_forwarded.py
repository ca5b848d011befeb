"""What a question that was passed on says: who has it, since when, and when an answer is promised."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import msgspec
import pytest

from cards.alt import alt_text
from cards.compose import laid_out
from cards.kinds.forwarded.checks import check
from cards.kinds.forwarded.facts import ForwardedFacts
from cards.kinds.forwarded.sample import sample
from cards.kinds.forwarded.told import headline_said, quoted, stations
from cards.model import Card, Municipality, Screen, Text
from cards.themes import load_theme

ZONE = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 11, 26, 14, 32, tzinfo=ZONE)
TODAY = NOW.date()
SCREEN = Screen(
    id="bib", name="Entrén", place="Biblioteket", municipality=Municipality(id="a", names={"sv": "Älvdala"})
)
FACTS = ForwardedFacts(asked=date(2026, 11, 17), department="Gata och park", promised=date(2026, 12, 3))


def changed(**changes: object) -> ForwardedFacts:
    return msgspec.structs.replace(FACTS, **changes)


def card(facts: ForwardedFacts) -> Card:
    return msgspec.structs.replace(sample(NOW), facts=facts)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_who_has_it_is_the_headline_on_the_glass() -> None:
    sheet = laid_out(card(FACTS), SCREEN, load_theme("alv"), NOW, "sv", {}, paint=False)
    headline = " ".join(mark.text for mark in sheet.marks if mark.role == "headline")
    assert plain(headline) == "Din fråga ligger hos Gata och park"
    assert max(mark.size_px for mark in sheet.marks if mark.role != "headline") < min(
        mark.size_px for mark in sheet.marks if mark.role == "headline"
    )


def test_without_a_department_it_is_only_passed_on() -> None:
    assert plain(headline_said(changed(department=" "), "sv")) == "Din fråga är skickad vidare"


@pytest.mark.parametrize(
    ("promised", "label", "when"),
    [
        (date(2026, 11, 27), "Svar senast", "i morgon"),
        (date(2026, 11, 26), "Svar senast", "i dag"),
        (date(2026, 12, 3), "Svar senast", "3 december"),
        (date(2027, 1, 7), "Svar senast", "7 januari 2027"),
        (date(2026, 11, 25), "Svar skulle ha kommit", "25 november"),
        (None, "Svar", "Vi säger när"),
    ],
)
def test_the_last_station_is_the_answer(promised: date | None, label: str, when: str) -> None:
    last = stations(changed(promised=promised), "sv", TODAY)[2]
    assert (plain(last.label), plain(last.when)) == (label, when)


def test_it_lies_there_since_it_was_passed_on_or_else_since_it_was_asked() -> None:
    assert plain(stations(FACTS, "sv", TODAY)[1].when) == "sedan 17 november"
    assert plain(stations(changed(since=date(2026, 11, 19)), "sv", TODAY)[1].when) == "sedan 19 november"


@pytest.mark.parametrize(("language", "said"), [("sv", "”Hej?”"), ("en", "“Hej?”"), ("ar", "«Hej?»")])
def test_a_question_stands_in_the_quotation_marks_of_its_language(language: str, said: str) -> None:
    assert quoted("Hej?", language) == said
    assert quoted(said, language) == said


def test_it_is_told_in_sentences() -> None:
    told = plain(alt_text(card(changed(role="Trafikingenjören")), "sv", NOW, ZONE))
    assert "Din fråga ligger hos Gata och park" in told
    assert "Trafikingenjören sedan 17 november" in told
    assert "Svar senast 3 december" in told


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (FACTS, []),
        (changed(department=""), [("department", "stop")]),
        (changed(promised=None), [("promised", "look")]),
        (changed(promised=date(2026, 11, 25)), [("promised", "look")]),
        (changed(since=date(2026, 11, 1)), [("since", "stop")]),
    ],
)
def test_a_question_that_lies_with_nobody_is_stopped(facts: ForwardedFacts, expected: list[tuple[str, str]]) -> None:
    assert [(finding.field, finding.severity) for finding in check(card(facts), SCREEN, NOW)] == expected


def test_a_question_that_nobody_can_follow_is_looked_at() -> None:
    lost = msgspec.structs.replace(card(FACTS), link=None, texts={"sv": Text(title="Hej?")})
    assert [finding.field for finding in check(lost, SCREEN, NOW)] == ["link"]
