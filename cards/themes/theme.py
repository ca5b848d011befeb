"""What a theme is: a few colours by role, how they may be changed, and what else differs from the comps."""

from functools import lru_cache
from typing import Annotated, Literal

import msgspec

from cards.kinds.declared import declared
from cards.palette import Colour, Colours
from cards.pigments import Pigment
from cards.themes.painting import Tone, mended_signal, paint, sky_joined, tint

Share = Annotated[float, msgspec.Meta(ge=0, le=1)]


class Layout(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where a theme sets its cards otherwise than the comps do. Lengths are pixels of the design (short side 1080)."""

    weight: Annotated[int, msgspec.Meta(ge=700, le=900)] = 800
    """Of headlines."""
    headline_px: Annotated[float, msgspec.Meta(ge=72, le=440)] = 150
    """The largest headline."""
    event: Literal["block", "loud"] = "block"
    """Whether an event has its day on a block, or the headline as large as it goes and the day in a line under it."""
    scenes: tuple[str, ...] = ()
    """The scenes that stand where a card has no photograph; none: all that fit."""


class Motion(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How cards move, where the screen lets them."""

    fade_ms: Annotated[int, msgspec.Meta(ge=0, le=500)] = 400
    settle_px: Annotated[float, msgspec.Meta(ge=0, le=24)] = 24
    drift: bool = True


class Logo(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A logo: the name of a drawing among the product's own, or a picture (PNG, with what shines through kept)."""

    name: str = ""
    png: bytes = b""


class Theme(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A municipality's look. `qr` is the dark and the light of every QR code.

    `pigments` gives a role (paper, ink, and the colours by hue) another colour; the kinds' own colours are repainted by
    it and keep their luminance, so that what could be read can still be read. `kinds` paints a kind wholly; colours of
    the kind's own that it does not name are repainted like all others.
    """

    name: str
    qr: tuple[Colour, Colour]
    pigments: dict[Pigment, Colour] = {}
    tone: Tone = Tone()
    least: Annotated[float, msgspec.Meta(ge=4.5, le=7)] = 4.5
    """The least contrast of every text."""
    kinds: dict[str, Colours] = {}
    layout: Layout = Layout()
    motion: Motion = Motion()
    logo: Logo | None = None

    def colours(self, kind: str) -> Colours:
        """The colours of `kind`: as the theme paints it, else those that the kind declares, repainted by role."""
        return _painted(msgspec.json.encode(self), kind)

    def scene(self, palette: tuple[str, ...], kind: str = "") -> tuple[str, ...]:
        """A scene's palette in the theme's colours.

        On a card of `kind` what has a colour of the kind's own (the sky that is its ground, too) goes on having it.
        """
        if kind:
            own, worn = declared(kind).colours.named(), self.colours(kind).named()
            joined = {colour: worn[name] for name, colour in reversed(own.items()) if name in worn}
            return sky_joined(palette, joined, self.pigments)
        return tuple(tint(colour, self.pigments) for colour in palette) if self.pigments else palette


@lru_cache(maxsize=512)
def _painted(theme: bytes, kind: str) -> Colours:
    """Kept by the theme's bytes, as a theme that came with a manifest is a new value each time."""
    found = msgspec.json.decode(theme, type=Theme)
    own = declared(kind).colours
    if own.signal:
        painted = mended_signal(own, found.least)
    elif not found.pigments and found.tone == Tone():
        painted = own
    else:
        painted = paint(own, found.pigments, found.tone, found.least)
    wholly = found.kinds.get(kind)
    if wholly is None:
        return painted
    return msgspec.structs.replace(wholly, extra={**painted.extra, **wholly.extra})
