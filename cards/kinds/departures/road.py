"""The land at the foot of departures: a low hill, spruces, and a bus under way. Flat shapes in the card's colours."""

import math
from random import Random

from cards.geometry import Box
from cards.sheet import Sheet


def draw_road(sheet: Sheet, top: float, *, trees: bool, bus: bool) -> None:
    """The hill from about `top` down over the card's whole width; with `trees` in groups on it, and a `bus` between."""
    colours, wide = sheet.colours, sheet.width
    wave = sheet.px(9)
    ridge = [(x, _height(x / wide, top, wave)) for x in _steps(wide)]
    sheet.polygon([*ridge, (wide, sheet.height), (0, sheet.height)], colours.panel)
    if not trees:
        return
    chance = Random(sheet.card.id)  # noqa: S311 - a picture, not a secret
    size = sheet.px(1)
    start = chance.uniform(0.38, 0.42)
    for offset in (0.0, 0.017, 0.035, 0.122, 0.136, 0.293, 0.306, 0.324):
        x = wide * start + offset * 1920 * size
        if x < wide - sheet.px(60):
            tall = chance.uniform(44, 66) * size
            _spruce(sheet, x, _height(x / wide, top, wave) + 4 * size, tall, colours.panel)
    if bus:
        x = wide * start + 326 * size
        _bus(sheet, x, _height((x + 70 * size) / wide, top, wave) + 2 * size, 0.72 * size)


def _steps(wide: int) -> list[float]:
    count = 160
    return [wide * index / count for index in range(count + 1)]


def _height(share: float, top: float, wave: float) -> float:
    return top + wave * 1.3 - wave * math.sin(share * 5.03 + 0.4) - wave / 3 * math.sin(share * 10)


def _spruce(sheet: Sheet, x: float, foot: float, tall: float, colour: str) -> None:
    sheet.fill(Box(x - tall * 0.03, foot - tall * 0.14, x + tall * 0.03, foot), colour)
    for tier in range(4):
        low = foot - tall * (0.1 + 0.2 * tier)
        half = tall * (0.19 - 0.036 * tier)
        sheet.polygon([(x - half, low), (x, low - tall * 0.36), (x + half, low)], colour)


def _bus(sheet: Sheet, x: float, foot: float, scale: float) -> None:
    """A bus with its windows lit and its lamp in front; `x` is its rear, `foot` where its wheels stand."""
    colours, extra = sheet.colours, sheet.colours.extra
    body = Box(x, foot - 78 * scale, x + 214 * scale, foot - 14 * scale)
    sheet.fill(body, colours.accent, 14 * scale)
    pane = 33 * scale
    for index in range(5):
        left = body.left + 12 * scale + index * (pane + 5 * scale)
        wide = pane if index < 4 else pane * 1.25
        sheet.fill(Box(left, body.top + 12 * scale, left + wide, body.top + 38 * scale), extra["window"], 4 * scale)
    sheet.disc(body.right - 6 * scale, body.bottom - 12 * scale, 6 * scale, extra["lamp"])
    for share in (0.2, 0.78):
        wheel = body.left + body.width * share
        sheet.disc(wheel, foot - 13 * scale, 15 * scale, colours.ground)
        sheet.disc(wheel, foot - 13 * scale, 6 * scale, colours.accent)
