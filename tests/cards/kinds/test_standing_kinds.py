"""Menu, hours, weather, clock, welcome and picture: legible and inside the safe area on every screen, or given up."""

from datetime import datetime, timedelta
from itertools import combinations
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cards.compose import compose, laid_out
from cards.kinds.menu.facts import MenuDay, MenuFacts
from cards.model import Card, Municipality, Screen, Text
from cards.samples import samples, variants
from cards.sheet import Sheet
from cards.themes import load_theme

STOCKHOLM = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 11, 26, 14, 32, tzinfo=STOCKHOLM)
KINDS = ("menu", "hours", "weather", "clock", "welcome", "picture")
SIZES = ((1920, 1080), (1080, 1920), (1280, 720), (1920, 540), (1080, 1080))
ALVDALA = Municipality(id="alvdala", names={"sv": "Älvdala kommun", "ar": "بلدية ألفدالا"})


def screen(size: tuple[int, int], inches: float = 55, metres: float = 3) -> Screen:
    """A screen in the library."""
    return Screen(
        id="bib",
        name="Entrén",
        place="Biblioteket",
        municipality=ALVDALA,
        width_px=size[0],
        height_px=size[1],
        inches=inches,
        distance_m=metres,
    )


def sheet_of(card: Card, on: Screen, now: datetime = NOW, language: str = "sv") -> Sheet:
    """The card laid out, not painted."""
    return laid_out(card, on, load_theme("alv"), now, language, {}, paint=False)


def assert_legible(sheet: Sheet) -> None:
    """Every text stands inside the safe area, clear of the others, and is large enough."""
    for mark in sheet.marks:
        safe = sheet.screen.safe_area
        assert mark.box.left >= sheet.width * safe - 2, mark
        assert mark.box.right <= sheet.width * (1 - safe) + 2, mark
        assert mark.box.top >= sheet.height * safe - 2, mark
        assert mark.box.bottom <= sheet.height * (1 - safe) + 8, mark
        assert mark.size_px >= sheet.sizes.small_floor - 0.5, mark
    for one, other in combinations(sheet.marks, 2):
        if one.block != other.block:  # lines of one text may interlock: their outlines are measured where they are set
            assert not one.box.overlaps(other.box, slack=3), (one, other)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["sv", "fi", "ar", "uk"])
def test_every_kind_is_legible_in_every_shape(kind: str, size: tuple[int, int], language: str) -> None:
    assert_legible(sheet_of(samples(NOW)[kind], screen(size), language=language))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("inches", "metres"), [(43, 2), (43, 5), (65, 5), (75, 8), (32, 6)])
@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (3840, 2160)])
def test_far_screens_get_larger_letters_and_fewer(
    kind: str, inches: float, metres: float, size: tuple[int, int]
) -> None:
    assert_legible(sheet_of(samples(NOW)[kind], screen(size, inches, metres)))


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(minutes=st.integers(0, 60 * 24 * 21))
def test_every_kind_is_legible_at_any_time(kind: str, minutes: int) -> None:
    sheet = sheet_of(samples(NOW)[kind], screen((1920, 1080)), NOW + timedelta(minutes=minutes))
    assert_legible(sheet)
    assert NOW + timedelta(minutes=minutes) < sheet.valid_until


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
def test_a_menu_marks_today(size: tuple[int, int]) -> None:
    texts = [mark.text.replace("\u00a0", " ") for mark in sheet_of(samples(NOW)["menu"], screen(size)).marks]
    assert "Torsdag · i dag" in texts
    assert "Vecka 48" in texts


def test_one_days_menu_stands_large() -> None:
    card = samples(NOW)["menu"]
    assert isinstance(card.facts, MenuFacts)
    days = (MenuDay(day=NOW.date(), dishes=("Ärtsoppa och pannkakor",)),)
    one = msgspec.structs.replace(card, facts=msgspec.structs.replace(card.facts, days=days))
    sheet = sheet_of(one, screen((1920, 1080)))
    assert_legible(sheet)
    headline = max(sheet.marks, key=lambda mark: mark.size_px)
    assert headline.text.startswith("Ärtsoppa")


def test_a_menu_without_days_says_so() -> None:
    card = msgspec.structs.replace(samples(NOW)["menu"], facts=MenuFacts())
    texts = " ".join(mark.text for mark in sheet_of(card, screen((1920, 1080))).marks)
    assert "Ingen lunch i dag" in texts.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (NOW, "Öppet till 19 i dag"),
        (NOW.replace(hour=8), "Öppnar 10 i dag"),
        (NOW.replace(hour=20), "Stängt för i dag Öppnar i morgon 10"),
        (NOW + timedelta(days=3), "Stängt i dag Öppnar i morgon 10"),
    ],
)
def test_hours_answer_the_question_of_the_moment(now: datetime, said: str) -> None:
    sheet = sheet_of(samples(NOW)["hours"], screen((1920, 1080)), now)
    text = " ".join(mark.text for mark in sheet.marks).replace("\u00a0", " ")
    assert said in text


