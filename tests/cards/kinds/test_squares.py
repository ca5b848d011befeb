"""What a square card must not shrink or lose: its message, and where to read more."""

from collections.abc import Callable
from datetime import datetime

import pytest

from cards.compose import laid_out
from cards.model import Municipality, Screen
from cards.samples import samples
from cards.sheet import Sheet
from cards.themes import Theme

Draw = Callable[[str, str, str], Sheet]


SHAPES = {"square": (1080, 1080, 27, 1.5), "old": (1024, 768, 40, 2), "bar": (1920, 540, 37, 1.8)}
"""Pixels, inches and metres."""


@pytest.fixture
def draw(theme: Theme, now: datetime) -> Draw:
    """Lays out a kind's sample on a shape in a language."""

    def drawn(kind: str, shape: str, language: str) -> Sheet:
        wide, high, inches, metres = SHAPES[shape]
        municipality = Municipality(id="a", names={"sv": "Älvdala kommun"})
        screen = Screen(
            id="bib",
            name="Entrén",
            place="Biblioteket",
            municipality=municipality,
            width_px=wide,
            height_px=high,
            inches=inches,
            distance_m=metres,
        )
        return laid_out(samples(now)[kind], screen, theme, now, language, {}, paint=False)

    return drawn


def size_of(sheet: Sheet, words: str) -> float:
    """The size of the text that holds `words`."""
    return max(mark.size_px for mark in sheet.marks if words in plain(mark.text))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize("shape", ["square", "old"])
def test_an_answer_is_larger_than_its_signature_and_its_question(draw: Draw, shape: str) -> None:
    sheet = draw("answer", shape, "sv")
    answer = size_of(sheet, "Tidströmställaren")
    assert answer >= sheet.sizes.strong
    assert answer > size_of(sheet, "Gata och park, 24 november")
    assert answer > size_of(sheet, "Varför är gatlyktorna")


def test_a_question_on_a_square_keeps_its_headline(draw: Draw) -> None:
    sheet = draw("question", "square", "sv")
    assert size_of(sheet, "Vad saknar") >= sheet.sizes.headline_floor


def test_a_menu_on_a_square_keeps_its_week_in_arabic(draw: Draw) -> None:
    assert "title" not in draw("menu", "square", "ar").dropped


@pytest.mark.parametrize(("kind", "language"), [("forwarded", "fit"), ("forwarded", "se"), ("status", "sv")])
@pytest.mark.parametrize("shape", ["square", "old", "bar"])
def test_a_short_department_stays_on_one_line(draw: Draw, kind: str, language: str, shape: str) -> None:
    sheet = draw(kind, shape, language)
    told = [plain(mark.text) for mark in sheet.marks]
    assert not [text for text in told if text.endswith(("Gata", "Gata och"))]


@pytest.mark.parametrize("shape", ["square", "bar"])
def test_a_document_without_room_for_its_code_tells_its_address(draw: Draw, shape: str) -> None:
    sheet = draw("document", shape, "sv")
    assert sheet.codes or any("alvdala.example" in mark.text for mark in sheet.marks)


def test_a_span_of_days_is_parted_behind_its_dash(draw: Draw) -> None:
    told = [plain(mark.text) for mark in draw("agenda", "old", "fi").marks]
    assert "28. marraskuuta–" in told
