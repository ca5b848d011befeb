"""More of the valley: a lake with a jetty, a meadow with its barns, a bridge, ski tracks, cottages, the market square.

What the eye looks for stands in the left or the middle of each: the lower right corner may carry a QR code.
"""

from math import cos, pi, sin
from random import Random

from cards.scenes._canvas import Canvas, Point, mix
from cards.scenes._curves import height_at, ridge, smooth
from cards.scenes._land import fell, sun
from cards.scenes._paint import Paint
from cards.scenes._things import cottage, smoke, spruces


def lake(canvas: Canvas, paint: Paint, chance: Random) -> None:
    """A still lake under wooded hills, the sky in it, and a boat at a jetty."""
    u, w, h = canvas.unit, canvas.width_px, canvas.height_px
    centre = sun(canvas, paint, chance, 0.28)
    shore = h * 0.56
    canvas.below(ridge(chance, w, h * 0.45, 56 * u, 1200 * u), paint.layer(0))
    line = ridge(chance, w, h * 0.51, 26 * u, 900 * u)
    spruces(canvas, line, (30 * u, 74 * u), paint.layer(0.45), chance, tiers=5)
    canvas.below(line, paint.layer(0.45))
    water = mix(paint.sky, paint.layer(0), 0.26)
    canvas.below([(0.0, shore), (float(w), shore)], water)
    far = mix(water, paint.layer(0.45), 0.4)
    mirror = ridge(chance, w, h * 0.585, 8 * u, 700 * u)
    canvas.polygon([(0.0, shore), (float(w), shore), *reversed(mirror)], far)
    for index in range(6):
        y, half = shore + (40 + 46 * index) * u, (150 - 19 * index) * u
        canvas.box(centre[0] - half, y, centre[0] + half, y + 12 * u, mix(water, paint.light, 0.72), 6 * u)
    _jetty(canvas, (w * 0.08, h * 0.8), paint)
    _boat(canvas, (w * 0.34 + 40 * u, h * 0.845), paint)
    near = smooth([(-4, h * 0.87), (w * 0.2, h * 0.9), (w * 0.55, h * 0.965), (w * 0.72, h + 4)])
    canvas.below(near, paint.layer(1))


def _jetty(canvas: Canvas, start: Point, paint: Paint) -> None:
    u = canvas.unit
    (x, y), wood = start, mix(paint.layer(1), paint.light, 0.3)
    for post in (60, 170, 280):
        canvas.box(x + post * u, y - 26 * u, x + (post + 14) * u, y + 90 * u, mix(wood, "#000000", 0.25))
    canvas.polygon(
        [(x - 140 * u, y + 34 * u), (x - 140 * u, y + 4 * u), (x + 320 * u, y), (x + 320 * u, y + 22 * u)], wood
    )


def _boat(canvas: Canvas, middle: Point, paint: Paint) -> None:
    u, (x, y) = canvas.unit, middle
    hull = [(x - 120 * u, y - 34 * u), (x + 130 * u, y - 40 * u), (x + 92 * u, y + 14 * u), (x - 84 * u, y + 14 * u)]
    canvas.polygon(hull, mix(paint.light, "#FFFFFF", 0.4))
    canvas.polygon([hull[0], hull[1], (x + 122 * u, y - 26 * u), (x - 112 * u, y - 20 * u)], paint.layer(1))


