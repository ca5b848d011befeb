"""Neighbours in a loop never stand on the same drawn ground."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from cards.kinds.event.facts import EventFacts
from cards.kinds.news.facts import NewsFacts
from cards.model import Card, PictureRef, Text
from cards.scenes import night_scene, scene_for
from playlists.grounds import kept_apart
from playlists.model import Entry, Playlist

ZONE = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 11, 26, 13, 32, tzinfo=UTC)


def _event(number: int) -> Card:
    facts = EventFacts(start=NOW + timedelta(days=number % 9, hours=number % 7), place="Biblioteket")
    return Card(id=f"e{number}", version=1, facts=facts, texts={"sv": Text(title="Sagostund")})


def _news(number: int) -> Card:
    return Card(id=f"n{number}", version=1, facts=NewsFacts(), texts={"sv": Text(title="Ny bro")})


def _loop(cards: list[Card]) -> Playlist:
    return Playlist(id="loop", name="Loop", entries=tuple(Entry(card=card.id) for card in cards))


def _scene(card: Card) -> str:
    if card.scene:
        return card.scene
    if card.kind == "news":
        return night_scene(card.id)
    assert isinstance(card.facts, EventFacts)
    return scene_for(card.id, card.facts.start.astimezone(ZONE))


@given(st.lists(st.integers(0, 60), min_size=2, max_size=40, unique=True), st.lists(st.integers(0, 1), min_size=40))
def test_no_two_neighbours_are_alike_the_last_and_the_first_among_them(numbers: list[int], sorts: list[int]) -> None:
    cards = [(_event, _news)[sort](number) for number, sort in zip(numbers, sorts, strict=False)]
    found = kept_apart({card.id: card for card in cards}, (_loop(cards),), NOW, ZONE)
    scenes = [_scene(found[card.id]) for card in cards]
    assert all(one != other for one, other in pairwise([*scenes, scenes[0]]))


def test_the_same_loop_gets_the_same_grounds_and_little_is_changed() -> None:
    cards = [_event(number) for number in range(40)]
    first, second = (kept_apart({card.id: card for card in cards}, (_loop(cards),), NOW, ZONE) for _ in range(2))
    assert first == second
    assert sum(card.scene != "" for card in first.values()) < 12


def test_a_card_with_a_photograph_and_one_alone_are_left_as_they_are() -> None:
    photo = PictureRef(sha256="0" * 64, width_px=10, height_px=10)
    cards = {"e1": _event(1), "e2": Card(id="e2", version=1, facts=_event(2).facts, texts={}, picture=photo)}
    assert kept_apart(cards, (_loop(list(cards.values())),), NOW, ZONE) == cards


def test_a_playlist_that_names_a_card_that_is_gone_is_no_matter() -> None:
    assert kept_apart({}, (_loop([_event(1), _event(2)]),), NOW, ZONE) == {}
