"""Emoji as small pictures, as high as the text around them asks for."""

import io
from functools import lru_cache
from typing import Final

from PIL import Image

from cards.emoji import SHAPE

_SIDE_AT_MOST: Final = 512
"""Pixels: an emoji is some 136; anything much larger is none of ours."""


@lru_cache(maxsize=64)
def _opened(data: bytes) -> Image.Image | None:
    try:
        with Image.open(io.BytesIO(data), formats=("PNG",)) as image:
            if max(image.size) > _SIDE_AT_MOST:
                return None
            return image.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def readable(data: bytes) -> bool:
    """Tell whether `data` is the picture of an emoji."""
    return _opened(data) is not None


@lru_cache(maxsize=64)
def drawn(data: bytes, height_px: int) -> Image.Image:
    """The picture `height_px` high, RGBA with its colours multiplied by its alpha where it is scaled.

    Raises ValueError for what is not readable.
    """
    image = _opened(data)
    if image is None:
        raise ValueError("not the picture of an emoji")
    size = (max(1, round(height_px * SHAPE)), max(1, height_px))
    return image.convert("RGBa").resize(size, Image.Resampling.LANCZOS).convert("RGBA")
