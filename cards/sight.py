"""How colours look to people who see fewer of them, and how far apart two colours then are.

The matrices are those of Machado, Oliveira and Fernandes (2009) for the whole lack of one kind of cone; they work on
linear light. About one man in twelve has some of it.
"""

from typing import Final

from cards.colours import RGB
from cards.pigments import oklab

Matrix = tuple[tuple[float, float, float], tuple[float, float, float], tuple[float, float, float]]

SIGHTS: Final[dict[str, Matrix]] = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""Seeing without the cones for red, for green, for blue."""


def seen(colour: RGB, sight: Matrix) -> RGB:
    """The colour as somebody with that sight sees it."""
    light = [
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in (c / 255 for c in colour)
    ]
    mixed = (min(1.0, max(0.0, sum(part * share for part, share in zip(row, light, strict=True)))) for row in sight)
    red, green, blue = (
        round(255 * (12.92 * share if share <= 0.0031308 else 1.055 * share ** (1 / 2.4) - 0.055)) for share in mixed
    )
    return red, green, blue


def apart(one: RGB, other: RGB) -> float:
    """How far apart two colours look, 0 to about 1: 0.02 is just seen, 0.1 is another colour at a glance."""
    return float(sum((a - b) ** 2 for a, b in zip(oklab(one), oklab(other), strict=True)) ** 0.5)


def apart_for_all(one: RGB, other: RGB) -> tuple[float, str]:
    """The least distance among all sights, the common one included, and whose it is ("" for the common one)."""
    found = [(apart(one, other), "")]
    found += [(apart(seen(one, sight), seen(other, sight)), name) for name, sight in SIGHTS.items()]
    return min(found)
