"""The stamp of a public form: too young, too old or not ours is the second tray, never a refusal."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.access.stamp import NOT_OURS, make_stamp, read_stamp
from tests.server.conftest import NOON

SECRET = b"s" * 32


@pytest.mark.parametrize(
    ("age", "trusted"),
    [
        (timedelta(seconds=2), False),
        (timedelta(seconds=3), True),
        (timedelta(hours=24), True),
        (timedelta(hours=24, seconds=1), False),
    ],
)
def test_a_stamp_is_trusted_from_three_seconds_to_a_day(age: timedelta, trusted: bool) -> None:
    stamp = make_stamp(SECRET, "reply", NOON)
    read = read_stamp(SECRET, "reply", stamp, NOON + age)
    assert read.trusted is trusted
    assert read.nonce


def test_the_same_stamp_is_the_same_form() -> None:
    stamp = make_stamp(SECRET, "reply", NOON)
    later = NOON + timedelta(minutes=1)
    assert read_stamp(SECRET, "reply", stamp, later) == read_stamp(SECRET, "reply", stamp, later)
    assert read_stamp(SECRET, "reply", make_stamp(SECRET, "reply", NOON), later).nonce != stamp.split(".")[1]


def test_a_stamp_for_something_else_is_not_ours() -> None:
    stamp = make_stamp(SECRET, "reply", NOON)
    assert read_stamp(SECRET, "submission", stamp, NOON) == NOT_OURS
    assert read_stamp(b"t" * 32, "reply", stamp, NOON) == NOT_OURS


@given(st.text())
def test_hostile_text_is_simply_not_ours(text: str) -> None:
    assert read_stamp(SECRET, "reply", text, NOON) == NOT_OURS
    stamp = make_stamp(SECRET, "reply", NOON)
    if text:
        assert read_stamp(SECRET, "reply", text + stamp, NOON) == NOT_OURS
