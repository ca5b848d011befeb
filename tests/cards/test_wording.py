"""Remarks on words and days: each says what to do, and leaves good Swedish alone."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.checks import check, days, wording
from cards.findings import Finding
from cards.kinds.event.facts import EventFacts
from cards.kinds.notice.facts import NoticeFacts
from cards.model import Card, Link, Municipality, PictureRef, Screen, Text
from cards.samples import samples
from cards.themes import load_theme
from cards.words import date_text

NOW = datetime(2026, 11, 26, 14, 32, tzinfo=ZoneInfo("Europe/Stockholm"))
SCREEN = Screen(id="s", name="S", place="Biblioteket", municipality=Municipality(id="a", names={"sv": "Älvdala"}))
NEWS = samples(NOW)["news"]


def about(title: str, body: str = "") -> list[Finding]:
    card = msgspec.structs.replace(NEWS, texts={"sv": Text(title=title, body=body)})
    return [*wording.remarks(card), *days.remarks(card, NOW)]


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ("Ta med vatten, fika m.m. på lördag", "Ta med vatten, fika med mera på lördag"),
        ("T.ex. Strandvägen", "Till exempel Strandvägen"),
        ("Öppet fr.o.m. måndag", "Öppet från och med måndag"),
        ("Stängt pga snö", "Stängt på grund av snö"),
    ],
)
def test_short_forms_are_written_out(written: str, whole: str) -> None:
    (found,) = about(written)
    assert (found.severity, found.suggestion) == ("look", whole)


@pytest.mark.parametrize(
    "title",
    [
        "Tomten kommer till torget",
        "Carina och cafégästerna sjunger",
        "Obligatorisk anmälan till kursen",
        "ABF, PRO och SFI bjuder in",
        "Dagkirurgin ansvarar",
        "Köpmangatan stängs av",
        "Realskolan fyller hundra år",
    ],
)
def test_good_swedish_is_left_alone(title: str) -> None:
    assert about(title) == []


@pytest.mark.parametrize("title", ["20 % på allt", "Stor rea hos oss", "Veckans erbjudande", "100 kronor av priset"])
def test_advertising_is_remarked_upon(title: str) -> None:
    (found,) = about(title)
    assert str(found.places["word"]) in title


def test_a_selling_number_is_named_whole() -> None:
    assert about("20 % på allt")[0].places["word"] == "20 %"


@pytest.mark.parametrize(
    "body",
    [
        "Vi tar med oss din synpunkt.",
        "Tack för din synpunkt!",
        "Vi ser över frågan.",
        "Det får vi i det fortsatta arbetet.",
    ],
)
def test_a_promise_that_promises_nothing_is_named(body: str) -> None:
    (found,) = about("Belysningen på Skolvägen", body)
    assert str(found.places["words"]) in body


def test_capitals_are_remarked_upon_and_a_lone_abbreviation_is_not() -> None:
    (found,) = about("VÄLKOMNA TILL JULMARKNADEN")
    assert (found.field, found.suggestion) == ("title", "Välkomna till julmarknaden")
    assert about("LAN på PRO:s lokal") == []
    assert about("UNICEF och SFI bjuder in") == []


def test_a_shouted_word_is_calmed_and_a_name_that_stands_elsewhere_keeps_its_capital() -> None:
    assert about("OBSERVERA att vägen stängs")[0].suggestion == "Observera att vägen stängs"
    found = {each.field: each.suggestion for each in about("MARKNAD I NORRBYN", "Norrbyn öppnar.")}
    assert found == {"title": "Marknad i Norrbyn"}


def test_a_picture_that_nobody_described_is_remarked_upon_beside_its_description() -> None:
    silent = PictureRef(sha256="a" * 64, width_px=3000, height_px=2000)
    found = of(msgspec.structs.replace(NEWS, picture=silent))
    assert "picture_alt" in found
    assert "picture" not in found


def test_a_telephone_number_comes_last() -> None:
    assert about("Ring 0953-123 45 om du vill följa med")[0].places["number"] == "0953-123 45"
    assert about("Följ med till havet", "0953-123 45, fråga efter Berit")[0].field == "body"
    assert about("Följ med till havet", "Anmäl dig på 0953-123 45.") == []


def test_a_weekday_that_is_not_the_dates_is_mended() -> None:
    (found,) = about("Möte fredag 28 november i Folkets Hus")
    assert found.suggestion == "Möte lördag 28 november i Folkets Hus"
    assert about("Möte lördag den 28 november i Folkets Hus") == []
    assert about("Möte lördag 2 januari") == []
    assert "No calendar" in about("Möte måndag 31 november")[0].message


@given(
    st.dates(min_value=NOW.date(), max_value=NOW.date() + timedelta(days=290)),
    st.sampled_from(["sv", "fi", "en", "uk"]),
)
def test_a_right_weekday_is_never_remarked_upon(day: datetime, language: str) -> None:

    card = msgspec.structs.replace(NEWS, texts={language: Text(title=f"Möte {date_text(day, language)}")})
    assert list(days.remarks(card, NOW)) == []


@given(st.text(max_size=120))
def test_no_text_breaks_the_remarks(text: str) -> None:
    about(text, text)


def test_a_time_that_has_run_out_is_told() -> None:
    card = msgspec.structs.replace(NEWS, valid_until=NOW - timedelta(days=1))
    assert [found.field for found in days.remarks(card, NOW)] == ["valid_until"]


def of(card: Card) -> dict[str, Finding]:
    return {found.field: found for found in check(card, SCREEN, load_theme("alv"), NOW)}


def test_an_event_wants_a_price_a_sender_and_an_end_after_its_beginning() -> None:
    event = samples(NOW)["event"]
    bare = msgspec.structs.replace(event, texts={"sv": Text(title="Höstkonsert")}, sender="")
    assert {"body", "sender"} <= set(of(bare))
    assert "body" not in of(
        msgspec.structs.replace(bare, facts=msgspec.structs.replace(event.facts, price="40 kronor"))
    )
    facts = event.facts
    assert isinstance(facts, EventFacts)
    late = msgspec.structs.replace(event, facts=msgspec.structs.replace(facts, end=facts.start - timedelta(hours=1)))
    assert of(late)["end"].severity == "stop"


def test_a_work_without_an_end_says_when_there_is_word_of_one() -> None:
    notice = samples(NOW)["notice"]
    open_end = msgspec.structs.replace(notice, facts=NoticeFacts(start=NOW, acute=True))
    assert of(open_end)["end"].severity == "look"
    told = msgspec.structs.replace(notice, facts=NoticeFacts(start=NOW, next_word=NOW + timedelta(hours=2)))
    assert "end" not in of(told)


def test_news_and_pictures_do_not_stand_for_ever() -> None:
    assert "until" in of(msgspec.structs.replace(NEWS, valid_until=None))
    assert "until" not in of(msgspec.structs.replace(NEWS, valid_until=NOW + timedelta(days=3)))


def test_an_address_is_short_enough_to_scan_and_to_remember() -> None:
    long = msgspec.structs.replace(NEWS, link=Link(url="https://alvdala.example/" + "x" * 130, short="alvdala.example"))
    assert "QR" in of(long)["link"].message
    typed = msgspec.structs.replace(NEWS, link=Link(url="https://alvdala.example/a", short="alvdala.example/kultur/a"))
    assert {"count": 24, "most": 20} in [found.places for found in check(typed, SCREEN, load_theme("alv"), NOW)]


def test_a_remark_about_room_is_made_once_for_all_languages() -> None:
    long = Text(title="Ett informationsmöte om Centralskolan", body="Tjänstemän från plan och bygg berättar allt. " * 4)
    card = msgspec.structs.replace(samples(NOW)["event"], texts={"sv": long, "en": long})
    hall = msgspec.structs.replace(SCREEN, inches=43.0, distance_m=6.0)
    fields = [found.field for found in check(card, hall, load_theme("alv"), NOW) if "screen" in found.places]
    assert sorted(set(fields)) == sorted(fields)
