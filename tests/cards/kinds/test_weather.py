"""Which hours a forecast tells, and how it stands under every sky on every screen."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
import pytest

from cards.compose import laid_out
from cards.kinds.weather.facts import WeatherFacts
from cards.kinds.weather.forecast import steps
from cards.kinds.weather.sample import variants
from cards.model import Card, Municipality, Screen
from cards.samples import samples
from cards.sheet import Sheet
from cards.themes import load_theme
from cards.words import degrees
from tests.cards.verdict import layout_faults

NOW = datetime(2026, 11, 26, 14, 32, tzinfo=ZoneInfo("Europe/Stockholm"))


def forecast() -> WeatherFacts:
    """The sample's forecast, made at 14."""
    facts = samples(NOW)["weather"].facts
    assert isinstance(facts, WeatherFacts)
    return facts


def test_the_hour_that_holds_comes_first_and_is_now() -> None:
    told = steps(forecast(), NOW, 5)
    assert [step.now for step in told] == [True, False, False, False, False]
    assert told[0].hour.at.hour == 14


@pytest.mark.parametrize(("later", "first"), [(timedelta(hours=4), 17), (timedelta(hours=7), 20)])
def test_hours_that_have_passed_are_left_out(later: timedelta, first: int) -> None:
    told = steps(forecast(), NOW + later, 5)
    assert (told[0].hour.at.hour, told[0].now) == (first, True)


def test_an_old_forecast_no_longer_says_now() -> None:
    told = steps(forecast(), NOW + timedelta(hours=10), 5)
    assert not any(step.now for step in told)


def test_the_day_itself_is_not_told_twice() -> None:
    told = steps(forecast(), NOW + timedelta(days=1), 5)
    assert all(step.hour.at.date() > (NOW + timedelta(days=1)).date() for step in told[1:])


def test_no_more_are_told_than_asked_for() -> None:
    assert len(steps(forecast(), NOW, 2)) == 2


def test_an_empty_forecast_tells_nothing() -> None:
    empty = WeatherFacts(place="Älvdala", made=NOW, hours=())
    assert steps(empty, NOW, 5) == ()


PANELS = (
    (1920, 1080, 55, 3), (1080, 1920, 55, 3), (1920, 540, 43, 3), (1920, 540, 43, 5), (1080, 1080, 43, 5),
    (1024, 768, 55, 3), (768, 1366, 43, 5), (1080, 1920, 75, 8), (1920, 1080, 43, 5),
)  # fmt: skip


def on(card: Card, panel: tuple[int, int, float, float], language: str = "sv", *, paint: bool = False) -> Sheet:
    width, height, inches, metres = panel
    screen = Screen(
        id="bib", name="Entrén", place="Biblioteket",
        municipality=Municipality(id="alvdala", names={"sv": "Älvdala kommun", "ar": "بلدية ألفدالا"}),
        width_px=width, height_px=height, inches=inches, distance_m=metres,
    )  # fmt: skip
    return laid_out(card, screen, load_theme("alv"), NOW, language, {}, paint=paint)


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("sky", sorted(variants(NOW)))
@pytest.mark.parametrize("language", ["sv", "fi", "ar", "uk"])
def test_every_sky_tells_the_weather_now_on_every_screen(
    panel: tuple[int, int, float, float], sky: str, language: str
) -> None:
    card = variants(NOW)[sky]
    sheet = on(card, panel, language)
    assert isinstance(card.facts, WeatherFacts)
    assert layout_faults(sheet) == []
    assert "hours" not in sheet.dropped
    warm = degrees(card.facts.hours[0].celsius)
    assert any(mark.text.strip("\u200e\u2066\u2069") == warm for mark in sheet.marks)


@pytest.mark.parametrize("panel", [(640, 480, 55, 3), (540, 540, 43, 3), (540, 960, 55, 3), (960, 540, 55, 3)])
@pytest.mark.parametrize("sky", sorted(variants(NOW)))
def test_no_cloud_drifts_behind_the_time(panel: tuple[int, int, float, float], sky: str) -> None:
    sheet = on(variants(NOW)[sky], panel, paint=True)
    (clock,) = sheet.live
    box = (clock.x_px, clock.y_px, clock.x_px + clock.width_px, clock.y_px + clock.height_px)
    assert len(sheet.image.crop(box).getcolors(16) or range(16)) == 1


def test_a_long_source_has_lines_of_its_own() -> None:
    card = samples(NOW)["weather"]
    source = "SMHI, Sveriges meteorologiska och hydrologiska institut, öppna data med licensen CC BY 4.0"
    facts = msgspec.structs.replace(card.facts, source=source)
    for panel in PANELS:
        sheet = on(msgspec.structs.replace(card, facts=facts), panel)
        assert layout_faults(sheet) == []
        assert "CC BY 4.0" in " ".join(mark.text.replace("\u00a0", " ") for mark in sheet.marks)
