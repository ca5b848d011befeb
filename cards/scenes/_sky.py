"""Skies for the forecast: what the weather is, in the colours of the hour.

The left of a lying picture and the upper part of a standing one stay plain sky, for the clock; a near hill covers the
lower edge, for the footer.
"""

from collections.abc import Callable
from datetime import datetime
from math import asin, cos, degrees, radians, sin, tau
from random import Random
from typing import Final, Literal

from cards.scenes._canvas import Canvas, mix
from cards.scenes._curves import ridge
from cards.scenes._paint import Paint
from cards.scenes._things import cloud, dots

Part = Literal["night", "dawn", "day", "dusk"]

_LATITUDE: Final = 63.0
"""Middle Norrland. A picture needs no better: half an hour off is not seen."""

_SKIES: Final[dict[Part, tuple[str, ...]]] = {
    "night": ("#14244A", "#F4EAC8", "#24406A", "#1A3156", "#0E1D3A"),
    "dawn": ("#F7CFA6", "#FFF3D2", "#D69A8C", "#8E6F8C", "#43395F"),
    "day": ("#8FC7EC", "#FFF1BF", "#7FB3B4", "#4A8482", "#22544F"),
    "dusk": ("#F0B79B", "#FFE9B8", "#B9748A", "#74507F", "#362B5A"),
}
_GREY: Final[dict[Part, str]] = {"night": "#2A3550", "dawn": "#D8CFCB", "day": "#BCC9D3", "dusk": "#C9B9BE"}


def part_of_day(local: datetime) -> Part:
    """Which part of the day it is by the sun's height, so that a January noon is dusk and a June evening is day."""
    day = local.timetuple().tm_yday
    declination = radians(-23.44) * cos(tau * (day + 10) / 365.25)
    hour = local.hour + local.minute / 60 - (1 if local.dst() else 0)
    turn = (hour - 12) / 24 * tau
    latitude = radians(_LATITUDE)
    height = degrees(asin(sin(latitude) * sin(declination) + cos(latitude) * cos(declination) * cos(turn)))
    if height > 5:
        return "day"
    if height < -5:
        return "night"
    return "dawn" if hour < 12 else "dusk"


def sky_palette(part: Part, sky: str) -> tuple[str, ...]:
    """The colours of `part` of the day under the named `sky` ("clear" to "heavy_snow"): cloud takes the colour away."""
    colours = _SKIES[part]
    if sky in ("clear", "fair", "half"):
        return colours
    share = 0.6 if sky in ("cloudy", "showers") else 0.88
    grey = _GREY[part]
    return (mix(colours[0], grey, share), colours[1], *(mix(colour, grey, share * 0.25) for colour in colours[2:]))


def _land(canvas: Canvas, paint: Paint, chance: Random) -> None:
    u, w, h = canvas.unit, canvas.width_px, canvas.height_px
    canvas.below(ridge(chance, w, h - 390 * u, 30 * u, 1500 * u), paint.layer(0))
    canvas.below(ridge(chance, w, h - 290 * u, 26 * u, 1300 * u), paint.layer(0.5))
    canvas.below(ridge(chance, w, h - 176 * u, 12 * u, 1600 * u), paint.layer(1))


def _open(canvas: Canvas) -> tuple[float, float, float, float]:
    """The part of the sky where something may be seen: right of the clock, or under it on a standing card."""
    w, h = canvas.width_px, canvas.height_px
    if h > w:
        return w * 0.06, h * 0.27, w * 0.94, h * 0.4
    return w * (0.56 if w >= h * 1.2 else 0.62), h * 0.06, w * 0.96, h * 0.46


def _light(canvas: Canvas, paint: Paint, *, small: bool = False) -> None:
    left, top, right, bottom = _open(canvas)
    standing = canvas.height_px > canvas.width_px
    x = left + (right - left) * (0.5 if standing else 0.62)
    y = top + (bottom - top) * (0.48 if standing else 0.44)
    if small:
        x, y = x + 96 * canvas.unit, y - 60 * canvas.unit
    canvas.ellipse((x, y), (92 if small else 112) * canvas.unit, paint.light)


