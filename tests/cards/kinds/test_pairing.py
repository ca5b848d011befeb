"""The pairing card: the code is read from the left in every language, and only what holds is shown."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
import pytest

from cards.compose import laid_out
from cards.kinds.pairing.facts import PairingFacts
from cards.kinds.pairing.sample import sample, variants
from cards.model import Card, Municipality, Screen
from cards.sheet import Sheet
from cards.themes import load_theme
from tests.cards.verdict import layout_faults

NOW = datetime(2026, 11, 26, 14, 32, tzinfo=ZoneInfo("Europe/Stockholm"))
LANGUAGES = ("sv", "fi", "fit", "se", "en", "ar", "uk")
PANELS = (
    (1920, 1080, 55, 3), (1080, 1920, 55, 3), (1920, 540, 43, 3), (1080, 1080, 43, 3), (1024, 768, 55, 3),
    (768, 1366, 32, 2), (1920, 1080, 43, 5), (768, 1366, 75, 8), (1080, 1080, 75, 8), (1920, 1080, 32, 1.5),
)  # fmt: skip


def on(card: Card, panel: tuple[int, int, float, float] = PANELS[0], language: str = "sv") -> Sheet:
    width, height, inches, metres = panel
    screen = Screen(
        id="ny", name="Ny", place="", municipality=Municipality(id="ny", names={"sv": "Torget"}),
        width_px=width, height_px=height, inches=inches, distance_m=metres,
    )  # fmt: skip
    return laid_out(card, screen, load_theme("alv"), NOW, language, {}, paint=False)


def signs(sheet: Sheet) -> str:
    """The signs as a person reads them: line by line, from the left."""
    found = [mark for mark in sheet.marks if mark.role == "sign"]
    return "".join(mark.text for mark in sorted(found, key=lambda mark: (round(mark.box.bottom / 60), mark.box.left)))


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("look", ["", "check", "expired"])
def test_every_screen_holds_the_card_in_every_language(panel: tuple[int, int, float, float], look: str) -> None:
    card = variants(NOW)[look] if look else sample(NOW)
    for language in LANGUAGES:
        assert layout_faults(on(card, panel, language)) == []


@pytest.mark.parametrize("panel", [PANELS[0], PANELS[1]])
@pytest.mark.parametrize("language", ["sv", "ar"])
def test_code_and_number_are_read_from_the_left(panel: tuple[int, int, float, float], language: str) -> None:
    card = sample(NOW)
    facts = card.facts
    assert isinstance(facts, PairingFacts)
    plain = msgspec.structs.replace(card, facts=msgspec.structs.replace(facts, code="K7M4TX"))
    assert signs(on(plain, panel, language)) == "K7M4TX"
    assert signs(on(variants(NOW)["check"], panel, language)) == "48271956"


def test_a_code_that_has_lapsed_is_shown_no_more() -> None:
    sheet = on(variants(NOW)["expired"])
    assert signs(sheet) == ""
    assert sheet.codes == []
    assert "Koden har gått ut" in [mark.text for mark in sheet.marks]


def test_scanning_is_not_asked_for_where_no_code_stands() -> None:
    sheet = on(sample(NOW), (1920, 540, 43, 5))
    said = " ".join(mark.text for mark in sheet.marks)
    assert sheet.codes == []
    assert "skanna" not in said
    assert "link" in sheet.dropped
    assert "torget.alvdala.example" in said


def test_the_card_stands_until_its_code_lapses() -> None:
    assert on(sample(NOW)).valid_until == NOW + timedelta(minutes=10)
