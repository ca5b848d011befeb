"""Scenes of the night: northern lights, a church in the snow, the lit town under rings of evening light."""

import math
from collections.abc import Callable
from random import Random
from typing import Final

from cards.scenes._canvas import Canvas, mix
from cards.scenes._curves import ridge, smooth
from cards.scenes._land import fell, fells, forest, frame, river, water
from cards.scenes._paint import Paint
from cards.scenes._things import church, cottage, dots, smoke, spruces
from cards.scenes._town import roofs


def aurora(canvas: Canvas, paint: Paint, chance: Random) -> None:
    """Northern lights over two wooded ridges."""
    u, w, h = canvas.unit, canvas.width_px, canvas.height_px
    dots(canvas, (0, 0, w, h * 0.6), round(60 * w / h), (1.4 * u, 2.8 * u), mix(paint.sky, "#FFFFFF", 0.6), chance)
    for base, tall, strength in ((0.28, 0.28, 0.55), (0.37, 0.28, 1.0)):
        curtain(canvas, chance, (h * base, h * tall), paint, strength)
    for near, depth, height in ((0.0, 0.68, 70), (0.6, 0.79, 130)):
        line = ridge(chance, w, h * depth, 24 * u, 1200 * u)
        spruces(canvas, line, (height * 0.4 * u, height * u), paint.layer(near), chance, tiers=5, clearings=0.2)
        canvas.below(line, paint.layer(near))
    canvas.below(ridge(chance, w, h * 0.9, 12 * u, 1500 * u), paint.layer(1))


def stars(canvas: Canvas, paint: Paint, chance: Random) -> None:
    """Stars over the upper part of the sky, many small ones."""
    u, w, h = canvas.unit, canvas.width_px, canvas.height_px
    dots(canvas, (0, 0, w, h * 0.5), round(50 * w / h), (1.4 * u, 3 * u), mix(paint.sky, "#FFFFFF", 0.6), chance)


def starlit(scene: Callable[[Canvas, Paint, Random], None]) -> Callable[[Canvas, Paint, Random], None]:
    """`scene` under stars: in the colours of night its sun is the moon."""

    def drawn(canvas: Canvas, paint: Paint, chance: Random) -> None:
        stars(canvas, paint, chance)
        scene(canvas, paint, chance)

    return drawn


NIGHTS: Final = {f"{scene.__name__}-night": starlit(scene) for scene in (fells, forest, river, roofs)}
"""Scenes of the day as they look at night."""


def curtain(canvas: Canvas, chance: Random, size: tuple[float, float], paint: Paint, strength: float) -> None:
    """One curtain of light: flat tones inside each other, its rays rising from a folded hem."""
    base, tall = size
    w, step = canvas.width_px, 5 * canvas.unit
    hem_phase, ray_phase, slope = chance.uniform(0, 6), chance.uniform(0, 6), chance.uniform(-0.08, 0.08)
    count = int(w / step) + 3

    def hem(x: float) -> float:
        share = x / canvas.height_px
        fold = 0.3 * math.sin(share * 3.4 + hem_phase) + 0.1 * math.sin(share * 8.3 + ray_phase)
        return base + tall * fold + slope * (x - w / 2)

    def ray(x: float) -> float:
        share = x / canvas.height_px
        wave = math.sin(share * 5.1 + ray_phase) * math.sin(share * 2.3 + hem_phase * 2)
        return 0.5 + 0.34 * wave + 0.16 * math.sin(share * 17 + ray_phase * 3)

    for reach, sink, share in ((1.0, 0.05, 0.16), (0.72, 0.035, 0.32), (0.44, 0.02, 0.58), (0.17, 0.0, 0.9)):
        colour = mix(paint.sky, paint.light, share * strength)
        xs = [index * step - step for index in range(count)]
        upper = [(x, hem(x) - tall * reach * (0.25 + 0.75 * ray(x))) for x in xs]
        lower = [(x, hem(x) + tall * sink) for x in reversed(xs)]
        canvas.polygon([*upper, *lower], colour)


def winter_night(canvas: Canvas, paint: Paint, chance: Random) -> None:
    """A lit church in the snow between spruces, stars and a moon."""
    u, w, h = canvas.unit, canvas.width_px, canvas.height_px
    dots(canvas, (0, 0, w, h * 0.5), round(26 * w / h), (2 * u, 4 * u), mix(paint.sky, paint.light, 0.5), chance)
    right = chance.random() < 0.5
    canvas.ellipse((w * (0.78 if right else 0.62), h * 0.2), 74 * u, paint.light)
    canvas.below(ridge(chance, w, h * 0.57, 46 * u, 1300 * u), paint.layer(0))
    line = ridge(chance, w, h * 0.69, 22 * u, 1000 * u)
    spruces(canvas, line, (44 * u, 120 * u), paint.layer(0.5), chance, (0.16, 0.36), 5)
    canvas.below(line, paint.layer(0.5))
    canvas.below(ridge(chance, w, h * 0.775, 10 * u, 1200 * u), paint.shade)
    x = w * (0.3 if w > h * 1.1 else 0.07) + 8 * u
    church(
        canvas,
        (x, h * 0.825),
        1.55 * u,
        mix(paint.snow, "#FFF6E4", 0.6),
        paint.shade,
        mix(paint.layer(0), "#000000", 0.1),
        paint.light,
    )
    canvas.below(ridge(chance, w, h * 0.825, 5 * u, 1500 * u), paint.snow)
    canvas.below(ridge(chance, w, h * 0.9, 10 * u, 1300 * u), mix(paint.snow, "#FFFFFF", 0.6))
    frame(canvas, paint.layer(1), chance)


