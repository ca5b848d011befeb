"""Is it open? The one answer of an hours card, at every edge of a day and over both clock changes."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.colours import rgb
from cards.compose import laid_out
from cards.geometry import Box
from cards.kinds.hours.facts import HoursFacts, OtherDay, Span
from cards.kinds.hours.today import coming_exception, span_on, today
from cards.model import Municipality, Screen
from cards.samples import samples
from cards.themes import load_theme

STOCKHOLM = ZoneInfo("Europe/Stockholm")
LONG = Span(time(10), time(19))
LIBRARY = HoursFacts(week=(LONG, LONG, LONG, LONG, Span(time(10), time(16)), Span(time(11), time(14)), None))
SPANS = st.none() | st.tuples(st.times(), st.times()).filter(lambda pair: pair[0] != pair[1]).map(lambda p: Span(*p))
WEEKS = st.lists(SPANS, min_size=7, max_size=7).map(lambda week: HoursFacts(week=tuple(week)))
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(STOCKHOLM))  # noqa: DTZ001


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment in the week of Thursday 26 November 2026."""
    return datetime(2026, 11, day, hour, minute, tzinfo=STOCKHOLM)


@pytest.mark.parametrize(
    ("now", "state", "until"),
    [
        (at(26, 9, 59), "opens-today", at(26, 10)),
        (at(26, 10), "open", at(26, 19)),
        (at(26, 18, 59), "open", at(26, 19)),
        (at(26, 19), "closed-for-today", at(27, 10)),
        (at(28, 20), "closed-for-today", at(30, 10)),
        (at(29, 12), "closed-today", at(30, 10)),
    ],
)
def test_the_answer_changes_at_the_minute(now: datetime, state: str, until: datetime) -> None:
    answer = today(LIBRARY, now)
    assert (answer.state, answer.until) == (state, until)


def test_an_exception_rules_over_the_week() -> None:
    other = OtherDay(day=date(2026, 11, 26), span=None, reason="Inventering.")
    closed = HoursFacts(week=LIBRARY.week, exceptions=(other,))
    assert today(closed, at(26, 12)).state == "closed-today"
    assert span_on(closed, date(2026, 11, 27)) == LIBRARY.week[4]


def test_a_place_that_never_opens_promises_nothing() -> None:
    assert today(HoursFacts(week=(None,) * 7), at(26, 12)).opens is None


def test_hours_past_midnight_belong_to_the_evening() -> None:
    bar = HoursFacts(week=(None,) * 3 + (Span(time(20), time(2)),) + (None,) * 3)
    assert today(bar, at(27, 1)).state == "open"
    assert today(bar, at(27, 2)).state == "closed-today"


@given(WEEKS, MOMENTS)
def test_an_answer_holds_until_it_says(facts: HoursFacts, now: datetime) -> None:
    answer = today(facts, now)
    if answer.until is None:
        return
    assert answer.until > now
    just_before = answer.until - timedelta(microseconds=1)
    if just_before.astimezone(ZoneInfo("UTC")) > now.astimezone(ZoneInfo("UTC")) and just_before.date() == now.date():
        assert today(facts, just_before).state == answer.state


@given(MOMENTS, st.integers(0, 20))
def test_only_a_coming_exception_is_told(now: datetime, ahead: int) -> None:
    facts = HoursFacts(week=LIBRARY.week, exceptions=(OtherDay(day=now.date() + timedelta(days=ahead)),))
    assert (coming_exception(facts, now) is not None) is (ahead <= 7)


def test_the_snow_holds_the_footer_of_a_far_bar() -> None:
    now = at(26, 20)
    town = Municipality(id="alvdala", names={"sv": "Älvdala kommun"})
    screen = Screen(
        id="bib", name="Entrén", place="", municipality=town, width_px=3840, height_px=1080, inches=55, distance_m=6
    )
    sheet = laid_out(samples(now)["hours"], screen, load_theme("kontrast"), now, "sv", {})
    name = next(mark for mark in sheet.marks if mark.role == "label")
    above = Box(name.box.left, name.box.top - 4, name.box.right, name.box.top - 2)
    assert sheet.ground_at(above) == rgb(sheet.palette("doorway-open")[-1])
