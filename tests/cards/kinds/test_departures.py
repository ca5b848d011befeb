"""Departures: minutes that agree with the clock beside them, clock times from half an hour on, late and cancelled."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.compose import laid_out
from cards.kinds.departures.checks import check
from cards.kinds.departures.facts import Departure, DeparturesFacts
from cards.kinds.departures.said import said
from cards.kinds.departures.timing import coming, minutes_late, minutes_left, next_change, told_in_minutes
from cards.model import Card, Municipality, Screen, Text
from cards.said import Pairs
from cards.sheet import Sheet
from cards.themes import load_theme

STOCKHOLM = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 11, 26, 14, 32, 40, tzinfo=STOCKHOLM)
SCREEN = Screen(
    id="bib", name="Entrén", place="Biblioteket", municipality=Municipality(id="a", names={"sv": "Älvdala kommun"})
)


def at(hour: int, minute: int, second: int = 0) -> datetime:
    return datetime(2026, 11, 26, hour, minute, second, tzinfo=STOCKHOLM)


def bus(leaves: datetime, *, expected: datetime | None = None, cancelled: bool = False, line: str = "3") -> Departure:
    return Departure(line=line, destination="Ishallen", at=leaves, expected=expected, cancelled=cancelled)


def sheet_of(*departures: Departure, now: datetime = NOW) -> Sheet:
    facts = DeparturesFacts(stop="Biblioteket", departures=departures, source="Trafiklab.se")
    card = Card(id="buss", version=1, facts=facts, texts={"sv": Text(title="")})
    return laid_out(card, SCREEN, load_theme("alv"), now, "sv", {}, paint=False)


def texts(sheet: Sheet) -> list[str]:
    return [mark.text.replace("\u00a0", " ") for mark in sheet.marks]


@pytest.mark.parametrize("second", [0, 1, 40, 59])
def test_minutes_agree_with_the_clock_at_any_second(second: int) -> None:
    assert minutes_left(bus(at(14, 38)), at(14, 32, second)) == 6


def test_a_bus_stands_as_now_through_its_minute_and_is_gone_after_it() -> None:
    one = bus(at(14, 32))
    facts = DeparturesFacts(stop="Biblioteket", departures=(one,))
    assert coming(facts, at(14, 32, 59)) == (one,)
    assert coming(facts, at(14, 33)) == ()
    assert "nu" in texts(sheet_of(one))


def test_from_half_an_hour_on_the_clock_time_is_told() -> None:
    assert "29" in texts(sheet_of(bus(at(15, 1))))
    sheet = sheet_of(bus(at(15, 2)))
    assert "15.02" in texts(sheet)
    assert "min" not in texts(sheet)


def test_a_picture_with_minutes_holds_to_the_next_whole_minute() -> None:
    assert sheet_of(bus(at(14, 50))).valid_until == at(14, 33)


def test_a_picture_with_clock_times_holds_until_minutes_begin() -> None:
    assert sheet_of(bus(at(15, 20))).valid_until == at(14, 51)


def test_late_is_told_in_words_with_the_time_that_is_expected_now() -> None:
    sheet = sheet_of(bus(at(14, 41), expected=at(14, 45)))
    assert "försenad 4 min" in texts(sheet)
    assert "13" in texts(sheet)


def test_early_is_not_called_late() -> None:
    assert minutes_late(bus(at(14, 45), expected=at(14, 43))) == 0


def test_cancelled_is_told_in_words_with_its_clock_time() -> None:
    sheet = sheet_of(bus(at(14, 51), cancelled=True))
    assert {"inställd", "14.51"} <= set(texts(sheet))
    assert "min" not in texts(sheet)


def test_the_order_is_that_of_leaving_not_of_the_timetable() -> None:
    late, other = bus(at(14, 40), expected=at(15, 0)), bus(at(14, 50), line="7")
    facts = DeparturesFacts(stop="Biblioteket", departures=(late, other))
    assert coming(facts, NOW) == (other, late)


def test_the_source_of_the_data_is_named() -> None:
    assert "Data från Trafiklab.se" in texts(sheet_of(bus(at(14, 50))))


def test_the_headline_names_the_stop_by_what_leaves_there() -> None:
    assert "Buss från Biblioteket" in texts(sheet_of(bus(at(14, 50))))
    train = msgspec.structs.replace(bus(at(14, 50)), mode="train")
    assert "Tåg från Biblioteket" in texts(sheet_of(train))
    assert "Avgångar från Biblioteket" in texts(sheet_of(train, bus(at(14, 55))))


def test_the_only_clock_is_the_large_one() -> None:
    assert len(sheet_of(bus(at(14, 50))).live) == 1


def test_the_page_tells_clock_times_not_minutes() -> None:
    facts = DeparturesFacts(
        stop="Biblioteket", departures=(bus(at(14, 41), expected=at(14, 45)),), source="Trafiklab.se"
    )
    card = Card(id="buss", version=1, facts=facts, texts={"sv": Text(title="")})
    rows = [part.rows for part in said(card, "sv", NOW) if isinstance(part, Pairs)]
    assert rows == [(("14.45", "3 Ishallen, försenad 4 min"),)]


def test_data_without_an_owner_is_remarked_on() -> None:
    facts = DeparturesFacts(stop="Biblioteket", departures=(bus(at(14, 50)),))
    card = Card(id="buss", version=1, facts=facts, texts={"sv": Text(title="")})
    assert [finding.field for finding in check(card, SCREEN, NOW)] == ["source"]


@given(st.lists(st.tuples(st.integers(-5, 90), st.integers(0, 40), st.booleans()), min_size=1, max_size=8))
def test_what_is_told_is_true_until_the_next_change(rows: list[tuple[int, int, bool]]) -> None:
    departures = tuple(
        bus(at(14, 32) + timedelta(minutes=ahead), expected=at(14, 32) + timedelta(minutes=ahead + late), cancelled=off)
        for ahead, late, off in rows
    )
    facts = DeparturesFacts(stop="Biblioteket", departures=departures)
    shown = coming(facts, NOW)
    change = next_change(shown, NOW)

    def told(now: datetime) -> list[tuple[bool, int]]:
        return [
            (minutes, minutes_left(one, now) if minutes else 0)
            for one in coming(facts, now)
            for minutes in (told_in_minutes(one, now),)
        ]

    assert (change is None) == (shown == ())
    if change is not None:
        assert change > NOW
        assert told(change - timedelta(seconds=1)) == told(NOW)
        assert told(change) != told(NOW)
