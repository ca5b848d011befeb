"""The colours that one kind of card is painted with."""

from typing import Annotated

import msgspec

Colour = Annotated[str, msgspec.Meta(pattern="^#[0-9A-Fa-f]{6}$")]


class Colours(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One kind's colours: text on the ground, a chip, a panel with text, an accent (date block, bubble) with text.

    `scene` is the palette of the drawn ground, sky first; `extra` holds what only this kind has, by name.
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
