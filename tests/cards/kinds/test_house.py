"""The house card: whose square it is, the time and the day, on plain sky in every shape."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from cards.compose import compose, laid_out
from cards.kinds.house.sample import sample
from cards.model import Municipality, Screen
from cards.themes import load_theme
from tests.cards.verdict import layout_faults

NOW = datetime(2026, 11, 26, 14, 32, tzinfo=ZoneInfo("Europe/Stockholm"))
PANELS = (
    (1920, 1080, 55, 3), (1080, 1920, 55, 3), (1920, 540, 43, 5), (1080, 1080, 43, 3), (1024, 768, 55, 3),
    (768, 1366, 55, 6), (1280, 800, 43, 3), (1920, 1080, 43, 5), (2160, 3840, 75, 8), (1024, 768, 75, 8),
)  # fmt: skip


def screen(panel: tuple[int, int, float, float], safe_area: float = 0.05) -> Screen:
    width, height, inches, metres = panel
    names = {"sv": "Älvdala kommun", "ar": "بلدية ألفدالا"}
    return Screen(
        id="bib", name="Entrén", place="Biblioteket", municipality=Municipality(id="alvdala", names=names),
        width_px=width, height_px=height, inches=inches, distance_m=metres, safe_area=safe_area,
    )  # fmt: skip


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("safe_area", [0.05, 0.08])
@pytest.mark.parametrize("language", ["sv", "ar"])
def test_name_time_and_day_stay_in_the_safe_area(
    panel: tuple[int, int, float, float], safe_area: float, language: str
) -> None:
    sheet = laid_out(sample(NOW), screen(panel, safe_area), load_theme("alv"), NOW, language, {}, paint=False)
    assert layout_faults(sheet) == []
    assert len(sheet.live) == 1


@pytest.mark.parametrize("panel", [one for one in PANELS if one[0] < 2000])
def test_no_ring_of_light_passes_behind_the_digits(panel: tuple[int, int, float, float]) -> None:
    picture = compose(sample(NOW), screen(panel), load_theme("alv"), NOW, "sv", {})
    (clock,) = picture.live
    for row in range(clock.y_px, clock.y_px + clock.height_px):
        start = (row * picture.width_px + clock.x_px) * 3
        line = picture.rgb[start : start + clock.width_px * 3]
        assert line == line[:3] * clock.width_px


def test_the_time_is_larger_than_the_name() -> None:
    for panel in PANELS:
        sheet = laid_out(sample(NOW), screen(panel), load_theme("alv"), NOW, "sv", {}, paint=False)
        sizes = {mark.role: mark.size_px for mark in sheet.marks if mark.role in ("headline", "label")}
        assert sizes["label"] > sizes["headline"] * 1.3
