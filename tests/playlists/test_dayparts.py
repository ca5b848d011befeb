"""Dayparts, over both clock changes of Stockholm."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from playlists.dayparts import edges, is_open
from playlists.model import Daypart

STOCKHOLM = ZoneInfo("Europe/Stockholm")
INSTANTS = st.integers(0, 3 * 366 * 86_400).map(
    lambda passed: datetime(2025, 1, 1, tzinfo=UTC) + timedelta(seconds=passed)
)
MINUTES = st.builds(time, st.integers(0, 23), st.integers(0, 59))


@given(INSTANTS, MINUTES, MINUTES)
@example(datetime(2026, 3, 29, 1, 0, tzinfo=UTC), time(2), time(3))  # 02:00 to 03:00 never comes
@example(datetime(2026, 10, 25, 0, 30, tzinfo=UTC), time(2), time(3))  # and here it comes twice
@example(datetime(2026, 10, 25, 1, 30, tzinfo=UTC), time(2), time(3))
def test_a_daypart_and_the_rest_of_the_day_share_out_all_time(now: datetime, start: time, end: time) -> None:
    assume(start != end)
    day, rest = Daypart(start=start, end=end), Daypart(start=end, end=start)
    assert is_open(day, now, STOCKHOLM) is not is_open(rest, now, STOCKHOLM)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(2026, 11, 26, 9, 59, 59, tzinfo=STOCKHOLM), False),
        (datetime(2026, 11, 26, 10, 0, tzinfo=STOCKHOLM), True),
        (datetime(2026, 11, 26, 18, 59, 59, 999999, tzinfo=STOCKHOLM), True),
        (datetime(2026, 11, 26, 19, 0, tzinfo=STOCKHOLM), False),
        (datetime(2026, 11, 29, 12, 0, tzinfo=STOCKHOLM), False),  # a Sunday
    ],
)
def test_hours_are_half_open_and_keep_to_their_weekdays(moment: datetime, expected: bool) -> None:
    assert is_open(Daypart(start=time(10), end=time(19), weekdays=(1, 2, 3, 4, 5)), moment, STOCKHOLM) is expected


def test_hours_past_midnight_belong_to_the_day_on_which_they_began() -> None:
    friday_night = Daypart(start=time(20), end=time(2), weekdays=(5,))
    assert is_open(friday_night, datetime(2026, 11, 28, 1, 59, tzinfo=STOCKHOLM), STOCKHOLM)
    assert not is_open(friday_night, datetime(2026, 11, 27, 1, 59, tzinfo=STOCKHOLM), STOCKHOLM)


def test_equal_start_and_end_mean_a_whole_day_from_that_hour() -> None:
    day = Daypart(start=time(6), end=time(6), weekdays=(1,))
    assert is_open(day, datetime(2026, 11, 23, 6, 0, tzinfo=STOCKHOLM), STOCKHOLM)
    assert is_open(day, datetime(2026, 11, 24, 5, 59, tzinfo=STOCKHOLM), STOCKHOLM)
    assert not is_open(day, datetime(2026, 11, 24, 6, 0, tzinfo=STOCKHOLM), STOCKHOLM)


@settings(max_examples=25)
@given(INSTANTS, MINUTES, MINUTES, st.sets(st.integers(1, 7)))
@example(datetime(2026, 3, 28, 12, 0, tzinfo=UTC), time(2, 30), time(5), {7})  # opens when the clock jumps
@example(datetime(2026, 10, 24, 12, 0, tzinfo=UTC), time(2, 30), time(5), {7})  # opens, closes, opens
def test_no_edge_is_missed(first: datetime, start: time, end: time, weekdays: set[int]) -> None:
    daypart = Daypart(start=start, end=end, weekdays=tuple(sorted(weekdays)))
    last = first + timedelta(days=2)
    found = set(edges([daypart], first, last, STOCKHOLM))
    minute = first.replace(second=0, microsecond=0) + timedelta(minutes=1)
    while minute <= last:
        before = is_open(daypart, minute - timedelta(seconds=1), STOCKHOLM)
        if is_open(daypart, minute, STOCKHOLM) is not before:
            assert minute in found
        minute += timedelta(minutes=1)
