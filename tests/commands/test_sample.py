"""The sample municipality: sound whenever it is begun, and lively on the screen that a newcomer looks at."""

import re
from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from cards.kinds import KINDS
from cards.model import Municipality, Screen
from commands.demo.dates import ZONE, RelativeDates, SampleError, read_yaml
from commands.demo.sample import SampleCard, read_cards, read_playlists, read_town
from playlists.model import SCHEMA, Entry, Manifest, Playlist
from playlists.schedule import what_is_on

MONTHS = ("januari", "februari", "mars", "april", "maj", "juni", "juli")
MONTHS += ("augusti", "september", "oktober", "november", "december")
STARTS = [
    datetime(2026, 11, 26, 14, 32, tzinfo=ZONE),  # an ordinary Thursday
    datetime(2026, 11, 27, 23, 50, tzinfo=ZONE),  # Friday night: this week's menu is over
    datetime(2026, 11, 28, 9, 0, tzinfo=ZONE),  # Saturday
    datetime(2026, 12, 31, 23, 59, tzinfo=ZONE),
    datetime(2027, 3, 27, 12, 0, tzinfo=ZONE),  # the clocks go forward in the night
    datetime(2026, 10, 25, 0, 30, tzinfo=ZONE),  # and back in this one
]


def manifest(cards: tuple[SampleCard, ...], screen_id: str) -> Manifest:
    """What the screen would play, its time left out."""
    town = read_town()
    screen = next(screen for screen in town.screens if screen.id == screen_id)
    stands = msgspec.structs.asdict(screen)
    municipality = Municipality(id=town.id, names=town.names, address=town.address)
    shown = {sample.card.id: sample.card for sample in cards if not sample.draft}
    playing = tuple(
        Playlist(
            id=playlist.id,
            name=playlist.name,
            dayparts=playlist.dayparts,
            entries=tuple(Entry(**msgspec.structs.asdict(entry)) for entry in playlist.entries),
        )
        for playlist in read_playlists(cards)
        if screen_id in playlist.screens
    )
    return Manifest(
        schema=SCHEMA,
        municipality=town.id,
        screen=Screen(municipality=municipality, **stands),
        epoch=1,
        number=1,
        issued=datetime(2026, 1, 1, tzinfo=UTC),
        fresh_until=datetime(2036, 1, 1, tzinfo=UTC),
        playlists=playing,
        cards=shown,
    )


@pytest.mark.parametrize("start", STARTS, ids=str)
def test_eight_kinds_appear_in_any_minute_and_a_half(start: datetime) -> None:
    played = manifest(read_cards(start, read_town()), "bib-entre")
    seen: list[tuple[datetime, str]] = []
    now = start
    while now < start + timedelta(minutes=12):
        showing = what_is_on(played, now)
        seen.append((now, played.cards[showing.card].kind if showing.card else "house"))
        now = showing.until
    for first, (begins, _) in enumerate(seen):
        if begins > start + timedelta(minutes=10):
            break
        kinds = {kind for at, kind in seen[first:] if at <= begins + timedelta(seconds=80)}
        assert len(kinds) >= 8, (begins, kinds)


@pytest.mark.parametrize("start", STARTS, ids=str)
def test_every_screen_has_something_to_show(start: datetime) -> None:
    cards = read_cards(start, read_town())
    for screen in read_town().screens:
        assert what_is_on(manifest(cards, screen.id), start).card is not None


def test_every_kind_that_staff_make_is_in_the_sample() -> None:
    kinds = {sample.card.kind for sample in read_cards(STARTS[0], read_town())}
    assert kinds == set(KINDS) - {"house", "pairing"}


def test_the_sample_has_every_category_of_the_design_s_cards(shared: object) -> None:
    import yaml

    text = (shared / "samples" / "content" / "cards.yaml").read_text(encoding="utf-8")  # type: ignore[operator]
    designed = {card["id"] for card in yaml.safe_load(text)["cards"]}
    assert designed <= {sample.card.id for sample in read_cards(STARTS[0], read_town())}


