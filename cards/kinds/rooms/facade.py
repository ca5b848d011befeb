"""A house front at dusk for the panel of a room board: rows of windows, some of them lit, and a lit door."""

from random import Random

from cards.geometry import Box
from cards.sheet import Sheet


def draw_facade(sheet: Sheet, box: Box, square: Box | None = None) -> None:
    """The front of a public house over the lower part of `box`; lit windows by the seed.

    The square before it goes on over the whole of `square` where that is wider.
    """
    palette = sheet.colours.scene or (sheet.colours.panel,) * 6
    _, light, wall, dark, far, ground = palette[:6]
    chance = Random(sheet.card.id)  # noqa: S311 - a picture, not a secret
    unit = min(box.width / 704, box.height / 470)
    base = box.bottom - box.height * 0.09
    wide = min(box.width * 0.74, 640 * unit)
    left = box.left + (box.width - wide) * 0.5
    front = Box(left, base - 268 * unit, left + wide, base)
    _neighbours(sheet, box, base, unit, far)
    _roof(sheet, front, unit, dark)
    sheet.fill(front, wall)
    sheet.fill(Box(front.left, base - 22 * unit, front.right, base), dark)
    columns = max(3, round(wide / (94 * unit)) // 2 * 2 + 1)
    pitch = wide / columns
    for floor in range(2):
        top = front.top + (34 + 112 * floor) * unit
        for column in range(columns):
            middle = front.left + pitch * (column + 0.5)
            if floor == 1 and column == columns // 2:
                continue
            _window(sheet, middle, top, unit, light if chance.random() < 0.55 else far, dark)
    middle = (front.left + front.right) / 2
    land = square or box
    sheet.fill(Box(land.left, base, land.right, land.bottom), ground)
    _door(sheet, middle, base, unit, (light, dark, wall))


def _neighbours(sheet: Sheet, box: Box, base: float, unit: float, colour: str) -> None:
    for left, right, high in ((0.0, 0.2, 150), (0.8, 1.0, 190)):
        house = Box(box.left + box.width * left, base - high * unit, box.left + box.width * right, base)
        sheet.fill(house, colour)
        middle = (house.left + house.right) / 2
        sheet.polygon(
            [(house.left - 1, house.top + 1), (middle, house.top - 54 * unit), (house.right + 1, house.top + 1)], colour
        )


def _roof(sheet: Sheet, front: Box, unit: float, dark: str) -> None:
    middle = (front.left + front.right) / 2
    over, high = 18 * unit, 64 * unit
    sheet.polygon(
        [
            (front.left - over, front.top + 1),
            (front.left + 52 * unit, front.top - high),
            (front.right - 52 * unit, front.top - high),
            (front.right + over, front.top + 1),
        ],
        dark,
    )
    turret = Box(middle - 30 * unit, front.top - high - 46 * unit, middle + 30 * unit, front.top - high + 1)
    sheet.fill(turret, dark)
    sheet.polygon(
        [
            (turret.left - 8 * unit, turret.top + 1),
            (middle, turret.top - 48 * unit),
            (turret.right + 8 * unit, turret.top + 1),
        ],
        dark,
    )
    sheet.disc(middle, turret.top + 24 * unit, 15 * unit, sheet.colours.scene[1] if sheet.colours.scene else dark)


def _window(sheet: Sheet, middle: float, top: float, unit: float, pane: str, frame: str) -> None:
    half, high = 25 * unit, 70 * unit
    sheet.fill(Box(middle - half - 4 * unit, top - 4 * unit, middle + half + 4 * unit, top + high + 4 * unit), frame)
    sheet.fill(Box(middle - half, top, middle + half, top + high), pane)
    sheet.fill(Box(middle - 2 * unit, top, middle + 2 * unit, top + high), frame)
    sheet.fill(Box(middle - half, top + 24 * unit, middle + half, top + 28 * unit), frame)


def _door(sheet: Sheet, middle: float, base: float, unit: float, colours: tuple[str, str, str]) -> None:
    light, dark, wall = colours
    half, high = 34 * unit, 104 * unit
    sheet.fill(Box(middle - half - 10 * unit, base - high - 10 * unit, middle + half + 10 * unit, base), dark)
    sheet.fill(Box(middle - half, base - high, middle + half, base), light)
    sheet.polygon(
        [
            (middle - half, base),
            (middle + half, base),
            (middle + half + 40 * unit, base + 30 * unit),
            (middle - half - 40 * unit, base + 30 * unit),
        ],
        light,
    )
    sheet.fill(Box(middle - 2 * unit, base - high, middle + 2 * unit, base), wall)
