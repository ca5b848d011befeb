"""A countdown: nights as people count them, a word where a number says less, and a night that is never in the way."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
import pytest

from cards.compose import laid_out
from cards.kinds.countdown.checks import check
from cards.kinds.countdown.facts import CountdownFacts
from cards.kinds.countdown.left import left
from cards.model import Card, Municipality, Screen, Text
from cards.samples import samples, variants
from cards.sheet import Sheet
from cards.telling import told
from cards.themes import load_theme
from cards.words import LANGUAGES
from tests.cards.verdict import layout_faults

ZONE = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 11, 26, 14, 32, tzinfo=ZONE)
SIZES = (
    (1920, 1080), (1080, 1920), (1920, 540), (3840, 1080), (1080, 1080), (1024, 768),
    (3840, 2160), (1280, 720), (1366, 768), (1280, 800),
)  # fmt: skip
LOOKS = {name: made for name, made in {**samples(NOW), **variants(NOW)}.items() if made.kind == "countdown"}


def screen(size: tuple[int, int] = (1920, 1080), inches: float = 55, metres: float = 3) -> Screen:
    town = Municipality(id="alvdala", names={"sv": "Älvdala kommun"})
    return Screen(
        id="bib", name="Entrén", place="Biblioteket", municipality=town,
        width_px=size[0], height_px=size[1], inches=inches, distance_m=metres,
    )  # fmt: skip


def sheet_of(of: Card, on: Screen, language: str = "sv") -> Sheet:
    return laid_out(of, on, load_theme("alv"), NOW, language, {}, paint=False)


def said_at(now: datetime, at: datetime, language: str = "sv") -> str:
    return left(CountdownFacts(at=at), now, language).whole.replace("\u00a0", " ")


@pytest.mark.parametrize("look", sorted(LOOKS))
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["sv", "fi", "ar", "uk"])
def test_it_stands_on_every_shape(look: str, size: tuple[int, int], language: str) -> None:
    assert layout_faults(sheet_of(LOOKS[look], screen(size), language)) == []


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_left_out_without_need(size: tuple[int, int]) -> None:
    assert sheet_of(LOOKS["countdown"], screen(size)).dropped == []


@pytest.mark.parametrize(("inches", "metres"), [(43, 5), (75, 8)])
@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
def test_far_away_the_number_is_still_the_largest(inches: float, metres: float, size: tuple[int, int]) -> None:
    sheet = sheet_of(LOOKS["countdown"], screen(size, inches, metres))
    assert layout_faults(sheet) == []
    assert max(sheet.marks, key=lambda mark: mark.size_px).text == "16"


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (24 * 16, "16 dagar kvar"),
        (24 * 2, "2 dagar kvar"),
        (24, "I morgon är det dags"),
        (9.6, "I morgon är det dags"),
        (9, "I dag är det dags"),
        (0, "Nu är det dags"),
        (-30, "Nu är det dags"),
    ],
)
def test_nights_are_counted_and_what_is_near_has_a_word(hours: float, said: str) -> None:
    assert said_at(NOW, NOW + timedelta(hours=hours)) == said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("days", [-1, 0, 1, 2, 3, 5, 11, 21, 22, 60])
def test_every_language_counts(language: str, days: int) -> None:
    spoken = left(CountdownFacts(at=NOW + timedelta(days=days, hours=1)), NOW, language)
    assert spoken.large.strip()
    assert spoken.words.strip()
    assert spoken.large.isdigit() == (days > 1)


def test_a_day_is_a_day_when_clocks_change() -> None:
    before = datetime(2026, 10, 24, 23, 0, tzinfo=ZONE)
    assert said_at(before, datetime(2026, 10, 26, 0, 30, tzinfo=ZONE)) == "2 dagar kvar"


def test_it_is_drawn_anew_when_it_begins() -> None:
    card = msgspec.structs.replace(LOOKS["countdown"], facts=CountdownFacts(at=NOW + timedelta(hours=2)))
    assert sheet_of(card, screen()).valid_until == NOW + timedelta(hours=2)


def test_a_headline_of_one_long_word_stands() -> None:
    card = msgspec.structs.replace(
        LOOKS["countdown"], texts={"sv": Text(title="Fastighetsskötselförvaltningsorganisationen")}
    )
    for size in SIZES:
        assert layout_faults(sheet_of(card, screen(size))) == []


def test_its_twin_says_the_day_first() -> None:
    facts = told(LOOKS["countdown"], "sv", NOW, ZONE).facts
    texts = [getattr(part, "text", "").replace("\u00a0", " ") for part in facts]
    assert texts == ["lördag 12 december 15.00", "Kyrkbergets skidstadion", "16 dagar kvar"]


def test_its_checks_look_at_the_day() -> None:
    def found(days: int, *, ends: bool = True) -> list[str]:
        card = msgspec.structs.replace(
            LOOKS["countdown"],
            facts=CountdownFacts(at=NOW + timedelta(days=days)),
            valid_until=NOW + timedelta(days=days + 1) if ends else None,
        )
        return [each.field for each in check(card, screen(), NOW)]

    assert found(16) == []
    assert found(-1) == ["at"]
    assert found(90) == ["at"]
    assert found(16, ends=False) == ["until"]
