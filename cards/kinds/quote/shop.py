"""A shop at night between birches, lit from within: the ground of a quote that has no photograph."""

import math
from functools import lru_cache
from random import Random
from typing import NamedTuple

from PIL import Image

from cards.scenes import Canvas, Point, bend, mix

_BARK = ("#F6F3EC", "#D5DDE8", "#2B2F3A")
_BRANCH = "#242B3B"


class Paints(NamedTuple):
    """The colours: the night's palette (sky, light, far and near hills), and the house's own."""

    sky: str
    light: str
    far: str
    near: str
    wall: str
    shade: str
    trim: str
    roof: str
    dark: str


@lru_cache(maxsize=4)
def draw_shop(size: tuple[int, int], seed: str, paints: Paints) -> Image.Image:
    """The scene in `size` (width and height in pixels), RGB; another seed gives other birches and hills."""
    chance = Random(seed)  # noqa: S311 - a picture, not a secret
    canvas = Canvas(size[0], size[1], paints.sky)
    width, height = float(size[0]), float(size[1])
    unit = min(width / 816, height / 700)
    base = height - max((212 if height > width else 160) * unit, height * 0.16)
    _night(canvas, paints, chance, base, unit)
    left = min(width * 0.49, width - 416 * unit)
    _house(canvas, paints, (left, base), unit)
    snow = mix(paints.sky, "#FFFFFF", 0.84)
    canvas.below(_ridge(chance, width, base + 3 * unit, 7 * unit, 1400 * unit), snow)
    lit = mix(paints.light, "#FFFFFF", 0.35)
    for start, wide, before, after, down in ((34, 160, 60, 40, 80), (232, 72, 4, 32, 54)):
        x, y = left + start * unit, base + 4 * unit
        far = [(x + (wide + after) * unit, y + down * unit), (x - before * unit, y + down * unit)]
        canvas.polygon([(x, y), (x + wide * unit, y), *far], lit)
    canvas.below(_ridge(chance, width, base + 100 * unit, 12 * unit, 1200 * unit), "#FFFFFF")
    _birches(canvas, chance, (left, base), unit)
    return canvas.image()


def _ridge(chance: Random, width: float, y: float, high: float, long: float) -> list[Point]:
    """A calm line across the picture."""
    first, second = chance.uniform(0, math.tau), chance.uniform(0, math.tau)
    return [
        (
            x,
            y
            + high * (0.7 * math.sin(x / long * math.tau + first) + 0.3 * math.sin(x / long * 2.6 * math.tau + second)),
        )
        for x in [*range(-2, int(width) + 8, 6)]
    ]


def _night(canvas: Canvas, paints: Paints, chance: Random, base: float, unit: float) -> None:
    """A moon, far hills, and snow in the shade."""
    width = canvas.width_px
    moon = mix(paints.light, "#FFFFFF", 0.4)
    canvas.ellipse((width * chance.uniform(0.26, 0.4), max(base - 640 * unit, 110 * unit)), 92 * unit, moon)
    canvas.below(_ridge(chance, width, base - 268 * unit, 44 * unit, 1300 * unit), paints.far)
    line = _ridge(chance, width, base - 152 * unit, 20 * unit, 1000 * unit)
    for x, y in line[:: max(1, int(7 * unit))]:
        tall = unit * chance.uniform(50, 130)
        for tier in (1.0, 0.72, 0.44):
            top = y - tall * (1.12 - (1 - tier) * 0.4)
            half = tall * 0.16 * tier
            canvas.polygon(
                [(x, top), (x + half, y + 8 - tall * (1 - tier)), (x - half, y + 8 - tall * (1 - tier))], paints.near
            )
    canvas.below(line, paints.near)
    canvas.below(_ridge(chance, width, base - 56 * unit, 9 * unit, 1200 * unit), mix(paints.sky, "#FFFFFF", 0.66))


