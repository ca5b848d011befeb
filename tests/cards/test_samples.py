"""The samples: one of every kind, whole in JSON, never tied to a day that passes."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.kinds import KINDS
from cards.kinds.hours.facts import HoursFacts
from cards.kinds.menu.facts import MenuFacts
from cards.model import Card
from cards.samples import samples

STOCKHOLM = ZoneInfo("Europe/Stockholm")
MOMENTS = st.datetimes(
    min_value=datetime(2026, 1, 1),  # noqa: DTZ001 - the zone is given beside it
    max_value=datetime(2030, 1, 1),  # noqa: DTZ001
    timezones=st.just(STOCKHOLM),
)
WEEKDAYS = re.compile(r"måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|maanantai|torstai|monday|tuesday", re.I)


@given(MOMENTS)
def test_there_is_one_of_every_kind_at_any_moment(now: datetime) -> None:
    cards = samples(now)
    assert tuple(cards) == KINDS
    assert all(card.kind == kind for kind, card in cards.items())


@pytest.mark.parametrize("kind", KINDS)
def test_a_sample_travels_whole(kind: str) -> None:
    card = samples(datetime(2026, 11, 26, 14, tzinfo=STOCKHOLM))[kind]
    assert msgspec.json.decode(msgspec.json.encode(card), type=Card) == card


@pytest.mark.parametrize("kind", KINDS)
def test_no_sample_types_a_weekday(kind: str) -> None:
    card = samples(datetime(2026, 11, 26, 14, tzinfo=STOCKHOLM))[kind]
    for text in card.texts.values():
        assert not WEEKDAYS.search(f"{text.title} {text.body} {text.advice}")


@given(MOMENTS)
def test_the_menu_shows_a_week_with_days_left(now: datetime) -> None:
    facts = samples(now)["menu"].facts
    assert isinstance(facts, MenuFacts)
    assert facts.days[0].day.weekday() == 0
    assert facts.days[-1].day >= now.date()


@given(MOMENTS)
def test_the_hours_tell_of_a_day_that_differs_within_a_week(now: datetime) -> None:
    facts = samples(now)["hours"].facts
    assert isinstance(facts, HoursFacts)
    other = facts.exceptions[0]
    assert timedelta() < other.day - now.date() <= timedelta(days=7)
    assert other.span != facts.week[other.day.weekday()]
