from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from server.intake.workdays import due, easter, is_working_day, working_days_between

STOCKHOLM = ZoneInfo("Europe/Stockholm")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=STOCKHOLM)


@pytest.mark.parametrize(
    ("year", "day"), [(2024, "2024-03-31"), (2025, "2025-04-20"), (2026, "2026-04-05"), (2038, "2038-04-25")]
)
def test_easter_is_where_the_almanac_has_it(year: int, day: str) -> None:
    assert easter(year) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "day",
    [
        "2026-01-01",
        "2026-01-06",
        "2026-04-03",
        "2026-04-06",
        "2026-05-01",
        "2026-05-14",
        "2026-06-19",
        "2026-12-24",
        "2026-11-28",
    ],
)
def test_red_days_are_free(day: str) -> None:
    assert not is_working_day(date.fromisoformat(day))


def test_an_ordinary_thursday_is_not() -> None:
    assert is_working_day(date(2026, 11, 26))


@pytest.mark.parametrize(
    ("came", "read_by"),
    [
        ("2026-11-26T15:40", "2026-11-27T15:40"),
        ("2026-11-27T15:40", "2026-11-30T15:40"),
        ("2026-11-28T20:15", "2026-11-30T16:00"),
        ("2026-11-26T22:10", "2026-11-27T16:00"),
        ("2026-12-23T05:00", "2026-12-28T09:00"),
    ],
)
def test_what_comes_in_is_read_within_a_working_day(came: str, read_by: str) -> None:
    assert due(at(came), STOCKHOLM) == at(read_by)


def test_days_ahead_leave_out_the_free_ones() -> None:
    assert working_days_between(date(2026, 11, 26), date(2026, 12, 3)) == 5
    assert working_days_between(date(2026, 11, 26), date(2026, 11, 26)) == 0
    assert working_days_between(date(2026, 11, 26), date(2026, 11, 20)) == 0
