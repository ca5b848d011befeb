"""What stands in a landscape: spruces, birches, houses, a church, smoke, stars, snow. Flat, a few colours each."""

from collections.abc import Sequence
from random import Random

from cards.scenes._canvas import Canvas, Point
from cards.scenes._curves import bend, height_at


def spruce(canvas: Canvas, foot: Point, height: float, colour: str, tiers: int = 5, wide: float = 0.19) -> None:
    """A spruce whose trunk stands on `foot`; each tier of branches hangs a little over the next."""
    x, base = foot
    top = base - height
    right: list[Point] = []
    left: list[Point] = []
    for tier in range(1, tiers + 1):
        share = tier / tiers
        reach = wide * height * share**0.92 + 0.012 * height
        y = top + height * 0.93 * share
        right += [(x + reach, y - 0.006 * height), (x + reach * 0.56, y - 0.035 * height)]
        left += [(x - reach, y - 0.006 * height), (x - reach * 0.56, y - 0.035 * height)]
    right[-1] = (x + wide * 0.2 * height, base - height * 0.07)
    left[-1] = (x - wide * 0.2 * height, base - height * 0.07)
    canvas.polygon([(x, top), *right, *reversed(left)], colour)
    canvas.box(x - 0.02 * height, base - 0.09 * height, x + 0.02 * height, base, colour)


def spruces(
    canvas: Canvas,
    line: Sequence[Point],
    heights: tuple[float, float],
    colour: str,
    chance: Random,
    gap: tuple[float, float] = (0.16, 0.36),
    tiers: int = 4,
    clearings: float = 0.0,
) -> None:
    """A wood along `line`: heights swell and fall in slow waves; `clearings` (0 to 1) leaves it open in the hollows."""
    lowest, tallest = heights
    swell = [
        (x, 0.5 + 0.5 * chance.uniform(-1, 1))
        for x in range(-400, canvas.width_px + 800, 1)[:: max(8, int(tallest * 1.6))]
    ]
    x = -tallest / 2
    while x < canvas.width_px + tallest / 2:
        wave = height_at(swell, x)
        if wave < clearings:
            x += tallest * 0.15
            continue
        tall = lowest + (tallest - lowest) * (0.35 * chance.random() + 0.65 * wave)
        spruce(canvas, (x, height_at(line, x) + tall * 0.13), tall, colour, tiers, chance.uniform(0.15, 0.2))
        x += tall * chance.uniform(*gap)


def smoke(canvas: Canvas, foot: Point, height: float, colour: str) -> None:
    """A plume that bends as it rises and widens to its end."""
    x, y = foot
    path = bend(
        (x, y),
        (x - height * 0.1, y - height * 0.36),
        (x + height * 0.2, y - height * 0.54),
        (x + height * 0.1, y - height),
        40,
    )
    for index, point in enumerate(path):
        canvas.ellipse(point, height * (0.03 + 0.05 * index / len(path)), colour)


def cottage(
    canvas: Canvas, foot: Point, size: tuple[float, float], wall: str, roof: str, lit: str, chance: Random
) -> Point:
    """A small house from its long side with lit windows; `foot` is its lower left corner. Gives the chimney's top."""
    (x, base), (width, height) = foot, size
    ridge = height * 0.72
    chimney = x + width * chance.choice((0.28, 0.66))
    top = base - height - ridge * 1.14
    canvas.box(chimney, top, chimney + width * 0.1, base - height - ridge * 0.3, wall)
    canvas.box(x, base - height, x + width, base, wall)
    eaves = base - height + 1
    canvas.polygon(
        [
            (x - width * 0.06, eaves),
            (x + width * 0.1, eaves - ridge),
            (x + width * 0.9, eaves - ridge),
            (x + width * 1.06, eaves),
        ],
        roof,
    )
    windows = 3 if width > height * 2.05 else 2
    pane = width * 0.14
    for index in range(windows):
        if chance.random() < 0.86:
            left = x + width * (index + 0.5) / windows - pane / 2
            canvas.box(left, base - height * 0.72, left + pane, base - height * 0.28, lit)
    return chimney + width * 0.05, top