def _house(canvas: Canvas, paints: Paints, foot: Point, unit: float) -> None:
    """The gable with its roof of snow, chimney and smoke; `foot` is its lower left corner."""
    x, base = foot

    def at(dx: float, dy: float) -> Point:
        return x + dx * unit, base - dy * unit

    smoke = mix(paints.sky, "#FFFFFF", 0.42)
    for index, point in enumerate(bend(at(258, 406), at(228, 510), at(330, 550), at(296, 700), 60)):
        canvas.ellipse(point, (11 + 20 * index / 60) * unit, smoke)
    canvas.box(*at(236, 396), *at(280, 270), mix(paints.dark, paints.wall, 0.14))
    canvas.box(*at(230, 410), *at(286, 392), "#FFFFFF", 5 * unit)
    canvas.polygon([at(0, 0), at(0, 250), at(170, 400), at(340, 250), at(340, 0)], paints.wall)
    for board in range(20, 340, 20):
        top = 250 + 150 * (1 - abs(board - 170) / 170)
        canvas.box(*at(board - 1, top), *at(board + 1, 0), paints.shade)
    for lift, thick, colour in ((-6, 22, paints.roof), (12, 26, "#FFFFFF")):
        canvas.stroke([at(-36, 218 + lift), at(170, 400 + lift), at(376, 218 + lift)], thick * unit, colour)
    canvas.box(*at(0, 234), *at(8, 0), paints.trim)
    canvas.box(*at(332, 234), *at(340, 0), paints.trim)
    canvas.ellipse(at(170, 276), 36 * unit, paints.trim)
    canvas.ellipse(at(170, 276), 28 * unit, paints.light)
    canvas.box(*at(167.5, 304), *at(172.5, 248), paints.trim)
    canvas.box(*at(142, 278.5), *at(198, 273.5), paints.trim)
    _window(canvas, paints, at(34, 178), unit)
    canvas.box(*at(224, 164), *at(312, 0), paints.trim)
    canvas.box(*at(232, 156), *at(304, 0), paints.dark)
    canvas.box(*at(245, 142), *at(291, 74), paints.light)
    canvas.ellipse(at(294, 56), 4.5 * unit, paints.wall)


def _window(canvas: Canvas, paints: Paints, corner: Point, unit: float) -> None:
    """The shop's window with its loaves, under an awning; `corner` is the glass's left upper one."""
    x, y = corner

    def at(dx: float, dy: float) -> Point:
        return x + dx * unit, y + dy * unit

    crust, shelf = mix(paints.wall, paints.dark, 0.35), mix(paints.wall, paints.dark, 0.5)
    canvas.box(*at(-9, -9), *at(169, 137), paints.trim)
    canvas.box(*at(0, 0), *at(160, 128), paints.light)
    for down in (62, 122):
        canvas.box(*at(0, down), *at(160, down + 6), shelf)
    for index in range(3):
        canvas.ellipse(at(28 + index * 52, 52), 21 * unit, crust, 11 * unit)
    for index in range(4):
        canvas.box(*at(10 + index * 37, 92), *at(38 + index * 37, 122), shelf if index % 2 else crust, 11 * unit)
    for index in range(7):
        upper = (-2 + 164 * index / 7, -2 + 164 * (index + 1) / 7)
        lower = (-18 + 196 * index / 7, -18 + 196 * (index + 1) / 7)
        stripe = [at(upper[0], -26), at(upper[1], -26), at(lower[1], 16), at(lower[0], 16)]
        canvas.polygon(stripe, paints.trim if index % 2 else paints.dark)


def _birches(canvas: Canvas, chance: Random, foot: Point, unit: float) -> None:
    """Three birches at the left of the house, and one at its right where there is room."""
    left, base = foot
    spots = [(left - 174 * unit, 46, 100), (left - 62 * unit, 58, 132), (left - 302 * unit, 82, 168)]
    if canvas.width_px - left > 520 * unit:
        spots.append((left + 470 * unit, 64, 128))
    for x, thick, down in spots:
        _birch(canvas, chance, x, min(base + down * unit, canvas.height_px - 24 * unit), thick * unit)
        side = chance.choice((-1, 1))
        y = base - chance.uniform(360, 560) * unit
        branch = bend(
            (x, y),
            (x + side * 45 * unit, y - 14 * unit),
            (x + side * 90 * unit, y - 78 * unit),
            (x + side * 148 * unit, y - 152 * unit),
            20,
        )
        canvas.stroke(branch, 9 * unit, _BRANCH)


def _birch(canvas: Canvas, chance: Random, x: float, foot: float, thick: float) -> None:
    """A trunk from above the picture down to `foot`: bark, its shaded side, and dark marks shaped like lenses."""
    bark, shade, mark = _BARK
    sway, top = chance.uniform(-0.3, 0.3) * thick, -20.0
    rows = []
    for part in range(61):
        share = part / 60
        half = thick / 2 * (0.78 + 0.22 * share) + thick * 0.22 * max(0.0, (share - 0.93) / 0.07) ** 2
        rows.append((x + sway * math.sin(share * math.pi), half, top + (foot - top) * share))
    right = [(middle + half, y) for middle, half, y in reversed(rows)]
    canvas.polygon([*((middle - half, y) for middle, half, y in rows), *right], bark)
    canvas.polygon([*((middle + half * 0.34, y) for middle, half, y in rows), *right], shade)
    y = top + thick * chance.uniform(0.6, 1.2)
    while y < foot - thick * 0.5:
        middle, half, _ = rows[min(60, int((y - top) / (foot - top) * 60))]
        side = chance.choice((-1, -1, 1))
        edge = middle + side * half
        lens = thick * chance.uniform(0.035, 0.07)
        canvas.polygon([(edge, y - lens), (edge - side * half * chance.uniform(0.5, 1.2), y), (edge, y + lens)], mark)
        y += thick * chance.uniform(0.5, 1.35)
