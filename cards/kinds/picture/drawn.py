"""Pictures for the sample town, drawn when they are asked for: a photograph of the rink, and a poster handed in."""

import io
from functools import lru_cache
from hashlib import sha256

from PIL import Image

from cards.colours import rgb
from cards.fonts import BODY_STRONG, HEADLINE, Style
from cards.measure import mask
from cards.model import PictureRef
from cards.scenes import draw_scene

_POSTER = ((1240, 1754), ("#F4E1BC", "#E2603A", "#C98A8F", "#8E4A66", "#4E273D"))
_PHOTO = (1600, 1067)


@lru_cache(maxsize=1)
def photo() -> tuple[PictureRef, bytes]:
    """What stands for a photograph of the ice rink in the evening."""
    return _kept(draw_scene("rink", _PHOTO, "sample-picture", ()), "Isbanan i kvällsljus, nyspolad och tom.")


@lru_cache(maxsize=1)
def poster() -> tuple[PictureRef, bytes]:
    """A standing poster as an association hands it in: its own type, its own colours, no thought of any screen."""
    size, colours = _POSTER
    sheet = Image.new("RGB", size, rgb(colours[0]))
    sheet.paste(draw_scene("greeting", (size[0], size[1] - 560), "sample-poster", colours), (0, 560))
    for text, style, size_px, top in (
        ("Vinter-", HEADLINE, 300, 130),
        ("ljus", HEADLINE, 300, 400),
        ("Konst i gamla stationen", BODY_STRONG, 84, 740),
        ("28 november till 14 december", BODY_STRONG, 84, 850),
    ):
        _set(sheet, text, style, size_px, top, colours[-1])
    return _kept(sheet, "Affisch: en låg sol bakom fjäll i plommon och sand. Vinterljus, konst i gamla stationen.")


def _set(sheet: Image.Image, text: str, style: Style, size_px: float, top: int, colour: str) -> None:
    drawn = mask(text, style, size_px)
    if drawn is not None:
        sheet.paste(rgb(colour), (110, top), drawn.image)


def _kept(image: Image.Image, alt: str) -> tuple[PictureRef, bytes]:
    file = io.BytesIO()
    image.save(file, "PNG")
    data = file.getvalue()
    return PictureRef(sha256=sha256(data).hexdigest(), width_px=image.width, height_px=image.height, alt=alt), data
