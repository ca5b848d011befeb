"""Drawn grounds: the same from the same seed, in any shape, flat where text stands, quick enough."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cards.colours import luminance, rgb
from cards.scenes import (
    PALETTES,
    SCENES,
    draw_scene,
    neighbour,
    part_of_day,
    scene_for,
    season_palette,
    sky_palette,
)

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


NOW = datetime(2026, 11, 26, 14, 32, tzinfo=ZoneInfo("Europe/Stockholm"))


@pytest.mark.parametrize("month", range(1, 13))
def test_every_season_has_many_families_and_each_is_met(month: int) -> None:
    when = NOW.replace(month=month)
    found = {scene_for(f"kort-{number}", when) for number in range(400)}
    assert len(found) >= 11
    assert found <= set(SCENES)


def test_the_families_of_a_year_are_at_least_twelve() -> None:
    found = {scene_for(f"kort-{number}", NOW.replace(month=month)) for number in range(200) for month in (1, 5, 7, 10)}
    assert len(found) >= 15


def test_the_next_family_is_never_the_same_and_leads_round() -> None:
    for night, first in ((False, "hills"), (True, "aurora")):
        seen, name = [first], neighbour(first, NOW, night=night)
        while name != first:
            seen.append(name)
            name = neighbour(name, NOW, night=night)
        assert len(seen) == len(set(seen)) >= 5


def test_an_evening_in_december_is_dark_and_a_noon_in_july_is_light() -> None:
    dark = season_palette("lake", "kort", NOW.replace(month=12, hour=19))
    light = season_palette("lake", "kort", NOW.replace(month=7, hour=13))
    assert luminance(rgb(dark[0])) < 0.05 < 0.4 < luminance(rgb(light[0]))


def test_a_scene_with_colours_of_its_own_keeps_them_in_every_season() -> None:
    assert season_palette("shelves", "kort", NOW) == ()


@pytest.mark.parametrize("name", ["fells-night", "forest-night", "river-night", "roofs-night", "aurora"])
def test_nothing_glows_where_words_stand_at_night(name: str) -> None:
    image = draw_scene(name, (960, 540), "kort").crop((0, 300, 960, 540)).convert("L")
    lit = sum(image.histogram()[140:])
    assert lit < 0.001 * image.width * image.height


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
