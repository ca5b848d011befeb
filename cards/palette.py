"""The colours that one kind of card is painted with, and which of them are read on which."""

from collections.abc import Iterator
from typing import Annotated

import msgspec

Colour = Annotated[str, msgspec.Meta(pattern="^#[0-9A-Fa-f]{6}$")]

SURFACES = ("ground", "chip", "panel", "accent")
PAIRS = (
    ("ink", "ground"),
    ("soft", "ground"),
    ("chip_ink", "chip"),
    ("panel_ink", "panel"),
    ("panel_soft", "panel"),
    ("accent_ink", "accent"),
)
"""What every kind writes on what."""


class Colours(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One kind's colours: text on the ground, a chip, a panel with text, an accent (date block, bubble) with text.

    `scene` is the palette of the drawn ground, sky first; `extra` holds what only this kind has, by name. A text called
    `x_ink` or `x_soft` is read on `x` or on `x_ground`; `pairs` names the others.
    """

    ground: Colour
    ink: Colour
    soft: Colour
    chip: Colour
    chip_ink: Colour
    panel: Colour
    panel_ink: Colour
    panel_soft: Colour
    accent: Colour
    accent_ink: Colour
    scene: tuple[Colour, ...] = ()
    extra: dict[str, Colour] = {}
    pairs: tuple[tuple[str, str], ...] = ()
    signal: bool = False
    """Its colours are a sign that people know by heart (red, yellow): themes leave them alone."""

    def named(self) -> dict[str, Colour]:
        """Every single colour by its name, those of `extra` among them; of two with one name, the kind's."""
        fields = {name for pair in PAIRS for name in pair}
        return {**{name: getattr(self, name) for name in sorted(fields)}, **self.extra}

    def read_on(self) -> Iterator[tuple[str, str]]:
        """Every pair of names of which the first is read on the second."""
        yield from PAIRS
        yield from self.pairs
        names = self.named()
        for name in self.extra:
            base, _, end = name.rpartition("_")
            for surface in (base, f"{base}_ground") if end in ("ink", "soft", "strong") else ():
                if surface in names:
                    yield name, surface
            if f"{name}_ground" in names:
                yield name, f"{name}_ground"
