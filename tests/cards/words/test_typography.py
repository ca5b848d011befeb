"""Quotes, dashes and spaces as a typesetter has them, and shouting set as a sentence; addresses are never touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.words import ADDRESS, calm, eastern_digits, isolated, names_in, shouts, tie, typeset

NAMES = names_in(["Älvdala kommun", "Ungdomsgården Gnistan", "Biblioteket"])


@pytest.mark.parametrize(
    ("language", "written", "set_as"),
    [
        ("sv", 'Det "svåraste" är att hitta bostad', "Det ”svåraste” är att hitta bostad"),
        ("fi", '"Hei" sanoi', "”Hei” sanoi"),
        ("en", 'Say "hello" to John\'s dog', "Say “hello” to John’s dog"),
        ("uk", 'Сказав "привіт"', "Сказав «привіт»"),
        ("sv", "en 55\" skärm och 'så'", "en 55″ skärm och ’så’"),
        ("sv", "Och sedan... kaffe", "Och sedan… kaffe"),
        ("sv", "kl.18 och kl.18.30", "kl. 18 och kl. 18.30"),
        ("sv", "kl. 17.00 - 19.00, vecka 48-50", "kl. 17.00–19.00, vecka 48–50"),
        ("sv", "läsåret 2026-2027", "läsåret 2026–2027"),
        ("fi", "3-6-vuotiaille klo 10-12", "3–6-vuotiaille klo 10–12"),
        ("sv", "kaffe - och bulle", "kaffe – och bulle"),
        ("sv", "Det är -5 grader", "Det är −5 grader"),
        ("sv", "Kaffe , te och saft !", "Kaffe, te och saft!"),
        ("sv", "5 000 kr", "5\u00a0000 kr"),
    ],
)
def test_text_is_set_as_its_language_wants(language: str, written: str, set_as: str) -> None:
    assert typeset(written, language) == set_as


@pytest.mark.parametrize(
    "as_it_is",
    [
        "covid-19",
        "4-4-2",
        "2026-11-26",
        "070-174",
        "202100-1234",
        "112-samtal",
        "3/4",
        "Klart!!!",
        "drop-in",
        "1.2.3-4",
    ],
)
def test_what_only_looks_like_a_span_stays(as_it_is: str) -> None:
    assert typeset(as_it_is, "sv") == as_it_is


@pytest.mark.parametrize(
    "address",
    [
        "https://www.alvdala.example/a-1...b/2026-2027?x=5-7",
        "alvdala.example/va1-2",
        "anna-1-2@alvdala-kommun.example",
        "http://x.example/'quoted'",
    ],
)
@pytest.mark.parametrize("language", ["sv", "en", "uk"])
def test_an_address_is_never_changed(address: str, language: str) -> None:
    assert address in typeset(f"Läs mer på {address} i kväll", language)


@given(st.text(alphabet="ab1 2.-:\"'…/@,", max_size=30), st.sampled_from(["sv", "en", "uk", "fi"]))
def test_setting_twice_changes_nothing_more_and_loses_no_letter(text: str, language: str) -> None:
    once = typeset(text, language)
    assert typeset(once, language) == once
    assert [sign for sign in once if sign.isalnum()] == [sign for sign in text if sign.isalnum()]


@given(st.text(alphabet="abåÅ 12.–kl!", max_size=40))
def test_ties_only_turn_spaces_into_tied_ones(text: str) -> None:
    assert tie(text).replace("\u00a0", " ") == text
    assert tie(tie(text)) == tie(text)


@pytest.mark.parametrize(
    ("written", "tied"),
    [
        ("26 november kl. 18.00 i Folkets Hus", "26_november kl._18.00 i_Folkets Hus"),
        ("Budget 2027 och 5 000 kr", "Budget 2027 och 5_000_kr"),
        ("klockan 17. Sedan kaffe", "klockan_17. Sedan kaffe"),
        ("26. marraskuuta klo 13 torilla", "26._marraskuuta klo_13 torilla"),
        ("Vi ses i Å.", "Vi ses i_Å."),
        ("Fest 🎉 på torget 👍🏽 🇸🇪", "Fest_🎉 på torget_👍🏽 🇸🇪"),
        ("läser A. Berg ur", "läser A._Berg ur"),
    ],
)
def test_what_belongs_together_is_tied(written: str, tied: str) -> None:
    assert tie(written) == tied.replace("_", "\u00a0")


@pytest.mark.parametrize(
    ("shouted", "said"),
    [
        ("HÖSTKONSERT I ÄLVDALA! FRI ENTRÉ", "Höstkonsert i Älvdala! Fri entré"),
        ("SFI startar på nytt", "SFI startar på nytt"),
        ("VIKTIGT: vattnet stängs av", "Viktigt: vattnet stängs av"),
        ("VMA", "VMA"),
        ("BINGO", "Bingo"),
        ("LAN PÅ GNISTAN", "LAN på Gnistan"),
        ("KARL XII OCH VI", "Karl XII och vi"),
        ("UNICEF samlar in", "UNICEF samlar in"),
        ("VATTNET STÄNGS AV I NORRBYN", "Vattnet stängs av i Norrbyn"),
        ("KOKA DRICKSVATTNET NU", "Koka dricksvattnet nu"),
        ("INFORMATIONSMÖTE OM SOPSORTERINGEN OCH CYKELVÄGEN", "Informationsmöte om sopsorteringen och cykelvägen"),
        ("HBTQI-CAFÉ I KVÄLL", "HBTQI-café i kväll"),
        ("LÄS MER PÅ WWW.ALVDALA.EXAMPLE", "Läs mer på WWW.ALVDALA.EXAMPLE"),
    ],
)
def test_shouting_is_set_as_a_sentence(shouted: str, said: str) -> None:
    assert calm(shouted, "sv", NAMES) == said


@given(st.text(alphabet="ABCÅÄÖabc .!-2@", max_size=40))
def test_calming_changes_nothing_but_capitals(text: str) -> None:
    quiet = calm(text, "sv", NAMES)
    assert quiet.upper() == text.upper()
    assert not shouts(quiet) or quiet == text


def test_foreign_names_and_numbers_are_set_apart_among_words_from_the_right() -> None:
    assert isolated("هاتف 070-174 06 05 أو") == "هاتف \u2066070-174 06 05\u2069 أو"
    assert isolated("في Folkets Hus. نعم") == "في \u2066Folkets Hus\u2069. نعم"
    assert isolated(isolated("في Norrbyn")) == isolated("في Norrbyn")


def test_eastern_digits_leave_telephones_and_addresses_alone() -> None:
    assert eastern_digits("الساعة 18:30") == "الساعة ١٨:٣٠"
    assert eastern_digits("070-174 06 05 alvdala.example/va1") == "070-174 06 05 alvdala.example/va1"


@pytest.mark.parametrize("text", ["kl. 18.00", "t.ex. kaffe", "5.12. klo 10.30", "A. Berg", "18.00–20.00"])
def test_times_dates_and_abbreviations_are_no_addresses(text: str) -> None:
    assert ADDRESS.search(text) is None or text == "t.ex. kaffe"
