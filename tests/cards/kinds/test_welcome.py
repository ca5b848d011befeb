"""A welcome greets in every language, however far people stand."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from cards.compose import laid_out
from cards.kinds.welcome.sample import sample
from cards.model import Municipality, Screen
from cards.themes import load_theme
from tests.cards.verdict import layout_faults

NOW = datetime(2026, 11, 26, 14, 32, tzinfo=ZoneInfo("Europe/Stockholm"))
FAR = ((1920, 540, 43, 5), (1080, 1080, 43, 5), (1920, 1080, 43, 5), (1080, 1920, 75, 8), (768, 1366, 75, 8))


@pytest.mark.parametrize("panel", FAR)
@pytest.mark.parametrize("language", ["sv", "ar"])
def test_names_of_languages_give_way_before_a_greeting(panel: tuple[int, int, float, float], language: str) -> None:
    width, height, inches, metres = panel
    screen = Screen(
        id="bib", name="Entrén", place="Biblioteket",
        municipality=Municipality(id="alvdala", names={"sv": "Älvdala kommun"}),
        width_px=width, height_px=height, inches=inches, distance_m=metres,
    )  # fmt: skip
    sheet = laid_out(sample(NOW), screen, load_theme("alv"), NOW, language, {}, paint=False)
    assert layout_faults(sheet) == []
    assert "title" not in sheet.dropped
    greetings = [mark for mark in sheet.marks if mark.role == "headline"]
    assert len(greetings) == len(sample(NOW).texts)
    assert len({mark.size_px for mark in greetings}) == 1
