"""A question in its three forms: in one's own words, by choice, on a scale."""

from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec
import pytest

from cards.compose import laid_out
from cards.kinds.question.facts import QuestionFacts, Scale
from cards.model import Card, Municipality, Screen
from cards.samples import samples, variants
from cards.sheet import Sheet
from cards.themes import load_theme

STOCKHOLM = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 11, 26, 14, 32, tzinfo=STOCKHOLM)
TOWN = Municipality(id="alvdala", names={"sv": "Älvdala kommun"})
SIZES = ((1920, 1080), (1080, 1920), (1920, 540), (1080, 1080), (1024, 768))


def sheet_of(card: Card, size: tuple[int, int] = (1920, 1080), language: str = "sv") -> Sheet:
    screen = Screen(
        id="bib", name="Entrén", place="Biblioteket", municipality=TOWN, width_px=size[0], height_px=size[1]
    )
    return laid_out(card, screen, load_theme("alv"), NOW, language, {}, paint=False)


def said(sheet: Sheet) -> str:
    return " ".join(mark.text for mark in sheet.marks).replace("\u00a0", " ")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["sv", "fi", "ar", "uk"])
@pytest.mark.parametrize("name", ["", "-free", "-scale"])
def test_every_form_has_its_code_and_nothing_overlaps(name: str, language: str, size: tuple[int, int]) -> None:
    sheet = sheet_of((samples(NOW) | variants(NOW))[f"question{name}"], size, language)
    assert len(sheet.codes) == 1
    for index, one in enumerate(sheet.marks):
        for other in sheet.marks[index + 1 :]:
            assert one.block == other.block or not one.box.overlaps(other.box, slack=2), (one, other)


def test_a_scale_shows_its_steps_between_what_its_ends_mean() -> None:
    text = said(sheet_of(variants(NOW)["question-scale"]))
    assert text.index("1 2 3 4 5")
    assert "Mycket dåligt" in text
    assert "Mycket bra" in text


@pytest.mark.parametrize("steps", [2, 7])
def test_a_scale_may_be_short_or_long(steps: int) -> None:
    card = variants(NOW)["question-scale"]
    facts = card.facts
    assert isinstance(facts, QuestionFacts)
    scale = Scale(low="Aldrig", high="Alltid", steps=steps)
    sheet = sheet_of(msgspec.structs.replace(card, facts=msgspec.structs.replace(facts, scale=scale)))
    assert [mark.text for mark in sheet.marks if mark.text.isdigit()] == [str(step + 1) for step in range(steps)]


def test_choices_outlive_the_sentence_and_the_count_is_all_that_is_told() -> None:
    sheet = sheet_of(samples(NOW)["question"])
    assert {"Toalett", "Brygga"} <= {mark.text for mark in sheet.marks}
    assert "87 svar hittills" in said(sheet)


def test_choices_are_told_in_the_language_that_is_read() -> None:
    facts = samples(NOW)["question"].facts
    assert isinstance(facts, QuestionFacts)
    assert {"Laituri", "Muu"} <= {mark.text for mark in sheet_of(samples(NOW)["question"], language="fi").marks}
    assert facts.options_of("se") == facts.options


def test_a_chip_wider_than_its_bubble_is_left_out() -> None:
    screen = Screen(
        id="hall",
        name="Hallen",
        place="",
        municipality=TOWN,
        width_px=1280,
        height_px=720,
        inches=43,
        distance_m=5,
    )
    sheet = laid_out(samples(NOW)["question"], screen, load_theme("alv"), NOW, "en", {}, paint=False)
    ((_, code),) = sheet.codes
    assert not any(mark.box.overlaps(code, slack=2) for mark in sheet.marks)


def test_the_sentence_goes_before_the_count_does() -> None:
    card = samples(NOW)["question"]
    facts = card.facts
    assert isinstance(facts, QuestionFacts)
    options = ("Toalett", "Brygga", "Grillplats", "Ramp för rullstol", "Annat")
    facts = msgspec.structs.replace(facts, options=options, answers_so_far=1)
    text = msgspec.structs.replace(card.texts["sv"], body="Svara med mobilen eller på lappen i lådan här bredvid.")
    drawn = said(sheet_of(msgspec.structs.replace(card, facts=facts, texts={"sv": text})))
    assert "1 svar hittills" in drawn
    assert all(option in drawn for option in options)
