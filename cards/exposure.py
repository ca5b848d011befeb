"""Photographs as telephones take them, mended with a light hand: too dark, too light, tinted by lamps.

Only what is clearly wrong is touched, and never all the way: a dusk stays dusk, and a warm room stays warm. A good
photograph comes out as it went in, byte for byte.
"""

from math import log
from typing import Final

from PIL import Image

_DARK_MEDIAN: Final = 74
_LIGHT_MEDIAN: Final = 190
_NO_DARK: Final = 96
"""A light picture with some dark in it is snow or sky; one with none is washed out."""
_LIFT: Final = 0.6
"""How much of the way from what a photograph is to what it should be it is taken."""
_GAMMA: Final = (0.62, 1.9)
"""The strongest lift and the strongest dimming."""
_CAST: Final = 1.14
"""How far two channels may differ in the grey of a picture before it counts as tinted."""
_GREYISH: Final = 0.58
"""A channel's share of the largest, from which a pixel may be a tinted grey."""
_EVEN: Final = 0.07
"""How little the greys of a lamp's tint differ from each other; those of a sunset differ more."""
_TINT_AT_MOST: Final = 1.16


def _share_below(histogram: list[int], share: float) -> int:
    """The level that `share` of the counted pixels stay under."""
    left = sum(histogram) * share
    for level, count in enumerate(histogram):
        left -= count
        if left < 0:
            return level
    return 255


def _gamma(histogram: list[int]) -> float:
    """The exponent that brings the middle of the picture nearer to where it should be; 1 where it is well."""
    median = max(4, _share_below(histogram, 0.5))
    if median < _DARK_MEDIAN:
        # A night with lights in it is dark because it is night: its bright parts hold the exposure.
        lights = _share_below(histogram, 0.97)
        aim = median + (_DARK_MEDIAN - median) * (_LIFT if lights < 200 else _LIFT / 3)
    elif median > _LIGHT_MEDIAN and _share_below(histogram, 0.04) > _NO_DARK:
        aim = median + (_LIGHT_MEDIAN - median) * _LIFT
    else:
        return 1.0
    from_, to = median / 255, aim / 255
    return min(_GAMMA[1], max(_GAMMA[0], log(to) / log(min(0.995, from_))))


def _balance(small: Image.Image) -> tuple[float, float, float]:
    """What each channel is multiplied by so that the picture's grey is grey again; ones where it is well.

    Grey are the pixels whose channels keep near each other; a picture of one strong colour has none and is left alone.
    """
    grey, warmth = [0.0, 0.0, 0.0], []
    data = small.tobytes()
    for pixel in zip(data[0::3], data[1::3], data[2::3], strict=True):
        low, high = min(pixel), max(pixel)
        if 24 < high < 250 and low > high * _GREYISH:
            warmth.append(pixel[2] / max(1, pixel[0]))
            for index, value in enumerate(pixel):
                grey[index] += value / high
    count = len(warmth)
    if count < small.width * small.height * 0.25:
        return 1.0, 1.0, 1.0
    mean = sum(warmth) / count
    if sum(abs(one - mean) for one in warmth) / count > _EVEN:
        return 1.0, 1.0, 1.0
    means = [value / count for value in grey]
    if max(means) / min(means) < _CAST:
        return 1.0, 1.0, 1.0
    middle = sum(means) / 3
    red, green, blue = (min(_TINT_AT_MOST, max(1 / _TINT_AT_MOST, 1 + (middle / mean - 1) * _LIFT)) for mean in means)
    return red, green, blue


def treated(image: Image.Image) -> Image.Image:
    """`image` (RGB) as it should have come out of the camera, as far as a light hand goes."""
    small = image.resize((min(96, image.width), min(96, image.height)), Image.Resampling.BOX)
    gains = _balance(small)
    gamma = _gamma(small.convert("L").histogram())
    if gamma == 1.0 and gains == (1.0, 1.0, 1.0):
        return image
    table: list[int] = []
    for gain in gains:
        table += [round(255 * min(1.0, level / 255 * gain) ** gamma) for level in range(256)]
    return image.point(table)
