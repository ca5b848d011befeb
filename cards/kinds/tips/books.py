"""Books in flat colours: a cover for a title, and shelves of spines for the panel. Drawn from a seed, without letters.

A title always has the same cover, and two titles hardly ever the same; the real cover is somebody else's work.
"""

from collections.abc import Callable, Sequence
from random import Random
from typing import Final

from cards.colours import luminance, rgb
from cards.geometry import Box
from cards.sheet import Sheet

COVER_SHAPE: Final = 0.69
"""A cover's width in shares of its height."""


def draw_cover(sheet: Sheet, box: Box, seed: str) -> None:
    """A cover in `box`: a ground, a sign on it, and a darker fold at its back."""
    chance = Random(seed)  # noqa: S311 - a picture, not a secret
    light, *inks = _inks(sheet)
    ground = chance.choice([light, *inks])
    other, third = chance.sample([ink for ink in inks if ink != ground], 2)
    first, second = (other, third) if ground == light else (light, _lighter(other, third))
    radius = box.width * 0.05
    sheet.fill(box, ground, radius)
    field = Box(box.left + box.width * 0.08, box.top, box.right, box.bottom)
    chance.choice(_SIGNS)(sheet, field, (first, second), chance)
    sheet.fill(Box(box.left, box.top, box.left + box.width * 0.08, box.bottom), sheet.colours.ink, radius)


def draw_shelves(sheet: Sheet, box: Box, _deep_px: float = 0) -> None:
    """Shelves with spines in the lower part of `box`, as many as it is high enough for."""
    chance = Random(sheet.card.id)  # noqa: S311 - a picture, not a secret
    unit = sheet.px(1)
    pitch = min(230 * unit, box.height * 0.92)
    boards = max(1, min(3, int(box.height * 0.96 // pitch)))
    left, right = box.left, box.right
    for board in range(boards):
        base = box.bottom - 13 * unit - board * pitch
        sheet.fill(Box(left, base, right, base + 14 * unit), sheet.colours.accent)
        _spines(sheet, Box(left + 24 * unit, base - pitch * 0.84, right - 24 * unit, base), chance)


def _lighter(one: str, other: str) -> str:
    return max(one, other, key=lambda ink: luminance(rgb(ink)))


def _inks(sheet: Sheet) -> Sequence[str]:
    """The light colour, then those of the books."""
    scene = sheet.colours.scene
    return scene[1:-1] if len(scene) > 5 else (sheet.colours.accent_ink, sheet.colours.accent, sheet.colours.ink)


def _spines(sheet: Sheet, box: Box, chance: Random) -> None:
    """A row of spines that stand on the lower edge of `box`, with gaps where books are out on loan."""
    light, *inks = _inks(sheet)
    unit, x, last = box.height / 190, box.left, ""
    while x < box.right - 60 * unit:
        if chance.random() < 0.09:
            x += chance.uniform(50, 120) * unit
            continue
        wide, high = chance.uniform(20, 46) * unit, box.height * chance.uniform(0.62, 1.0)
        colour = chance.choice([ink for ink in inks if ink != last])
        last = colour
        spine = Box(x, box.bottom - high, x + wide, box.bottom)
        sheet.fill(spine, colour, 4 * unit)
        if chance.random() < 0.6:
            top = spine.top + high * chance.uniform(0.12, 0.2)
            sheet.fill(Box(spine.left, top, spine.right, top + 9 * unit), light)
        x += wide + 3 * unit


def _sun(sheet: Sheet, box: Box, inks: tuple[str, str], chance: Random) -> None:
    sheet.disc(box.left + box.width * 0.54, box.top + box.height * 0.36, box.width * 0.25, inks[0])
    low = box.top + box.height * chance.uniform(0.62, 0.7)
    sheet.fill(Box(box.left, low, box.right, box.bottom - box.height * 0.1), inks[1])


def _peaks(sheet: Sheet, box: Box, inks: tuple[str, str], chance: Random) -> None:
    floor = box.bottom - box.height * 0.08
    for share, high, ink in ((0.34, 0.5, inks[0]), (0.66, chance.uniform(0.3, 0.4), inks[1])):
        middle = box.left + box.width * share
        half = box.width * 0.33
        sheet.polygon([(middle - half, floor), (middle, floor - box.height * high), (middle + half, floor)], ink)


def _bars(sheet: Sheet, box: Box, inks: tuple[str, str], chance: Random) -> None:
    for index in range(4):
        left = box.left + box.width * (0.12 + 0.21 * index)
        top = box.top + box.height * chance.uniform(0.14, 0.5)
        sheet.fill(Box(left, top, left + box.width * 0.13, box.bottom - box.height * 0.12), inks[index % 2])


def _rings(sheet: Sheet, box: Box, inks: tuple[str, str], chance: Random) -> None:
    middle = box.left + box.width * 0.5, box.top + box.height * chance.uniform(0.4, 0.55)
    for index, share in enumerate((0.4, 0.29, 0.18, 0.08)):
        sheet.disc(*middle, box.width * share, inks[index % 2])


def _dots(sheet: Sheet, box: Box, inks: tuple[str, str], chance: Random) -> None:
    for row in range(5):
        for column in range(3):
            x = box.left + box.width * (0.24 + 0.26 * column)
            y = box.top + box.height * (0.17 + 0.165 * row)
            sheet.disc(x, y, box.width * 0.09, inks[int(chance.random() < 0.3)])


def _trees(sheet: Sheet, box: Box, inks: tuple[str, str], chance: Random) -> None:
    floor = box.bottom - box.height * 0.1
    sheet.disc(box.left + box.width * 0.7, box.top + box.height * 0.24, box.width * 0.13, inks[1])
    for share in (0.22, 0.48, 0.76):
        middle, high = box.left + box.width * share, box.height * chance.uniform(0.32, 0.52)
        for tier in range(3):
            low = floor - high * 0.3 * tier
            half = box.width * (0.17 - 0.035 * tier)
            sheet.polygon([(middle - half, low), (middle, low - high * 0.46), (middle + half, low)], inks[0])


_SIGNS: Final[tuple[Callable[[Sheet, Box, tuple[str, str], Random], None], ...]] = (
    _sun,
    _peaks,
    _bars,
    _rings,
    _dots,
    _trees,
)
