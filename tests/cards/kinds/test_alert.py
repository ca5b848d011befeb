"""An alert is red while there is danger, and only then; when it is over it asks for nothing any more."""

from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec
import pytest

from cards.compose import compose, laid_out
from cards.model import Card, Municipality, Screen, Text
from cards.samples import samples, variants
from cards.sheet import Sheet
from cards.themes import load_theme

STOCKHOLM = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 11, 26, 14, 32, tzinfo=STOCKHOLM)
TOWN = Municipality(id="alvdala", names={"sv": "Älvdala kommun"})


def on(size: tuple[int, int]) -> Screen:
    return Screen(id="bib", name="Entrén", place="Biblioteket", municipality=TOWN, width_px=size[0], height_px=size[1])


def sheet_of(card: Card, size: tuple[int, int] = (1920, 1080)) -> Sheet:
    return laid_out(card, on(size), load_theme("alv"), NOW, "sv", {}, paint=False)


def said(sheet: Sheet) -> str:
    return " ".join(mark.text for mark in sheet.marks).replace("\u00a0", " ")


def red_share(card: Card) -> float:
    """How much of the card is red, of 1."""
    picture = compose(card, on((320, 180)), load_theme("alv"), NOW, "sv", {})
    pixels = [picture.rgb[at : at + 3] for at in range(0, len(picture.rgb), 3)]
    return sum(red > 1.6 * max(green, blue, 1) and red > 90 for red, green, blue in pixels) / len(pixels)


def test_danger_is_red_and_nothing_else_is() -> None:
    looks = variants(NOW)
    assert red_share(samples(NOW)["alert"]) > 0.5
    assert red_share(looks["alert-over"]) < 0.01
    assert red_share(looks["alert-exercise"]) < 0.01


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1920, 540), (1080, 1080)])
def test_what_is_over_says_so_first_and_asks_for_nothing(size: tuple[int, int]) -> None:
    sheet = sheet_of(variants(NOW)["alert-over"], size)
    headlines = " ".join(mark.text for mark in sheet.marks if mark.role == "headline")
    assert headlines.replace("\u00a0", " ") == "Faran är över"
    assert "Gällde: Koka dricksvattnet i Norrbyn" in said(sheet)
    assert "Ring 113" not in said(sheet)
    assert set(sheet.dropped) >= {"body", "advice"}


def test_a_headline_that_was_written_anew_stands_with_its_text() -> None:
    text = Text(title="Faran är över i Norrbyn", body="Vattnet går att dricka igen.")
    sheet = sheet_of(msgspec.structs.replace(variants(NOW)["alert-over"], texts={"sv": text}))
    assert "Vattnet går att dricka igen." in said(sheet)
    assert "Gällde" not in said(sheet)


def test_an_exercise_is_called_one() -> None:
    assert "Övning" in said(sheet_of(variants(NOW)["alert-exercise"]))


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1920, 540), (1080, 1080), (1024, 768)])
def test_what_to_do_and_the_code_stand_on_every_shape(size: tuple[int, int]) -> None:
    sheet = sheet_of(samples(NOW)["alert"], size)
    assert "Låt vattnet koka" in said(sheet)
    assert sheet.codes
