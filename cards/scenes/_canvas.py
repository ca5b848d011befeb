"""A canvas for flat shapes: it collects them, and paints them four times as large in narrow bands.

The bands keep the memory at some ten megabytes where a whole picture at four times its size would take 130, and they
are quicker too. All lengths are pixels of the finished picture, and may be fractions.
"""

import math
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

from PIL import Image, ImageDraw

Point = tuple[float, float]
Colour = tuple[int, int, int]

_OVERSAMPLE: Final = 4
_BAND_PX: Final = 128


def rgb(colour: str) -> Colour:
    """The three bytes of "#RRGGBB"."""
    digits = colour.lstrip("#")
    return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def mix(one: str, other: str, share: float) -> str:
    """`one` with `share` (0 to 1) of `other` in it."""
    pairs = zip(rgb(one), rgb(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


class Canvas:
    """Shapes in the order in which they cover each other."""

    def __init__(self, width_px: int, height_px: int, ground: str) -> None:
        self.width_px = width_px
        self.height_px = height_px
        self.unit = min(width_px, height_px) / 1080
        """What one pixel of the design's 1080 is here: small things scale with the short side."""
        self._ground = rgb(ground)
        self._shapes: list[tuple[float, float, Callable[[ImageDraw.ImageDraw, float], None]]] = []

    def polygon(self, points: Sequence[Point], colour: str) -> None:
        """A filled polygon."""
        if len(points) < 3:
            return
        fill, big = rgb(colour), [(x * _OVERSAMPLE, y * _OVERSAMPLE) for x, y in points]

        def paint(pen: ImageDraw.ImageDraw, top: float) -> None:
            pen.polygon([(x, y - top) for x, y in big], fill=fill)

        self._add(min(y for _, y in points), max(y for _, y in points), paint)

    def ellipse(self, centre: Point, radius_x: float, colour: str, radius_y: float | None = None) -> None:
        """A filled ellipse; a circle when `radius_y` is left out."""
        (x, y), tall, fill = centre, radius_x if radius_y is None else radius_y, rgb(colour)
        left, right = (x - radius_x) * _OVERSAMPLE, (x + radius_x) * _OVERSAMPLE - 1
        upper, lower = (y - tall) * _OVERSAMPLE, (y + tall) * _OVERSAMPLE - 1

        def paint(pen: ImageDraw.ImageDraw, top: float) -> None:
            if right > left and lower > upper:
                pen.ellipse((left, upper - top, right, lower - top), fill=fill)

        self._add(y - tall, y + tall, paint)

    def box(self, left: float, upper: float, right: float, lower: float, colour: str, radius: float = 0) -> None:
        """A filled box, with rounded corners where `radius` is given."""
        if right <= left or lower <= upper:
            return
        fill, round_px = rgb(colour), radius * _OVERSAMPLE
        x0, x1 = round(left * _OVERSAMPLE), max(round(left * _OVERSAMPLE), round(right * _OVERSAMPLE) - 1)
        y0, y1 = round(upper * _OVERSAMPLE), max(round(upper * _OVERSAMPLE), round(lower * _OVERSAMPLE) - 1)

        def paint(pen: ImageDraw.ImageDraw, top: float) -> None:
            corners = (x0, y0 - top, x1, y1 - top)
            if round_px:
                pen.rounded_rectangle(corners, round_px, fill=fill)
            else:
                pen.rectangle(corners, fill=fill)

        self._add(upper, lower, paint)

    def stroke(self, points: Sequence[Point], width: float, colour: str) -> None:
        """A line of even width with round ends and joints."""
        half = width / 2
        for (xa, ya), (xb, yb) in pairwise(points):
            length = math.hypot(xb - xa, yb - ya)
            if length > 0:
                nx, ny = (ya - yb) / length * half, (xb - xa) / length * half
                self.polygon([(xa + nx, ya + ny), (xb + nx, yb + ny), (xb - nx, yb - ny), (xa - nx, ya - ny)], colour)
        for x, y in points:
            self.ellipse((x, y), half, colour)

    def below(self, ridge: Sequence[Point], colour: str) -> None:
        """Everything under the line `ridge`, down to the picture's end."""
        floor = self.height_px + 2
        self.polygon([*ridge, (ridge[-1][0], floor), (ridge[0][0], floor)], colour)

    def image(self) -> Image.Image:
        """The finished picture, RGB."""
        finished = Image.new("RGB", (self.width_px, self.height_px))
        for top in range(0, self.height_px, _BAND_PX):
            height = min(_BAND_PX, self.height_px - top)
            band = Image.new("RGB", (self.width_px * _OVERSAMPLE, height * _OVERSAMPLE), self._ground)
            pen = ImageDraw.Draw(band)
            for upper, lower, paint in self._shapes:
                if lower >= top - 1 and upper <= top + height + 1:
                    paint(pen, top * _OVERSAMPLE)
            finished.paste(band.reduce(_OVERSAMPLE), (0, top))
        return finished

    def _add(self, upper: float, lower: float, paint: Callable[[ImageDraw.ImageDraw, float], None]) -> None:
        if lower >= 0 and upper <= self.height_px:
            self._shapes.append((upper, lower, paint))
