"""A notice at each stage: legible on every screen, and never saying what no longer holds."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from cards.compose import laid_out
from cards.model import Municipality, Screen
from cards.samples import samples, variants
from cards.sheet import Sheet
from cards.themes import load_theme

STOCKHOLM = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 11, 26, 14, 32, tzinfo=STOCKHOLM)
TOWN = Municipality(id="alvdala", names={"sv": "Älvdala kommun"})
LOOKS = ("planned", "today", "going-on", "late", "over", "acute", "acute-over")


def sheet_of(look: str, size: tuple[int, int] = (1920, 1080), language: str = "sv") -> Sheet:
    screen = Screen(
        id="bib", name="Entrén", place="Biblioteket", municipality=TOWN, width_px=size[0], height_px=size[1]
    )
    card = variants(NOW)[f"notice-{look}"] if look else samples(NOW)["notice"]
    return laid_out(card, screen, load_theme("alv"), NOW, language, {}, paint=False)


def said(sheet: Sheet) -> str:
    return " ".join(mark.text for mark in sheet.marks).replace("\u00a0", " ")


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1920, 540), (1080, 1080), (1024, 768)])
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("language", ["sv", "fi", "ar", "uk"])
def test_every_stage_says_when_on_every_screen(look: str, size: tuple[int, int], language: str) -> None:
    sheet = sheet_of(look, size, language)
    assert "when" not in sheet.dropped
    assert not [
        (one.text, other.text)
        for index, one in enumerate(sheet.marks)
        for other in sheet.marks[index + 1 :]
        if one.block != other.block and one.box.overlaps(other.box, slack=1.5)
    ]


def test_a_work_that_is_over_does_not_announce_itself_any_more() -> None:
    sheet = sheet_of("over")
    (headline,) = {mark.text for mark in sheet.marks if mark.role == "headline"}
    assert headline == "Arbetet är klart"
    assert "Vattnet stängs av" in said(sheet)
    assert "Tack för tålamodet." in said(sheet)


def test_a_fault_that_is_mended_keeps_the_headline_that_somebody_wrote() -> None:
    assert "Vattnet är tillbaka" in " ".join(mark.text for mark in sheet_of("acute-over").marks)


def test_a_work_without_a_known_end_says_when_the_next_word_comes() -> None:
    text = said(sheet_of("acute"))
    assert "I dag sedan 12.00" in text
    assert "Nästa besked I dag 16.00" in text


def test_a_late_work_owns_up() -> None:
    text = said(sheet_of("late"))
    assert "Arbetet drar ut på tiden" in text
    assert "Skulle ha varit klart i dag 13.00" in text


def test_what_to_do_stands_beside_when_and_the_code() -> None:
    sheet = sheet_of("")
    assert "Tappa upp vatten redan i kväll." in said(sheet)
    assert sheet.codes
