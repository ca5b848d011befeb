"""Result, status, forwarded, quote and contact: legible on every screen in every language, or given up in order."""

from datetime import datetime
from importlib import import_module
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cards.colours import contrast, rgb
from cards.compose import compose, laid_out
from cards.errors import CardError, WordsTooLongError
from cards.kinds.declared import declared
from cards.model import Card, Link, Municipality, Screen, Text
from cards.sheet import Sheet
from cards.themes import load_theme
from cards.words import LANGUAGES
from tests.cards.verdict import layout_faults

NOW = datetime(2026, 11, 26, 14, 32, tzinfo=ZoneInfo("Europe/Stockholm"))
KINDS = ("result", "status", "forwarded", "quote", "contact")
SHAPES = (
    (1920, 1080, 55, 3),
    (1080, 1920, 43, 2),
    (1920, 540, 37, 2.5),
    (3840, 1080, 88, 3),
    (1080, 1080, 40, 2.5),
    (1024, 768, 40, 2.5),
    (3840, 2160, 65, 4),
    (1280, 720, 60, 3),
    (1366, 768, 40, 2.5),
    (1280, 800, 40, 2.5),
    (1920, 1080, 43, 5),
    (1920, 1080, 75, 8),
    (1080, 1920, 75, 8),
)
WORDS = (
    "Ska kommunen bygga en gång- och cykelbana vid Kyrkberget Å i under informationsmöte gymnastikhallens",
    "tidströmställaren kommunfullmäktige bostadsanpassning jul ny 18.00 vad varför vi ni dricksvattenförsörjning",
)
VOCABULARY = [word for line in WORDS for word in line.split()]
REFUSED = {("quote-long", 1920, 1080, 43)}
"""A hundred and forty signs that somebody said cannot be read there at five metres: the editor says so."""


def looks(kind: str) -> dict[str, Card]:
    """The sample of `kind` and its other looks, by name."""
    module = import_module(f"cards.kinds.{kind}.sample")
    return {kind: module.sample(NOW)} | {f"{kind}-{name}": card for name, card in module.variants(NOW).items()}


LOOKS = {name: card for kind in KINDS for name, card in looks(kind).items()}


def screen(shape: tuple[int, int, float, float]) -> Screen:
    """A screen in the library."""
    width, height, inches, metres = shape
    town = Municipality(id="alvdala", names={"sv": "Älvdala kommun", "ar": "بلدية ألفدالا"})
    return Screen(
        id="bib",
        name="Entrén",
        place="Biblioteket",
        municipality=town,
        width_px=width,
        height_px=height,
        inches=inches,
        distance_m=metres,
    )


def sheet_of(card: Card, shape: tuple[int, int, float, float] = SHAPES[0], language: str = "sv") -> Sheet:
    """The card laid out, not painted."""
    return laid_out(card, screen(shape), load_theme("alv"), NOW, language, {}, paint=False)


def text_of(sheet: Sheet) -> str:
    """All that stands on a sheet, in the order in which it was drawn."""
    return " ".join(mark.text for mark in sheet.marks).replace("\u00a0", " ")


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: "x".join(map(str, shape)))
@pytest.mark.parametrize("look", LOOKS)
def test_every_look_is_legible_on_every_screen(look: str, shape: tuple[int, int, float, float]) -> None:
    if (look, *shape[:3]) in REFUSED:
        with pytest.raises(WordsTooLongError):
            sheet_of(LOOKS[look], shape)
        return
    assert layout_faults(sheet_of(LOOKS[look], shape)) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shape", SHAPES[:5], ids=lambda shape: "x".join(map(str, shape)))
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_speaks_every_language(kind: str, shape: tuple[int, int, float, float], language: str) -> None:
    assert layout_faults(sheet_of(LOOKS[kind], shape, language)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_declares_colours_that_can_be_read(kind: str) -> None:
    colours = declared(kind).colours
    extra = colours.extra
    pairs = [(colours.ink, colours.ground), (colours.soft, colours.ground), (colours.chip_ink, colours.chip)]
    pairs += [(colours.panel_ink, colours.panel), (colours.panel_soft, colours.panel)]
    pairs += [(colours.accent_ink, colours.accent), (extra.get("accent_soft", colours.accent_ink), colours.accent)]
    if kind in ("status", "forwarded"):  # numbers and words in the bubbles' own colours
        pairs += [(colours.panel, colours.ground), (colours.accent, colours.ground)]
    if kind == "contact":
        pairs += [(extra["now"], colours.accent), (extra["disc_ink"], extra["disc"])]
    assert [pair for pair in pairs if contrast(rgb(pair[0]), rgb(pair[1])) < 4.5] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_says_the_same_in_all_seven_languages(kind: str) -> None:
    assert set(declared(kind).words) == set(LANGUAGES)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["sv", "ar"])
def test_a_clock_stands_on_plain_ground(kind: str, language: str) -> None:
    small = screen((960, 540, 55, 3))
    picture = compose(LOOKS[kind], small, load_theme("alv"), NOW, language, {})
    for clock in picture.live:
        colours = set()
        for row in range(clock.y_px, clock.y_px + clock.height_px):
            start = (row * picture.width_px + clock.x_px) * 3
            line = picture.rgb[start : start + clock.width_px * 3]
            colours |= {line[index : index + 3] for index in range(0, len(line), 3)}
        assert len(colours) == 1


@pytest.mark.slow
@pytest.mark.parametrize("look", LOOKS)
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    shape=st.sampled_from(SHAPES),
    title=st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=12),
    body=st.lists(st.sampled_from(VOCABULARY), max_size=18),
    advice=st.lists(st.sampled_from(VOCABULARY), max_size=10),
    sender=st.lists(st.sampled_from(VOCABULARY), max_size=4),
    linked=st.booleans(),
)
def test_no_text_breaks_a_look(
    look: str,
    shape: tuple[int, int, float, float],
    title: list[str],
    body: list[str],
    advice: list[str],
    sender: list[str],
    linked: bool,
) -> None:
    text = Text(title=" ".join(title), body=" ".join(body), advice=" ".join(advice))
    link = Link(url="https://alvdala.example/7hd", short="alvdala.example/7hd") if linked else None
    card = msgspec.structs.replace(LOOKS[look], texts={"sv": text}, sender=" ".join(sender), link=link)
    try:
        sheet = sheet_of(card, shape)
    except CardError:
        return
    assert layout_faults(sheet) == []
