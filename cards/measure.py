"""How wide a text is and where its ink is, in shares of its size; and its mask, four times as fine and reduced.

Measured once at a reference size and kept: choosing among thirty sizes is then arithmetic. The *ink* is what the eye
sees; side bearings are not counted, so that a line of any size can meet the margin exactly.
"""

from functools import lru_cache
from typing import Any, NamedTuple, cast

from PIL import Image, ImageDraw

from cards.emoji import BEARING_EM, HEIGHT, SHAPE, Placed
from cards.fonts import REFERENCE_PX, Face, Style, can_shape, capital_em, font
from cards.geometry import Box
from cards.runs import Run, runs
from cards.shapes import whole

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
    emoji: tuple[Placed, ...] = ()
    """Where pictures of emoji are to be laid: from the mask's left edge and the baseline, in pixels."""


class _Drawn(NamedTuple):
    """A text cropped to its ink, whose left upper corner is given from the pen. In `solid` emoji are filled boxes."""

    image: Image.Image
    solid: Image.Image
    left: int
    top: int
    emoji: tuple[Placed, ...]


def _shaping(run: Run, style: Style) -> dict[str, Any]:
    if not can_shape():
        return {}
    options: dict[str, Any] = {"features": list(style.features), "direction": "rtl" if run.rtl else "ltr"}
    if run.face == "arabic":
        options["language"] = "ar"
    return options


def _emoji_px(style: Style, size_px: float) -> float:
    """How high an emoji stands."""
    return capital_em(style.face) * HEIGHT * size_px


def _step(run: Run, style: Style, size_px: int) -> float:
    """How far a run moves the pen, in pixels at `size_px`."""
    if run.face is None:
        return _emoji_px(style, size_px) * SHAPE + 2 * BEARING_EM * size_px
    return float(font(run.face, style.weight, size_px).getlength(run.text, **_shaping(run, style)))


def _drawn(text: str, style: Style, size_px: int) -> _Drawn | None:
    """The text's mask cropped to its ink at `size_px`, with the ink's left and top from the pen. None without ink."""
    found = runs(text, style)
    if len(found) == 1 and found[0].face is not None:
        return _drawn_at_once(found[0], style, size_px)
    pen, boxes, steps, emoji = 0.0, [], [], []
    for run in found:
        if run.face is None:
            high = _emoji_px(style, size_px)
            left, top = pen + BEARING_EM * size_px, -(capital_em(style.face) * size_px + high) / 2
            emoji.append(Placed(run.text, left, top, high))
            boxes.append((left, top, left + high * SHAPE, top + high))
        else:
            face = font(run.face, style.weight, size_px)
            box = face.getbbox(run.text, anchor="ls", **_shaping(run, style))
            boxes.append((box[0] + pen, box[1], box[2] + pen, box[3]))
        steps.append((run, pen))
        pen += _step(run, style, size_px)
    if not boxes:
        return None
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[2] for box in boxes), max(box[3] for box in boxes)
    room = size_px // 4 + 2  # some letters reach past the box that the font tells
    x, y = room - int(left), room - int(top)
    canvas = Image.new("L", (int(right - left) + 2 * room, int(bottom - top) + 2 * room))
    draw = ImageDraw.Draw(canvas)
    for run, at in steps:
        if run.face is not None:
            face = font(run.face, style.weight, size_px)
            draw.text((x + at, y), run.text, fill=255, font=face, anchor="ls", **_shaping(run, style))
    return _cropped(canvas, x, y, tuple(emoji))


def _drawn_at_once(run: Run, style: Style, size_px: int) -> _Drawn | None:
    """What most texts are: one run, whose mask is its ink as it comes from the font, with no canvas to lay it on."""
    face = font(cast(Face, run.face), style.weight, size_px)
    core, (x, y) = face.getmask2(run.text, "L", anchor="ls", **_shaping(run, style))
    canvas = Image.new("L", core.size)
    canvas.im.paste(core, (0, 0, *core.size))
    return _cropped(canvas, -x, -y, ())


def _cropped(canvas: Image.Image, x: int, y: int, emoji: tuple[Placed, ...]) -> _Drawn | None:
    """The canvas without its empty rim; the pen stood at `x`, `y`. Emoji belong to the ink."""
    inked = canvas
    if emoji:
        inked = canvas.copy()
        for placed in emoji:
            corner = (x + placed.left, y + placed.top)
            inked.paste(255, whole(Box(*corner, corner[0] + placed.height * SHAPE, corner[1] + placed.height)))
    box = inked.getbbox()
    if box is None:
        return None
    image = canvas.crop(box)
    return _Drawn(image, inked.crop(box) if emoji else image, box[0] - x, box[1] - y, emoji)


@lru_cache(maxsize=16384)
def advance(text: str, style: Style) -> float:
    """How far `text` moves the pen."""
    return sum(_step(run, style, REFERENCE_PX) for run in runs(text, style)) / REFERENCE_PX


@lru_cache(maxsize=4096)
def ink(text: str, style: Style) -> Ink:
    """Where the ink of `text` is."""
    drawn = _drawn(text, style, REFERENCE_PX)
    if drawn is None:
        return Ink(0, 0, 0, 0)
    right, bottom = drawn.left + drawn.image.width, drawn.top + drawn.image.height
    return Ink(*(value / REFERENCE_PX for value in (drawn.left, drawn.top, right, bottom)))


@lru_cache(maxsize=1024)
def _outline(text: str, style: Style) -> tuple[tuple[float, float], ...]:
    """The ink's top and bottom in narrow bands from its left edge on."""
    size_px = 100
    drawn = _drawn(text, style, size_px)
    if drawn is None:
        return ()
    band_px = round(_BAND_EM * size_px)
    # On its side, a band is a row: what is empty above and under its ink is stripped off as bytes.
    turned = drawn.solid.reduce((band_px, 1)).transpose(Image.Transpose.TRANSPOSE)
    rows, wide = turned.tobytes(), turned.width
    bands = []
    for at in range(0, len(rows), wide):
        row = rows[at : at + wide]
        above, under = wide - len(row.lstrip(b"\0")), len(row.rstrip(b"\0"))
        upper, lower = (above + drawn.top, under + drawn.top) if under else (-_NO_INK, _NO_INK)
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
    image, top = drawn.image, drawn.top
    top_px = top // fine
    pad = top - top_px * fine
    width, height = -(-image.width // fine), -(-(image.height + pad) // fine)
    canvas = Image.new("L", (width * fine, height * fine))
    canvas.paste(image, (0, pad))
    emoji = tuple(
        Placed(one.sequence, (one.left - drawn.left) / fine, one.top / fine, one.height / fine) for one in drawn.emoji
    )
    return Mask(canvas.reduce(fine), image.width / fine, top_px, (top + image.height) / fine, emoji)
