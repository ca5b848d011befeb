"""A picture card: the photograph over its caption, the poster whole on its own colours, and what if it never came."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec
import pytest

from cards.compose import laid_out
from cards.kinds.picture.facts import PictureFacts
from cards.kinds.picture.sample import pictures, sample, variants
from cards.model import Card, Municipality, Screen
from cards.samples import pictures as all_pictures
from cards.sheet import Sheet
from cards.themes import load_theme
from tests.cards.verdict import layout_faults

NOW = datetime(2026, 11, 26, 14, 32, tzinfo=ZoneInfo("Europe/Stockholm"))
PANELS = (
    (1920, 1080, 55, 3), (1080, 1920, 55, 3), (1920, 540, 43, 3), (1080, 1080, 43, 3), (1024, 768, 55, 3),
    (768, 1366, 43, 5), (1920, 1080, 43, 5), (1920, 540, 43, 5), (1080, 1080, 43, 5),
)  # fmt: skip


def on(
    card: Card,
    panel: tuple[int, int, float, float] = PANELS[0],
    language: str = "sv",
    at_hand: Mapping[str, bytes] | None = None,
) -> Sheet:
    width, height, inches, metres = panel
    screen = Screen(
        id="bib", name="Entrén", place="Biblioteket",
        municipality=Municipality(id="alvdala", names={"sv": "Älvdala kommun", "ar": "بلدية ألفدالا"}),
        width_px=width, height_px=height, inches=inches, distance_m=metres,
    )  # fmt: skip
    known = pictures() if at_hand is None else at_hand
    return laid_out(card, screen, load_theme("alv"), NOW, language, known, paint=False)


def said(sheet: Sheet) -> str:
    return " ".join(mark.text.replace("\u00a0", " ") for mark in sheet.marks)


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("look", ["", "photo", "lost", "poster"])
@pytest.mark.parametrize("language", ["sv", "fi", "ar", "uk"])
def test_every_look_stands_on_every_screen(panel: tuple[int, int, float, float], look: str, language: str) -> None:
    card = variants(NOW)[look] if look else sample(NOW)
    assert layout_faults(on(card, panel, language)) == []


@pytest.mark.parametrize("panel", PANELS[:5])
def test_whoever_took_the_photograph_is_named(panel: tuple[int, int, float, float]) -> None:
    assert "Foto: Vaktmästarna i ishallen" in said(on(variants(NOW)["photo"], panel))


def test_the_sentence_gives_way_before_the_photographer() -> None:
    sheet = on(variants(NOW)["photo"], (1080, 1080, 43, 5))
    assert "Foto:" in said(sheet)
    assert sheet.dropped == ["body"]


@pytest.mark.parametrize("panel", PANELS[:4])
def test_a_drawn_scene_is_nobodys_photograph(panel: tuple[int, int, float, float]) -> None:
    assert "Foto:" not in said(on(variants(NOW)["lost"], panel))
    assert "Foto:" not in said(on(variants(NOW)["photo"], panel, at_hand={}))


def test_a_poster_that_never_came_is_shown_as_a_picture_without_one() -> None:
    assert "Affisch" in said(on(variants(NOW)["poster"]))
    assert "Affisch" not in said(on(variants(NOW)["poster"], at_hand={}))


def test_a_poster_names_its_sender_once() -> None:
    card = variants(NOW)["poster"]
    assert said(on(card)).count("Älvdala konstförening") == 1
    facts = msgspec.structs.replace(card.facts, credit="Formgivning: Ateljé Norr")
    assert isinstance(facts, PictureFacts)
    assert "Formgivning: Ateljé Norr" in said(on(msgspec.structs.replace(card, facts=facts)))


def test_the_gallery_finds_the_samples_pictures() -> None:
    asked = {card.picture.sha256 for look, card in variants(NOW).items() if card.picture and look != "lost"}
    assert asked <= set(all_pictures())


@pytest.mark.parametrize("look", ["photo", "poster"])
@pytest.mark.parametrize("panel", [(1920, 540, 43, 5), (1024, 768, 55, 3), (1080, 1080, 43, 5)])
def test_a_sender_on_several_lines_pushes_the_words_up(look: str, panel: tuple[int, int, float, float]) -> None:
    sender = "Kultur- och fritidsförvaltningens planeringsgrupp för vinterns utställningar i Älvdala"
    card = msgspec.structs.replace(variants(NOW)[look], sender=sender)
    assert layout_faults(on(card, panel)) == []