def town(canvas: Canvas, paint: Paint, chance: Random) -> None:
    """The municipality of an evening: rings of light round a low sun, fells, river, lit houses in the snow."""
    u, w, h = canvas.unit, canvas.width_px, canvas.height_px
    portrait = h > w
    centre = (w * (0.5 if portrait else 0.78), h * 0.648)
    glow = mix("#EFA489", paint.light, 0.2)
    dusk = mix(mix(paint.sky, glow, 0.5), "#9A62A8", 0.35)
    rings = (
        (560, mix(paint.sky, dusk, 0.2)),
        (452, mix(paint.sky, dusk, 0.55)),
        (350, dusk),
        (258, mix(dusk, glow, 0.5)),
        (176, glow),
    )
    # Where it is no wider than a book, the rings are smaller, so that the sky beside them is left to words.
    round_px = u if portrait else min(u, w * 0.292 / rings[0][0])
    for radius, colour in rings:
        canvas.ellipse(centre, radius * round_px, colour)
    canvas.ellipse(centre, 100 * round_px, paint.light)
    fell(
        canvas,
        chance,
        h * 0.675,
        190 * u,
        (paint.layer(0), mix(paint.layer(0), mix(glow, "#FFFFFF", 0.3), 0.62)),
        560 * u,
        centre[0],
    )
    for near, depth, tall in ((0.5, 0.69, 54), (0.8, 0.74, 84)):
        line = ridge(chance, w, h * depth, 16 * u, 1150 * u)
        spruces(canvas, line, (tall * 0.4 * u, tall * u), paint.layer(near), chance, tiers=5)
        canvas.below(line, paint.layer(near))
    snow = mix(paint.layer(0), paint.snow, 0.25)
    canvas.below(ridge(chance, w, h * 0.776, 7 * u, 1500 * u), snow)
    water(canvas, (centre[0] - 30 * u, h * 0.772), (mix(paint.sky, glow, 0.9), mix(glow, paint.light, 0.75)), chance)
    houses(canvas, paint, chance, (w * 0.07, w * (0.46 if portrait else 0.6)))
    bank = mix(snow, "#FFFFFF", 0.5)
    canvas.below(
        smooth([(-4, h * 0.89), (w * 0.1, h * 0.9), (w * 0.22, h * 0.925), (w * 0.4, h * 0.95), (w * 0.5, h + 4)]), bank
    )
    canvas.below(smooth([(w * 0.83, h + 4), (w * 0.9, h * 0.95), (w + 4, h * 0.915)]), bank)
    frame(canvas, mix(paint.sky, "#000000", 0.36), chance)


def houses(canvas: Canvas, paint: Paint, chance: Random, reach: tuple[float, float]) -> None:
    """Two rows of lit cottages with a church between them, from `reach[0]` to `reach[1]`."""
    u, h = canvas.unit, canvas.height_px
    roof = mix(paint.snow, "#FFFFFF", 0.2)
    walls = [
        mix(paint.sky, tint, share)
        for tint, share in (("#FFFFFF", 0.1), ("#B05568", 0.45), ("#E08A78", 0.5), ("#FFFFFF", 0.2))
    ]
    plume = mix(paint.sky, paint.snow, 0.34)
    start, end = reach
    holy = start + (end - start) * chance.uniform(0.4, 0.55)
    for base, wide, gap in ((h * 0.808, 70, 0.8), (h * 0.858, 112, 0.42)):
        x, drawn = start + 40 * u * (1 if wide < 90 else 0), False
        while x < end:
            if not drawn and wide > 90 and x + 60 * u > holy:
                church(
                    canvas, (x, base - 28 * u), 1.1 * u, "#EAE6F2", roof, mix(paint.sky, "#000000", 0.2), paint.light
                )
                drawn, x = True, x + 215 * u
                continue
            size = wide * u * chance.uniform(0.88, 1.1)
            top = cottage(
                canvas,
                (x, base + chance.uniform(-4, 5) * u),
                (size, size * 0.47),
                chance.choice(walls),
                roof,
                paint.light,
                chance,
            )
            if wide > 90 and chance.random() < 0.4:
                smoke(canvas, top, 105 * u, plume)
            x += size * (1 + gap * chance.uniform(0.7, 1.5))


def greeting(canvas: Canvas, paint: Paint, chance: Random) -> None:
    """A sun half up behind fells and thin woods, all of it low: the sky is left to words."""
    u, w, h = canvas.unit, canvas.width_px, canvas.height_px
    top = h - 350 * u
    canvas.ellipse((w * chance.uniform(0.4, 0.55), top + 140 * u), 216 * u, paint.light)
    fell(canvas, chance, top + 150 * u, 128 * u, (paint.layer(0), mix(paint.layer(0), "#FFF4F0", 0.62)), 720 * u)
    for near, depth, tall in ((0.36, 140, 40), (0.7, 192, 92)):
        line = ridge(chance, w, top + depth * u, 18 * u, 1300 * u)
        spruces(canvas, line, (tall * 0.4 * u, tall * u), paint.layer(near), chance, (0.18, 0.45), 5, clearings=0.34)
        canvas.below(line, paint.layer(near))
    floor = [(-4.0, h - 104 * u), (w * 0.3, h - 98 * u), (w * 0.7, h - 108 * u), (w + 4.0, h - 100 * u)]
    canvas.below(smooth(floor), paint.layer(1))
