"""Scenes of what people have built: roofs, shelves, a rink, a door, and the young people's pattern."""

from math import cos, pi, sin
from random import Random

from cards.scenes._canvas import Canvas, Point, mix
from cards.scenes._curves import ridge
from cards.scenes._paint import Paint
from cards.scenes._things import dots, spruces


def roofs(canvas: Canvas, paint: Paint, chance: Random) -> None:
    """Gables and ridges of a small town, row behind row, with lit windows.

    By day they stand to the lower edge. At night only the far rows are lit and all of it lies higher: the near roofs
    are one dark mass, so that nothing glows behind words.
    """
    u, w, h = canvas.unit, canvas.width_px, canvas.height_px
    if paint.dark:
        canvas.ellipse((w * chance.uniform(0.72, 0.86), h * 0.15), 62 * u, paint.light)
    else:
        canvas.ellipse((w * chance.uniform(0.3, 0.7), h * 0.26), 100 * u, paint.light)
    canvas.below(ridge(chance, w, h * (0.4 if paint.dark else 0.55), 44 * u, 1300 * u), paint.layer(0))
    rows = ((0.3, 0.74, 130), (0.62, 0.88, 190), (1.0, 1.06, 270))
    if paint.dark:
        rows = ((0.3, 0.42, 84), (0.62, 0.52, 130), (1.0, 0.72, 250))
        canvas.below([(0.0, h * 0.5), (float(w), h * 0.5)], paint.layer(0.62))
    for near, base, wide in rows:
        wall = paint.layer(near)
        x = -wide * u * chance.uniform(0.2, 0.8)
        while x < w:
            size = wide * u * chance.uniform(0.8, 1.25)
            lit = mix(wall, "#000000", 0.2) if paint.dark and near == 1 else paint.light
            gable(canvas, (x, h * base), size, (wall, mix(wall, "#000000", 0.28), lit), chance)
            x += size * chance.uniform(1.0, 1.12)
    if paint.dark:
        canvas.below([(0.0, h * 0.64), (float(w), h * 0.64)], paint.layer(1))


def gable(canvas: Canvas, foot: Point, width: float, colours: tuple[str, str, str], chance: Random) -> None:
    """A house seen at its gable, with a chimney and some of its windows lit."""
    (x, base), (wall, roof, lit) = foot, colours
    height, rise = width * chance.uniform(0.75, 1.05), width * chance.uniform(0.42, 0.6)
    eaves, middle = base - height, x + width / 2
    chimney = middle + width * 0.2
    canvas.box(chimney, eaves - rise * 0.95, chimney + width * 0.09, eaves, roof)
    canvas.polygon([(x, base), (x, eaves), (middle, eaves - rise), (x + width, eaves), (x + width, base)], wall)
    over = width * 0.06
    slope = rise / (width / 2)
    ends = [(x - over, eaves + over * slope), (middle, eaves - rise), (x + width + over, eaves + over * slope)]
    canvas.stroke(ends, width * 0.065, roof)
    pane, dark = width * 0.15, mix(wall, "#000000", 0.34)
    for row in range(2):
        for column in range(2):
            left = x + width * (0.24 + 0.37 * column)
            upper = eaves + height * (0.06 + 0.3 * row)
            canvas.box(left, upper, left + pane, upper + pane * 1.3, lit if chance.random() < 0.6 else dark)
    canvas.box(middle - pane * 0.4, eaves - rise * 0.46, middle + pane * 0.4, eaves - rise * 0.46 + pane * 0.9, lit)


def books(canvas: Canvas, area: tuple[float, float, float, float], colours: tuple[str, ...], chance: Random) -> None:
    """One shelf full of books, its board along the area's lower edge."""
    left, upper, right, lower = area
    tall = lower - upper
    x = left
    while x < right - tall * 0.08:
        thick = tall * chance.choice((0.16, 0.2, 0.26, 0.34))
        height = tall * chance.choice((0.7, 0.78, 0.86, 0.94))
        end = min(x + thick, right)
        draw = chance.random()
        if draw < 0.1:
            x += thick * 0.9
            continue
        colour = chance.choice(colours)
        canvas.box(x, lower - height, end, lower, colour, tall * 0.025)
        if draw > 0.45 and end - x > tall * 0.12:
            band = lower - height * chance.choice((0.8, 0.72, 0.3))
            canvas.box(x, band, end, band + height * 0.06, mix(colour, "#FFFFFF", 0.5))
        x = end + tall * 0.012


