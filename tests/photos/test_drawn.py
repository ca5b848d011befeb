"""The drawn photographs are what tests take them for: large, noisy, turned, and full of what must be removed."""

import io

import pytest
from PIL import Image, ImageOps

from tests.photos.drawn import PLACES, WIDE, photograph

SMALL = (640, 480)


@pytest.mark.parametrize(("name", "scene", "orientation"), PLACES)
def test_a_photograph_tells_where_and_how_it_was_taken(name: str, scene: str, orientation: int) -> None:
    drawn = photograph(name, scene, orientation, SMALL)
    with Image.open(io.BytesIO(drawn.data)) as image:
        exif = image.getexif()
        assert exif[0x0112] == orientation
        assert exif.get_ifd(0x8825)[2]
        assert ImageOps.exif_transpose(image).size == drawn.upright


def test_a_photograph_is_noisy() -> None:
    drawn = photograph(*PLACES[0], SMALL)
    with Image.open(io.BytesIO(drawn.data)) as image:
        assert len(set(image.crop((0, 0, 40, 40)).tobytes())) > 20


@pytest.mark.slow
def test_a_photograph_has_twelve_megapixels_and_a_photographs_weight() -> None:
    drawn = photograph(*PLACES[0])
    with Image.open(io.BytesIO(drawn.data)) as image:
        assert image.size == WIDE
        assert image.width * image.height > 12_000_000
    assert 2_000_000 < len(drawn.data) < 12_000_000