def _clouds(canvas: Canvas, paint: Paint, chance: Random, count: int) -> None:
    left, top, right, bottom = _open(canvas)
    u = canvas.unit
    pale = mix(paint.sky, "#FFFFFF", 0.62)
    # In a narrow part of the sky they are smaller, so that none drifts behind the time.
    size_px = min(u, (right - left) / 768)
    places = ((0.52, 0.78, 430), (0.14, 0.5, 300), (0.86, 0.42, 280))
    for index, (across, down, share) in list(enumerate(places))[count - 1 :: -1]:
        wide = share * size_px
        x = max(left + wide * 0.52, left + (right - left) * across + chance.uniform(-20, 20) * u)
        cloud(canvas, (x, top + (bottom - top) * down), wide, mix(pale, paint.sky, 0.34 * index), chance)


def plain(canvas: Canvas, paint: Paint, chance: Random) -> None:
    """Land under an empty sky, where a panel covers the rest."""
    _land(canvas, paint, chance)


def clear(canvas: Canvas, paint: Paint, chance: Random) -> None:
    """A sun or a moon, and stars when the sky is dark."""
    left, top, right, bottom = _open(canvas)
    u = canvas.unit
    if paint.dark:
        dots(canvas, (left, top, right, bottom), 22, (2 * u, 4 * u), mix(paint.sky, "#FFFFFF", 0.6), chance)
    _light(canvas, paint)
    _land(canvas, paint, chance)


def fair(canvas: Canvas, paint: Paint, chance: Random) -> None:
    """A sun or moon, and one cloud before it."""
    _light(canvas, paint, small=True)
    _clouds(canvas, paint, chance, 1)
    _land(canvas, paint, chance)


def overcast(canvas: Canvas, paint: Paint, chance: Random) -> None:
    """Clouds alone."""
    _clouds(canvas, paint, chance, 3)
    _land(canvas, paint, chance)


def rain(canvas: Canvas, paint: Paint, chance: Random) -> None:
    """Slanting rain from a cloud."""
    left, top, right, bottom = _open(canvas)
    u = canvas.unit
    drop = mix(paint.sky, "#9FD3FF" if paint.dark else "#1F5F96", 0.6)
    for index in range(26):
        x = left + (right - left) * ((index * 0.618 + chance.uniform(0, 0.04)) % 1)
        y = top + (bottom - top) * (0.56 + 0.44 * chance.random())
        canvas.stroke([(x + 16 * u, y), (x, y + 52 * u)], 7 * u, drop)
    _clouds(canvas, paint, chance, 3)
    _land(canvas, paint, chance)


def snow(canvas: Canvas, paint: Paint, chance: Random) -> None:
    """Large flakes under clouds."""
    left, top, right, bottom = _open(canvas)
    u = canvas.unit
    area = (left, top + (bottom - top) * 0.5, right, bottom + 40 * u)
    dots(canvas, area, 40, (6 * u, 10 * u), mix(paint.sky, "#FFFFFF", 0.9), chance)
    _clouds(canvas, paint, chance, 3)
    _land(canvas, paint, chance)


def thunder(canvas: Canvas, paint: Paint, chance: Random) -> None:
    """A flash out of clouds."""
    left, top, right, bottom = _open(canvas)
    u, x, y = canvas.unit, left + (right - left) * 0.52, top + (bottom - top) * 0.7
    flash = [(20, 0), (-46, 96), (-6, 96), (-36, 186), (60, 66), (16, 66), (56, 0)]
    canvas.polygon([(x + dx * u, y + dy * u) for dx, dy in flash], "#FFD048")
    _clouds(canvas, paint, chance, 3)
    _land(canvas, paint, chance)


def fog(canvas: Canvas, paint: Paint, chance: Random) -> None:
    """Bands of fog before a pale sun."""
    left, top, right, bottom = _open(canvas)
    u = canvas.unit
    _light(canvas, Paint(paint.sky, mix(paint.sky, paint.light, 0.6), paint.land))
    pale = mix(paint.sky, "#FFFFFF", 0.55)
    for index in range(4):
        y = top + (bottom - top) * (0.34 + 0.19 * index)
        shift = (right - left) * chance.uniform(0, 0.18)
        canvas.box(left + shift, y, right - (right - left) * chance.uniform(0, 0.2), y + 34 * u, pale, 17 * u)
    _land(canvas, paint, chance)


WEATHERS: Final[dict[str, Callable[[Canvas, Paint, Random], None]]] = {
    "plain": plain,
    "clear": clear,
    "fair": fair,
    "half": fair,
    "cloudy": overcast,
    "overcast": overcast,
    "fog": fog,
    "showers": rain,
    "light_rain": rain,
    "rain": rain,
    "heavy_rain": rain,
    "thunder": thunder,
    "sleet": snow,
    "light_snow": snow,
    "snow": snow,
    "heavy_snow": snow,
}
"""Which picture each named sky has."""
