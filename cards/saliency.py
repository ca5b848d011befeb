"""Where to crop a photograph whose subject nobody marked: around what the eye goes to, and never through a head.

Edges draw the eye, and so does skin. People stand in the middle of a photograph with their heads in its upper part, so
that part counts more: where a lying picture is cut out of a standing one, the top stays rather than the floor. A face
detector would know better; why there is none is told in docs/decisions/0053.
"""

import io
from functools import lru_cache
from math import exp
from typing import Final

from PIL import Image

_SIDE: Final = 48
_SKIN: Final = 44.0
"""How much a pixel of skin counts beside its edge, which is 0 to 255."""
_HEADROOM: Final = 0.14
"""How much higher than what weighs most a crop is laid, as a share of itself: air over heads, not under chins."""
_EDGE: Final = 32
"""The most that an edge counts: a dark coat before a light wall is not more of a subject than a face."""
_HEADS: Final = 0.34
"""Where in a photograph's height heads are, as a rule."""


def _weights(image: Image.Image) -> list[list[float]]:
    """What each small square of the picture is worth, row by row."""
    small = image.convert("RGB").resize((_SIDE, _SIDE), Image.Resampling.BOX)
    grey, colour = small.convert("L").tobytes(), small.convert("YCbCr").tobytes()
    rows = []
    for y in range(_SIDE):
        row = []
        high = exp(-(((y + 0.5) / _SIDE - _HEADS) ** 2) / 0.16)
        for x in range(_SIDE):
            at = y * _SIDE + x
            right, below = y * _SIDE + min(x + 1, _SIDE - 1), min(y + 1, _SIDE - 1) * _SIDE + x
            edge = min(_EDGE, abs(grey[right] - grey[at]) + abs(grey[below] - grey[at]))
            light, blue, red = colour[3 * at : 3 * at + 3]
            skin = _SKIN if 40 < light < 235 and 85 <= blue <= 126 and 137 <= red <= 172 else 0.0
            middle = exp(-(((x + 0.5) / _SIDE - 0.5) ** 2) / 0.2)
            row.append((edge + skin + 1.0) * (0.35 + 0.65 * high) * (0.5 + 0.5 * middle))
        rows.append(row)
    return rows


def _best(values: list[float], share: float) -> float:
    """The middle of the stretch that takes `share` of `values` and holds most."""
    wide = max(1, round(len(values) * share))
    starts = range(len(values) - wide + 1)
    held = [sum(values[start : start + wide]) for start in starts]
    most = max(held)
    near = [start for start in starts if held[start] >= most * 0.995]
    return (sum(near) / len(near) + wide / 2) / len(values)


@lru_cache(maxsize=16)
def _profile(data: bytes) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """What the columns and the rows of the picture in `data` are worth."""
    with Image.open(io.BytesIO(data)) as image:
        if image.format == "JPEG":
            image.draft("RGB", (_SIDE * 2, _SIDE * 2))
        rows = _weights(image)
    return tuple(map(sum, zip(*rows, strict=True))), tuple(map(sum, rows))


def subject_of(data: bytes, size: tuple[int, int], target: tuple[int, int]) -> tuple[float, float]:
    """The focal point for a picture of `size` that is to fill `target`: shares of its width and height."""
    columns, rows = _profile(data)
    scale = min(size[0] / target[0], size[1] / target[1])
    high = min(1.0, target[1] * scale / size[1])
    return (
        _best(list(columns), min(1.0, target[0] * scale / size[0])),
        max(0.0, _best(list(rows), high) - _HEADROOM * high),
    )