def meadow(canvas: Canvas, paint: Paint, chance: Random) -> None:
    """Strips of field under low hills, with grey barns and hay on racks."""
    u, w, h = canvas.unit, canvas.width_px, canvas.height_px
    sun(canvas, paint, chance, 0.3)
    canvas.below(ridge(chance, w, h * 0.5, 50 * u, 1300 * u), paint.layer(0))
    line = ridge(chance, w, h * 0.565, 16 * u, 1000 * u)
    spruces(canvas, line, (26 * u, 66 * u), paint.layer(0.5), chance, tiers=4, clearings=0.25)
    canvas.below(line, paint.layer(0.5))
    field = mix(paint.layer(0.7), paint.light, 0.08) if paint.dark else mix(paint.light, paint.layer(0.2), 0.42)
    canvas.below([(0.0, h * 0.6), (float(w), h * 0.6)], field)
    root = (w * chance.uniform(0.5, 0.7), h * 0.52)
    strips = 7
    for index in range(0, strips, 2):
        left, right = (w * (2.4 * (index + side) / strips - 0.7) for side in (0.0, 1.0))
        upper = [(root[0] + (edge - root[0]) * 0.16, h * 0.6) for edge in (left, right)]
        canvas.polygon([upper[0], upper[1], (right, h + 2), (left, h + 2)], mix(field, paint.layer(0.6), 0.24))
    wood = mix(paint.layer(1), paint.sky, 0.26)
    for place, base, size in ((0.2, 0.69, 130), (0.52, 0.645, 74)):
        _barn(canvas, (w * (place + chance.uniform(-0.04, 0.04)), h * base), size * u, wood)
    for index in range(3):
        _rack(canvas, (w * (0.1 + 0.2 * index), h * (0.84 + 0.03 * (index % 2))), paint)


def _barn(canvas: Canvas, foot: Point, width: float, wood: str) -> None:
    (x, y), tall = foot, width * 0.5
    canvas.polygon([(x, y), (x + width, y), (x + width * 1.05, y - tall), (x - width * 0.05, y - tall)], wood)
    roof = [(x - width * 0.13, y - tall), (x + width * 0.5, y - tall * 1.85), (x + width * 1.13, y - tall)]
    canvas.polygon(roof, mix(wood, "#000000", 0.3))
    canvas.box(x + width * 0.36, y - tall * 0.78, x + width * 0.64, y, mix(wood, "#000000", 0.45))


def _rack(canvas: Canvas, foot: Point, paint: Paint) -> None:
    """Hay hung to dry, as high as a man."""
    u, (x, y) = canvas.unit, foot
    hay = mix(paint.layer(0.8), paint.light, 0.14 if paint.dark else 0.38)
    canvas.box(x - 78 * u, y - 98 * u, x + 78 * u, y - 14 * u, hay, 34 * u)
    for side in (-60, 0, 60):
        canvas.box(x + (side - 4) * u, y - 116 * u, x + (side + 4) * u, y, paint.layer(1))


def bridge(canvas: Canvas, paint: Paint, chance: Random) -> None:
    """An arched bridge over the river, fells behind."""
    u, w, h = canvas.unit, canvas.width_px, canvas.height_px
    sun(canvas, paint, chance, 0.24)
    fell(canvas, chance, h * 0.56, 190 * u, (paint.layer(0), mix(paint.layer(0), paint.light, 0.5)))
    line = ridge(chance, w, h * 0.57, 18 * u, 1000 * u)
    spruces(canvas, line, (28 * u, 70 * u), paint.layer(0.35), chance, tiers=5)
    canvas.below(line, paint.layer(0.35))
    water = mix(paint.sky, paint.layer(0), 0.3)
    canvas.below([(0.0, h * 0.66), (float(w), h * 0.66)], water)
    for index in range(9):
        x, y = chance.uniform(0, w), h * (0.84 + 0.016 * index)
        canvas.box(x, y, x + chance.uniform(90, 220) * u, y + 8 * u, mix(water, paint.light, 0.5), 4 * u)
    stone, deck, foot = mix(paint.layer(0.75), paint.light, 0.12), h * 0.6, h * 0.79
    canvas.box(-4, deck, w + 4, foot, stone)
    span = 430 * u
    first = w * 0.42 - span * 0.5 - span * 1.16 * 3
    for index in range(9):
        middle = first + span * (0.5 + 1.16 * index)
        arch = [
            (middle + span * 0.5 * cos(pi * part / 24), foot - h * 0.135 * sin(pi * part / 24)) for part in range(25)
        ]
        canvas.polygon(
            [(middle + span * 0.5, foot + 1), *arch, (middle - span * 0.5, foot + 1)], mix(water, stone, 0.2)
        )
    canvas.box(-4, deck - 16 * u, w + 4, deck + 8 * u, mix(stone, "#FFFFFF", 0.22))
    bank = smooth([(-4, h * 0.84), (w * 0.16, h * 0.88), (w * 0.3, h * 0.97), (w * 0.36, h + 4)])
    canvas.below(bank, paint.layer(1))


