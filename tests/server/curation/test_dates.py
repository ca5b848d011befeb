"""Days and times as people write them."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.curation.dates import DayRead, Fault, at, read_day, read_time, write_day, write_time

THURSDAY = date(2026, 11, 26)
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("28 november", date(2026, 11, 28)),
        ("28/11", date(2026, 11, 28)),
        ("lördag 28 nov", date(2026, 11, 28)),
        ("Lördagen den 28:e november", date(2026, 11, 28)),
        ("lör 28 nov.", date(2026, 11, 28)),
        ("2026-11-28", date(2026, 11, 28)),
        ("28.11.2026", date(2026, 11, 28)),
        ("28/11-26", date(2026, 11, 28)),
        ("i morgon", date(2026, 11, 27)),
        ("  Idag ", THURSDAY),
        ("på lördag", date(2026, 11, 28)),
        ("torsdag", THURSDAY),
        ("3 januari", date(2027, 1, 3)),
        ("1 oktober", date(2026, 10, 1)),
        ("29 februari", date(2028, 2, 29)),
    ],
)
def test_a_day_is_read_as_people_write_it(text: str, day: date) -> None:
    assert read_day(text, THURSDAY) == DayRead(day=day)


def test_a_weekday_that_does_not_fit_leaves_the_choice_to_the_writer() -> None:
    assert read_day("fredag 28 november", THURSDAY) == DayRead(day=date(2026, 11, 28), instead=date(2026, 11, 27))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", Fault.MISSING),
        ("snart", Fault.UNREADABLE),
        ("28 brumaire", Fault.UNREADABLE),
        ("31 november", Fault.IMPOSSIBLE),
        ("28/13", Fault.IMPOSSIBLE),
        ("29 februari 2027", Fault.IMPOSSIBLE),
        ("2026-02-30", Fault.IMPOSSIBLE),
    ],
)
def test_what_is_no_day_says_why(text: str, fault: Fault) -> None:
    assert read_day(text, THURSDAY) == DayRead(fault=fault)


@given(DAYS, DAYS)
def test_a_written_day_is_read_as_the_same_day(day: date, today: date) -> None:
    assert read_day(write_day(day, today), today) == DayRead(day=day)


@given(DAYS, DAYS, st.integers(0, 6))
def test_a_clash_offers_a_day_with_the_weekday_that_was_written(day: date, today: date, weekday: int) -> None:
    names = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
    read = read_day(f"{names[weekday]} {day.isoformat()}", today)
    assert read.day == day
    if weekday == day.weekday():
        assert read.instead is None
    else:
        assert read.instead is not None
        assert read.instead.weekday() == weekday
        assert abs((read.instead - day).days) <= 3


@given(st.text(max_size=40), DAYS)
def test_nothing_that_is_typed_breaks_the_reading(text: str, today: date) -> None:
    read = read_day(text, today)
    assert (read.day is None) is (read.fault is not None)
    read_time(text)


@given(st.times())
def test_a_written_time_is_read_as_the_same_minute(moment: time) -> None:
    assert read_time(write_time(moment)) == moment.replace(second=0, microsecond=0)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("18", time(18)),
        ("18:30", time(18, 30)),
        ("kl 9", time(9)),
        ("klockan 09.05", time(9, 5)),
        ("1830", time(18, 30)),
        ("25", None),
        ("18.75", None),
        ("sen", None),
        ("", None),
    ],
)
def test_a_time_is_read_as_people_write_it(text: str, moment: time | None) -> None:
    assert read_time(text) == moment


def test_a_time_that_the_spring_change_skips_is_the_hour_after() -> None:
    stockholm = ZoneInfo("Europe/Stockholm")
    assert at(date(2026, 3, 29), time(2, 30), stockholm) == datetime(2026, 3, 29, 3, 30, tzinfo=stockholm)
