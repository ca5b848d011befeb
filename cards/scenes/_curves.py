"""Lines to draw with: ridges, smooth curves, bends, arcs."""

import math
from collections.abc import Sequence
from itertools import pairwise
from random import Random

from cards.scenes._canvas import Point


def ridge(chance: Random, width: float, y: float, height: float, wavelength: float, step: float = 6) -> list[Point]:
    """A calm ridge round the height `y`: three waves that never fall together, from the left edge past the right."""
    waves = [(wavelength, 0.6), (wavelength / 1.83, 0.32), (wavelength / 3.47, 0.1)]
    phases = [chance.uniform(0, math.tau) for _ in waves]
    count = math.ceil((width + 2 * step) / step)
    line = []
    for index in range(count + 1):
        x = index * step - step
        lift = sum(
            share * math.sin(x / length * math.tau + phase)
            for (length, share), phase in zip(waves, phases, strict=True)
        )
        line.append((x, y + height * lift))
    return line


def height_at(line: Sequence[Point], x: float) -> float:
    """Where `line`, which runs to the right, is at `x`; its ends go on level."""
    if x <= line[0][0]:
        return line[0][1]
    for (xa, ya), (xb, yb) in pairwise(line):
        if xa <= x <= xb:
            return ya + (yb - ya) * (x - xa) / ((xb - xa) or 1)
    return line[-1][1]


def smooth(points: Sequence[Point], parts: int = 18) -> list[Point]:
    """A curve through all `points` (Catmull and Rom's), each stretch in `parts`."""
    padded = [points[0], *points, points[-1]]
    curve: list[Point] = []
    for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        for part in range(parts):
            t = part / parts
            curve.append(
                (
                    _between(before[0], start[0], end[0], after[0], t),
                    _between(before[1], start[1], end[1], after[1], t),
                )
            )
    curve.append(points[-1])
    return curve


def _between(before: float, start: float, end: float, after: float, t: float) -> float:
    square, cube = t * t, t * t * t
    return 0.5 * (
        2 * start
        + (end - before) * t
        + (2 * before - 5 * start + 4 * end - after) * square
        + (3 * start - before - 3 * end + after) * cube
    )


def bend(start: Point, pull: Point, push: Point, end: Point, parts: int = 24) -> list[Point]:
    """Bézier's curve from `start` to `end`, drawn towards the two points between."""
    curve = []
    for part in range(parts + 1):
        t = part / parts
        a, b, c, d = (1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3
        curve.append(
            (
                a * start[0] + b * pull[0] + c * push[0] + d * end[0],
                a * start[1] + b * pull[1] + c * push[1] + d * end[1],
            )
        )
    return curve
