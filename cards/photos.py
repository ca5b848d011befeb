"""Photographs: cropped around what must be seen, mended where a telephone failed, darkened under text as they ask for.

A photograph too small for its place is framed on a ground of its own colours; it is never stretched into a blur.
"""

import io
from functools import lru_cache

from PIL import Image, UnidentifiedImageError

from cards.colours import RGB, contrast, mixed
from cards.exposure import treated
from cards.model import PictureRef
from cards.saliency import subject_of

_TOO_BIG_PX = 60_000_000
_UNSET = (0.5, 0.5)
"""The focal point of a picture that nobody marked."""
_APART = 60
"""How far a channel may stand over the grey before it only tints."""
_STRETCH = 2.0
"""How many times a photograph may be enlarged to fill its place; beyond that it is framed."""
_FRAMED_STRETCH = 1.5
_FRAME = 0.86
"""How much of its place a framed photograph may take."""
_RISEN = 0.28
"""Where the middle of a framed photograph stands in its place's height: words stand low on a card."""


def _crop(size: tuple[int, int], target: tuple[int, int], focus: tuple[float, float]) -> tuple[int, int, int, int]:
    """The largest part of `size` with the shape of `target` whose middle is as near to `focus` as the edges allow."""
    width, height = size
    scale = min(width / target[0], height / target[1])
    wide, high = target[0] * scale, target[1] * scale
    left = min(max(focus[0] * width - wide / 2, 0), width - wide)
    top = min(max(focus[1] * height - high / 2, 0), height - high)
    return round(left), round(top), round(left + wide), round(top + high)


def _opened(data: bytes) -> Image.Image | None:
    try:
        image = Image.open(io.BytesIO(data))
        if image.width * image.height > _TOO_BIG_PX:
            return None
        return image
    except (OSError, ValueError, UnidentifiedImageError, Image.DecompressionBombError):
        return None


@lru_cache(maxsize=4)
def cropped(data: bytes, size: tuple[int, int], focus: tuple[float, float]) -> Image.Image | None:
    """The picture in `data` filling `size`, RGB, treated. None when it is no picture that can be drawn.

    Without a focal point it is cropped around what the eye goes to; a small one is framed.
    """
    image = _opened(data)
    if image is None:
        return None
    scale = min(image.width / size[0], image.height / size[1])
    if scale * _STRETCH < 1:
        return _framed(image, size)
    if image.format == "JPEG" and scale >= 2:
        # A JPEG decoder halves while it decodes: a 12-megapixel photograph costs a quarter of the time.
        image.draft("RGB", (round(image.width / scale), round(image.height / scale)))
    try:
        around = subject_of(data, image.size, size) if focus == _UNSET else focus
        box = _crop(image.size, size, around)
        return treated(image.convert("RGB").resize(size, Image.Resampling.BICUBIC, box=box, reducing_gap=2.0))
    except (OSError, ValueError):
        return None


def _framed(image: Image.Image, size: tuple[int, int]) -> Image.Image | None:
    """A small photograph on a dark ground of its own colour, a little enlarged at most."""
    try:
        whole = treated(image.convert("RGB"))
    except (OSError, ValueError):
        return None
    red, green, blue = whole.resize((1, 1), Image.Resampling.BOX).tobytes()
    ground = Image.new("RGB", size, mixed((red, green, blue), (10, 18, 30), 0.62))
    scale = min(_FRAMED_STRETCH, _FRAME * size[0] / whole.width, _FRAME * size[1] / whole.height)
    small = whole.resize(
        (max(1, round(whole.width * scale)), max(1, round(whole.height * scale))), Image.Resampling.BICUBIC
    )
    top = min(size[1] - small.height, max(0, round(size[1] * _RISEN - small.height / 2)))
    ground.paste(small, ((size[0] - small.width) // 2, top))
    return ground


@lru_cache(maxsize=4)
def contained(data: bytes, size: tuple[int, int]) -> Image.Image | None:
    """The whole picture, as large as `size` allows, RGB. None when it is no picture that can be drawn."""
    image = _opened(data)
    if image is None:
        return None
    scale = min(size[0] / image.width, size[1] / image.height)
    target = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    try:
        return image.convert("RGB").resize(target, Image.Resampling.BICUBIC, reducing_gap=2.0)
    except (OSError, ValueError):
        return None


def focus_of(ref: PictureRef) -> tuple[float, float]:
    """Where a picture's subject is."""
    return ref.focus_x, ref.focus_y


def brightest(image: Image.Image, box: tuple[int, int, int, int]) -> RGB:
    """The light colour that all but one in a hundred pixels of `box` stay under, in grey and in each channel."""
    part = image.crop(box)
    grey = _level(part.convert("L").histogram())
    histogram = part.convert("RGB").histogram()
    red, green, blue = (max(grey, _level(histogram[start : start + 256])) for start in (0, 256, 512))
    # The channels are seldom at their lightest together; what is light in grey is light in all.
    return min(red, grey + _APART), min(green, grey + _APART), min(blue, grey + _APART)


def _level(histogram: list[int]) -> int:
    left, level = sum(histogram) // 100, 255
    while level > 0 and left >= histogram[level]:
        left -= histogram[level]
        level -= 1
    return level


def shade_needed(image: Image.Image, box: tuple[int, int, int, int], ink: RGB, dark: RGB, least: float) -> float:
    """How much of `dark` (0 to 1) must lie over `box` so that `ink` is read with a contrast of `least`."""
    light = brightest(image, box)
    for step in range(21):
        if contrast(ink, mixed(light, dark, step / 20)) >= least * 1.06:
            return step / 20
    return 1.0


def shaded(image: Image.Image, stops: tuple[tuple[int, float], ...], dark: RGB) -> None:
    """Lay `dark` over all of `image`, row by row: `stops` are rows and shares, in between it changes evenly."""
    shares = []
    for row in range(image.height):
        before = max((stop for stop in stops if stop[0] <= row), default=stops[0])
        after = min((stop for stop in stops if stop[0] > row), default=stops[-1])
        part = (row - before[0]) / (after[0] - before[0]) if after[0] > before[0] else 0.0
        shares.append(round(255 * min(1.0, max(0.0, before[1] + (after[1] - before[1]) * part))))
    column = Image.frombytes("L", (1, image.height), bytes(shares))
    image.paste(dark, (0, 0), column.resize(image.size, Image.Resampling.NEAREST))
