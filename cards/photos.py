"""Photographs: cropped around what must be seen, and darkened under text as much as the photograph itself asks for."""

import io
from functools import lru_cache

from PIL import Image, UnidentifiedImageError

from cards.colours import RGB, contrast, mixed
from cards.model import PictureRef

_TOO_BIG_PX = 60_000_000
_GLARING = 200


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
    """The picture in `data` filling `size`, RGB. None when it is no picture that can be drawn."""
    image = _opened(data)
    if image is None:
        return None
    scale = min(image.width / size[0], image.height / size[1])
    if image.format == "JPEG" and scale >= 2:
        # A JPEG decoder halves while it decodes: a 12-megapixel photograph costs a quarter of the time.
        image.draft("RGB", (round(image.width / scale), round(image.height / scale)))
    try:
        box = _crop(image.size, size, focus)
        return image.convert("RGB").resize(size, Image.Resampling.BICUBIC, box=box, reducing_gap=2.0)
    except (OSError, ValueError):
        return None


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
    """The light colour that all but one in a hundred parts of `box` stay under."""
    part = image.crop(box)
    small = part.resize((min(96, part.width), min(96, part.height)), Image.Resampling.BOX)
    grey = small.convert("L").histogram()
    left = small.width * small.height // 100
    level = 255
    while level > 0 and left >= grey[level]:
        left -= grey[level]
        level -= 1
    # A light spot may be lighter in one channel than its grey says.
    red, green, blue = (_peak(channel) for channel in small.split())
    return (max(level, red), max(level, green), max(level, blue)) if level > _GLARING else (level, level, level)


def _peak(channel: Image.Image) -> int:
    histogram = channel.histogram()
    return max(value for value, count in enumerate(histogram) if count)


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