def tracks(canvas: Canvas, paint: Paint, chance: Random) -> None:
    """Two ski tracks over the snow, past a signpost, towards the fells."""
    u, w, h = canvas.unit, canvas.width_px, canvas.height_px
    sun(canvas, paint, chance, 0.24)
    fell(canvas, chance, h * 0.58, 250 * u, (paint.layer(0), mix(paint.layer(0), "#FFFFFF", 0.66)))
    line = ridge(chance, w, h * 0.6, 16 * u, 1000 * u)
    spruces(canvas, line, (30 * u, 90 * u), paint.layer(0.6), chance, tiers=5, clearings=0.2)
    canvas.below(line, paint.shade)
    snow = mix(paint.snow, "#FFFFFF", 0.5)
    hill = ridge(chance, w, h * 0.67, 18 * u, 1500 * u)
    canvas.below(hill, snow)
    end, side = w * 0.62, chance.choice((-1, 1))
    for shift in (-1, 1):
        path = [
            (end + shift * 4 * u, height_at(hill, end) + 4 * u),
            (end + side * 90 * u + shift * 10 * u, h * 0.75),
            (w * 0.46 + shift * 22 * u, h * 0.86),
            (w * 0.4 + shift * 46 * u, h + 20),
        ]
        curve = smooth(path)
        count = len(curve)
        outline = [(x - (1 + 7 * index / count) * u, y) for index, (x, y) in enumerate(curve)]
        outline += [(x + (1 + 7 * index / count) * u, y) for index, (x, y) in reversed(list(enumerate(curve)))]
        canvas.polygon(outline, mix(paint.shade, paint.layer(0), 0.3))
    x, base = w * 0.2, h * 0.84
    canvas.box(x - 9 * u, base - 210 * u, x + 9 * u, base, "#8A4A2A")
    for drop, turn in ((196, 1), (136, -1)):
        y = base - drop * u
        tip = x + turn * 128 * u
        board = [(x - turn * 26 * u, y - 24 * u), (tip - turn * 26 * u, y - 24 * u), (tip, y)]
        canvas.polygon([*board, (tip - turn * 26 * u, y + 24 * u), (x - turn * 26 * u, y + 24 * u)], "#C44630")


def cottages(canvas: Canvas, paint: Paint, chance: Random) -> None:
    """Red cottages on a green slope, each with white corners, and a path down from them."""
    u, w, h = canvas.unit, canvas.width_px, canvas.height_px
    sun(canvas, paint, chance, 0.24)
    canvas.below(ridge(chance, w, h * 0.44, 60 * u, 1200 * u), paint.layer(0))
    line = ridge(chance, w, h * 0.52, 20 * u, 900 * u)
    spruces(canvas, line, (40 * u, 110 * u), paint.layer(0.5), chance, tiers=5)
    canvas.below(line, paint.layer(0.5))
    slope = ridge(chance, w, h * 0.63, 14 * u, 1400 * u)
    canvas.below(slope, mix(paint.layer(0.3), paint.light, 0.3))
    wall = "#A8432E" if not paint.dark else mix("#A8432E", paint.sky, 0.55)
    count = max(2, round(w / (330 * u)))
    for index in range(count):
        x = w * (index + 0.18 + chance.uniform(-0.06, 0.06)) / count
        size = chance.uniform(150, 200) * u
        top = cottage(
            canvas, (x, height_at(slope, x) + chance.uniform(10, 46) * u), (size, size * 0.5), wall, paint.layer(1),
            paint.light, chance,
        )  # fmt: skip
        if chance.random() < 0.4:
            smoke(canvas, top, 130 * u, mix(paint.sky, "#FFFFFF", 0.4))
    canvas.below(ridge(chance, w, h * 0.8, 16 * u, 1300 * u), paint.layer(0.6))
    canvas.below(ridge(chance, w, h * 0.9, 10 * u, 1500 * u), paint.layer(1))


