"""A composed card: its pixels, and the parts that go on living on the glass.

The stage and the server read this module, so it needs no drawing library. A clock is not part of the pixels: its box
is left as plain ground, and whoever shows the card lays the digits from a strip that was drawn once.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Literal

import msgspec

from cards.moving import MovingPlace


class Glyph(msgspec.Struct, frozen=True):
    """One sign of a clock's strip: its column there, and how far it moves the pen."""

    text: str
    x_px: int
    width_px: int
    advance_px: float


class LiveClock(msgspec.Struct, frozen=True, kw_only=True):
    """Where the time stands on a card, as "HH:MM" in the screen's zone.

    `strip` holds the signs 0 to 9 and the colon side by side, RGB, as high as the box, on the card's own ground.
    """

    x_px: int
    y_px: int
    width_px: int
    height_px: int
    align: Literal["left", "right", "center"]
    strip_width_px: int
    strip: bytes
    glyphs: tuple[Glyph, ...]


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """A card as pixels (RGB, row by row), with its clocks and how it may move.

    `fade_ms` is how long it takes to come (0: a cut), `settle_px` how far the headline may settle while it does;
    `drift` says that the photograph may move once.
    `valid_until` is when a relative word on it ("i morgon") stops being true, at the latest the next local midnight.
    """

    width_px: int
    height_px: int
    rgb: bytes
    live: tuple[LiveClock, ...] = ()
    fade_ms: int = 400
    settle_px: int = 24
    drift: bool = False
    valid_until: datetime
    moving: MovingPlace | None = None
    """Where a film runs on it."""


def digits_at(clock: LiveClock, text: str) -> Iterator[tuple[Glyph, int]]:
    """Each sign of `text` with its x in the clock's box. Signs that the strip lacks are left out."""
    known = {glyph.text: glyph for glyph in clock.glyphs}
    signs = [known[sign] for sign in text if sign in known]
    slack = clock.width_px - sum(glyph.advance_px for glyph in signs)
    pen = {"left": 0.0, "right": slack, "center": slack / 2}[clock.align]
    for glyph in signs:
        yield glyph, max(0, min(round(pen), clock.width_px - glyph.width_px))
        pen += glyph.advance_px


def with_clock(picture: Picture, hour: int, minute: int) -> bytes:
    """The card's pixels with the time laid onto every clock of it."""
    if not picture.live:
        return picture.rgb
    pixels = bytearray(picture.rgb)
    for clock in picture.live:
        for glyph, x_px in digits_at(clock, f"{hour:02d}:{minute:02d}"):
            for row in range(clock.height_px):
                source = (row * clock.strip_width_px + glyph.x_px) * 3
                target = ((clock.y_px + row) * picture.width_px + clock.x_px + x_px) * 3
                pixels[target : target + glyph.width_px * 3] = clock.strip[source : source + glyph.width_px * 3]
    return bytes(pixels)