def test_hours_far_away_keep_the_answer_and_give_up_the_week() -> None:
    sheet = sheet_of(samples(NOW)["hours"], screen((1920, 1080), 32, 8))
    assert "week" in sheet.dropped
    assert "Öppet" in " ".join(mark.text for mark in sheet.marks)


def test_a_welcome_is_the_same_size_in_every_language() -> None:
    sheet = sheet_of(samples(NOW)["welcome"], screen((1920, 1080)))
    greetings = [mark for mark in sheet.marks if mark.role == "headline"]
    assert len(greetings) == 6
    assert len({mark.size_px for mark in greetings}) == 1


@pytest.mark.parametrize("count", [1, 2, 3, 7])
def test_a_welcome_holds_one_language_or_seven(count: int) -> None:
    codes = ("sv", "fi", "fit", "se", "en", "ar", "uk")[:count]
    card = msgspec.structs.replace(samples(NOW)["welcome"], texts={code: Text(title="Welcome") for code in codes})
    for size in SIZES:
        assert_legible(sheet_of(card, screen(size)))


def test_a_temperature_keeps_its_minus_in_front_in_arabic() -> None:
    warm = [mark.text for mark in sheet_of(samples(NOW)["weather"], screen((1920, 1080)), language="ar").marks]
    assert "\u200e−4°\u200e" in warm


@pytest.mark.parametrize("kind", KINDS)
def test_a_clock_stands_on_plain_ground(kind: str) -> None:
    card = samples(NOW)[kind]
    picture = compose(card, screen((960, 540)), load_theme("alv"), NOW, "sv", {})
    for clock in picture.live:
        colours = set()
        for row in range(clock.y_px, clock.y_px + clock.height_px):
            start = (row * picture.width_px + clock.x_px) * 3
            line = picture.rgb[start : start + clock.width_px * 3]
            colours |= {line[index : index + 3] for index in range(0, len(line), 3)}
        assert len(colours) == 1, kind


def test_a_sky_changes_with_the_hour() -> None:
    card, on = samples(NOW)["weather"], screen((320, 180))
    noon = compose(card, on, load_theme("alv"), NOW.replace(month=6, hour=12), "sv", {})
    night = compose(card, on, load_theme("alv"), NOW.replace(month=6, hour=23, minute=50), "sv", {})
    assert noon.rgb[:3] != night.rgb[:3]


@pytest.mark.parametrize("look", ["menu-day", "menu-none"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["sv", "fi", "ar", "uk"])
def test_one_day_and_a_day_without_a_meal_are_legible(look: str, size: tuple[int, int], language: str) -> None:
    assert_legible(sheet_of(variants(NOW)[look], screen(size), language=language))


def test_a_day_without_a_meal_says_why_where_the_meal_would_stand() -> None:
    sheet = sheet_of(variants(NOW)["menu-none"], screen((1920, 1080)))
    texts = " ".join(mark.text for mark in sheet.marks).replace("\u00a0", " ")
    assert "Ingen lunch i dag Skolan har studiedag" in texts


def test_an_answer_is_never_smaller_than_its_question() -> None:
    for size in SIZES:
        sheet = sheet_of(samples(NOW)["answer"], screen(size))
        sizes = {mark.text[:5]: mark.size_px for mark in sheet.marks}
        assert sizes["Tidst"] >= sizes["”Varf"]


def test_a_welcome_far_away_gives_up_its_landscape_before_its_languages() -> None:
    sheet = sheet_of(samples(NOW)["welcome"], screen((1920, 1080), 75, 8))
    assert sum(mark.role == "headline" for mark in sheet.marks) == 6
    assert_legible(sheet)


@pytest.mark.parametrize("look", ["hours-closed", "hours-holidays"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["sv", "fi", "ar", "uk"])
def test_closed_days_and_holidays_are_legible(look: str, size: tuple[int, int], language: str) -> None:
    assert_legible(sheet_of(variants(NOW)[look], screen(size), language=language))


def test_holidays_are_told_together() -> None:
    sheet = sheet_of(variants(NOW)["hours-holidays"], screen((1080, 1920)))
    text = " ".join(mark.text for mark in sheet.marks).replace("\u00a0", " ")
    assert "Helgdag 29 november: stängt" in text
    assert "Dag före helg 28 november: 10–13" in text


def test_a_bar_tells_the_days_from_today_on() -> None:
    sheet = sheet_of(samples(NOW)["hours"], screen((1920, 540), 37, 2.5))
    texts = [mark.text.replace("\u00a0", " ") for mark in sheet.marks]
    assert texts.index("I dag, torsdag") < texts.index("Fredag") < texts.index("Söndag")
    assert "Onsdag" not in texts


def test_a_chip_too_wide_for_a_narrow_screen_is_set_tighter() -> None:
    screen = Screen(
        id="hall",
        name="Hallen",
        place="",
        municipality=Municipality(id="alvdala", names={"sv": "Älvdala kommun"}),
        width_px=768,
        height_px=1366,
        inches=43,
        distance_m=4.5,
    )
    sheet = laid_out(samples(NOW)["answer"], screen, load_theme("alv"), NOW, "uk", {}, paint=False)
    said = next(mark for mark in sheet.marks if mark.role == "chip")
    assert sheet.safe.holds(said.box, slack=1)
