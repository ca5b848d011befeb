"""Scenes of the open land: hills, river, fells, forest, birches."""

from random import Random

from cards.scenes._canvas import Canvas, Point, mix
from cards.scenes._curves import height_at, ridge, smooth
from cards.scenes._paint import Paint
from cards.scenes._things import birch, cottage, smoke, spruce, spruces


def sun(canvas: Canvas, paint: Paint, chance: Random, height: float = 0.42) -> Point:
    """A sun well inside the picture, or a moon high above where words may stand; gives its centre."""
    place = chance.uniform(0.4, 0.72)
    if paint.dark:
        centre = canvas.width_px * (0.62 + place * 0.3), canvas.height_px * 0.17
        canvas.ellipse(centre, 78 * canvas.unit, paint.light)
        return centre
    centre = canvas.width_px * place, canvas.height_px * height
    canvas.ellipse(centre, 122 * canvas.unit, paint.light)
    return centre


def hills(canvas: Canvas, paint: Paint, chance: Random) -> None:
    """Wide hills, one behind the other, and a low sun."""
    u, h = canvas.unit, canvas.height_px
    sun(canvas, paint, chance, chance.uniform(0.36, 0.44))
    depths = (0.52, 0.64, 0.76, 0.885)
    for index, depth in enumerate(depths):
        near = index / (len(depths) - 1)
        line = ridge(chance, canvas.width_px, h * depth, (62 - 26 * near) * u, (1050 + 250 * index) * u)
        canvas.below(line, paint.layer(near))


def fell(
    canvas: Canvas,
    chance: Random,
    base: float,
    height: float,
    colours: tuple[str, str],
    pitch: float | None = None,
    valley: float | None = None,
) -> None:
    """A range of bare tops across the picture, `pitch` pixels apart, with snow on the sides that meet the light.

    With `valley`, the range dips at that x, so that a sun can stand there.
    """
    rock, snow = colours
    width, pitch = canvas.width_px, pitch or height * 2.9
    start = -pitch * chance.uniform(0.1, 0.6)
    if valley is not None:
        start = valley - pitch * 0.52
        start -= pitch * 1.1 * max(0, int(start / (pitch * 1.1)) + 1)
    tops: list[Point] = [(start - pitch, base)]
    x = start
    while x < width + pitch:
        tall = height * chance.uniform(0.55, 1)
        tops += [(x, base - tall), (x + pitch * chance.uniform(0.48, 0.58), base - height * chance.uniform(0.05, 0.22))]
        x += pitch * (1.1 if valley is not None else chance.uniform(0.95, 1.25))
    line = smooth(tops)
    canvas.below(line, rock)
    for top, hollow in zip(tops[1::2], tops[2::2], strict=False):
        reach = (hollow[0] - top[0]) * chance.uniform(0.72, 0.9)
        side = [point for point in line if top[0] <= point[0] <= top[0] + reach]
        jags = ((0.84, 0.16), (0.66, 0.12), (0.56, 0.3), (0.36, 0.2), (0.24, 0.44), (0.09, 0.25))
        hem = [
            (top[0] + reach * share, height_at(line, top[0] + reach * share) + deep * height * 0.62)
            for share, deep in jags
        ]
        canvas.polygon([*side, *hem], snow)


def fells(canvas: Canvas, paint: Paint, chance: Random) -> None:
    """Fells behind two woods of spruces; a few stand near."""
    u, h = canvas.unit, canvas.height_px
    sun(canvas, paint, chance, 0.3)
    snow = mix(paint.layer(0), "#FFFFFF", 0.3 if paint.dark else 0.62)
    fell(canvas, chance, h * 0.66, 280 * u, (paint.layer(0), snow))
    for near, depth, tall in ((0.35, 0.68, 64), (0.7, 0.78, 120)):
        line = ridge(chance, canvas.width_px, h * depth, 22 * u, 1150 * u)
        spruces(canvas, line, (tall * 0.35 * u, tall * u), paint.layer(near), chance, tiers=5)
        canvas.below(line, paint.layer(near))
    line = ridge(chance, canvas.width_px, h * 0.905, 14 * u, 1400 * u)
    canvas.below(line, paint.layer(1))
    frame(canvas, paint.layer(1), chance)


def frame(canvas: Canvas, colour: str, chance: Random) -> None:
    """Near spruces at both sides, so that the eye stays in the middle."""
    u, w, h = canvas.unit, canvas.width_px, canvas.height_px
    for shift, tall in ((0.0, 360), (84, 260), (156, 165)):
        for left in (True, False):
            reach = shift * u * chance.uniform(0.9, 1.15)
            height = tall * u * chance.uniform(0.85, 1.1)
            x = 14 * u + reach if left else w - 14 * u - reach
            spruce(canvas, (x, h * 0.985), height, colour, 7)


