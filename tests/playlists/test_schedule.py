"""What is on: against a slow oracle that steps minute by minute, and by examples that people would give."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from time import perf_counter
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cards.kinds.alert.facts import AlertFacts
from cards.kinds.event.facts import EventFacts
from cards.kinds.menu.facts import MenuDay, MenuFacts
from cards.kinds.notice.facts import NoticeFacts
from cards.kinds.question.facts import QuestionFacts
from cards.kinds.weather.facts import WeatherFacts
from cards.model import Card, Text
from playlists.dayparts import is_open
from playlists.model import Daypart, Entry, Lead, Manifest, Override, Playlist, Showing
from playlists.schedule import loop, upcoming, what_is_on

STOCKHOLM = ZoneInfo("Europe/Stockholm")
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=STOCKHOLM)
MINUTE = timedelta(minutes=1)
Make = Callable[..., Manifest]
MakeCard = Callable[..., Card]


# --- the oracle ---------------------------------------------------------------------------------------------------


def may_play(manifest: Manifest, now: datetime) -> list[tuple[str, float]]:
    """Cards and seconds that may play at `now`, in order; written anew, by the words of the design."""
    override = manifest.override
    if override and override.since <= now and (override.until is None or now < override.until):
        return [(override.card, manifest.cards[override.card].seconds or 0)]
    found = []
    for playlist in manifest.playlists:
        for entry in playlist.entries:
            card = manifest.cards[entry.card]
            bounds = [(playlist.valid_from, playlist.valid_until), (card.valid_from, card.valid_until)]
            inside = all((not low or low <= now) and (not high or now < high) for low, high in bounds)
            groups = [group for group in (playlist.dayparts, entry.dayparts) if group]
            if inside and all(any(is_open(part, now, STOCKHOLM) for part in group) for group in groups):
                found.append((entry.card, card.seconds or 0))
    return found


def oracle(manifest: Manifest, now: datetime) -> tuple[str | None, datetime]:
    """The card at `now` and when its showing began: back minute by minute to the last change, then on from there."""
    playing = may_play(manifest, now)
    since = now.replace(second=0, microsecond=0)
    lead = manifest.lead
    oldest = now - timedelta(days=16)
    while since != (lead.since if lead else None) and may_play(manifest, since - MINUTE) == playing:
        since -= MINUTE
        if since < oldest:
            since = datetime(1970, 1, 1, tzinfo=UTC)
            break
    if not playing:
        return None, since
    if lead and lead.since <= now and lead.card in [card for card, _ in playing]:
        first = [card for card, _ in playing].index(lead.card or "")
        playing = playing[first:] + playing[:first]
    round_s = timedelta(seconds=sum(seconds for _, seconds in playing))
    since += (now - since) // round_s * round_s
    while True:
        for card, seconds in playing:
            if now < since + timedelta(seconds=seconds):
                return card, since
            since += timedelta(seconds=seconds)


HOURS = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30]))
PARTS = st.builds(
    lambda start, end, days: Daypart(start=start, end=end, weekdays=tuple(sorted(days))),
    HOURS,
    HOURS,
    st.sets(st.integers(1, 7), min_size=1),
)
SOON = st.integers(-3000, 3000).map(lambda minutes: NOON.astimezone(UTC) + minutes * MINUTE)
MAYBE = st.none() | SOON


@st.composite
def manifests(
    draw: st.DrawFn, around: datetime
) -> tuple[list[tuple[datetime | None, datetime | None]], list[Playlist]]:
    """Validities of up to five cards, and one or two playlists of them, with edges near `around`."""
    shift = around - NOON.astimezone(UTC)

    def moved(moment: datetime | None) -> datetime | None:
        return moment + shift if moment else None

    bounds = [(moved(draw(MAYBE)), moved(draw(MAYBE))) for _ in range(draw(st.integers(1, 5)))]
    names = [f"k{number}" for number in range(len(bounds))]
    cut = draw(st.integers(0, len(names)))
    playlists = []
    for part in (names[:cut], names[cut:]):
        entries = tuple(Entry(card=name, dayparts=tuple(draw(st.lists(PARTS, max_size=1)))) for name in part)
        dayparts = tuple(draw(st.lists(PARTS, max_size=2)))
        low, high = moved(draw(MAYBE)), moved(draw(MAYBE))
        playlists.append(
            Playlist(
                id=f"p{len(playlists)}", name="", entries=entries, dayparts=dayparts, valid_from=low, valid_until=high
            )
        )
    return bounds, playlists


PLACES = [
    NOON.astimezone(UTC),
    datetime(2026, 3, 29, 1, 0, tzinfo=UTC),  # clocks go forward
    datetime(2026, 10, 25, 1, 0, tzinfo=UTC),  # and back
]


@pytest.mark.parametrize("examples", [12, pytest.param(150, marks=pytest.mark.slow)])
@pytest.mark.parametrize("around", PLACES, ids=["autumn", "forward", "back"])
def test_the_answer_is_the_one_of_a_clerk_who_steps_minute_by_minute(
    around: datetime, examples: int, manifest: Make, card: MakeCard
) -> None:
    @settings(max_examples=examples)
    @given(st.data())
    def holds(data: st.DataObject) -> None:
        bounds, playlists = data.draw(manifests(around))
        lengths = st.integers(80, 300).map(lambda tenths: tenths / 10)
        cards = {
            f"k{number}": card(f"k{number}", seconds=data.draw(lengths), valid_from=low, valid_until=high)
            for number, (low, high) in enumerate(bounds)
        }
        lead = None
        if data.draw(st.booleans()):
            lead = Lead(
                since=around + data.draw(st.integers(-200, 60)) * MINUTE, card=data.draw(st.sampled_from(["k0", "k1"]))
            )
        whole = manifest(cards=cards.values(), playlists=tuple(playlists), lead=lead)
        now = around + timedelta(seconds=data.draw(st.integers(-90_000, 90_000)))
        shown = what_is_on(whole, now)
        expected, since = oracle(whole, now)
        assert shown.since <= now < shown.until
        assert shown.card == expected or shown.until - now < timedelta(seconds=4)
        if shown.card == expected and expected is not None:
            assert shown.since == since
        check_chain(whole, now)

    holds()


def check_chain(manifest: Manifest, now: datetime) -> None:
    """Showings follow each other without gap or overlap, are the same from within, and name cards that may play."""
    chain = upcoming(manifest, now, 12)
    for first, second in pairwise(chain):
        assert first.until == second.since
    for showing in chain:
        for moment in (showing.since, showing.until - timedelta(microseconds=1)):
            assert what_is_on(manifest, max(moment, now)) == showing
            playing = [name for name, _ in may_play(manifest, max(moment, now))]
            assert showing.card in playing if playing else showing.card is None


# --- examples -----------------------------------------------------------------------------------------------------


def on(manifest: Manifest, now: datetime) -> str | None:
    return what_is_on(manifest, now).card


def test_without_any_card_the_house_card_stands(manifest: Make) -> None:
    showing = what_is_on(manifest(), NOON)
    assert showing.card is None
    assert showing.language == "sv"
    assert showing.since <= NOON < showing.until


def test_cards_come_in_their_order_from_the_last_change(manifest: Make, card: MakeCard) -> None:
    whole = manifest([card("a"), card("b"), card("c", valid_from=NOON)])
    assert [showing.card for showing in upcoming(whole, NOON, 4)] == ["a", "b", "c", "a"]
    assert what_is_on(whole, NOON).since == NOON


def test_what_staff_just_published_stands_first(manifest: Make, card: MakeCard) -> None:
    whole = manifest([card("a"), card("b"), card("c")], lead=Lead(since=NOON, card="c"))
    assert [showing.card for showing in upcoming(whole, NOON, 3)] == ["c", "a", "b"]
    assert what_is_on(whole, NOON - timedelta(seconds=1)).until == NOON


def test_a_lead_that_is_gone_only_begins_the_loop_anew(manifest: Make, card: MakeCard) -> None:
    whole = manifest([card("a"), card("b")], lead=Lead(since=NOON, card="gone"))
    assert what_is_on(whole, NOON) == Showing(
        card="a", language="sv", since=NOON.astimezone(UTC), until=NOON + timedelta(seconds=10), seconds=10.0
    )


def test_signing_the_same_again_moves_nothing(manifest: Make, card: MakeCard) -> None:
    whole = manifest([card("a"), card("b"), card("c")])
    later = msgspec.structs.replace(
        whole, number=2, issued=whole.issued + timedelta(days=1), fresh_until=whole.fresh_until + timedelta(days=1)
    )
    assert upcoming(whole, NOON, 5) == upcoming(later, NOON, 5)


def test_an_override_takes_the_screen_until_its_end(manifest: Make, card: MakeCard) -> None:
    urgent = card("urgent", facts=AlertFacts(area="Norrbyn", since=NOON))
    override = Override(card="urgent", since=NOON, until=NOON + timedelta(minutes=10))
    whole = manifest([card("a"), card("b"), urgent], entries=[Entry(card="a"), Entry(card="b")], override=override)
    assert {showing.card for showing in upcoming(whole, NOON, 60)} == {"urgent"}
    assert on(whole, NOON - timedelta(seconds=1)) in ("a", "b")
    assert on(whole, NOON + timedelta(minutes=10)) == "a"


def test_an_override_whose_card_is_missing_takes_nothing(manifest: Make, card: MakeCard) -> None:
    assert on(manifest([card("a")], override=Override(card="gone", since=NOON)), NOON) == "a"


def test_languages_come_in_turn_and_every_one_of_them(
    manifest: Make, card: MakeCard, screen: Callable[..., object]
) -> None:
    texts = {"sv": Text(title="Hej"), "fi": Text(title="Hei"), "ar": Text(title="مرحبا")}
    cards = [card("a", texts=texts), card("b"), card("c", texts={"en": Text(title="Hello")})]
    whole = manifest(cards, screen=screen(languages=("sv", "fi")))
    shown = [(showing.card, showing.language) for showing in upcoming(whole, NOON, 6)]
    assert {language for name, language in shown if name == "a"} == {"sv", "fi"}
    assert {language for name, language in shown if name == "b"} == {"sv"}
    assert {language for name, language in shown if name == "c"} == {"en"}


def test_a_card_for_every_other_round_comes_in_both_languages(
    manifest: Make, card: MakeCard, screen: Callable[..., object]
) -> None:
    texts = {"sv": Text(title="Hej"), "fi": Text(title="Hei")}
    cards = [card("a"), card("b"), card("c", texts=texts)]
    entries = [Entry(card="a"), Entry(card="b"), Entry(card="c", every=2)]
    whole = manifest(cards, entries=entries, screen=screen(languages=("sv", "fi")))
    shown = [showing.language for showing in upcoming(whole, NOON, 20) if showing.card == "c"]
    assert set(shown) == {"sv", "fi"}


def test_playlists_that_play_at_once_are_joined_in_their_order(manifest: Make, card: MakeCard) -> None:
    lists = (
        Playlist(id="one", name="", entries=(Entry(card="a"),)),
        Playlist(id="night", name="", entries=(Entry(card="n"),), dayparts=(Daypart(start=time(22), end=time(6)),)),
        Playlist(id="two", name="", entries=(Entry(card="b"),)),
    )
    whole = manifest([card("a"), card("b"), card("n")], playlists=lists)
    assert {showing.card for showing in upcoming(whole, NOON, 6)} == {"a", "b"}
    night = NOON.replace(hour=22)
    assert [showing.card for showing in upcoming(whole, night, 3)] == ["a", "n", "b"]


def test_a_change_that_changes_nothing_leaves_the_loop_alone(manifest: Make, card: MakeCard) -> None:
    """Two dayparts that touch, and a card that ends while its playlist rests."""
    parts = (Daypart(start=time(0), end=time(12)), Daypart(start=time(12), end=time(0)))
    lists = (
        Playlist(id="day", name="", entries=(Entry(card="a"), Entry(card="b")), dayparts=parts),
        Playlist(id="n", name="", entries=(Entry(card="n"),), dayparts=(Daypart(start=time(22), end=time(6)),)),
    )
    whole = manifest([card("a", seconds=14.0), card("b"), card("n", valid_until=NOON)], playlists=lists)
    across = what_is_on(whole, NOON)
    assert (across.until - across.since).total_seconds() == across.seconds


def test_a_card_that_would_only_be_glimpsed_is_not_begun(manifest: Make, card: MakeCard) -> None:
    end = NOON + timedelta(seconds=12)
    whole = manifest([card("a"), card("b"), card("c", valid_from=end)], lead=Lead(since=NOON))
    first = what_is_on(whole, NOON)
    assert (first.card, first.until) == ("a", end)
    assert what_is_on(whole, NOON + timedelta(seconds=11)) == first


@pytest.mark.parametrize("left_s", [3.9, 4.0, 4.1])
def test_a_glimpse_is_less_than_four_seconds(left_s: float, manifest: Make, card: MakeCard) -> None:
    end = NOON + timedelta(seconds=10 + left_s)
    whole = manifest([card("a"), card("b"), card("c", valid_from=end)], lead=Lead(since=NOON))
    chain = upcoming(whole, NOON, 3)
    assert [showing.card for showing in chain[:2]] == (["a", "a"] if left_s < 4 else ["a", "b"])
    assert all(first.until == second.since for first, second in pairwise(chain))


def test_a_week_without_change_is_looked_back_over(manifest: Make, card: MakeCard) -> None:
    monday = Daypart(start=time(0), end=time(0), weekdays=(1,))
    whole = manifest(
        [card("a"), card("b")], entries=[Entry(card="a", dayparts=(monday,)), Entry(card="b", seconds=13.0)]
    )
    sunday = datetime(2026, 11, 29, 23, 59, tzinfo=STOCKHOLM)
    tuesday = datetime(2026, 11, 24, 0, 0, tzinfo=STOCKHOLM)
    passed = what_is_on(whole, sunday).since - tuesday
    assert passed % timedelta(seconds=13) == timedelta(0)
    assert what_is_on(whole, tuesday - timedelta(seconds=6)).until <= tuesday
    assert what_is_on(whole, sunday + timedelta(minutes=1)).since == tuesday + timedelta(days=6)


def test_the_loop_is_one_whole_round(manifest: Make, card: MakeCard) -> None:
    whole = manifest([card("a"), card("b", seconds=20.0), card("c")], lead=Lead(since=NOON, card="b"))
    found = loop(whole, NOON + timedelta(seconds=35))
    assert [showing.card for showing in found] == ["a", "b", "c"]
    assert (found[-1].until - found[0].since).total_seconds() == 40


def test_the_loop_of_a_round_that_leaves_a_card_out_leaves_it_out(manifest: Make, card: MakeCard) -> None:
    entries = [Entry(card="a"), Entry(card="b"), Entry(card="c", every=2)]
    whole = manifest([card("a"), card("b"), card("c")], entries=entries, lead=Lead(since=NOON))
    assert [showing.card for showing in loop(whole, NOON)] == ["a", "b", "c"]
    assert [showing.card for showing in loop(whole, NOON + timedelta(seconds=30))] == ["a", "b"]


@given(st.lists(st.tuples(st.integers(1, 3), st.integers(1, 4)), min_size=2, max_size=8), st.integers(0, 10_000))
@example([(1, 4), (1, 1)], 0)
def test_the_same_card_never_comes_twice_in_a_row(
    manifest: Make, card: MakeCard, weights: list[tuple[int, int]], offset_s: int
) -> None:
    names = [f"k{number}" for number in range(len(weights))]
    entries = [Entry(card=name, times=times, every=every) for name, (times, every) in zip(names, weights, strict=True)]
    whole = manifest([card(name) for name in names], entries=entries)
    shown = upcoming(whole, NOON + timedelta(seconds=offset_s), 40)
    assert all(first.card != second.card for first, second in pairwise(shown))


def test_staff_choose_the_seconds_of_an_entry(manifest: Make, card: MakeCard) -> None:
    whole = manifest([card("a"), card("b")], entries=[Entry(card="a", seconds=22.0), Entry(card="b")])
    assert {showing.card: showing.seconds for showing in upcoming(whole, NOON, 2)} == {"a": 22.0, "b": 10.0}


# --- what ends by itself ------------------------------------------------------------------------------------------

EVENING = datetime(2026, 11, 24, 18, 0, tzinfo=STOCKHOLM)
MIDNIGHT = datetime(2026, 11, 25, 0, 0, tzinfo=STOCKHOLM)


@pytest.mark.parametrize(
    ("facts", "end"),
    [
        (EventFacts(start=EVENING, end=EVENING + timedelta(hours=2), place="x"), EVENING + timedelta(hours=2)),
        (EventFacts(start=EVENING, place="x"), MIDNIGHT),
        (
            EventFacts(start=EVENING, end=EVENING, until=EVENING + timedelta(days=3), place="x"),
            MIDNIGHT + timedelta(days=3),
        ),
        (QuestionFacts(answer_by=date(2026, 11, 24)), MIDNIGHT),
        (MenuFacts(days=(MenuDay(day=date(2026, 11, 24), dishes=("Soppa",)),)), MIDNIGHT),
        (WeatherFacts(place="x", made=NOON, hours=()), NOON + timedelta(hours=6)),
        (NoticeFacts(start=NOON), datetime(2026, 12, 4, 8, 0, tzinfo=UTC)),  # the manifest has gone stale
        (AlertFacts(area="x", since=NOON), datetime(2026, 12, 4, 8, 0, tzinfo=UTC)),
    ],
    ids=["event", "open end", "exhibition", "question", "menu", "forecast", "stale notice", "stale alert"],
)
def test_what_is_over_vanishes_at_once(facts: object, end: datetime, manifest: Make, card: MakeCard) -> None:
    whole = manifest([card("a", facts=facts)])
    assert on(whole, end - timedelta(microseconds=1)) == "a"
    assert on(whole, end) is None


def test_lasting_cards_go_on_when_the_manifest_is_stale(manifest: Make, card: MakeCard) -> None:
    assert on(manifest([card("a")]), NOON + timedelta(days=365)) == "a"


def test_times_at_the_rim_of_the_calendar_are_no_bound(manifest: Make, card: MakeCard) -> None:
    first = datetime.fromisoformat("0001-01-01T00:00:00+14:00")
    last = datetime.fromisoformat("9999-12-31T23:59:59-12:00")
    question = card("q", facts=QuestionFacts(answer_by=date.max))
    whole = manifest([card("a", valid_from=first, valid_until=last), question], override=Override(card="a", since=last))
    assert {showing.card for showing in upcoming(whole, NOON, 4)} == {"a", "q"}


# --- cost ---------------------------------------------------------------------------------------------------------


def test_asking_again_within_a_segment_costs_far_less_than_a_millisecond(manifest: Make, card: MakeCard) -> None:
    part = Daypart(start=time(8), end=time(20))
    cards = [card(f"k{number}", valid_until=NOON + timedelta(days=number + 1)) for number in range(200)]
    whole = manifest(cards, entries=[Entry(card=one.id, dayparts=(part,)) for one in cards])
    what_is_on(whole, NOON)
    begun = perf_counter()
    for second in range(1000):
        what_is_on(whole, NOON + timedelta(seconds=second))
    assert (perf_counter() - begun) / 1000 < 0.0005


@pytest.mark.parametrize("speed", [0.5, 1.0, 4.0, 7.5, 60.0])
@pytest.mark.parametrize("later_s", [0.0, 0.000001, 9.999999, 10.0, 33.333333, 100000.1])
def test_speed_shortens_showings_and_moves_no_edge(
    manifest: Make, card: MakeCard, speed: float, later_s: float
) -> None:
    now = NOON + timedelta(seconds=later_s)
    ends = now + timedelta(seconds=40)
    playing = manifest([card("a", valid_until=ends), card("b")], lead=Lead(since=NOON))
    showing = what_is_on(playing, now, speed)
    assert showing.since <= now < showing.until
    assert what_is_on(playing, showing.since, speed) == showing
    assert what_is_on(playing, showing.until - timedelta(microseconds=1), speed) == showing
    assert showing.until - showing.since <= timedelta(seconds=14 / speed, microseconds=1)
    assert {shown.card for shown in upcoming(playing, ends, 3, speed)} == {"b"}