def test_playlists_name_cards_and_screens_that_are_there() -> None:
    town = read_town()
    cards = read_cards(STARTS[0], town)
    assert {screen for playlist in read_playlists(cards) for screen in playlist.screens} == {
        screen.id for screen in town.screens
    }
    with pytest.raises(SampleError):
        read_playlists(cards[1:])


def test_every_card_but_those_that_wait_stands_in_a_playlist() -> None:
    cards = read_cards(STARTS[0], read_town())
    placed = {entry.card for playlist in read_playlists(cards) for entry in playlist.entries}
    assert {sample.card.id for sample in cards} - placed == {"c04-koka-vatten", "d17-filmen-om-isen"}


def test_what_follows_a_starter_has_its_weights_and_hours() -> None:
    playlists = {playlist.id: playlist for playlist in read_playlists(read_cards(STARTS[0], read_town()))}
    assert playlists["kommunhuset-1"].name == "Kommunhuset, hela dagen"
    assert {entry.times for entry in playlists["kommunhuset-1"].entries if entry.card.startswith("c0")} == {1, 2}
    assert playlists["kommunhuset-2"].dayparts[0].start.hour == 10
    assert [entry.card for entry in playlists["kommunhuset-2"].entries] == ["c18-seniorlunch"]


def test_only_the_alert_and_the_film_wait_for_somebody_to_publish_them() -> None:
    drafts = [sample.card for sample in read_cards(STARTS[0], read_town()) if sample.draft]
    assert [card.kind for card in drafts] == ["alert", "film"]


@pytest.mark.parametrize("start", STARTS, ids=str)
def test_no_text_keeps_a_place_unfilled_or_names_a_day_of_its_own(start: datetime) -> None:
    near = {start.date() + timedelta(days=day) for day in range(-30, 60)}
    allowed = {f"{day.day} {MONTHS[day.month - 1]}" for day in near}
    for sample in read_cards(start, read_town()):
        for text in sample.card.texts.values():
            words = f"{text.title} {text.body} {text.advice}"
            assert "{" not in words
            assert {found[0] for found in re.finditer(rf"\d+ (?:{'|'.join(MONTHS)})", words)} <= allowed


def test_days_count_from_the_start() -> None:
    dates = RelativeDates(datetime(2026, 12, 30, 14, 32, 5, tzinfo=ZONE))
    assert dates.at("+2 18:00") == datetime(2027, 1, 1, 18, 0, tzinfo=ZONE)
    assert dates.at("-1").isoformat() == "2026-12-29"
    assert dates.at("-3h") == datetime(2026, 12, 30, 11, 0, tzinfo=ZONE)


def test_the_school_week_is_the_next_one_after_friday_s_lunch() -> None:
    friday = datetime(2026, 11, 27, 13, 59, tzinfo=ZONE)
    assert RelativeDates(friday).in_week("1").isoformat() == "2026-11-23"
    assert RelativeDates(friday + timedelta(minutes=1)).in_week("1").isoformat() == "2026-11-30"
    assert RelativeDates(friday + timedelta(days=2)).in_week("1").isoformat() == "2026-11-30"


def test_lunch_is_today_s_until_it_is_over() -> None:
    late = datetime(2026, 11, 26, 13, 29, tzinfo=ZONE)
    assert RelativeDates(late).lunch("day").isoformat() == "2026-11-26"
    assert RelativeDates(late + timedelta(minutes=1)).lunch("13:30") == datetime(2026, 11, 27, 13, 30, tzinfo=ZONE)


@pytest.mark.parametrize("text", ["a: !in soon", "a: !week Monday", "a: [", "a: !open late"])
def test_a_damaged_sample_is_said_to_be_damaged(text: str) -> None:
    with pytest.raises(SampleError):
        read_yaml(text.encode(), RelativeDates(STARTS[0]))
