"""The ground of a poster comes from the poster, and its text is read easily."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from cards.colours import contrast, rgb
from cards.posters import ground_of

COLOURS = st.tuples(*(st.integers(0, 255) for _ in range(3)))


def png(*bands: tuple[int, int, int]) -> bytes:
    """A picture of vertical bands."""
    image = Image.new("RGB", (40 * len(bands), 60))
    for index, colour in enumerate(bands):
        image.paste(colour, (40 * index, 0, 40 * (index + 1), 60))
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


@settings(max_examples=50)
@given(st.lists(COLOURS, min_size=1, max_size=4))
def test_text_is_read_on_the_ground_of_any_poster(bands: list[tuple[int, int, int]]) -> None:
    ground = ground_of(png(*bands))
    assert ground is not None
    assert contrast(rgb(ground.ink), rgb(ground.ground)) >= 11
    assert contrast(rgb(ground.soft), rgb(ground.ground)) >= 7
    assert contrast(rgb(ground.accent_ink), rgb(ground.accent)) >= 4.5


def test_the_ground_keeps_the_posters_hue() -> None:
    ground = ground_of(png((240, 180, 160), (74, 29, 62), (233, 177, 59)))
    assert ground is not None
    red, green, blue = rgb(ground.ground)
    assert red > blue > green


def test_a_poster_does_not_melt_into_its_ground() -> None:
    ground = ground_of(png((34, 51, 106)))
    assert ground is not None
    assert contrast(rgb(ground.ground), (34, 51, 106)) >= 1.3


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n", b"<html>"])
def test_what_is_no_picture_has_no_ground(data: bytes) -> None:
    assert ground_of(data) is None
