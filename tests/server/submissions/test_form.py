from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from cards.kinds.event.facts import EventFacts
from cards.model import PictureRef
from server.submissions.form import Reading, Typed, read, typed_from, typed_of

STOCKHOLM = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 11, 26, 13, 32, tzinfo=UTC)
COFFEE = Typed(
    what="Julkaffe med allsång",
    day="tisdag 15 december",
    starts="13.00",
    ends="15.00",
    where="Servicehuset Granen",
    who="Älvdala pensionärsförening",
    more="Kaffe och lussebulle 40 kronor. Alla är välkomna.",
)


def reading(**changes: object) -> Reading:
    fields = {name: getattr(COFFEE, name) for name in Typed.__struct_fields__} | changes
    return read(Typed(**fields), NOW, STOCKHOLM)


def remarks(found: Reading) -> list[str]:
    return [finding.field for finding in found.findings]


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=STOCKHOLM)


def test_six_fields_make_a_card() -> None:
    found = reading()
    assert found.ready
    assert found.card is not None
    assert found.card.facts == EventFacts(
        start=local("2026-12-15T13:00"), end=local("2026-12-15T15:00"), place="Servicehuset Granen"
    )
    assert found.card.sender == "Älvdala pensionärsförening"
    assert found.card.valid_from == local("2026-12-01T00:00")
    assert found.card.valid_until == local("2026-12-15T15:00")


def test_an_empty_form_says_everything_that_is_missing_in_its_order() -> None:
    found = read(Typed(), NOW, STOCKHOLM)
    assert remarks(found) == ["what", "day", "starts", "ends", "where", "who"]
    assert found.card is None


def test_a_card_is_drawn_before_all_is_written() -> None:
    found = reading(ends="", who="")
    assert remarks(found) == ["ends", "who"]
    assert found.card is not None
    assert not found.ready


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("day", "på julafton nån gång"),
        ("day", "30/2"),
        ("day", "25 november"),
        ("day", "15 december 2030"),
        ("day", "måndag 15 december"),
        ("starts", "ett"),
        ("ends", "25.00"),
        ("ends", "12.00"),
        ("what", "x" * 61),
        ("more", "å" * 91),
        ("where", "p" * 61),
        ("who", "p" * 61),
    ],
)
def test_what_cannot_be_is_said_beside_its_field_and_kept(field: str, value: str) -> None:
    found = reading(**{field: value})
    assert remarks(found) == [field]
    assert getattr(found.typed, field) == value


def test_a_weekday_that_does_not_fit_has_two_ways_out() -> None:
    (finding,) = reading(day="måndag 15 december").findings
    assert [repair.value for repair in finding.repairs] == ["måndag 14 december", "tisdag 15 december"]


def test_a_dance_may_end_in_the_night() -> None:
    found = reading(starts="21", ends="01")
    assert found.ready
    assert found.card is not None
    assert found.card.valid_until == local("2026-12-16T01:00")


def test_an_event_that_ended_an_hour_ago_is_over() -> None:
    assert remarks(reading(day="i dag", starts="10", ends="13")) == ["day"]
    assert reading(day="i dag", starts="10", ends="16").ready


def test_a_picture_needs_a_yes() -> None:
    picture = PictureRef(sha256="a" * 64, width_px=1600, height_px=900)
    assert remarks(reading(picture=picture)) == ["picture_allowed"]
    assert reading(picture=picture, picture_allowed=True).ready


def test_a_card_can_be_changed_from_its_own_fields() -> None:
    first = reading()
    assert first.card is not None
    assert read(typed_from(first.card, STOCKHOLM, NOW.date()), NOW, STOCKHOLM).card == first.card


def test_fields_from_outside_are_cleaned_and_bounded() -> None:
    typed = typed_of({"what": "Jul\u202ekaffe\n" + "x" * 5000, "day": b"15/12", "who": None}, None)
    assert typed.what.startswith("Julkaffe x")
    assert len(typed.what) < 2001
    assert typed.day == typed.who == ""
