"""Which hours a forecast tells."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from cards.kinds.weather.facts import WeatherFacts
from cards.kinds.weather.forecast import steps
from cards.samples import samples

NOW = datetime(2026, 11, 26, 14, 32, tzinfo=ZoneInfo("Europe/Stockholm"))


def forecast() -> WeatherFacts:
    """The sample's forecast, made at 14."""
    facts = samples(NOW)["weather"].facts
    assert isinstance(facts, WeatherFacts)
    return facts


def test_the_hour_that_holds_comes_first_and_is_now() -> None:
    told = steps(forecast(), NOW, 5)
    assert [step.now for step in told] == [True, False, False, False, False]
    assert told[0].hour.at.hour == 14


@pytest.mark.parametrize(("later", "first"), [(timedelta(hours=4), 17), (timedelta(hours=7), 20)])
def test_hours_that_have_passed_are_left_out(later: timedelta, first: int) -> None:
    told = steps(forecast(), NOW + later, 5)
    assert (told[0].hour.at.hour, told[0].now) == (first, True)


def test_an_old_forecast_no_longer_says_now() -> None:
    told = steps(forecast(), NOW + timedelta(hours=10), 5)
    assert not any(step.now for step in told)


def test_the_day_itself_is_not_told_twice() -> None:
    told = steps(forecast(), NOW + timedelta(days=1), 5)
    assert all(step.hour.at.date() > (NOW + timedelta(days=1)).date() for step in told[1:])


def test_no_more_are_told_than_asked_for() -> None:
    assert len(steps(forecast(), NOW, 2)) == 2


def test_an_empty_forecast_tells_nothing() -> None:
    empty = WeatherFacts(place="Älvdala", made=NOW, hours=())
    assert steps(empty, NOW, 5) == ()
