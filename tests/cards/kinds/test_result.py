"""What a result says: the most chosen first, what is done about it, and until when."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import msgspec
import pytest

from cards.compose import laid_out
from cards.kinds.result.checks import check
from cards.kinds.result.facts import Option, ResultFacts
from cards.kinds.result.said import count_said, ready_said, said
from cards.kinds.result.sample import sample
from cards.model import Card, Municipality, Screen, Text
from cards.said import Pairs
from cards.sheet import Sheet
from cards.themes import load_theme

NOW = datetime(2026, 11, 26, 14, 32, tzinfo=ZoneInfo("Europe/Stockholm"))
SCREEN = Screen(
    id="bib", name="Entrén", place="Biblioteket", municipality=Municipality(id="a", names={"sv": "Älvdala"})
)


def card(facts: ResultFacts, **text: str) -> Card:
    return msgspec.structs.replace(
        sample(NOW), facts=facts, texts={"sv": Text(**{"title": "Flest vill ha bänk"} | text)}
    )


def sheet_of(what: Card, language: str = "sv") -> Sheet:
    return laid_out(what, SCREEN, load_theme("alv"), NOW, language, {}, paint=False)


def texts(what: Card, language: str = "sv") -> list[str]:
    return [mark.text.replace("\u00a0", " ") for mark in sheet_of(what, language).marks]


def votes(*numbers: int) -> tuple[Option, ...]:
    return tuple(Option(label=f"Val {index}", votes=number) for index, number in enumerate(numbers))


def test_the_three_most_chosen_stand_on_the_glass_and_all_of_them_on_the_page() -> None:
    result = card(ResultFacts(options=votes(3, 61, 7, 24, 1)))
    shown = texts(result)
    assert [text for text in shown if text.startswith("Val")] == ["Val 1", "Val 3", "Val 2"]
    pairs = next(part for part in said(result, "sv", NOW) if isinstance(part, Pairs))
    assert [votes for _, votes in pairs.rows] == ["61", "24", "7", "3", "1"]


def test_equals_keep_the_order_in_which_they_were_asked() -> None:
    assert [option.label for option in ResultFacts(options=votes(5, 9, 5)).ranked] == ["Val 1", "Val 0", "Val 2"]


def test_bars_are_left_out_where_nobody_answered() -> None:
    shown = " ".join(texts(card(ResultFacts(options=votes(0, 0)), body="Vi frågar igen.")))
    assert "Inga svar kom in" in shown
    assert "Val 0" not in shown


@pytest.mark.parametrize(
    ("count", "language", "expected"),
    [
        (1, "sv", "1 svar på frågan om badplatsen"),
        (1204, "sv", "1 204 svar på frågan om badplatsen"),
        (2, "ar", "جوابان"),
        (3, "uk", "3 відповіді"),
        (1, "fi", "1 vastaus"),
        (0, "en", "No answers came in"),
    ],
)
def test_answers_are_counted_as_the_language_counts(count: int, language: str, expected: str) -> None:
    facts = ResultFacts(about="badplatsen", answers=count)
    assert count_said(facts, language, "sv").replace("\u00a0", " ") == expected


def test_the_promised_day_is_told_once_and_with_its_year_when_that_is_another() -> None:
    facts = ResultFacts(options=votes(1), promised=date(2027, 6, 1))
    assert ready_said(card(facts, body="Vi gör det."), "sv", NOW).replace("\u00a0", " ") == "Klart senast 1 juni 2027."
    assert ready_said(card(facts, body="Den öppnar 1 juni."), "sv", NOW) == ""
    soon = msgspec.structs.replace(facts, promised=date(2026, 12, 3))
    assert ready_said(card(soon), "sv", NOW).replace("\u00a0", " ") == "Klart senast 3 december."


def test_what_is_done_is_said_as_done() -> None:
    shown = texts(card(ResultFacts(options=votes(4), done=True, promised=date(2026, 11, 1)), body="Den är öppen."))
    assert "Nu är det klart" in shown
    assert "Så här blev det" in shown
    assert not any("Klart senast" in text for text in shown)


@pytest.mark.parametrize(
    ("facts", "body", "field", "severity"),
    [
        (ResultFacts(options=votes(1)), "", "body", "look"),
        (ResultFacts(options=votes(1)), "Vi tar med oss din synpunkt.", "promised", "look"),
        (ResultFacts(options=votes(1), promised=date(2026, 11, 25)), "Vi gör det.", "promised", "look"),
        (ResultFacts(options=votes(-1), promised=date(2027, 1, 1)), "Vi gör det.", "options", "stop"),
        (
            ResultFacts(options=(Option(label="Bänk", votes=1), Option(label="bänk ", votes=2)), done=True),
            "Klart.",
            "options",
            "look",
        ),
    ],
)
def test_a_result_that_promises_nothing_is_remarked_upon(
    facts: ResultFacts, body: str, field: str, severity: str
) -> None:
    found = list(check(card(facts, body=body), SCREEN, NOW))
    assert [(finding.field, finding.severity) for finding in found] == [(field, severity)]


def test_a_result_with_a_day_to_come_is_not() -> None:
    facts = ResultFacts(options=votes(3, 1), promised=date(2026, 11, 26))
    assert list(check(card(facts, body="Vi gör det."), SCREEN, NOW)) == []
