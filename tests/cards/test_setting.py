"""How texts are set: broken where they may be, balanced, apart, and never in a face that lacks a sign."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from cards.fitting import block_of, fit
from cards.fonts import BODY, HEADLINE, Face, can_shape, font, missing_signs, settable
from cards.measure import mask
from cards.runs import runs


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
    assert [line.rstrip("-") for line in block.lines] == ["Kommun", "fullmäktige", "sammanträde"]


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


def test_signs_that_one_face_lacks_are_set_in_another_and_only_those() -> None:
    def faces(text: str) -> list[tuple[str, str | None]]:
        return [(run.text, run.face) for run in runs(text, HEADLINE)]

    assert faces("Höst") == [("Höst", "display")]
    assert faces("Осінній концерт, 18") == [("Осінній концерт, 18", "cyrillic")]
    assert faces("Klart ✓ nu") == [("Klart ", "display"), ("✓ ", "cyrillic"), ("nu", "display")]
    assert faces("Kör och хор i kväll") == [("Kör och ", "display"), ("хор ", "cyrillic"), ("i kväll", "display")]
    assert faces("مقهى اللغة") == [("مقهى اللغة", "arabic")]


def test_signs_that_no_face_has_are_named_and_left_out() -> None:
    assert missing_signs("Fika 漢 i dag") == "漢"
    assert settable("Fika 漢i dag") == "Fika i dag"
    assert settable("kl.\u202f18\u201119") == "kl.\u00a018-19"


def test_an_emoji_that_is_not_at_hand_leaves_no_gap() -> None:
    assert settable("Fika 🎉 i dag!") == "Fika i dag!"
    assert settable("Fika 🎉!") == "Fika!"
    assert settable("Fika 🎉 i dag", frozenset("🎉")) == "Fika 🎉 i dag"


def test_a_text_that_does_not_fit_is_not_squeezed() -> None:
    assert fit("Ett långt stycke text som inte får plats", BODY, (300, 60), (48, 40), lines=1, leading=1.2) is None


def test_this_machine_can_shape() -> None:
    assert can_shape()


@pytest.mark.parametrize(("face", "weight"), [("text", 400), ("display", 800), ("arabic", 700), ("cyrillic", 800)])
def test_a_text_is_as_wide_the_first_time_as_ever_after(face: Face, weight: int) -> None:
    font.cache_clear()
    first = font(face, weight, 200).getlength("Älvskolan, heltid")
    assert first == font(face, weight, 200).getlength("Älvskolan, heltid")
