"""The scale of six rising bars behind a row of spruces; the present level is lit and marked."""

from random import Random
from typing import Final

from cards.fonts import HEADLINE
from cards.geometry import Box
from cards.kinds.fire_risk.facts import LEVELS, FireRiskFacts
from cards.sheet import Sheet

_GAP: Final = 0.22
"""Between bars, in shares of a bar's width."""
_LEAST: Final = 0.2
"""The lowest bar over the trees, in shares of the highest."""
_DIGIT: Final = 0.32
"""The most that a digit takes of the highest bar, so that low bars still rise."""
_TREES: Final = 0.24
"""How high the spruces stand, in shares of the box."""


def scale_fits(sheet: Sheet, box: Box) -> bool:
    """Tell whether there is room for bars with their numbers in `box`."""
    return _bar_px(box) >= sheet.sizes.small_floor * 0.9 and box.height >= sheet.sizes.body_floor * 5


def scale(sheet: Sheet, facts: FireRiskFacts, box: Box, land: Box) -> None:
    """Draw the bars in `box`, rising from `land`, on which the spruces stand across its whole width."""
    colours = sheet.colours
    extra, wide = colours.extra, _bar_px(box)
    trees = min(box.height * _TREES, sheet.px(190))
    low = box.bottom - trees * 0.8
    high = low - box.top - _marker_px(wide, box.height)
    size = max(sheet.sizes.small_floor, min(sheet.px(56), wide * 0.62, high * _DIGIT))
    large = max(size, min(wide * 0.95, size * 1.7, high * _DIGIT * 1.3))
    least = max(high * _LEAST, large * 1.14 + trees * 0.2)  # the tops of the trees stand under its digit
    for level in range(1, LEVELS + 1):
        part = (level - 1) / (LEVELS - 1)
        here = facts.known and level == facts.level
        name = "mark" if here else "reached" if facts.known and level < facts.level else "quiet"
        left = box.left + (level - 1) * wide * (1 + _GAP)
        top = low - least - (high - least) * part
        bar = Box(left, top, left + wide, box.bottom + 2)
        sheet.fill(bar, extra[name], min(sheet.px(20), wide * 0.2))
        digit = sheet.one_line(str(level), HEADLINE, large if here else size, "center")
        sheet.place(digit, left + wide / 2, top + (large if here else size) * 0.3, extra[f"{name}_ink"], "label")
        if here:
            _marker(sheet, left + wide / 2, top, wide, box.height, extra["mark"])
    _spruces(sheet, land, trees)


def _bar_px(box: Box) -> float:
    return box.width / (LEVELS + (LEVELS - 1) * _GAP)


def _marker_px(wide: float, high: float) -> float:
    """How high the sign over the present bar is, its space included, in a box that is `high`."""
    return min(wide * 0.5, high * 0.2)


def _marker(sheet: Sheet, x: float, top: float, wide: float, high: float, colour: str) -> None:
    wide = _marker_px(wide, high) * 2
    tip, half, deep = top - wide * 0.12, wide * 0.26, wide * 0.3
    sheet.polygon([(x - half, tip - deep), (x + half, tip - deep), (x, tip)], colour)


def _spruces(sheet: Sheet, land: Box, high: float) -> None:
    """A row of spruces along the land's edge, two deep, the same for the same card; then the land itself."""
    chance = Random(sheet.card.id)  # noqa: S311 - a picture, not a secret
    for colour, share in ((sheet.colours.extra["trees"], 1.0), (sheet.colours.extra["land"], 0.62)):
        x = land.left + high * 0.08
        while x < land.right:
            tall = high * share * (0.62 + 0.38 * chance.random())
            half = tall * (0.17 + 0.05 * chance.random())
            # A tree that the edge cuts would reach over into the words' ground.
            if x - half >= land.left:
                _spruce(sheet, x, land.top + 2, tall, half, colour, land.right)
            x += half * (1.0 + 0.9 * chance.random())
    sheet.fill(land, sheet.colours.extra["land"])


def _spruce(sheet: Sheet, x: float, foot: float, tall: float, half: float, colour: str, right: float) -> None:
    """Three tiers, each wider than the one above it."""
    for top, bottom, share in ((1.0, 0.58, 0.55), (0.78, 0.28, 0.8), (0.5, 0.0, 1.0)):
        reach = half * share
        points = [(x - reach, foot - tall * bottom), (x + reach, foot - tall * bottom), (x, foot - tall * top)]
        sheet.polygon([(min(px, right), py) for px, py in points], colour)
