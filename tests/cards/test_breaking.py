"""Where lines end: nothing lost, no line wider than its box, no break that a reader stumbles over."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cards.breaking import Setting, pieces
from cards.fitting import fit, has_runt
from cards.fonts import BODY, HEADLINE, Style
from cards.hyphens import LEAST, places
from cards.measure import ink
from cards.seams import flags_of, is_word, seams, word_list
from cards.words import NO_BREAK

WORDS = st.sampled_from(
    ["Höstkonsert", "med", "Älvdala", "manskör", "informationsmöte", "i", "å", "kl. 18.00", "och", "kommunfullmäktige",
     "26 november", "5 000 kr", "gymnastikhallens", "A. Berg", "Kultur- och", "fritidsförvaltningen", "på", "Ö", "nu.",
     "alvdala.example/kommun-och-politik", "kommunfullmaktige@alvdala.example", "tillgänglighetsredogörelse"]
)  # fmt: skip
LETTERS = st.text(alphabet="abcdefghijklmnopqrstuvwxyzåäö", min_size=1, max_size=40)


def marked(word: str, language: str = "sv", *, seam: bool | None = None) -> str:
    """The word with its places: = at seams, - elsewhere."""
    found = [place for place in places(word, language) if seam is None or place.seam is seam]
    for place in reversed(found):
        word = word[: place.at] + ("=" if place.seam else "-") + word[place.at :]
    return word


@pytest.mark.parametrize(
    "word",
    ["informations=möte", "skid=stationen", "vatten=läcka", "sop=sortering", "samhällsbyggnads=förvaltningen",
     "bostads=anpassnings=bidrag", "kommun=fullmäktige=sammanträde", "trafik=säkerhets=åtgärder", "halkbekämpning",
     "kultur=skolan", "glas=återvinning", "organisationen", "restaurangen", "bibliotekarien", "Öppettider"],
)  # fmt: skip
def test_a_swedish_compound_is_parted_where_it_is_put_together(word: str) -> None:
    assert marked(word.replace("=", ""), seam=True) == word.replace("Öppettider", "Öppet=tider")


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("fi", "kän-nyk-kä-kah-vila"),
        ("fit", "kou-lu-ruo-kai-lu-kin"),
        ("se", "gir-je-rád-jo-bál-vá-lus"),
        ("en", "Munici-pal-ities"),
        ("uk", "бібліоте-ка-рями"),
        ("ar", "واستقبالاتهم"),
    ],
)
def test_other_languages_part_words_by_their_own_rules(language: str, word: str) -> None:
    found = marked(word.replace("-", ""), language)
    assert found.replace("-", "") == word.replace("-", "")
    assert ("-" in found) is ("-" in word)


@pytest.mark.parametrize("language", ["fi", "se"])
def test_a_syllable_begins_with_one_consonant(language: str) -> None:
    assert marked("kännykkäkahvila", language) == "kän-nyk-kä-kah-vila"


@given(LETTERS, st.sampled_from(["sv", "fi", "fit", "se", "en", "uk"]))
def test_three_letters_stay_on_either_side(word: str, language: str) -> None:
    assert all(LEAST <= place.at <= len(word) - LEAST for place in places(word, language))


@pytest.mark.parametrize("word", ["SAMHÄLLSBYGGNADSNÄMND", "YouTubekanalerna", "18.00–20.00", "möte", "2026"])
def test_abbreviations_brands_numbers_and_short_words_stay_whole(word: str) -> None:
    assert places(word, "sv") == ()


def test_the_dictionary_is_sorted_well_enough_to_be_halved() -> None:
    lines = word_list().read_text(encoding="utf-8").splitlines()[1:]
    stems = [line.split("/")[0] for line in lines[::997] if "%" not in line and line.split("/")[0].isalpha()]
    assert len(stems) > 200
    assert sum(flags_of(stem) is not None for stem in stems) >= len(stems) - 2
    assert flags_of("qwertzu") is None
    assert is_word("informationsmötet")
    assert not is_word("unicef")
    assert seams("bildrulle", frozenset({4})) == (4,)


def test_names_are_never_parted() -> None:
    def parted(text: str, names: frozenset[str] = frozenset()) -> bool:
        return any(piece.joint == "-" for piece in pieces(text, "syllables", "sv", names))

    assert parted("Informationsmöte för alla")
    assert not parted("Informationsmöte för alla", frozenset({"Informationsmöte"}))
    assert not parted("Kom till Älvdalabostäder")
    assert parted("Kom hit. Bostadsrättsföreningen bjuder")


def test_a_long_address_is_parted_after_its_signs_without_a_hyphen() -> None:
    text = "https://www.alvdala.example/kommun-och-politik/fullmaktige_2026"
    found = pieces(text, "seams")
    assert "".join(piece.text for piece in found) == text
    assert all(piece.joint == "" for piece in found[:-1])
    assert all(piece.text[-1] in "/.@-_" for piece in found[:-1])
    assert found[0].text.startswith("https://www.")


def joined(lines: tuple[str, ...], text: str) -> bool:
    """Tell whether the lines are the text, with nothing lost and nothing but hyphens at their ends added."""
    pattern = r"(?:-?\s?|\s)".join(re.escape(line.removesuffix("-")) for line in lines)
    return re.fullmatch(pattern + "-?", text.replace(NO_BREAK, " ").replace("  ", " ")) is not None


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(
    words=st.lists(WORDS, min_size=1, max_size=14),
    width=st.integers(300, 1800),
    style=st.sampled_from([HEADLINE, BODY]),
)
def test_a_fitted_text_is_whole_in_its_box_and_breaks_nowhere_forbidden(
    words: list[str], width: int, style: Style
) -> None:
    text = " ".join(words)
    block = fit(text, style, (width, 5000), (120, 40), lines=60, leading=1.1)
    if block is None:
        return
    lines = tuple(line.replace(NO_BREAK, " ") for line in block.lines)
    assert joined(lines, text), (lines, text)
    for line in block.lines:
        box = ink(line, style)
        assert (box.right - box.left) * block.size_px <= width + 0.6
    for line, after in pairwise(lines):
        lone = re.search(r"(?:^|\s)([^\W\d_])$", line)
        assert not (lone and len(after.split()[0].rstrip(".")) > 1), lines
        assert not line.endswith(("kl.", " A.", " 26", " 5", " 000")), lines


@settings(max_examples=60, deadline=None)
@given(words=st.lists(WORDS, min_size=1, max_size=10), width=st.integers(3, 60))
def test_even_lines_are_never_more_than_the_fewest(words: list[str], width: int) -> None:
    setting = Setting(pieces(" ".join(words), "syllables"), lambda part: float(len(part)))
    count = setting.fewest(width)
    even = setting.balanced(width, count) if count else None
    assert (even is None) is (count is None)
    if even is not None:
        assert len(even) == count
        assert all(len(line) <= width for line in even)


def test_a_word_is_not_left_alone_on_the_last_line() -> None:
    for width in range(380, 900, 20):
        block = fit("Ota kännykkä mukaan.", BODY, (width, 400), (60, 40), lines=3, leading=1.2, language="fi")
        assert block is not None
        assert not has_runt(block) or block.size_px * 0.75 < 40, (width, block.lines)
