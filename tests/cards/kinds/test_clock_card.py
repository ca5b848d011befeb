"""The clock card: the time as large as the screen allows, under the sky of the hour."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from cards.compose import compose, laid_out
from cards.kinds.clock.sample import sample
from cards.model import Municipality, Screen
from cards.themes import load_theme
from tests.cards.verdict import layout_faults

ZONE = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 11, 26, 14, 32, tzinfo=ZONE)
PANELS = (
    (1920, 1080, 55, 3), (1080, 1920, 55, 3), (1920, 540, 43, 5), (3840, 1080, 75, 8), (1080, 1080, 43, 3),
    (1024, 768, 75, 8), (768, 1366, 55, 6), (2160, 3840, 75, 8), (1280, 800, 43, 3),
)  # fmt: skip


def screen(panel: tuple[int, int, float, float], safe_area: float = 0.05) -> Screen:
    width, height, inches, metres = panel
    return Screen(
        id="bib", name="Entrén", place="Ishallens foajé, norra ingången",
        municipality=Municipality(id="alvdala", names={"sv": "Älvdala kommun", "ar": "بلدية ألفدالا"}),
        width_px=width, height_px=height, inches=inches, distance_m=metres, safe_area=safe_area,
    )  # fmt: skip


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("safe_area", [0.05, 0.08])
@pytest.mark.parametrize("language", ["sv", "ar", "uk"])
def test_time_and_day_stay_in_the_safe_area(
    panel: tuple[int, int, float, float], safe_area: float, language: str
) -> None:
    sheet = laid_out(sample(NOW), screen(panel, safe_area), load_theme("alv"), NOW, language, {}, paint=False)
    assert layout_faults(sheet) == []
    assert "day" not in sheet.dropped


def test_the_sky_is_that_of_the_hour_and_holds_for_an_hour() -> None:
    grounds = set()
    for moment in (
        datetime(2026, 6, 21, 12, 10, tzinfo=ZONE),
        datetime(2026, 11, 26, 9, 10, tzinfo=ZONE),
        datetime(2026, 11, 26, 14, 10, tzinfo=ZONE),
        datetime(2026, 11, 26, 23, 10, tzinfo=ZONE),
    ):
        picture = compose(sample(moment), screen((640, 360, 55, 3)), load_theme("alv"), moment, "sv", {})
        grounds.add(picture.rgb[:3])
        assert picture.valid_until == moment.replace(minute=0) + timedelta(hours=1)
    assert len(grounds) == 4
