"""A municipality's logo: the product's own from the SVG file that the web shows, an uploaded one from its pixels.

A logo is a small SVG in `assets/logo`: circles, and paths of absolute M, L, C and Z. What has the class `accent` takes
the accent colour, all else the ink, so that one file serves light and dark grounds.
"""

import io
import re
from functools import lru_cache
from importlib import resources
from typing import Final
from xml.etree import ElementTree

from PIL import Image, UnidentifiedImageError

from cards.colours import contrast, rgb
from cards.errors import CardError
from cards.scenes import Canvas, Point, bend

_SVG: Final = "{http://www.w3.org/2000/svg}"
_OPAQUE: Final = 128
_FAINT: Final = 1.8
"""Contrast under which a part of a logo is lost on its ground."""
_LOST: Final = 0.12
"""How much of a logo may be lost before it gets a plate."""
_PLATES: Final = ("#FFFFFF", "#16242C")
_TOKEN: Final = re.compile(r"[MLCZ]|-?\d+(?:\.\d+)?")


class LogoError(CardError):
    """A logo file that uses more of SVG than a logo may."""


def draw_logo(name: str, height_px: int, ink: str, accent: str, ground: str) -> Image.Image:
    """Draw the logo `name`, `height_px` high, on a flat `ground`; colours are "#RRGGBB".

    Raises LogoError for a file that is not of the simple sort described above.
    """
    root = _read(name)
    left, top, width, height = (float(part) for part in root.attrib["viewBox"].split())
    scale = height_px / height
    canvas = Canvas(round(width * scale), height_px, ground)
    for shape in root:
        colour = accent if shape.get("class") == "accent" else ink
        if shape.tag == f"{_SVG}circle":
            centre = (float(shape.attrib["cx"]) - left) * scale, (float(shape.attrib["cy"]) - top) * scale
            canvas.ellipse(centre, float(shape.attrib["r"]) * scale, colour)
        elif shape.tag == f"{_SVG}path":
            outline = _outline(shape.attrib["d"])
            canvas.polygon([((x - left) * scale, (y - top) * scale) for x, y in outline], colour)
        else:
            raise LogoError(f"logo {name}: {shape.tag} is neither a circle nor a path")
    return canvas.image()


@lru_cache(maxsize=8)
def _read(name: str) -> ElementTree.Element:
    text = resources.files("assets").joinpath("logo", f"{name}.svg").read_text(encoding="utf-8")
    return ElementTree.fromstring(text)  # noqa: S314 - a file of the product's own, never a stranger's


def _outline(path: str) -> list[Point]:
    """The closed outline that a path of absolute M, L, C and Z draws."""
    signs = iter(_TOKEN.findall(path))
    outline: list[Point] = []
    command = ""
    for sign in signs:
        if sign in "MLCZ":
            command = sign
            continue
        if command not in ("M", "L", "C"):
            raise LogoError(f"logo path: {sign} follows {command or 'nothing'}")
        first = float(sign), float(next(signs))
        if command != "C":
            outline.append(first)
            continue
        second = float(next(signs)), float(next(signs))
        outline += bend(outline[-1], first, second, (float(next(signs)), float(next(signs))))[1:]
    return outline


@lru_cache(maxsize=8)
def uploaded_logo(png: bytes, width_px: int, height_px: int) -> Image.Image | None:
    """An uploaded logo as large as it goes in the box, RGBA; None for bytes that are no picture."""
    try:
        image = Image.open(io.BytesIO(png)).convert("RGBA")
    except (OSError, ValueError, UnidentifiedImageError, Image.DecompressionBombError):
        return None
    scale = min(width_px / image.width, height_px / image.height)
    size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    # Premultiplied, or the colour of what shines through would bleed into the edges.
    return image.convert("RGBa").resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0).convert("RGBA")


def _lost(image: Image.Image, ground: str) -> float:
    """Which part of the logo's ink cannot be told from `ground`."""
    small = image.resize((min(48, image.width), min(48, image.height)), Image.Resampling.BOX)
    under, total, lost = rgb(ground), 0, 0
    for count, pixel in small.getcolors(48 * 48) or []:
        red, green, blue, opaque = pixel  # type: ignore[misc]
        if opaque >= _OPAQUE:
            total += count
            lost += count if contrast((red, green, blue), under) < _FAINT else 0
    return lost / total if total else 1.0


def plate_for(image: Image.Image, ground: str) -> str:
    """The colour of the plate that the logo needs on `ground`; "" where all of it can be seen without one."""
    if _lost(image, ground) <= _LOST:
        return ""
    return min(_PLATES, key=lambda plate: _lost(image, plate))
