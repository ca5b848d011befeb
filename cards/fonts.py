"""The typefaces, as they lie in their packages, and which of them can set a text.

Schibsted Grotesk sets headlines, Source Sans 3 sets the rest, Noto Sans Arabic sets whatever is Arabic. A text is set
whole in the first face that has all its signs: no sign is ever an empty box. With FriBiDi on the machine, Raqm shapes
the text; without, letters stand one by one and right-to-left text is not offered (`can_shape`).
"""

import unicodedata
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Final, Literal, NamedTuple

from PIL import ImageFont, features

Face = Literal["display", "text", "arabic"]

_FILES: Final[dict[Face, tuple[str, str]]] = {
    "display": ("fontpkg_schibsted_grotesk", "SchibstedGrotesk[wght].ttf"),
    "text": ("fontpkg_source_sans_3", "SourceSans3[wght].ttf"),
    "arabic": ("fontpkg_noto_sans_arabic", "NotoSansArabic[wdth,wght].ttf"),
}

_STAND_INS: Final = {
    "\u2011": "-",  # non-breaking hyphen
    "\u202f": "\u00a0",  # narrow and thin spaces
    "\u2009": "\u00a0",
    "\u200b": "",
    "\ufeff": "",
    "\t": " ",
    "\n": " ",
}

SOFT_HYPHEN: Final = "\u00ad"
REFERENCE_PX: Final = 200
"""The size at which texts are measured; all else is in proportion, as nothing is hinted to the pixel grid."""


class Style(NamedTuple):
    """How a text is set: `display` 800 for headlines, 700 for what is strong, `text` 400 and 600 for the rest."""

    face: Face
    weight: int
    features: tuple[str, ...] = ()
    rtl: bool = False
    """Read from the right although it has no letters that say so: a span of times on an Arabic card."""


HEADLINE: Final = Style("display", 800)
STRONG: Final = Style("display", 700)
BODY: Final = Style("text", 400)
BODY_STRONG: Final = Style("text", 600)
CLOCK: Final = Style("display", 700, ("case",))
"""The raised colon. Not the tabular figures: Schibsted's have a slab under the 1 and a gap round the colon."""


@lru_cache(maxsize=1)
def can_shape() -> bool:
    """Tell whether the machine can shape text: Raqm is built in, and FriBiDi was found."""
    return bool(features.check("raqm") and features.check("fribidi"))


def path_of(face: Face) -> Path:
    """The file of `face`."""
    package, name = _FILES[face]
    return Path(str(resources.files(package).joinpath("files").joinpath(name)))


@lru_cache(maxsize=96)
def font(face: Face, weight: int, size_px: int) -> ImageFont.FreeTypeFont:
    """`face` in `weight` at `size_px`."""
    engine = ImageFont.Layout.RAQM if can_shape() else ImageFont.Layout.BASIC
    found = ImageFont.truetype(str(path_of(face)), size_px, layout_engine=engine)
    axes = []
    for axis in found.get_variation_axes():
        name = axis["name"].decode() if isinstance(axis["name"], bytes) else str(axis["name"])
        low, high = int(axis["minimum"] or 0), int(axis["maximum"] or 0)
        axes.append(float(max(low, min(high, weight if name == "Weight" else high))))
    found.set_variation_by_axes(axes)
    return found


def cleaned(text: str) -> str:
    """`text` as it is set: composed letters, plain stand-ins for signs that no face has, no control characters."""
    whole = "".join(_STAND_INS.get(sign, sign) for sign in unicodedata.normalize("NFC", text))
    return "".join(sign for sign in whole if unicodedata.category(sign) not in ("Cc", "Cs", "Co", "Cn"))


@lru_cache(maxsize=4096)
def _has(face: Face, sign: str) -> bool:
    if sign.isspace() or unicodedata.category(sign) in ("Cf", "Mn"):
        return True
    small = font(face, 400, 32)
    missing = small.getmask("\uffff")
    drawn = small.getmask(sign)
    return drawn.size != missing.size or bytes(drawn) != bytes(missing)


@lru_cache(maxsize=2048)
def face_for(text: str, wanted: Face) -> Face:
    """The face that sets all of `text`: the wanted one, else the first that can."""
    if any(is_arabic(sign) for sign in text):
        return "arabic"
    others: tuple[Face, ...] = ("display", "text", "arabic")
    for face in (wanted, *(other for other in others if other != wanted)):
        if all(_has(face, sign) for sign in set(text)):
            return face
    return wanted


def missing_signs(text: str) -> str:
    """The signs of `text` that no face has, each once; they are left out when it is drawn."""
    faces: tuple[Face, ...] = ("display", "text", "arabic")
    return "".join(sign for sign in dict.fromkeys(cleaned(text)) if not any(_has(face, sign) for face in faces))


def settable(text: str) -> str:
    """`text` cleaned, without the signs that its face lacks."""
    whole = cleaned(text)
    face = face_for(whole, "text")
    return "".join(sign for sign in whole if _has(face, sign) or (_has("display", sign) and face != "arabic"))


def is_arabic(sign: str) -> bool:
    """Tell whether `sign` is written from the right."""
    return unicodedata.bidirectional(sign) in ("AL", "R")


@lru_cache(maxsize=16)
def capital_em(face: Face) -> float:
    """Height of a capital H, in shares of the font's size, as measured."""
    return float(font(face, 400, 1000).getmask("H").size[1]) / 1000
