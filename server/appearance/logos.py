"""Taking a logo in: from an SVG or a picture that somebody sent to a small PNG that travels with the theme."""

import io
from pathlib import Path
from typing import Final

from PIL import Image, UnidentifiedImageError

from foundation.confined import ChildFailedError, ask_child
from foundation.errors import N_, TorgetError
from server.media.child import Box, encode_anew
from server.media.sniff import check_kind

RASTER: Final = Path(__file__).resolve().with_name("raster.py")
WALL_S: Final = 15.0
SVG_BYTES: Final = 400_000
HIGH_PX: Final = 400
LARGEST: Final = (640, 240)
"""Pixels of a logo that travels; on a wall of 4K it stands some 200 high."""
BYTES: Final = 40_000
"""It stands in each manifest, so it is small."""
LEAST_PX: Final = 40


class LogoRefusedError(TorgetError):
    """A file that is no logo."""

    say = N_("This file cannot be used as a logo. Send an SVG or a PNG.")


class LogoTooSmallError(LogoRefusedError):
    say = N_("The logo is too small to be seen. Send an SVG, or a PNG that is at least 40 pixels high.")


class LogoTooHeavyError(LogoRefusedError):
    say = N_("The logo has too many colours to travel to the screens. Send a simpler one.")


def logo_png(data: bytes) -> bytes:
    """The logo as a PNG, cut to its ink and small. Raises LogoRefusedError, or PictureError for a picture."""
    drawing = data.lstrip()[:400].lower()
    if drawing.startswith((b"<svg", b"<?xml", b"<!doctype svg", b"\xef\xbb\xbf<")):
        data = _drawn(data)
    else:
        check_kind(data)
        (encoded,) = encode_anew(data, [Box(1600, 1600)])
        data = encoded.data
    try:
        image = Image.open(io.BytesIO(data)).convert("RGBA")
    except (OSError, ValueError, UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise LogoRefusedError("no picture came of it") from error
    return _small(image)


def _drawn(svg: bytes) -> bytes:
    if len(svg) > SVG_BYTES:
        raise LogoTooHeavyError("a drawing of many bytes")
    try:
        made = ask_child(RASTER, {"height": HIGH_PX}, svg, WALL_S)
    except ChildFailedError as error:
        raise LogoRefusedError(str(error)) from error
    if not made:
        raise LogoRefusedError("the drawing could not be drawn")
    return made


def _small(image: Image.Image) -> bytes:
    ink = image.getchannel("A").point(lambda value: 255 if value > 8 else 0).getbbox()
    if ink is None:
        raise LogoRefusedError("nothing is to be seen in it")
    image = image.crop(ink)
    if image.height < LEAST_PX or image.width < LEAST_PX:
        raise LogoTooSmallError(f"{image.width} x {image.height}")
    image.thumbnail(LARGEST, Image.Resampling.LANCZOS)
    for colours in (0, 128, 48):
        made = io.BytesIO()
        reduced = image.quantize(colours, method=Image.Quantize.FASTOCTREE) if colours else image
        reduced.save(made, "PNG", optimize=True)
        if made.tell() <= BYTES:
            return made.getvalue()
    raise LogoTooHeavyError(f"{made.tell()} bytes")
