"""Flat shapes with smooth edges: drawn four times as fine only where they have curves or slants, as kept masks."""

from collections.abc import Sequence
from functools import lru_cache

from PIL import Image, ImageDraw

from cards.colours import RGB
from cards.geometry import Box

_FINE = 4


def whole(box: Box) -> tuple[int, int, int, int]:
    """The box on whole pixels."""
    left, top = round(box.left), round(box.top)
    return left, top, max(left, round(box.right)), max(top, round(box.bottom))


@lru_cache(maxsize=64)
def _corner(radius: int) -> Image.Image:
    """The mask of a left upper corner."""
    fine = Image.new("L", (radius * _FINE, radius * _FINE))
    ImageDraw.Draw(fine).ellipse((0, 0, radius * _FINE * 2 - 1, radius * _FINE * 2 - 1), fill=255)
    return fine.reduce(_FINE)


def fill(image: Image.Image, box: Box, colour: RGB, radius: float = 0) -> None:
    """Fill `box`, its corners rounded by `radius`."""
    left, top, right, bottom = whole(box)
    size = min(round(radius), (right - left) // 2, (bottom - top) // 2)
    if size <= 0:
        image.paste(colour, (left, top, right, bottom))
        return
    image.paste(colour, (left + size, top, right - size, bottom))
    image.paste(colour, (left, top + size, left + size, bottom - size))
    image.paste(colour, (right - size, top + size, right, bottom - size))
    corner = _corner(size)
    flipped = corner.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    for x, mask in ((left, corner), (right - size, flipped)):
        image.paste(colour, (x, top), mask)
        image.paste(colour, (x, bottom - size), mask.transpose(Image.Transpose.FLIP_TOP_BOTTOM))


def polygon(image: Image.Image, points: Sequence[tuple[float, float]], colour: RGB) -> None:
    """Fill a polygon with slanted sides."""
    left, top = int(min(x for x, _ in points)), int(min(y for _, y in points))
    right, bottom = int(max(x for x, _ in points)) + 1, int(max(y for _, y in points)) + 1
    mask = Image.new("L", ((right - left) * _FINE, (bottom - top) * _FINE))
    corners = [((x - left) * _FINE, (y - top) * _FINE) for x, y in points]
    ImageDraw.Draw(mask).polygon(corners, fill=255)
    image.paste(colour, (left, top), mask.reduce(_FINE))


@lru_cache(maxsize=16)
def _slants(width: int, height: int, step: int) -> Image.Image:
    mask = Image.new("L", (width * _FINE, height * _FINE))
    pen = ImageDraw.Draw(mask)
    high, wide = height * _FINE, step * _FINE
    for x in range(-high - wide, width * _FINE + wide, wide):
        pen.polygon([(x, high), (x + wide // 2, high), (x + wide // 2 + high, 0), (x + high, 0)], fill=255)
    return mask.reduce(_FINE)


def stripes(image: Image.Image, box: Box, dark: RGB, light: RGB, step: float) -> None:
    """Fill `box` with slanted stripes of `dark` and `light`, repeated each `step` pixels."""
    left, top, right, bottom = whole(box)
    image.paste(light, (left, top, right, bottom))
    image.paste(dark, (left, top), _slants(right - left, bottom - top, round(step)))


@lru_cache(maxsize=16)
def _disc(radius: int) -> Image.Image:
    fine = Image.new("L", (radius * 2 * _FINE, radius * 2 * _FINE))
    ImageDraw.Draw(fine).ellipse((0, 0, radius * 2 * _FINE - 1, radius * 2 * _FINE - 1), fill=255)
    return fine.reduce(_FINE)


def disc(image: Image.Image, x: float, y: float, radius: float, colour: RGB) -> None:
    """Fill a circle around (x, y)."""
    size = max(1, round(radius))
    image.paste(colour, (round(x) - size, round(y) - size), _disc(size))
