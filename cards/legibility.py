"""How large letters must be on a screen: computed from its inches and from where people stand, not guessed.

Body text needs a capital height of 5.8 mm for each metre of distance (20 minutes of arc). A headline has at least 1.8
times that, nothing has less than three quarters of it. At 55 inches and 3 m this gives the sizes of the design.
"""

import math
from typing import Final

import msgspec

from cards.fonts import Face, capital_em
from cards.geometry import shape_of
from cards.model import Screen

CAPITAL_MM_PER_M: Final = 5.8
HEADLINE_TIMES: Final = 1.8
LEAST_TIMES: Final = 0.75
QR_PER_DISTANCE: Final = 10
_MM_PER_INCH: Final = 25.4
_LEAST: Final = 34
"""No text is smaller, whatever the formula says, in pixels of the design."""

_BODY_OF_DESIGN: Final = 42


class Sizes(msgspec.Struct, frozen=True, kw_only=True):
    """The floors and measures of one screen, in pixels.

    `unit` is one pixel of the design (of 1080 along the short side); everything that is no text scales with it.
    """

    unit: float
    px_per_mm: float
    margin_x: float
    margin_top: float
    margin_bottom: float
    body_floor: float
    small_floor: float
    headline_floor: float
    headline: float
    strong: float
    body: float
    label: float
    clock: float
    qr_side: float
    reach: float
    """How much farther than in the design people stand: 1 at 55 inches and 3 m, never less."""


def body_px(screen: Screen, face: Face) -> float:
    """The least size of body text in `face`."""
    per_mm = math.hypot(screen.width_px, screen.height_px) / (screen.inches * _MM_PER_INCH)
    return CAPITAL_MM_PER_M * screen.distance_m * per_mm / capital_em(face)


def sizes_for(screen: Screen) -> Sizes:
    """What `screen` asks for: body and labels by the smaller capitals of Source Sans, headlines by Schibsted's."""
    bar = shape_of(screen.width_px, screen.height_px) == "bar"
    unit = min(screen.width_px, screen.height_px) / (540 if bar else 1080)
    per_mm = math.hypot(screen.width_px, screen.height_px) / (screen.inches * _MM_PER_INCH)
    body = max(_LEAST * unit, body_px(screen, "text"))
    small = max(_LEAST * unit, body * LEAST_TIMES)
    side = 64 if bar else 80 if screen.height_px > screen.width_px else 96
    least_y = 48 if bar else 80 if screen.height_px > screen.width_px else 88
    headline = max(72 * unit, body_px(screen, "display") * HEADLINE_TIMES)
    return Sizes(
        unit=unit,
        px_per_mm=per_mm,
        margin_x=max(side * unit, math.ceil(screen.safe_area * screen.width_px)),
        margin_top=max(least_y * unit, math.ceil(screen.safe_area * screen.height_px)),
        margin_bottom=math.ceil(screen.safe_area * screen.height_px),
        body_floor=body,
        small_floor=small,
        headline_floor=headline,
        headline=max(150 * unit, headline * 1.15),
        strong=max(56 * unit, body * 1.06),
        body=max(48 * unit, body),
        label=max(36 * unit, small),
        clock=max(44 * unit, small * 1.15),
        qr_side=max(190 * unit, screen.qr_distance_m * 1000 / QR_PER_DISTANCE * per_mm),
        reach=max(1.0, body / (_BODY_OF_DESIGN * unit)),
    )
