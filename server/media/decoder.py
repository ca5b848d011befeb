"""The child that decodes one picture: run as a script, by nobody but `server.media.child`.

It imports little beside Pillow, reads a line of JSON and the picture's bytes from standard input, and
writes a line of JSON and the encoded pictures to standard output. Before the first foreign byte is looked at it has
given up the network and the right to open anything: a decoder that a picture takes over has nowhere to go.
"""

import io
import json
import os
import sys
import warnings
from pathlib import Path
from typing import Any, BinaryIO

from PIL import Image, ImageCms, ImageOps

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # run isolated, as a script

from foundation.confine import confine

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "MPO")
"""MPO is what some telephones call a JPEG with a second picture behind it; the first is taken."""

MEMORY_BYTES = 1 << 30
CPU_S = 20
PIXELS_AT_MOST = 40_000_000
SIDE_AT_MOST = 12_000
ORIENTATION = 0x0112


class RefusedError(Exception):
    """The picture is not taken: a word for the parent, and the numbers that explain it."""

    def __init__(self, why: str, **places: int) -> None:
        self.why = why
        self.places = places
        super().__init__(why)


def read_header(data: bytes) -> Image.Image:
    """Open `data` far enough to know its size, and refuse what is too large. Raises RefusedError."""
    try:
        image = Image.open(io.BytesIO(data), formats=FORMATS)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise _too_large(error) or RefusedError("broken") from error
    width, height = image.size
    if width * height > PIXELS_AT_MOST:
        raise RefusedError("too-many-pixels", megapixels=round(width * height / 1e6))
    if max(width, height) > SIDE_AT_MOST:
        raise RefusedError("too-long", longest=max(width, height))
    return image


def decode(image: Image.Image, side: int) -> Image.Image:
    """All pixels, upright, in sRGB; as RGB, or as RGBA where something shines through. Raises RefusedError."""
    if image.format in ("JPEG", "MPO"):
        image.draft("RGB" if image.mode == "YCbCr" else None, (side, side))  # decode no more than will be kept
    try:
        image.load()
        image = ImageOps.exif_transpose(image)
    except (OSError, SyntaxError, ValueError, IndexError, EOFError, KeyError, ZeroDivisionError) as error:
        raise RefusedError("truncated" if "truncated" in str(error) else "broken") from error
    profile = image.info.get("icc_profile")
    image = _eight_bits(image)
    if isinstance(profile, bytes):
        image = _in_srgb(image, profile)
    shines_through = image.mode == "RGBA" and image.getchannel("A").getextrema() != (255, 255)
    clean = image.convert("RGBA" if shines_through else "RGB").copy()
    clean.info = {}  # Pillow would write comment and profile again
    return clean


def _eight_bits(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.mode in ("P", "PA", "LA", "La", "RGBa") or "transparency" in image.info:
        return image.convert("RGBA")
    return image


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """Colours as the profile means them; a profile that does not fit is passed over."""
    if image.mode not in ("RGB", "RGBA", "CMYK"):
        return image
    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    bare = image.convert("RGB") if alpha else image
    try:
        turned = ImageCms.profileToProfile(
            bare, ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return image
    if turned is None:
        return image
    if alpha:
        turned.putalpha(alpha)
    return turned


def encode(image: Image.Image) -> tuple[bytes, str]:
    """The bytes and the media type: JPEG, or PNG where something shines through."""
    out = io.BytesIO()
    if image.mode == "RGBA":
        image.save(out, "PNG", optimize=False, compress_level=6)
        return out.getvalue(), "image/png"
    image.save(out, "JPEG", quality=88)
    return out.getvalue(), "image/jpeg"


def fit(image: Image.Image, width: int, height: int, *, cover: bool) -> Image.Image:
    """`image` made smaller, never larger: to lie within the box, or just to cover it."""
    ratios = (width / image.width, height / image.height)
    ratio = max(ratios) if cover else min(ratios)
    if ratio >= 1:
        return image
    size = (max(1, round(image.width * ratio)), max(1, round(image.height * ratio)))
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def work(order: dict[str, Any], data: bytes) -> tuple[dict[str, Any], list[bytes]]:
    """Decode once and encode each box of the order. Raises RefusedError."""
    boxes = [(int(width), int(height), bool(cover)) for width, height, cover in order["boxes"]]
    image = decode(read_header(data), max(max(width, height) for width, height, _ in boxes))
    told, blobs = [], []
    for width, height, cover in boxes:
        fitted = fit(image, width, height, cover=cover)
        blob, media_type = encode(fitted)
        blobs.append(blob)
        told.append({"media_type": media_type, "width_px": fitted.width, "height_px": fitted.height, "size": len(blob)})
    return {"pictures": told}, blobs


def _too_large(error: Exception) -> RefusedError | None:
    if isinstance(error, Image.DecompressionBombWarning | Image.DecompressionBombError):
        return RefusedError("too-many-pixels", megapixels=_megapixels(str(error)))
    return None


def _megapixels(message: str) -> int:
    numbers = [int(word.strip("()")) for word in message.split() if word.strip("()").isdigit()]
    return round(max(numbers, default=0) / 1e6)


def warm_up() -> None:
    """Take a picture of our own of each kind all the way: every module is loaded while that is still allowed."""
    Image.init()
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for kind, mode in (("JPEG", "RGB"), ("PNG", "RGBA"), ("PNG", "P"), ("WEBP", "RGBA"), ("GIF", "P")):
        tiny = io.BytesIO()
        options = {} if kind == "GIF" else {"exif": exif, "icc_profile": profile}
        Image.new(mode, (4, 4)).save(tiny, kind, **options)
        work({"boxes": [[2, 2, True]]}, tiny.getvalue())


def main(source: BinaryIO, target: BinaryIO) -> None:
    """Answer one order."""
    warnings.simplefilter("ignore")
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    Image.MAX_IMAGE_PIXELS = PIXELS_AT_MOST
    warm_up()
    order = json.loads(source.readline(4096))
    data = source.read()
    confine(MEMORY_BYTES, CPU_S)
    try:
        answer, blobs = work(order, data)
    except RefusedError as refused:
        answer, blobs = {"refused": refused.why, "places": refused.places}, []
    except Exception:  # a decoder that a picture breaks has refused it, whatever it raised
        answer, blobs = {"refused": "broken", "places": {}}, []
    target.write(json.dumps(answer).encode() + b"\n" + b"".join(blobs))
    target.flush()


if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout.buffer)
    os._exit(0)  # nothing to tidy up, and no destructor of a hostile picture's objects
