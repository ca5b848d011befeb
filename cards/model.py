"""What a card, a screen and a municipality are: the values that travel from the editor to the glass.

All are frozen; lengths are pixels or millimetres as the name says, times are aware. A card's `facts` hold what needs no
translation, its `texts` what does. Nothing here draws, and nothing here imports a drawing library.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated

import msgspec

from cards.kinds import AnyFacts, kind_of
from cards.themes.theme import Theme

Language = str
"""An ISO 639 code: sv, fi, fit (Meänkieli), se (Northern Sámi), en, ar, uk."""

Sha256 = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
CardId = Annotated[str, msgspec.Meta(pattern="^[a-z0-9][a-z0-9-]{0,63}$")]


class Text(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a card says in one language. `title` alone tells it; `body` and `advice` are secondary, in that order."""

    title: str
    body: str = ""
    advice: str = ""


class Link(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where one can read more: the address in the QR code, and the short address that is printed beside it."""

    url: str
    short: str = ""


class PictureRef(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A picture by the hash of its bytes. `focus_x` and `focus_y` (0 to 1) say what must never be cropped away."""

    sha256: Sha256
    width_px: int
    height_px: int
    focus_x: float = 0.5
    focus_y: float = 0.5
    alt: str = ""


class Card(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One full-screen designed message.

    `texts` has at least one language, and its first is the one that the others were translated from. `valid_from`
    (inclusive) and `valid_until` (exclusive) bound when it may stand on a screen. `seconds` is the time that staff
    chose; None leaves it to the rule of `playlists.durations`. `emoji` names the picture of each emoji in its texts; it
    is filled in when the card is published or shown, and is no part of what staff write.
    """

    id: CardId
    version: int
    facts: AnyFacts
    texts: dict[Language, Text]
    sender: str = ""
    partner: str = ""
    link: Link | None = None
    picture: PictureRef | None = None
    seconds: float | None = None
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    emoji: dict[str, Sha256] = {}
    scene: str = ""
    """The drawn ground that keeps it apart from its neighbours in a loop, given when it is published."""

    @property
    def kind(self) -> str:
        """The name of the card's kind."""
        return kind_of(self.facts)

    def text(self, language: Language) -> Text:
        """The text in `language`, else in the first language the card has. An empty Text where it has none."""
        if language in self.texts:
            return self.texts[language]
        return next(iter(self.texts.values()), Text(title=""))


class Municipality(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who owns the screens: its stable id, its name in each language, and the address that people may type."""

    id: str
    names: dict[Language, str]
    address: str = ""
    look: Theme | None = None
    """Its own theme, worn by the screens whose theme is "own"."""

    def name(self, language: Language) -> str:
        """The name in `language`, else in the first language it has."""
        return self.names.get(language) or next(iter(self.names.values()), "")


class Screen(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A place with a display. Width and height are as the viewer sees them; `rotation` is how the panel hangs.

    `inches` is the panel's diagonal, `distance_m` how far away people stand, `qr_distance_m` how near they can step to
    scan. `safe_area` is the share of each side that nothing may be drawn into. `eastern_digits`: Arabic has ٠١٢ there.
    """

    id: CardId
    name: str
    place: str
    municipality: Municipality
    width_px: int = 1920
    height_px: int = 1080
    rotation: int = 0
    inches: float = 55.0
    distance_m: float = 3.0
    qr_distance_m: float = 1.5
    safe_area: float = 0.05
    zone: str = "Europe/Stockholm"
    languages: tuple[Language, ...] = ("sv",)
    side_by_side: bool = False
    """Whether the first two of its languages stand on a card at once, where the kind can; else they come in turn."""
    theme: str = "alv"
    reduced_motion: bool = False
    eastern_digits: bool = False

    @property
    def portrait(self) -> bool:
        """Tell whether the viewer sees it standing."""
        return self.height_px > self.width_px


Pictures = Mapping[str, bytes]
"""The bytes of pictures that a card may ask for, by SHA-256. A missing one is drawn as if the card had none."""
