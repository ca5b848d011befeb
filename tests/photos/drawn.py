"""Drawn photographs: noisy 12-megapixel JPEGs such as a telephone takes, with EXIF, a place and an orientation.

There is no real photograph in the tests. A scene is drawn small, enlarged, blurred as a lens does and covered with a
sensor's noise, so that sizes and decoding times are those of photographs. Drawn at test time, never committed.
"""

import io
from collections.abc import Iterator
from random import Random
from typing import Final, NamedTuple

from PIL import Image, ImageFilter

from cards.scenes import draw_scene

_ORIENTATION: Final = 0x0112
_MAKE: Final = 0x010F
_MODEL: Final = 0x0110
_TAKEN: Final = 0x0132
_GPS: Final = 0x8825
_TILE_PX: Final = 256

WIDE: Final = (4032, 3024)


class Photograph(NamedTuple):
    """One file, and what it holds. `upright` is its size (width, height) once it has been turned as EXIF says."""

    name: str
    data: bytes
    orientation: int
    upright: tuple[int, int]


PLACES: Final = (
    ("IMG_0001.jpg", "river", 1),
    ("IMG_0002.jpg", "shelves", 6),
    ("IMG_0003.jpg", "rink", 3),
    ("IMG_0004.jpg", "birches", 8),
    ("IMG_0005.jpg", "roofs", 1),
)
"""File name, what is seen, and how the telephone was held."""


def photographs(count: int = len(PLACES)) -> Iterator[Photograph]:
    """The first `count` photographs, one by one: each takes about a second to draw."""
    for name, scene, orientation in PLACES[:count]:
        yield photograph(name, scene, orientation)


def photograph(name: str, scene: str, orientation: int, size: tuple[int, int] = WIDE) -> Photograph:
    """One photograph of `scene`; `size` is how it lies in the file, before it is turned."""
    small = draw_scene(scene, (size[0] // 4, size[1] // 4), name)
    image = small.resize(size, Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(1.2))
    image = Image.blend(image, _noise(size, name), 0.09)
    exif = Image.Exif()
    exif[_MAKE], exif[_MODEL], exif[_TAKEN] = "Telefon", "Drawn 12", "2026:11:26 14:32:05"
    exif[_ORIENTATION] = orientation
    exif.get_ifd(_GPS).update({1: "N", 2: (66.0, 23.0, 17.0), 3: "E", 4: (23.0, 40.0, 5.0)})
    file = io.BytesIO()
    image.save(file, "JPEG", quality=88, exif=exif)
    turned = orientation in (5, 6, 7, 8)
    return Photograph(name, file.getvalue(), orientation, (size[1], size[0]) if turned else size)


def _noise(size: tuple[int, int], seed: str) -> Image.Image:
    """Coloured noise, one tile repeated in turned copies: a sensor's noise costs bytes, not meaning."""
    chance = Random(seed)
    tile = Image.frombytes("RGB", (_TILE_PX, _TILE_PX), chance.randbytes(_TILE_PX * _TILE_PX * 3))
    noise = Image.new("RGB", size)
    turns = [tile, *(tile.transpose(turn) for turn in (Image.Transpose.ROTATE_90, Image.Transpose.FLIP_TOP_BOTTOM))]
    for top in range(0, size[1], _TILE_PX):
        for left in range(0, size[0], _TILE_PX):
            noise.paste(chance.choice(turns), (left, top))
    return noise
