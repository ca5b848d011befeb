import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from server.intake.text import MAX_MARKS, clean, cut, graphemes


def test_a_word_in_parts_becomes_one_form() -> None:
    assert clean("A\u030alvdala") == "Ålvdala"


def test_overrides_controls_and_unseen_signs_go() -> None:
    assert clean("Fri\u202e entré\u0000\ufeff\u200b \U000e0041\ue000") == "Fri entré"


def test_direction_marks_and_joiners_of_arabic_stay() -> None:
    assert clean("می\u200cخواهم \u200f") == "می\u200cخواهم \u200f"


def test_piles_of_marks_are_thinned() -> None:
    piled = clean("Z" + "\u0318" * 40 + "alg")
    assert sum(unicodedata.combining(sign) > 0 for sign in piled) == MAX_MARKS


def test_lines_stay_only_where_they_are_asked_for() -> None:
    typed = "  Hej \r\n\r\n\r\n\r\n på   er\u2028alla "
    assert clean(typed) == "Hej på er alla"
    assert clean(typed, lines=True) == "Hej\n\npå er\nalla"


def test_length_is_what_a_reader_counts() -> None:
    assert graphemes("e\u0301") == 1
    assert graphemes("👩‍👩‍👧") == 1
    assert graphemes("🇸🇪🇫🇮") == 2
    assert graphemes("👍🏽!") == 2
    assert graphemes("Sámi") == 4
    assert graphemes("") == 0


def test_a_cut_text_ends_with_an_ellipsis_and_keeps_signs_whole() -> None:
    assert cut("Kaffe", 5) == "Kaffe"
    assert cut("Kaffe och bulle", 8) == "Kaffe…"
    assert cut("Kaffe och bulle", 10) == "Kaffe och…"
    assert cut("Kaffe Kommunfullmäktige", 20) == "Kaffe Kommunfullmäk…"
    assert cut("ab👩‍👩‍👧cd", 4) == "ab👩‍👩‍👧…"


@given(st.text(max_size=200))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text, lines=True)
    assert clean(once, lines=True) == once


@given(st.text(max_size=120), st.integers(2, 40))
def test_what_is_cut_fits(text: str, length: int) -> None:
    assert graphemes(cut(text, length)) <= length
