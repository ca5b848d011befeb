"""The typefaces, as they lie in their packages, and which of them has a sign.

Schibsted Grotesk sets headlines, Source Sans 3 sets the rest, Noto Sans Arabic sets whatever is Arabic, and Onest lends
headlines its Cyrillic, which has Schibsted's heights and weights. Each stretch of a text is set in the first face that
has its signs (`cards.runs`): one foreign word does not move a line to another face, and no sign is ever an empty box.
With FriBiDi on the machine, Raqm shapes the text; without, letters stand one by one and right-to-left text is not
offered (`can_shape`).
"""

import unicodedata
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Final, Literal, NamedTuple

from PIL import ImageFont, features

from cards.bidi import CONTROLS, is_rtl
from cards.emoji import parted, without

Face = Literal["display", "text", "cyrillic", "arabic"]

_FILES: Final[dict[Face, tuple[str, str]]] = {
    "display": ("fontpkg_schibsted_grotesk", "SchibstedGrotesk[wght].ttf"),
    "text": ("fontpkg_source_sans_3", "SourceSans3[wght].ttf"),
    "cyrillic": ("fontpkg_onest", "Onest[wght].ttf"),
    "arabic": ("fontpkg_noto_sans_arabic", "NotoSansArabic[wdth,wght].ttf"),
}
FACES: Final[tuple[Face, ...]] = tuple(_FILES)

_CHAINS: Final[dict[Face, tuple[Face, ...]]] = {
    "display": ("display", "cyrillic", "text", "arabic"),
    "text": ("text", "display", "cyrillic", "arabic"),
    "cyrillic": ("cyrillic", "display", "text", "arabic"),
    "arabic": ("arabic", "display", "text", "cyrillic"),
}
"""In which order faces are asked for a sign."""

_STAND_INS: Final = {
    "\u2011": "-",  # non-breaking hyphen
    "\u202f": "\u00a0",  # narrow and thin spaces
    "\u2009": "\u00a0",
    "\u2007": "\u00a0",
    "\t": " ",
    "\n": " ",
    "\r": " ",
    "\v": " ",
    "\f": " ",
    "\u2028": " ",
    "\u2029": " ",
}

SOFT_HYPHEN: Final = "\u00ad"
JOINERS: Final = "\u200c\u200d"
"""They shape Arabic and Persian letters, and stand nowhere else but inside emoji."""
_KEPT_FORMATS: Final = CONTROLS | {SOFT_HYPHEN, *JOINERS}

REFERENCE_PX: Final = 200
"""The size at which texts are measured; all else is in proportion, as nothing is hinted to the pixel grid."""


class Style(NamedTuple):
    """How a text is set: `display` 800 for headlines, 700 for what is strong, `text` 400 and 600 for the rest."""

    face: Face
    weight: int
    features: tuple[str, ...] = ()
    rtl: bool = False
    """The line as a whole is read from the right, whatever it begins with."""


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


@lru_cache(maxsize=128)
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
    # The first text that is laid out after the axes were set still has the widths of the default weight.
    found.getlength(" ")
    return found


@lru_cache(maxsize=len(_FILES))
def _plain(face: Face) -> ImageFont.FreeTypeFont:
    """A small font that shapes nothing: what it draws for a sign is that sign's own glyph."""
    return ImageFont.truetype(str(path_of(face)), 32, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=8192)
def has(face: Face, sign: str) -> bool:
    """Tell whether `face` draws `sign`. Spaces and what only steers its neighbours need no glyph."""
    if sign.isspace() or unicodedata.category(sign) == "Cf":
        return True
    missing, drawn = _plain(face).getmask("\uffff"), _plain(face).getmask(sign)
    return drawn.size != missing.size or bytes(drawn) != bytes(missing)


@lru_cache(maxsize=8192)
def face_of(cluster: str, wanted: Face) -> Face | None:
    """The face that sets `cluster` (a sign with its marks): the wanted one, else the first that can. None: no face."""
    chain = _CHAINS["arabic"] if any(is_rtl(sign) for sign in cluster) else _CHAINS[wanted]
    return next((face for face in chain if all(has(face, sign) for sign in cluster)), None)


@lru_cache(maxsize=2048)
def cleaned(text: str) -> str:
    """`text` as it is set: composed letters, plain stand-ins for signs that no face has, nothing that has no width."""
    found = []
    for stretch, is_emoji in parted(text):
        if is_emoji:
            found.append(stretch)
            continue
        whole = "".join(_STAND_INS.get(sign, sign) for sign in unicodedata.normalize("NFC", stretch))
        # A temperature on an Arabic card has no letters, and says by such signs how it is read.
        rtl = any(is_rtl(sign) for sign in whole) or not any(sign.isalpha() for sign in whole)
        found += [sign for sign in whole if _stays(sign, rtl=rtl)]
    return "".join(found)


def _stays(sign: str, *, rtl: bool) -> bool:
    if unicodedata.category(sign) == "Cf":
        return sign in _KEPT_FORMATS and (rtl or sign == SOFT_HYPHEN)
    return unicodedata.category(sign) not in ("Cc", "Cs", "Co", "Cn") and not 0xFE00 <= ord(sign) <= 0xFE0F


def clusters(text: str) -> list[str]:
    """`text` in signs, each with the marks that stand on it. A mark with nothing to stand on is alone."""
    found: list[str] = []
    for sign in text:
        if is_mark(sign) and found and not found[-1][0].isspace():
            found[-1] += sign
        else:
            found.append(sign)
    return found


def is_mark(sign: str) -> bool:
    """Tell whether `sign` stands on the one before it: an accent, a vowel sign."""
    return unicodedata.category(sign) in ("Mn", "Me")


def _drawable(cluster: str) -> bool:
    return not is_mark(cluster[0]) and face_of(cluster, "text") is not None


@lru_cache(maxsize=1024)
def missing_signs(text: str) -> str:
    """The signs of `text` that no face has, each once; they are left out when it is drawn. Emoji are not among them."""
    plain = "".join(stretch for stretch, is_emoji in parted(text) if not is_emoji)
    return "".join(dict.fromkeys(cluster for cluster in clusters(cleaned(plain)) if not _drawable(cluster)))


@lru_cache(maxsize=2048)
def settable(text: str, emoji: frozenset[str] = frozenset()) -> str:
    """`text` cleaned, without the signs that no face has, and without the emoji that are not at hand in `emoji`."""
    found = []
    for stretch, is_emoji in parted(without(text, emoji)):
        if is_emoji:
            found.append(stretch)
        else:
            found += [cluster for cluster in clusters(cleaned(stretch)) if _drawable(cluster)]
    return "".join(found)


def says_something(text: str) -> bool:
    """Tell whether anything of `text` would be seen: spaces and signs without width say nothing."""
    return any(not sign.isspace() and unicodedata.category(sign) not in ("Cf", "Mn") for sign in cleaned(text))


@lru_cache(maxsize=16)
def capital_em(face: Face) -> float:
    """Height of a capital H, in shares of the font's size, as measured."""
    return float(font(face, 400, 1000).getmask("H").size[1]) / 1000
