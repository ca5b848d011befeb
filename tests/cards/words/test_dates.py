"""Days and times as people read them, in every language."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards import words as say

THURSDAY = date(2026, 11, 26)
AFTERNOON = datetime(2026, 11, 26, 14, 32)  # noqa: DTZ001 - wall time, as a screen's zone gives it

DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2040, 12, 31))
LANGUAGES = st.sampled_from(say.LANGUAGES)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("sv", "torsdag 26\u00a0november"),
        ("fi", "torstai 26.\u00a0marraskuuta"),
        ("fit", "tuorestai 26.\u00a0marraskuuta"),
        ("se", "duorasdat skábmamánu\u00a026.\u00a0b."),
        ("en", "Thursday 26\u00a0November"),
        ("ar", "الخميس 26\u00a0نوفمبر"),
        ("uk", "четвер, 26\u00a0листопада"),
    ],
)
def test_a_date_is_written_as_its_language_writes_it(language: str, expected: str) -> None:
    assert say.date_text(THURSDAY, language) == expected


@pytest.mark.parametrize(
    ("ahead", "expected"),
    [(-1, "i går"), (0, "i dag"), (1, "i morgon"), (2, "på lördag"), (6, "på onsdag"), (7, "torsdag 3 december")],
)
def test_a_near_day_is_said_by_its_nearness(ahead: int, expected: str) -> None:
    day = THURSDAY + timedelta(days=ahead)
    assert say.relative_day(AFTERNOON, day, "sv").replace("\u00a0", " ") == expected


@given(DAYS, st.integers(-400, 400), LANGUAGES)
def test_only_yesterday_to_six_days_ahead_are_said_without_a_date(today: date, ahead: int, language: str) -> None:
    day = today + timedelta(days=ahead)
    has_date = any(sign.isdigit() for sign in say.relative_day(today, day, language))
    assert has_date is not (-1 <= ahead <= 6)


@given(DAYS, LANGUAGES)
def test_a_day_never_parts_from_its_month(day: date, language: str) -> None:
    assert " " not in say.date_text(day, language, weekday=False)


@pytest.mark.parametrize(
    ("hours", "expected"),
    [(2, "18.00–20.00"), (7, "18.00–01.00"), (26, "tors\u00a018.00–fre\u00a020.00"), (0, "18.00")],
)
def test_a_span_names_days_only_when_it_lasts_over_a_night(hours: int, expected: str) -> None:
    start = AFTERNOON.replace(hour=18, minute=0)
    assert say.span_text(start, start + timedelta(hours=hours), "sv") == expected


def test_a_span_without_an_end_is_its_start() -> None:
    assert say.span_text(AFTERNOON, None, "en") == "14:32"


def test_opening_hours_are_spoken_shortly() -> None:
    assert say.short_span(time(10), time(18, 30), "sv") == "10–18.30"


@pytest.mark.parametrize(
    ("first", "last", "language", "expected"),
    [
        (date(2026, 11, 28), date(2026, 12, 3), "sv", "28 november–3 december"),
        (date(2026, 12, 7), date(2026, 12, 9), "sv", "7–9 december"),
        (date(2026, 12, 7), date(2026, 12, 7), "sv", "7 december"),
        (date(2026, 12, 7), date(2026, 12, 9), "fi", "7.–9. joulukuuta"),
        (date(2026, 12, 7), date(2027, 12, 9), "sv", "7 december–9 december"),
    ],
)
def test_days_in_one_month_name_it_once(first: date, last: date, language: str, expected: str) -> None:
    assert say.date_span(first, last, language).replace("\u00a0", " ") == expected


@pytest.mark.parametrize(
    ("minutes", "expected"), [(20, "om 20 minuter"), (1, "om 1 minut"), (60, "om 60 minuter"), (61, ""), (0, "")]
)
def test_a_countdown_holds_for_the_last_hour(minutes: int, expected: str) -> None:
    at = AFTERNOON + timedelta(minutes=minutes)
    assert say.countdown(AFTERNOON, at, "sv").replace("\u00a0", " ") == expected


@given(st.integers(1, 60), LANGUAGES)
def test_a_countdown_is_said_in_every_language(minutes: int, language: str) -> None:
    assert say.countdown(AFTERNOON, AFTERNOON + timedelta(minutes=minutes), language)


@pytest.mark.parametrize(
    ("items", "expected"), [([], ""), (["A"], "A"), (["A", "B"], "A ja B"), (["A", "B", "C"], "A, B ja C")]
)
def test_a_list_is_joined_where_cldr_has_no_data(items: list[str], expected: str) -> None:
    assert say.listed(items, "fit") == expected
