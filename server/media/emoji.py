"""Emoji as pictures: drawn once on the server from the machine's own colour font, and sent like photographs.

A player needs no font then, and every picture of a card has the same pixels. Debian has the font in
`fonts-noto-color-emoji`; where it is missing, cards with emoji are stopped with that reason.
"""

import hashlib
import io
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Final

import msgspec
from PIL import Image, ImageDraw, ImageFont

from cards.emoji import sequences
from cards.fonts import can_shape
from cards.model import Card
from cards.strings import strings_of
from playlists.model import Asset
from server.media.store import keep

PLACES: Final = (
    Path("/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf"),
    Path("/usr/share/fonts/noto/NotoColorEmoji.ttf"),
    Path("/usr/local/share/fonts/NotoColorEmoji.ttf"),
)
"""Where distributions put the font."""

_STRIKE_PX: Final = 109
"""The one size that the font has: glyphs of 136 by 128 pixels."""
_LEFT, _TOP, _RIGHT, _BOTTOM = 0, -101, 136, 27
"""A glyph's box from the pen on the baseline."""
_DRAWING: Final = Lock()
"""FreeType draws with one face for one thread at a time."""


def font_path() -> Path | None:
    """The machine's colour emoji font, or None where it has none."""
    return next((path for path in PLACES if path.is_file()), None)


@lru_cache(maxsize=1)
def _font(path: Path) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(path), _STRIKE_PX, layout_engine=ImageFont.Layout.RAQM)


def png_of(sequence: str) -> bytes | None:
    """One emoji as PNG; None where the font is missing or does not have it as one picture."""
    path = font_path()
    if path is None or not can_shape():
        return None
    return _png(path, sequence)


@lru_cache(maxsize=512)
def _png(path: Path, sequence: str) -> bytes | None:
    image = Image.new("RGBA", (_RIGHT - _LEFT, _BOTTOM - _TOP), (255, 255, 255, 0))
    with _DRAWING:
        try:
            font = _font(path)
            if font.getlength(sequence) > _RIGHT + 1:  # a family that the font only has as its members
                return None
            draw = ImageDraw.Draw(image)
            draw.text((-_LEFT, -_TOP), sequence, font=font, anchor="ls", embedded_color=True)
        except OSError:
            return None
    if image.getbbox() is None:
        return None
    file = io.BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()


def emoji_in(card: Card) -> tuple[str, ...]:
    """The emoji of all that people wrote on `card`, each once."""
    return tuple(dict.fromkeys(one for text in strings_of(card) for one in sequences(text)))


def lacking(card: Card) -> frozenset[str]:
    """The emoji of `card` that this server cannot draw."""
    return frozenset(one for one in emoji_in(card) if png_of(one) is None)


def kept(folder: Path, sequence: str) -> Asset | None:
    """The emoji's picture in the store below `folder`, or None where it cannot be drawn. Raises NotKeptError."""
    data = png_of(sequence)
    if data is None:
        return None
    return Asset(sha256=keep(folder, data), size=len(data), media_type="image/png")


def dressed(card: Card, pictures: Mapping[str, bytes]) -> tuple[Card, Mapping[str, bytes]]:
    """`card` and `pictures` with those of its emoji, for drawings that no player needs."""
    drawn = {one: data for one in emoji_in(card) if (data := png_of(one)) is not None}
    if not drawn:
        return card, pictures
    names = {one: _name(data) for one, data in drawn.items()}
    found = {names[one]: data for one, data in drawn.items()}
    return msgspec.structs.replace(card, emoji=names), {**pictures, **found}


@lru_cache(maxsize=512)
def _name(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
