"""The door of a house that opens its doors to people: open with light in it, or shut and dark."""

from math import cos, radians, sin
from random import Random

from cards.scenes._canvas import Canvas, mix
from cards.scenes._paint import Paint
from cards.scenes._things import dots
from cards.scenes._town import books


def doorway_open(canvas: Canvas, paint: Paint, chance: Random) -> None:
    """Both leaves open, shelves inside, light on the snow outside."""
    _doorway(canvas, paint, chance, is_open=True)


def doorway_shut(canvas: Canvas, paint: Paint, chance: Random) -> None:
    """The leaves shut and no light."""
    _doorway(canvas, paint, chance, is_open=False)


def _doorway(canvas: Canvas, paint: Paint, chance: Random, *, is_open: bool) -> None:
    u, w, h = canvas.unit, canvas.width_px, canvas.height_px
    u = min(w / 448, h / 1080)
    light = paint.light if is_open else mix(paint.sky, "#000000", 0.35)
    frame, leaf = paint.layer(0.45), paint.layer(0)
    floor = h - 208 * u
    dots(
        canvas,
        (20 * u, 24 * u, w - 20 * u, floor - 30 * u),
        max(6, round(w * floor / (20000 * u * u))),
        (4 * u, 6.5 * u),
        leaf,
        chance,
    )
    canvas.below([(0, floor), (w, floor)], paint.layer(1))
    middle, half = w - 224 * u if w > 448 * u else w / 2, 116 * u
    left, right, top, rim = middle - half, middle + half, floor - 388 * u, 20 * u
    if is_open:
        glow = mix(light, "#FFFFFF", 0.42)
        canvas.polygon([(left, floor), (right, floor), (right + 150 * u, h + 2), (left - 150 * u, h + 2)], glow)
    arch = top - 14 * u
    canvas.ellipse((middle, arch), half + rim, frame)
    canvas.box(left - rim, arch, right + rim, floor, frame)
    canvas.ellipse((middle, arch), half, light)
    for angle in (-45, -90, -135):
        end = (middle + 118 * u * cos(radians(angle)), arch + 118 * u * sin(radians(angle)))
        canvas.stroke([(middle, arch), end], 8 * u, frame)
    canvas.ellipse((middle, arch), 30 * u, frame)
    canvas.box(left - rim, arch, right + rim, floor, frame)
    if is_open:
        _room(canvas, (left, top + 8 * u, right, floor), u, paint, chance)
    _leaves(canvas, (left, top + 8 * u, right, floor), u, (leaf, mix(leaf, paint.sky, 0.3), light), is_open=is_open)


def _room(canvas: Canvas, area: tuple[float, float, float, float], u: float, paint: Paint, chance: Random) -> None:
    left, top, right, floor = area
    canvas.box(left, top, right, floor, paint.light)
    canvas.box(left, floor - 80 * u, right, floor, mix(paint.light, "#E08A1E", 0.36))
    browns = tuple(mix(paint.light, "#8A3F10", share) for share in (0.3, 0.5, 0.7, 0.85, 0.42))
    for shelf in (92, 180, 268):
        lower = top + (shelf - 8) * u
        books(canvas, (left + 12 * u, lower - 66 * u, right - 10 * u, lower), browns, chance)
        canvas.box(left, lower, right, lower + 8 * u, mix(paint.light, "#8A3F10", 0.62))


def _leaves(
    canvas: Canvas, area: tuple[float, float, float, float], u: float, colours: tuple[str, str, str], *, is_open: bool
) -> None:
    left, top, right, floor = area
    leaf, panel, light = colours
    if not is_open:
        canvas.box(left, top, right, floor, leaf)
        middle = (left + right) / 2
        canvas.box(middle - 2.5 * u, top, middle + 2.5 * u, floor, panel)
        for inner, outer in ((left + 16 * u, middle - 16 * u), (middle + 16 * u, right - 16 * u)):
            canvas.box(inner, top + 22 * u, outer, top + 146 * u, light)
            canvas.box(inner, top + 172 * u, outer, floor - 22 * u, panel)
        for handle in (middle - 20 * u, middle + 12 * u):
            canvas.box(handle, top + 196 * u, handle + 8 * u, top + 240 * u, mix(panel, "#FFFFFF", 0.4), 4 * u)
        return
    for outwards, hinge in ((-1, left), (1, right)):
        edge = hinge + outwards * 76 * u
        near, far = hinge + outwards * 16 * u, edge - outwards * 16 * u
        canvas.polygon([(hinge, top), (edge, top - 26 * u), (edge, floor + 34 * u), (hinge, floor)], leaf)
        pane = [(near, top + 32 * u), (far, top + 14 * u), (far, top + 142 * u), (near, top + 146 * u)]
        canvas.polygon(pane, mix(light, "#FFFFFF", 0.42))
        canvas.polygon(
            [(near, top + 172 * u), (far, top + 170 * u), (far, floor - 6 * u), (near, floor - 26 * u)], panel
        )
        knob = (edge - outwards * 8 * u, edge - outwards * 16 * u)
        canvas.box(min(knob), top + 192 * u, max(knob), top + 236 * u, light, 4 * u)