def river(canvas: Canvas, paint: Paint, chance: Random) -> None:
    """A river that winds from the fells to the viewer, with the sky in it."""
    u, w, h = canvas.unit, canvas.width_px, canvas.height_px
    centre = sun(canvas, paint, chance, 0.33)
    fell(canvas, chance, h * 0.6, 216 * u, (paint.layer(0), mix(paint.layer(0), paint.light, 0.55)))
    line = ridge(chance, w, h * 0.62, 20 * u, 1100 * u)
    spruces(canvas, line, (24 * u, 60 * u), paint.layer(0.35), chance)
    canvas.below(line, paint.layer(0.35))
    canvas.below(ridge(chance, w, h * 0.69, 8 * u, 1500 * u), paint.layer(0.62))
    dim, bright = (0.14, 0.28) if paint.dark else (0.3, 0.75)
    shine = mix(paint.sky, paint.light, dim), mix(paint.sky, paint.light, bright)
    aside = 0.6 if paint.dark or w < h else 1.0  # a moon stands far to the right, and a code low on a narrow picture
    water(canvas, (centre[0] * aside, h * 0.69), shine, chance)
    near = paint.layer(1)
    if w >= h:
        canvas.below(smooth([(-4, h * 0.84), (w * 0.14, h * 0.87), (w * 0.3, h * 0.95), (w * 0.36, h + 4)]), near)
    right = smooth([(w * 0.8, h + 4), (w * 0.88, h * 0.93), (w + 4, h * 0.88)])
    canvas.below(right, near)
    frame(canvas, mix(near, "#000000", 0.18), chance)


def water(canvas: Canvas, source: Point, colours: tuple[str, str], chance: Random) -> None:
    """A winding water from `source` to the lower edge, wider as it comes nearer, with a bright middle."""
    (x, y), depth = source, canvas.height_px - source[1]
    swing = canvas.unit * 130 * chance.choice((-1, 1))
    rows = [
        (0.0, 0.0, 9), (0.08, -0.35, 20), (0.17, -0.9, 42), (0.27, -0.75, 62),
        (0.4, 0.55, 92), (0.56, 1.0, 130), (0.76, 0.1, 190), (1.04, -1.2, 270),
    ]  # fmt: skip
    middle = [(x + swing * side, y + depth * down, half * canvas.unit) for down, side, half in rows]

    def bank(share: float) -> list[Point]:
        return smooth([(centre + half * share, down) for centre, down, half in middle], 20)

    canvas.polygon([*bank(-1), *reversed(bank(1))], colours[0])
    canvas.polygon([*bank(-0.35), *reversed(bank(0.4))], colours[1])


def forest(canvas: Canvas, paint: Paint, chance: Random) -> None:
    """Wood behind wood, lighter with the distance, and a low sun."""
    u, h = canvas.unit, canvas.height_px
    sun(canvas, paint, chance, 0.34)
    for near, depth, tall in ((0.0, 0.5, 84), (0.33, 0.6, 150), (0.66, 0.74, 230), (1.0, 0.92, 340)):
        line = ridge(chance, canvas.width_px, h * depth, 26 * u, 1000 * u)
        spruces(canvas, line, (tall * 0.42 * u, tall * u), paint.layer(near), chance, (0.2, 0.38), 6)
        canvas.below(line, paint.layer(near))


def birches(canvas: Canvas, paint: Paint, chance: Random) -> None:
    """A cottage with smoke from its chimney, seen between birches in the snow."""
    u, w, h = canvas.unit, canvas.width_px, canvas.height_px
    canvas.ellipse((w * 0.34, h * 0.22), 92 * u, mix(paint.light, "#FFFFFF", 0.35))
    canvas.below(ridge(chance, w, h * 0.56, 46 * u, 1300 * u), paint.layer(0))
    line = ridge(chance, w, h * 0.67, 22 * u, 1000 * u)
    spruces(canvas, line, (70 * u, 150 * u), paint.layer(0.5), chance, (0.14, 0.3), 5)
    canvas.below(line, paint.layer(0.5))
    canvas.below(ridge(chance, w, h * 0.755, 10 * u, 1200 * u), paint.shade)
    size = (290 * u, 132 * u)
    foot = (w * 0.44 - size[0] * 0.4 if w > h else w * 0.13, h * 0.8)
    wall = mix(paint.light, "#A8431F", 0.62)
    chimney = cottage(canvas, foot, size, wall, "#FFFFFF", paint.light, chance)
    smoke(canvas, chimney, 210 * u, mix(paint.layer(0), "#FFFFFF", 0.4))
    canvas.below(ridge(chance, w, h * 0.815, 6 * u, 1500 * u), paint.snow)
    canvas.below(ridge(chance, w, h * 0.905, 12 * u, 1200 * u), "#FFFFFF")
    bark = ("#F6F3EC", mix("#F6F3EC", paint.layer(0), 0.22), "#2B2F3A")
    spots = ((0.12, 84, 0.97), (0.27, 48, 0.9), (0.87, 66, 0.95), (0.965, 40, 0.89))
    for place, thick, foot_y in spots:
        x = w * (place + chance.uniform(-0.02, 0.02))
        birch(canvas, (x, -20.0), h * foot_y, thick * u, bark, chance)
