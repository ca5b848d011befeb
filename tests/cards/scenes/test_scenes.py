"""Drawn grounds: the same from the same seed, in any shape, flat where text stands, quick enough."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cards.scenes import PALETTES, SCENES, draw_scene, part_of_day, sky_palette

NAMES = sorted(SCENES)
STOCKHOLM = ZoneInfo("Europe/Stockholm")


@pytest.mark.parametrize("name", NAMES)
def test_a_scene_is_the_same_from_the_same_seed(name: str) -> None:
    assert draw_scene(name, (160, 90), "a").tobytes() == draw_scene(name, (160, 90), "a").tobytes()


@pytest.mark.parametrize("name", ["hills", "fells", "town", "cables", "shelves", "roofs", "river"])
def test_another_seed_gives_another_picture(name: str) -> None:
    assert draw_scene(name, (160, 90), "a").tobytes() != draw_scene(name, (160, 90), "b").tobytes()


@settings(max_examples=40)
@given(st.sampled_from(NAMES), st.integers(1, 300), st.integers(1, 300))
def test_a_scene_can_be_drawn_in_any_shape(name: str, width: int, height: int) -> None:
    image = draw_scene(name, (width, height), "kort")
    assert (image.size, image.mode) == ((width, height), "RGB")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("count", [2, 3, 7])
def test_a_palette_may_have_few_colours_or_many(name: str, count: int) -> None:
    palette = ("#102030", "#FFE0A0", "#405060", "#506070", "#607080", "#708090", "#8090A0")[:count]
    assert draw_scene(name, (96, 54), "kort", palette).size == (96, 54)


@pytest.mark.parametrize("name", ["town", "greeting", "sky-clear", "sky-snow", "doorway-shut"])
@pytest.mark.parametrize("size", [(960, 540), (540, 960)])
def test_the_sky_is_flat_where_words_stand(name: str, size: tuple[int, int]) -> None:
    width, height = size
    image = draw_scene(name, size, "kort")
    right = width * 0.5 if width > height else width * 0.98
    share = 0.3 if name != "doorway-shut" else 0.01
    colours = image.crop((0, 0, int(right), int(height * min(share, 0.24)))).getcolors()
    assert colours is not None
    assert len(colours) == 1


def test_a_nameless_scene_is_one_of_those_that_fit_everywhere() -> None:
    image = draw_scene(None, (96, 54), "kort-17")
    drawn = [name for name in NAMES if image.getpixel((0, 0)) == draw_scene(name, (96, 54), "x").getpixel((0, 0))]
    assert drawn


def test_every_scene_has_colours_of_its_own() -> None:
    assert set(PALETTES) == set(SCENES)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (datetime(2026, 6, 21, 12, tzinfo=UTC), "day"),
        (datetime(2026, 12, 21, 23, tzinfo=UTC), "night"),
        (datetime(2026, 12, 21, 11, 30, tzinfo=UTC), "dusk"),
        (datetime(2026, 3, 20, 5, 0, tzinfo=UTC), "dawn"),
    ],
)
def test_the_light_follows_the_season_as_well_as_the_hour(at: datetime, expected: str) -> None:
    assert part_of_day(at.astimezone(STOCKHOLM)) == expected


def test_cloud_takes_the_colour_out_of_the_sky() -> None:
    assert sky_palette("day", "clear")[0] != sky_palette("day", "snow")[0]
    assert sky_palette("night", "snow") != sky_palette("day", "snow")