def church(canvas: Canvas, foot: Point, scale: float, wall: str, roof: str, spire: str, lit: str) -> None:
    """A nave to the right of a tower with a slender spire; `foot` is the tower's lower left corner."""
    x, base = foot

    def at(dx: float, dy: float) -> Point:
        return x + dx * scale, base - dy * scale

    canvas.box(*at(30, 56), *at(150, 0), wall)
    canvas.polygon([at(26, 56), at(40, 112), at(146, 112), at(156, 56)], roof)
    canvas.box(*at(0, 120), *at(46, 0), wall)
    canvas.polygon([at(-5, 118), at(23, 250), at(51, 118)], spire)
    canvas.box(*at(21.5, 274), *at(24.5, 244), spire)
    canvas.box(*at(15, 266), *at(31, 263), spire)
    canvas.box(*at(16, 100), *at(30, 74), lit, 7 * scale)
    for index in range(3):
        canvas.box(*at(62 + index * 30, 42), *at(74 + index * 30, 14), lit, 6 * scale)


def birch(
    canvas: Canvas, top: Point, foot_y: float, width: float, colours: tuple[str, str, str], chance: Random
) -> None:
    """A birch trunk from `top` down to `foot_y`: bark, its shaded side and dark, lens-shaped marks."""
    bark, shade, mark = colours
    x, upper = top
    sway, parts = chance.uniform(-0.4, 0.4) * width, 40
    rows = []
    for part in range(parts + 1):
        share = part / parts
        middle = x + sway * 4 * share * (1 - share)
        half = width / 2 * (0.78 + 0.22 * share) + width * 0.22 * max(0.0, (share - 0.93) / 0.07) ** 2
        rows.append((middle, half, upper + (foot_y - upper) * share))
    right = [(middle + half, y) for middle, half, y in rows]
    canvas.polygon([*((middle - half, y) for middle, half, y in rows), *reversed(right)], bark)
    canvas.polygon([*((middle + half * 0.34, y) for middle, half, y in rows), *reversed(right)], shade)
    y = upper + width * chance.uniform(0.3, 1)
    while y < foot_y - width * 0.4:
        middle, half, _ = rows[min(parts, max(0, int((y - upper) / (foot_y - upper) * parts)))]
        side = chance.choice((-1, -1, 1))
        edge, inner = middle + side * half, middle + side * half - side * half * chance.uniform(0.5, 1.25)
        thick = width * chance.uniform(0.035, 0.075)
        canvas.polygon([(edge, y - thick), (inner, y), (edge, y + thick)], mark)
        y += width * chance.uniform(0.45, 1.35)


def dots(
    canvas: Canvas,
    area: tuple[float, float, float, float],
    count: int,
    radii: tuple[float, float],
    colour: str,
    chance: Random,
) -> None:
    """Stars or falling snow in `area`, none so near another that they clump."""
    left, upper, right, lower = area
    apart = 0.6 * ((right - left) * (lower - upper) / max(1, count)) ** 0.5
    placed: list[Point] = []
    for _ in range(count * 8):
        if len(placed) == count:
            break
        x, y = chance.uniform(left, right), chance.uniform(upper, lower)
        if all((x - a) ** 2 + (y - b) ** 2 > apart * apart for a, b in placed):
            placed.append((x, y))
            canvas.ellipse((x, y), chance.uniform(*radii), colour)


def cloud(canvas: Canvas, centre: Point, width: float, colour: str, chance: Random) -> None:
    """A flat-bottomed cloud of three or four heads."""
    x, base = centre
    height = width * 0.17
    canvas.box(x - width / 2, base - height, x + width / 2, base, colour, height / 2)
    heads = [(-0.22, 0.15), (0.04, 0.21), (0.26, 0.13)]
    for shift, size in heads:
        radius = width * size * chance.uniform(0.9, 1.1)
        canvas.ellipse((x + width * shift, base - radius), radius, colour)
