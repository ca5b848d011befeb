"""A composed card as an image file, with the time laid onto it: what pages and the gallery show."""

import io
from datetime import datetime
from zoneinfo import ZoneInfo

from PIL import Image

from cards.picture import Picture, with_clock


def to_image(picture: Picture, now: datetime, zone: ZoneInfo) -> Image.Image:
    """The card as it looks at `now`, RGB."""
    local = now.astimezone(zone)
    pixels = with_clock(picture, local.hour, local.minute)
    return Image.frombytes("RGB", (picture.width_px, picture.height_px), pixels)


def _sized(picture: Picture, now: datetime, zone: ZoneInfo, width_px: int | None) -> Image.Image:
    image = to_image(picture, now, zone)
    if width_px is None or width_px == image.width:
        return image
    height = max(1, round(image.height * width_px / image.width))
    return image.resize((width_px, height), Image.Resampling.LANCZOS, reducing_gap=3.0)


def to_png(picture: Picture, now: datetime, zone: ZoneInfo, width_px: int | None = None) -> bytes:
    """The card as PNG, `width_px` wide (its own width when left out)."""
    file = io.BytesIO()
    _sized(picture, now, zone, width_px).save(file, "PNG")
    return file.getvalue()


def to_jpeg(picture: Picture, now: datetime, zone: ZoneInfo, width_px: int | None = None, quality: int = 85) -> bytes:
    """The card as JPEG, `width_px` wide (its own width when left out)."""
    file = io.BytesIO()
    _sized(picture, now, zone, width_px).save(file, "JPEG", quality=quality, subsampling=0, optimize=True)
    return file.getvalue()
