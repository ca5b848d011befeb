"""A ground for a handed-in poster, taken from the poster's own colours.

The ground is the poster's darkest colour that covers a real part of it, deepened until the text on it is read easily;
the accent is its strongest light colour. So the card belongs to the poster, whoever drew it.
"""

import io
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from PIL import Image

from cards.colours import RGB, contrast, luminance, mixed, rgb

_INK: Final = "#FBF1E2"
_GROUND_CONTRAST: Final = 11.0
_ACCENT_CONTRAST: Final = 4.6
_EDGE_CONTRAST: Final = 1.3
_COVERS: Final = 0.06
_BLACK: Final = (0, 0, 0)
_SAMPLE_PX: Final = 160


class Ground(NamedTuple):
    """Colours as "#RRGGBB": the ground, its text, and an accent with its text."""

    ground: str
    ink: str
    soft: str
    accent: str
    accent_ink: str


def _written(colour: RGB) -> str:
    return "#{:02X}{:02X}{:02X}".format(*colour)


@lru_cache(maxsize=8)
def ground_of(data: bytes) -> Ground | None:
    """The ground for the picture in `data`; None when it is no picture that can be read."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            image.draft("RGB", (_SAMPLE_PX * 2, _SAMPLE_PX * 2))
            small = image.convert("RGB").resize((_SAMPLE_PX, _SAMPLE_PX), Image.Resampling.BOX, reducing_gap=2.0)
    except (OSError, ValueError, Image.DecompressionBombError):
        return None
    shared = _shares(small)
    dark = min((colour for share, colour in shared if share >= _COVERS), key=luminance, default=shared[0][1])
    ink, sides = rgb(_INK), _sides(small)
    dark = next(deep for deep in _deeper(dark) if _serves(deep, ink, sides))
    bright = max((colour for _, colour in shared), key=lambda colour: _strength(colour, dark))
    accent = bright if contrast(bright, dark) >= _ACCENT_CONTRAST else ink
    return Ground(_written(dark), _INK, _written(mixed(ink, dark, 0.16)), _written(accent), _written(dark))


def _deeper(colour: RGB) -> Iterator[RGB]:
    """`colour`, then ever darker, at last black."""
    for step in range(17):
        yield mixed(colour, _BLACK, step / 16)


def _serves(ground: RGB, ink: RGB, sides: list[RGB]) -> bool:
    """Tell whether text is read on `ground`, and the poster does not melt into it. Black serves always."""
    if ground == _BLACK:
        return True
    apart = all(contrast(ground, side) >= _EDGE_CONTRAST for side in sides)
    return apart and contrast(ground, ink) >= _GROUND_CONTRAST


def _sides(small: Image.Image) -> list[RGB]:
    """The mean colour of each of the picture's four sides."""
    size, last = _SAMPLE_PX, _SAMPLE_PX - 1
    rims = ((0, 0, size, 1), (0, last, size, size), (0, 0, 1, size), (last, 0, size, size))
    means = [small.crop(rim).resize((1, 1), Image.Resampling.BOX).tobytes() for rim in rims]
    return [(mean[0], mean[1], mean[2]) for mean in means]


def _shares(small: Image.Image) -> list[tuple[float, RGB]]:
    """The picture's main colours with the share that each covers, the largest first."""
    reduced = small.quantize(10, method=Image.Quantize.MEDIANCUT, kmeans=3)
    palette = reduced.getpalette() or []
    counts = reduced.getcolors() or []
    total = sum(count for count, _ in counts)
    found = []
    for count, index in sorted(counts, reverse=True, key=lambda pair: pair[0]):
        place = int(str(index)) * 3
        found.append((count / total, (palette[place], palette[place + 1], palette[place + 2])))
    return found


def _strength(colour: RGB, dark: RGB) -> float:
    """How much a colour stands out as an accent: its saturation, if it is light enough to be read."""
    if contrast(colour, dark) < _ACCENT_CONTRAST:
        return -1.0
    return (max(colour) - min(colour)) / max(1, max(colour))
