"""How wide a text is and where its ink is, in shares of its size; and its mask, four times as fine and reduced.

Measured once at a reference size and kept: choosing among thirty sizes is then arithmetic. The *ink* is what the eye
sees; side bearings are not counted, so that a line of any size can meet the margin exactly.
"""

from functools import lru_cache
from typing import Any, NamedTuple

from PIL import Image, ImageDraw

from cards.fonts import REFERENCE_PX, Style, can_shape, face_for, font, is_arabic

_FINE = 4
_COARSE_FROM_PX = 110
"""From this size on, twice as fine is fine enough: the reduced edges cannot be told apart (measured: 2 of 255)."""
_BAND_EM = 0.04
_NO_INK = -1e9


class Ink(NamedTuple):
    """A text's ink around its pen on the baseline: y grows downwards, so `top` is negative. Shares of the size."""

    left: float
    top: float
    right: float
    bottom: float


class Mask(NamedTuple):
    """A drawn text, cropped to its ink: `top_px` is where it begins above (negative) or below the baseline."""

    image: Image.Image
    width_px: float
    top_px: int
    bottom_px: float


def _shaping(text: str, style: Style) -> dict[str, Any]:
    if not can_shape():
        return {}
    rtl = style.rtl or any(is_arabic(sign) for sign in text)
    options: dict[str, Any] = {"features": list(style.features)}
    if rtl:
        options |= {"direction": "rtl", "language": "ar"}
    return options


def _drawn(text: str, style: Style, size_px: int) -> tuple[Image.Image, int, int] | None:
    """The text's mask cropped to its ink at `size_px`, with the ink's left and top from the pen. None without ink."""
    face = font(face_for(text, style.face), style.weight, size_px)
    shaping = _shaping(text, style)
    left, top, right, bottom = face.getbbox(text, anchor="ls", **shaping)
    room = size_px // 4 + 2  # some letters reach past the box that the font tells
    x, y = room - int(left), room - int(top)
    canvas = Image.new("L", (int(right - left) + 2 * room, int(bottom - top) + 2 * room))
    ImageDraw.Draw(canvas).text((x, y), text, fill=255, font=face, anchor="ls", **shaping)
    box = canvas.getbbox()
    if box is None:
        return None
    return canvas.crop(box), box[0] - x, box[1] - y


@lru_cache(maxsize=8192)
def advance(text: str, style: Style) -> float:
    """How far `text` moves the pen."""
    face = font(face_for(text, style.face), style.weight, REFERENCE_PX)
    return float(face.getlength(text, **_shaping(text, style))) / REFERENCE_PX


@lru_cache(maxsize=4096)
def ink(text: str, style: Style) -> Ink:
    """Where the ink of `text` is."""
    drawn = _drawn(text, style, REFERENCE_PX)
    if drawn is None:
        return Ink(0, 0, 0, 0)
    image, left, top = drawn
    return Ink(*(value / REFERENCE_PX for value in (left, top, left + image.width, top + image.height)))


@lru_cache(maxsize=1024)
def _outline(text: str, style: Style) -> tuple[tuple[float, float], ...]:
    """The ink's top and bottom in narrow bands from its left edge on."""
    size_px = 100
    drawn = _drawn(text, style, size_px)
    if drawn is None:
        return ()
    image, _, top = drawn
    band_px = round(_BAND_EM * size_px)
    bands = []
    for x in range(0, image.width, band_px):
        box = image.crop((x, 0, min(x + band_px, image.width), image.height)).getbbox()
        upper, lower = (box[1] + top, box[3] + top) if box else (-_NO_INK, _NO_INK)
        bands.append((upper / size_px, lower / size_px))
    return tuple(bands)


@lru_cache(maxsize=1024)
def nearest(upper: str, lower: str, style: Style, align: str) -> float:
    """How near the baselines of two lines may come until their ink meets somewhere, in shares of the size.

    This is where leading comes from: the ring of an Å under a g needs more than an o under an n.
    """
    above, below = _outline(upper, style), _outline(lower, style)
    slack = len(above) - len(below)
    shift = {"left": 0, "right": slack, "center": slack // 2}[align]
    need = 0.0
    for index, (top, _) in enumerate(below):
        near = above[max(0, index + shift - 2) : max(0, index + shift + 3)]
        if near:
            need = max(need, max(bottom for _, bottom in near) - top)
    return need


@lru_cache(maxsize=192)
def mask(text: str, style: Style, size_px: float) -> Mask | None:
    """`text` drawn at `size_px`, smooth, cropped to its ink with the baseline on a whole pixel. None without ink."""
    fine = 2 if size_px >= _COARSE_FROM_PX else _FINE
    drawn = _drawn(text, style, max(1, round(size_px * fine)))
    if drawn is None:
        return None
    image, _, top = drawn
    top_px = top // fine
    pad = top - top_px * fine
    width, height = -(-image.width // fine), -(-(image.height + pad) // fine)
    canvas = Image.new("L", (width * fine, height * fine))
    canvas.paste(image, (0, pad))
    return Mask(canvas.reduce(fine), image.width / fine, top_px, (top + image.height) / fine)
