"""How texts are set: broken where they may be, balanced, apart, and never in a face that lacks a sign."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from cards.breaking import breaks
from cards.fitting import block_of, fit
from cards.fonts import BODY, HEADLINE, can_shape, face_for, missing_signs, settable
from cards.measure import mask


def ink_rows(lines: tuple[str, ...], size: float, step: float) -> list[bool]:
    """Which rows of two lines, set below each other at the left, have ink."""
    canvas = Image.new("L", (3000, round(step + size * 3)))
    for index, line in enumerate(lines):
        drawn = mask(line, HEADLINE, size)
        assert drawn is not None
        canvas.paste(255, (0, round(size * 1.5 + index * step + drawn.top_px)), drawn.image)
    return [canvas.crop((0, y, canvas.width, y + 1)).getbbox() is not None for y in range(canvas.height)]


@pytest.mark.parametrize("lines", [("Bygger", "Åsgatan"), ("gggggg", "ÅÅÅÅÅ"), ("(jpqy)", "ÄÖÅÉÜ")])
def test_the_ring_of_an_a_never_touches_the_line_above(lines: tuple[str, str]) -> None:
    block = block_of(lines, HEADLINE, 150, 1.0)
    rows = ink_rows(lines, 150, block.step_px)
    first, last = rows.index(True), len(rows) - 1 - rows[::-1].index(True)
    assert not all(rows[first : last + 1])


def test_lines_without_accents_stand_closer() -> None:
    assert (
        block_of(("nora", "noma"), HEADLINE, 100, 1.0).step_px < block_of(("gågå", "Åsa"), HEADLINE, 100, 1.0).step_px
    )


def test_a_headline_has_even_lines_and_no_widow() -> None:
    text = "Vattnet stängs av på Strandvägen och Kyrkogatan"
    block = fit(text, HEADLINE, (1728, 600), (150, 72), lines=3, leading=1.04)
    assert block is not None
    assert len(block.lines) > 1
    assert len(block.lines[-1].split()) > 1


def test_what_belongs_together_stays_on_a_line() -> None:
    text = "Vi ses på fredag kl. 18.00 i Folkets Hus den 26 november"
    for width in range(500, 1500, 60):
        block = fit(text, BODY, (width, 2000), (60, 60), lines=20, leading=1.2)
        assert block is not None
        assert not any(line.endswith(("kl.", " i", " 26")) or line in ("i", "26") for line in block.lines)


def test_a_compound_is_parted_before_it_is_shrunk() -> None:
    block = fit("Kommunfullmäktigesammanträde", HEADLINE, (720, 600), (130, 60), lines=3, leading=1.04)
    assert block is not None
    assert block.hyphenated
    assert block.size_px > 60
    assert len(block.lines) == 2


@pytest.mark.parametrize(
    ("word", "parts"),
    [("informationsmöte", ("informations", "möte")), ("Öppethus", ()), ("skidstationen", ("skid", "stationen"))],
)
def test_a_known_last_part_is_where_a_compound_is_parted(word: str, parts: tuple[str, ...]) -> None:
    places = breaks(word)
    assert tuple(word[a:b] for a, b in zip((0, *places), (*places, len(word)), strict=True)) == (parts or (word,))


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzåäö", min_size=1, max_size=40))
def test_no_part_of_a_word_is_shorter_than_four_letters(word: str) -> None:
    for place in breaks(word):
        assert 4 <= place <= len(word) - 4


@given(
    st.lists(
        st.sampled_from(["Höst", "konsert", "med", "Älvdala", "manskör", "informationsmöte", "i", "18.00", "och"]),
        min_size=1,
        max_size=30,
    )
)
def test_no_word_is_lost_when_a_text_is_set(words: list[str]) -> None:
    text = " ".join(words)
    block = fit(text, BODY, (900, 100_000), (60, 40), lines=500, leading=1.2)
    assert block is not None
    whole = "".join(line.removesuffix("-") if line.endswith("-") else f"{line} " for line in block.lines)
    assert whole.replace("\u00a0", " ").strip() == text


def test_signs_that_one_face_lacks_are_set_in_another() -> None:
    assert face_for("Höst", "display") == "display"
    assert face_for("Осінній концерт", "display") == "text"
    assert face_for("Klart ✓", "display") == "text"
    assert face_for("مقهى اللغة", "display") == "arabic"


def test_signs_that_no_face_has_are_named_and_left_out() -> None:
    assert missing_signs("Fika 🎉 i dag") == "🎉"
    assert "🎉" not in settable("Fika 🎉 i dag")
    assert settable("kl.\u202f18\u201119") == "kl.\u00a018-19"


def test_a_text_that_does_not_fit_is_not_squeezed() -> None:
    assert fit("Ett långt stycke text som inte får plats", BODY, (300, 60), (48, 40), lines=1, leading=1.2) is None


def test_this_machine_can_shape() -> None:
    assert can_shape()