def shelves(canvas: Canvas, paint: Paint, chance: Random) -> None:
    """Bookshelves from edge to edge."""
    u, w, h = canvas.unit, canvas.width_px, canvas.height_px
    rows = max(3, round(h / (215 * u)))
    pitch = h / rows
    colours = (paint.light, *paint.land, mix(paint.light, paint.layer(0), 0.5), mix(paint.layer(0.5), "#FFFFFF", 0.35))
    for row in range(rows):
        lower = pitch * (row + 1) - 12 * u
        books(canvas, (14 * u, lower - pitch * 0.8, w - 14 * u, lower), colours, chance)
        canvas.box(0, lower, w, lower + 14 * u, mix(paint.sky, "#000000", 0.3))


def rink(canvas: Canvas, paint: Paint, chance: Random) -> None:
    """An outdoor rink in the evening: lamps, boards, lines in the ice."""
    u, w, h = canvas.unit, canvas.width_px, canvas.height_px
    dots(canvas, (0, 0, w, h * 0.45), round(24 * w / h), (3 * u, 5 * u), mix(paint.sky, "#FFFFFF", 0.55), chance)
    line = ridge(chance, w, h * 0.57, 24 * u, 1300 * u)
    spruces(canvas, line, (60 * u, 150 * u), paint.layer(0), chance, tiers=5)
    canvas.below(line, paint.layer(0))
    lamps = max(2, round(w / (620 * u)))
    for index in range(lamps):
        x = w * (index + 0.5) / lamps
        canvas.box(x - 4 * u, h * 0.2, x + 4 * u, h * 0.66, paint.layer(1))
        canvas.box(x - 74 * u, h * 0.18, x + 74 * u, h * 0.215, paint.layer(1), 8 * u)
        for lamp in (-48, -16, 16, 48):
            canvas.ellipse((x + lamp * u, h * 0.1975), 11 * u, paint.light)
    canvas.below([(0, h * 0.64), (w, h * 0.64)], mix(paint.snow, "#FFFFFF", 0.5))
    canvas.box(0, h * 0.625, w, h * 0.69, "#FFFFFF")
    canvas.box(0, h * 0.678, w, h * 0.694, paint.light)
    ice = mix(paint.snow, paint.sky, 0.16)
    canvas.below([(0, h * 0.694), (w, h * 0.694)], ice)
    red, blue = "#C44630", "#2F6DB5"
    middle = w * chance.uniform(0.42, 0.58)
    for shift, colour in ((-0.62, blue), (0.0, red), (0.62, blue)):
        top, foot = middle + shift * h * 0.75, middle + shift * h * 1.35
        canvas.polygon(
            [(top - 7 * u, h * 0.694), (top + 7 * u, h * 0.694), (foot + 17 * u, h), (foot - 17 * u, h)], colour
        )
    canvas.ellipse((middle, h * 0.86), 240 * u, red, 84 * u)
    canvas.ellipse((middle, h * 0.86), 228 * u, ice, 75 * u)
    canvas.ellipse((middle, h * 0.86), 17 * u, red, 8 * u)
    for _ in range(7):
        x, y = chance.uniform(0, w), chance.uniform(h * 0.74, h * 0.98)
        canvas.stroke([(x, y), (x + 90 * u, y - 14 * u), (x + 190 * u, y - 10 * u)], 3 * u, mix(ice, "#FFFFFF", 0.7))


def cables(canvas: Canvas, paint: Paint, chance: Random) -> None:
    """Five parallel cables that turn from tile to tile, each meeting its neighbour in its own colour."""
    w, h = canvas.width_px, canvas.height_px
    tile = h / max(2, round(h / (270 * canvas.unit)))
    first, second = paint.layer(0), paint.layer(1)
    rings = ((215, first), (175, second), (135, paint.light), (95, second), (55, first))
    unit = tile / 270
    for row in range(-1, round(h / tile) + 1):
        for column in range(-1, int(w / tile) + 2):
            left, upper = column * tile, row * tile
            corners = (
                ((left, upper + tile), (left + tile, upper))
                if chance.random() < 0.5
                else ((left + tile, upper + tile), (left, upper))
            )
            for corner in corners:
                quarter(canvas, corner, (left + tile / 2, upper + tile / 2), rings, unit, paint.sky)


def quarter(
    canvas: Canvas, corner: Point, middle: Point, rings: tuple[tuple[int, str], ...], unit: float, ground: str
) -> None:
    """The cables that turn round one corner of a tile, kept inside the tile."""
    towards = (1 if middle[0] > corner[0] else -1, 1 if middle[1] > corner[1] else -1)

    def arc(radius: float) -> list[Point]:
        reach = radius * unit
        return [(corner[0] + towards[0] * reach * x, corner[1] + towards[1] * reach * y) for x, y in _ARC]

    canvas.polygon([corner, *arc(235)], ground)
    for radius, colour in rings:
        canvas.polygon([*arc(radius + 13), *reversed(arc(radius - 13))], colour)


_ARC = [(cos(pi / 2 * part / 20), sin(pi / 2 * part / 20)) for part in range(21)]
"""A quarter of a circle; at these sizes twenty parts are round to a fifth of a pixel."""
