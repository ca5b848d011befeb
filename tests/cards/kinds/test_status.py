"""What a status says: a bubble for each question up to twelve, numbers over that, and with whom the rest lies."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
import pytest

from cards.compose import laid_out
from cards.geometry import Box
from cards.kinds.status.bubbles import bubbles_of
from cards.kinds.status.checks import check
from cards.kinds.status.facts import StatusFacts, Waiting
from cards.kinds.status.sample import sample
from cards.kinds.status.told import groups, headline_said
from cards.model import Card, Municipality, Screen
from cards.sheet import Sheet
from cards.themes import load_theme

NOW = datetime(2026, 11, 26, 14, 32, tzinfo=ZoneInfo("Europe/Stockholm"))
TODAY = NOW.date()
SCREEN = Screen(
    id="bib", name="Entrén", place="Biblioteket", municipality=Municipality(id="a", names={"sv": "Älvdala"})
)
LAST_WEEK = (date(2026, 11, 16), date(2026, 11, 22))


def facts(answered: int, *waiting: Waiting, days: tuple[date, date] = LAST_WEEK) -> StatusFacts:
    return StatusFacts(first=days[0], last=days[1], answered=answered, waiting=waiting)


def street(count: int, promised: date | None = None) -> Waiting:
    return Waiting(department="Gata och park", count=count, promised=promised)


def card(what: StatusFacts) -> Card:
    return msgspec.structs.replace(sample(NOW), facts=what)


def sheet_of(what: StatusFacts, language: str = "sv") -> Sheet:
    return laid_out(card(what), SCREEN, load_theme("alv"), NOW, language, {}, paint=False)


def text_of(what: StatusFacts) -> str:
    return " ".join(mark.text for mark in sheet_of(what).marks).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("days", "language", "expected"),
    [
        (LAST_WEEK, "sv", "12 frågor kom in förra veckan"),
        ((date(2026, 11, 23), date(2026, 11, 29)), "sv", "12 frågor kom in den här veckan"),
        ((date(2026, 11, 2), date(2026, 11, 8)), "sv", "12 frågor kom in 2–8 november"),
        (LAST_WEEK, "fi", "12 kysymystä tuli viime viikolla"),
        (LAST_WEEK, "uk", "12 запитань надійшло минулого тижня"),
    ],
)
def test_the_headline_counts_and_says_when(days: tuple[date, date], language: str, expected: str) -> None:
    said = headline_said(facts(9, street(3), days=days), language, TODAY)
    assert said.replace("\u00a0", " ") == expected


def test_one_question_and_none_are_said_in_their_own_way() -> None:
    assert headline_said(facts(1), "sv", TODAY).replace("\u00a0", " ") == "1 fråga kom in förra veckan"
    assert headline_said(facts(0), "sv", TODAY) == "Inga frågor kom in förra veckan"


def test_last_week_is_last_week_on_a_monday_and_over_new_year() -> None:
    week = facts(1, days=(date(2026, 12, 28), date(2027, 1, 3)))
    assert headline_said(week, "sv", date(2027, 1, 4)).endswith("förra veckan")
    assert headline_said(week, "sv", date(2027, 1, 3)).endswith("den här veckan")


@pytest.mark.parametrize(("total", "bubbles"), [(1, True), (12, True), (13, False), (200, False)])
def test_up_to_twelve_have_a_bubble_each(total: int, bubbles: bool) -> None:
    sheet = sheet_of(facts(total))
    found = bubbles_of(sheet, groups(facts(total), "sv", TODAY), Box(0, 0, 1728, 400))
    assert (found is not None) is bubbles


def test_each_count_stands_under_its_first_bubble() -> None:
    sheet = sheet_of(facts(4, street(4), Waiting(count=4)))
    numbers = [mark.box.left for mark in sheet.marks if mark.text == "4"]
    step = (1728 + 24) / 12
    assert [round(left) for left in numbers] == pytest.approx([96, 96 + 4 * step, 96 + 8 * step], abs=2)


def test_the_promised_day_is_said_as_people_say_it_and_a_late_answer_is_admitted() -> None:
    assert "Svar senast i morgon." in text_of(facts(9, street(3, TODAY + timedelta(days=1))))
    assert "Svaret är försenat." in text_of(facts(9, street(3, TODAY - timedelta(days=1))))


def test_departments_together_answer_by_the_latest_of_their_days() -> None:
    two = facts(1, street(3, date(2026, 11, 27)), Waiting(department="Skolan", count=2, promised=date(2026, 11, 30)))
    merged = groups(two, "sv", TODAY, merged=True)
    assert [(group.number, group.words) for group in merged] == [(1, "är besvarad"), (5, "väntar på svar")]
    assert merged[1].note.replace("\u00a0", " ") == "Svar senast på måndag."
    unknown = groups(facts(1, street(3, date(2026, 11, 27)), Waiting(count=2)), "sv", TODAY, merged=True)
    assert unknown[1].note == ""


def test_nobody_asked_invites_to_ask() -> None:
    assert text_of(facts(0)).count("Ställ en fråga") == 2


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        (facts(9, street(3, date(2026, 11, 27))), []),
        (facts(9, Waiting(count=3, promised=date(2026, 11, 27))), [("waiting", "look")]),
        (facts(9, street(3)), [("waiting", "look")]),
        (facts(9, street(3, date(2026, 11, 20))), [("waiting", "look")]),
        (facts(-1), [("answered", "stop")]),
        (facts(1, days=(LAST_WEEK[1], LAST_WEEK[0])), [("last", "stop")]),
    ],
)
def test_questions_that_lie_nowhere_are_remarked_upon(what: StatusFacts, expected: list[tuple[str, str]]) -> None:
    assert [(finding.field, finding.severity) for finding in check(card(what), SCREEN, NOW)] == expected
