"""The starter playlists: each is whole, and can be played."""

from pathlib import Path

import msgspec
import pytest
import yaml

from cards.kinds import KINDS
from playlists.starter import Starter

STARTERS = Path(__file__).resolve().parents[2] / "playlists" / "starters"
NAMES = ["library", "town-hall", "youth-centre"]


def read(name: str) -> Starter:
    return msgspec.convert(yaml.safe_load((STARTERS / f"{name}.yaml").read_text(encoding="utf-8")), Starter)


def test_there_are_the_three_places_that_every_municipality_has() -> None:
    assert sorted(path.stem for path in STARTERS.glob("*.yaml")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_starter_keeps_the_bounds_of_a_playlist(name: str) -> None:
    starter = read(name)
    assert starter.opens < starter.closes
    assert starter.round_least_s < starter.round_most_s
    for playlist in starter.playlists:
        assert playlist.name
        for entry in playlist.entries:
            assert entry.kind in KINDS
            assert 1 <= entry.times <= 3
            assert 1 <= entry.every <= 4
            assert 1 in (entry.times, entry.every)
            assert entry.most >= 1


@pytest.mark.parametrize("name", NAMES)
def test_danger_comes_first_and_often_everywhere(name: str) -> None:
    first = read(name).playlists[0].entries[0]
    assert (first.kind, first.times) == ("alert", 3)
