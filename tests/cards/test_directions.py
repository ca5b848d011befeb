"""Mixed directions, letters of every language, and texts that say nothing."""

from collections.abc import Callable
from datetime import datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.bidi import closed, levels, visual
from cards.compose import compose, laid_out
from cards.errors import NoTitleError
from cards.fonts import BODY, BODY_STRONG, FACES, HEADLINE, STRONG, Style, face_of, has, says_something, settable
from cards.measure import advance
from cards.model import Card, Screen, Text
from cards.runs import runs
from cards.themes import Theme

SIGNS = st.text(alphabet="abå мקمقهى18.–:() \u2066\u2069🎉", max_size=24)
ARABIC = HEADLINE._replace(rtl=True)


def seen(text: str, style: Style) -> list[str]:
    """The runs from left to right, without empty ends."""
    return [run.text.strip() for run in runs(text, style) if run.text.strip()]


def test_a_span_of_times_reads_from_the_right_and_a_telephone_from_the_left() -> None:
    assert seen("18:00–20:00", ARABIC) == ["20:00", "–", "18:00"]
    assert seen("هاتف \u2066070-174 06 05\u2069", ARABIC) == ["070-174 06 05", "هاتف"]


def test_a_full_stop_after_a_foreign_name_stands_at_its_left_in_a_text_from_the_right() -> None:
    assert seen("في \u2066Norrbyn\u2069.", ARABIC)[0] == "."
    assert seen("مقهى i Älvdala.", HEADLINE) == ["مقهى", "i Älvdala."]


def test_a_name_that_runs_over_a_lines_end_is_set_apart_on_both() -> None:
    assert closed(("مع \u2066Älvdala", "manskör\u2069 كل")) == ("مع \u2066Älvdala\u2069", "\u2066manskör\u2069 كل")
    assert closed(("ett", "två")) == ("ett", "två")


@given(SIGNS, st.booleans())
def test_runs_lose_nothing_and_signs_that_steer_have_no_width(text: str, rtl: bool) -> None:
    whole = settable(text, frozenset("🎉"))
    style = BODY._replace(rtl=rtl)
    drawn = "".join(run.text for run in runs(whole, style))
    assert sorted(drawn) == sorted(sign for sign in whole if sign not in "\u2066\u2069")
    assert advance("\u2066\u2069", style) == 0


@given(st.lists(st.integers(0, 3), max_size=12))
def test_ordering_moves_every_item_once(order: list[int]) -> None:
    assert sorted(visual(order)) == list(range(len(order)))


def test_latin_text_needs_no_order() -> None:
    assert set(levels("Höst 18.00", rtl=False)) == {0}


@pytest.mark.parametrize("style", [HEADLINE, STRONG, BODY, BODY_STRONG])
def test_letters_of_northern_sami_and_meankieli_are_in_every_latin_face(style: Style) -> None:
    for sign in "áčđŋšŧžÁČĐŊŠŦŽäöåÄÖÅ":
        assert has(style.face, sign), sign
    assert [run.face for run in runs("Ŧáđŋa šiljju ž", style)] == [style.face]


def test_every_face_is_asked_and_what_none_has_is_told() -> None:
    assert {face_of(sign, "display") for sign in "AЖ★م漢"} >= {"display", "cyrillic", "arabic", None}
    assert set(FACES) == {"display", "text", "cyrillic", "arabic"}


@pytest.mark.parametrize(
    "nothing", ["", " ", "\u00a0\u2009", "\u200b\u200d\ufeff", "\u2066\u2069\u200f", "\u0301", "\u00ad"]
)
def test_a_title_of_nothing_is_refused(
    nothing: str, cards: dict[str, Card], screen: Callable[[str], Screen], theme: Theme, now: datetime
) -> None:
    assert not says_something(nothing)
    card = msgspec.structs.replace(cards["news"], texts={"sv": Text(title=nothing)})
    with pytest.raises(NoTitleError):
        laid_out(card, screen("landscape"), theme, now, "sv", {}, paint=False)


def test_a_title_in_capitals_is_set_as_a_sentence_and_kept_on_the_card(
    cards: dict[str, Card], screen: Callable[[str], Screen], theme: Theme, now: datetime
) -> None:
    card = msgspec.structs.replace(cards["news"], texts={"sv": Text(title="SPÅRET I ÄLVDALA ÄR ÖPPET")})
    sheet = laid_out(card, screen("landscape"), theme, now, "sv", {}, paint=False)
    assert "Spåret i Älvdala är öppet" in " ".join(mark.text for mark in sheet.marks).replace("\u00a0", " ")
    assert card.texts["sv"].title == "SPÅRET I ÄLVDALA ÄR ÖPPET"


def test_a_screen_chooses_the_digits_of_its_arabic(
    cards: dict[str, Card], screen: Callable[[str], Screen], theme: Theme, now: datetime
) -> None:
    western = screen("landscape")
    eastern = msgspec.structs.replace(western, eastern_digits=True)

    def text(at: Screen, language: str) -> str:
        marks = laid_out(cards["event"], at, theme, now, language, {}, paint=False).marks
        return " ".join(mark.text for mark in marks if mark.text != "00:00")

    assert "18:00" in text(western, "ar")
    assert "١٨:٠٠" in text(eastern, "ar")
    assert "18.00" in text(eastern, "sv")
    strips = [compose(cards["notice"], at, theme, now, "sv", {}).live for at in (western, eastern)]
    assert strips[0] == strips[1]


def test_a_soft_hyphen_shows_only_where_a_line_ends(
    cards: dict[str, Card], screen: Callable[[str], Screen], theme: Theme, now: datetime
) -> None:
    card = msgspec.structs.replace(
        cards["news"], texts={"sv": Text(title="Sam\u00adråd", body="Möte om plan\u00adändring")}
    )
    sheet = laid_out(card, screen("landscape"), theme, now, "sv", {}, paint=False)
    assert "\u00ad" not in "".join(mark.text for mark in sheet.marks)