def square(canvas: Canvas, paint: Paint, chance: Random) -> None:
    """The square on market day: striped stalls before a row of houses, lamps on a line above."""
    u, w, h = canvas.unit, canvas.width_px, canvas.height_px
    floor = h * 0.8
    x = -60 * u * chance.random()
    index = 0
    while x < w:
        wide = chance.uniform(180, 270) * u
        top, wall = floor - chance.uniform(250, 380) * u, mix(paint.layer((index * 0.37) % 1), paint.light, 0.14)
        canvas.box(x, top, x + wide, floor, wall)
        canvas.polygon(
            [(x - 10 * u, top), (x + wide / 2, top - 84 * u), (x + wide + 10 * u, top)], mix(wall, "#000000", 0.3)
        )
        pane = wide * 0.15
        for row in range(2):
            for column in range(3):
                left, upper = x + wide * (0.14 + 0.29 * column), top + (34 + 96 * row) * u
                lit = chance.random() < 0.5
                canvas.box(left, upper, left + pane, upper + 56 * u, paint.light if lit else mix(wall, "#000000", 0.35))
        x, index = x + wide + 6 * u, index + 1
    canvas.below([(0.0, floor), (float(w), floor)], mix(paint.layer(1), paint.sky, 0.34))
    stalls = max(1, round(w / (430 * u)))
    for stall in range(stalls):
        _stall(canvas, (w * (stall + 0.5) / stalls - 150 * u, floor + 96 * u), paint, chance)
    _lamps(canvas, paint)


def _stall(canvas: Canvas, foot: Point, paint: Paint, chance: Random) -> None:
    u, (x, y) = canvas.unit, foot
    cloth = chance.choice(("#C44630", "#2F6F73", "#B8862B"))
    for post in (8, 284):
        canvas.box(x + post * u, y - 220 * u, x + (post + 9) * u, y, mix(paint.layer(1), "#000000", 0.2))
    canvas.box(x, y - 84 * u, x + 300 * u, y, mix(cloth, "#000000", 0.35))
    canvas.box(x - 8 * u, y - 96 * u, x + 308 * u, y - 80 * u, "#F3E4C8")
    goods = ("#E8A33A", "#A92F3D", "#6B8E3A")
    for index in range(9):
        canvas.ellipse((x + (28 + 31 * index) * u, y - 106 * u), 16 * u, goods[index % 3])
    for stripe in range(6):
        left, right = x + (stripe * 52 - 6) * u, x + (stripe * 52 + 46) * u
        colour = cloth if stripe % 2 == 0 else "#F8EFDD"
        canvas.polygon(
            [(left + 16 * u, y - 290 * u), (right + 10 * u, y - 290 * u), (right, y - 210 * u), (left, y - 210 * u)],
            colour,
        )
        canvas.ellipse(((left + right) / 2, y - 210 * u), (right - left) / 2, colour, 20 * u)


def _lamps(canvas: Canvas, paint: Paint) -> None:
    u, w, h = canvas.unit, canvas.width_px, canvas.height_px
    spans = max(1, round(w / (760 * u)))
    for span in range(spans):
        left, wide = w * span / spans, w / spans
        line = [(left + wide * part / 20, h * 0.17 + 150 * u * sin(pi * part / 20)) for part in range(21)]
        canvas.stroke(line, 4 * u, mix(paint.sky, "#000000", 0.4))
        for x, y in line[2:-1:3]:
            canvas.ellipse((x, y + 14 * u), 15 * u, paint.light)
