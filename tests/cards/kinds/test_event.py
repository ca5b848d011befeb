"""An event that comes again, is called off, is full, or hangs on a wall for weeks: what its card says."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.alt import alt_text
from cards.compose import laid_out
from cards.kinds.event.facts import EventFacts
from cards.kinds.event.occasions import occasion, over
from cards.kinds.event.when import days_listed
from cards.kinds.moments import moment
from cards.model import Card, Municipality, Screen
from cards.samples import samples, variants
from cards.sheet import Sheet
from cards.themes import load_theme

STOCKHOLM = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 11, 26, 14, 32, tzinfo=STOCKHOLM)
TOWN = Municipality(id="alvdala", names={"sv": "Älvdala kommun"})
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=st.just(STOCKHOLM))  # noqa: DTZ001


def sheet_of(card: Card, size: tuple[int, int] = (1920, 1080), language: str = "sv", now: datetime = NOW) -> Sheet:
    screen = Screen(
        id="bib", name="Entrén", place="Biblioteket", municipality=TOWN, width_px=size[0], height_px=size[1]
    )
    return laid_out(card, screen, load_theme("alv"), now, language, {}, paint=False)


def said(sheet: Sheet) -> str:
    return " ".join(mark.text for mark in sheet.marks).replace("\u00a0", " ")


def cafe(**changes: object) -> EventFacts:
    """Every Tuesday from 24 March, before the clocks change."""
    facts = EventFacts(
        start=datetime(2026, 3, 24, 17, tzinfo=STOCKHOLM),
        end=datetime(2026, 3, 24, 18, 30, tzinfo=STOCKHOLM),
        place="Biblioteket",
        weekly=True,
    )
    return msgspec.structs.replace(facts, **changes)


def test_what_comes_each_week_keeps_its_wall_time_when_the_clocks_change() -> None:
    at = occasion(cafe(), datetime(2026, 3, 30, 9, tzinfo=STOCKHOLM))
    assert (at.start.isoformat(), at.end and at.end.isoformat()) == (
        "2026-03-31T17:00:00+02:00",
        "2026-03-31T18:30:00+02:00",
    )


def test_the_next_occasion_takes_over_when_one_is_over() -> None:
    during, after = (datetime(2026, 3, 24, 18, minute, tzinfo=STOCKHOLM) for minute in (29, 30))
    assert occasion(cafe(), during).start.date() == date(2026, 3, 24)
    assert occasion(cafe(), after).start.date() == date(2026, 3, 31)


def test_a_series_is_over_with_its_last_occasion() -> None:
    assert over(cafe(), STOCKHOLM) is None
    until = datetime(2026, 4, 14, 18, tzinfo=STOCKHOLM)
    assert over(cafe(until=until), STOCKHOLM) == datetime(2026, 4, 15, tzinfo=STOCKHOLM)
    assert occasion(cafe(until=until), datetime(2026, 4, 14, 20, tzinfo=STOCKHOLM)).start.date() == date(2026, 4, 14)
    listed = cafe(weekly=False, also=(datetime(2026, 5, 5, 17, tzinfo=STOCKHOLM),))
    assert over(listed, STOCKHOLM) == datetime(2026, 5, 5, 18, 30, tzinfo=STOCKHOLM)


@given(MOMENTS)
def test_an_occasion_is_never_one_that_is_over(now: datetime) -> None:
    at = occasion(cafe(), now)
    assert at.start.weekday() == 1
    assert at.end is not None
    assert at.end > now
    assert at.start - now < timedelta(days=7, hours=1) or now < cafe().start


@pytest.mark.parametrize(
    ("language", "expected"),
    [("sv", "6, 13 december och 2 januari"), ("fi", "6., 13. joulukuuta ja 2. tammikuuta")],
)
def test_a_month_is_named_once_for_its_days(language: str, expected: str) -> None:
    days = (date(2026, 12, 6), date(2026, 12, 13), date(2027, 1, 2))
    assert days_listed(days, language).replace("\u00a0", " ") == expected


def test_a_card_tells_of_every_week_and_of_listed_days() -> None:
    looks = variants(NOW)
    assert "Varje tisdag 17.00–18.30" in said(sheet_of(looks["event-weekly"]))
    assert "Även 6, 13 och 20 december" in said(sheet_of(looks["event-days"]))
    assert "I dag 17.00–18.30, varje tisdag" in said(sheet_of(looks["event-weekly"], now=NOW + timedelta(days=5)))


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1920, 540), (1080, 1080)])
def test_a_cancelled_event_still_says_what_and_when(size: tuple[int, int]) -> None:
    text = said(sheet_of(variants(NOW)["event-cancelled"], size))
    assert text.count("Inställt") >= 1
    assert "18.00–20.00" in text
    assert "Höstkonsert" in text


def test_an_exhibition_tells_its_opening_then_only_its_last_day() -> None:
    looks = variants(NOW)
    before, since = said(sheet_of(looks["event-opening"])), said(sheet_of(looks["event-exhibition"]))
    assert "Vernissage 12.00–14.00" in before
    assert "till och med 14 december" in before
    assert "Till och med 14 december" in since
    assert "Vernissage" not in since


def test_the_price_outlives_the_sentence() -> None:
    card = samples(NOW)["event"]
    facts = msgspec.structs.replace(card.facts, price="180 kronor")
    text = msgspec.structs.replace(card.texts["sv"], body="Tre körer sjunger i två timmar om hösten och älven. " * 3)
    sheet = sheet_of(msgspec.structs.replace(card, facts=facts, texts={"sv": text}))
    assert "body" in sheet.dropped
    assert "180 kronor" in said(sheet)


def test_a_sample_that_comes_again_starts_from_the_moment_that_is_given() -> None:
    facts = variants(NOW)["event-weekly"].facts
    assert isinstance(facts, EventFacts)
    assert facts.start == moment(NOW, 5, 17)


def told(facts: EventFacts, language: str = "sv", now: datetime = NOW) -> str:
    card = msgspec.structs.replace(samples(now)["event"], facts=facts)
    return alt_text(card, language, now, STOCKHOLM).replace("\u00a0", " ")


def test_what_comes_each_week_is_read_aloud_with_its_next_day_and_its_last() -> None:
    spoken = told(cafe(until=datetime(2026, 12, 15, tzinfo=STOCKHOLM)))
    assert spoken.startswith("Evenemang.")
    assert "Tisdag 1 december 17.00–18.30, varje tisdag, till och med 15 december." in spoken
    assert "till och med" not in told(cafe())
    assert "every Tuesday" in told(cafe(), "en")


def test_further_days_are_read_aloud_while_they_are_to_come() -> None:
    also = tuple(datetime(2026, 12, day, 17, tzinfo=STOCKHOLM) for day in (5, 12, 19))
    facts = cafe(weekly=False, start=datetime(2026, 11, 28, 17, tzinfo=STOCKHOLM), end=None, also=also)
    assert "Även 5, 12 och 19 december" in told(facts)
    later = told(facts, now=datetime(2026, 12, 6, 9, tzinfo=STOCKHOLM))
    assert "Lördag 12 december" in later
    assert "Även 19 december" in later


@pytest.mark.parametrize(
    ("changes", "chip"),
    [
        ({"sold_out": True}, "Slutsålt"),
        ({"sold_out": True, "cancelled": True}, "Inställt"),
        ({"weekly": False, "until": datetime(2026, 12, 15, tzinfo=STOCKHOLM)}, "Utställning"),
    ],
)
def test_the_sort_that_is_read_aloud_is_the_one_on_the_chip(changes: dict[str, object], chip: str) -> None:
    assert told(cafe(**changes)).startswith(f"{chip}.")


def test_an_exhibition_is_read_aloud_with_its_opening_until_that_has_been() -> None:
    start, end = (datetime(2026, 11, 28, hour, tzinfo=STOCKHOLM) for hour in (13, 15))
    show = cafe(weekly=False, start=start, end=end, until=datetime(2026, 12, 20, tzinfo=STOCKHOLM))
    assert "Vernissage 13.00–15.00" in told(show)
    assert "Vernissage" not in told(show, now=datetime(2026, 11, 29, 9, tzinfo=STOCKHOLM))


@pytest.mark.parametrize("theme", ["alv", "ungdom"])
@pytest.mark.parametrize("metres", [2.0, 3.5, 5.0])
def test_the_band_over_a_picture_leaves_the_chip_alone(metres: float, theme: str) -> None:
    screen = Screen(
        id="hall",
        name="Hallen",
        place="",
        municipality=TOWN,
        width_px=1080,
        height_px=1080,
        inches=43,
        distance_m=metres,
    )
    sheet = laid_out(variants(NOW)["event-sold-out"], screen, load_theme(theme), NOW, "sv", {}, paint=False)
    for index, one in enumerate(sheet.marks):
        for other in sheet.marks[index + 1 :]:
            assert one.block == other.block or not one.box.overlaps(other.box, slack=2), (one, other)
