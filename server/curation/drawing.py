"""Cards drawn for pages, by the same code as on the glass, and kept in memory for as long as they hold.

A drawing is asked for by card, screen, language and width; small ones are composed on a smaller canvas, which the
rules of legibility make look the same. What the picture says relative to the day ("i morgon") ends the drawing.
"""

import base64
import hashlib
import math
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from threading import Lock
from zoneinfo import ZoneInfo

import msgspec

from cards.compose import compose
from cards.errors import NoTitleError
from cards.model import Card, Language, Municipality, Screen
from cards.render import to_jpeg
from cards.themes import worn
from server.curation.fields import TITLE_STAND_IN
from server.media import emoji

KEPT = 1200
"""Drawings held at once; a small one is some 12 kB."""
HOLDS = timedelta(minutes=10)
"""How old the clock in a drawing's footer may be on a page."""
SMALL_PX = 480
ARM_MM = 600
MM_PER_INCH = 25.4
CSS_PX_PER_MM = 96 / MM_PER_INCH
PORTRAIT_ID = "page-portrait"


class _Shelf:
    """The drawings in memory, the least recently used falling out first."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._drawings: OrderedDict[bytes, tuple[datetime, bytes]] = OrderedDict()

    def get(self, key: bytes, now: datetime) -> bytes | None:
        with self._lock:
            found = self._drawings.get(key)
            if found is None or found[0] <= now:
                return None
            self._drawings.move_to_end(key)
            return found[1]

    def put(self, key: bytes, until: datetime, data: bytes) -> None:
        with self._lock:
            self._drawings[key] = (until, data)
            self._drawings.move_to_end(key)
            while len(self._drawings) > KEPT:
                self._drawings.popitem(last=False)


_SHELF = _Shelf()


def jpeg(
    card: Card, screen: Screen, now: datetime, pictures: Mapping[str, bytes], width_px: int, language: Language = "sv"
) -> bytes:
    """`card` as it looks on `screen`, `width_px` wide, as JPEG; a headline that is still missing is stood in for.

    Raises CardError for a card that cannot be drawn.
    """
    if width_px <= SMALL_PX:
        screen = _smaller(screen)
    key = _key(card, screen, language, width_px, sorted(pictures))
    kept = _SHELF.get(key, now)
    if kept is not None:
        return kept
    theme = worn(screen)
    card, pictures = emoji.dressed(card, pictures)
    try:
        picture = compose(card, screen, theme, now, language, pictures)
    except NoTitleError:
        picture = compose(_titled(card, language), screen, theme, now, language, pictures)
    data = to_jpeg(picture, now, ZoneInfo(screen.zone), width_px=min(width_px, picture.width_px), quality=84)
    _SHELF.put(key, min(picture.valid_until, now + HOLDS), data)
    return data


def inline(data: bytes) -> str:
    """A JPEG as an address that holds it, for drawings of what is not kept yet."""
    return "data:image/jpeg;base64," + base64.b64encode(data).decode()


def etag(data: bytes) -> str:
    """What names exactly these bytes."""
    return f'"{hashlib.sha256(data).hexdigest()[:24]}"'


def lying(screens: Iterable[Screen], municipality: Municipality) -> Screen:
    """The first screen that lies, else a plain one of 55 inches."""
    plain = Screen(id="page", name="", place="", municipality=municipality)
    return next((screen for screen in screens if not screen.portrait), plain)


def standing(screens: Iterable[Screen], municipality: Municipality) -> Screen:
    """The first screen that stands, else a plain one of 43 inches; the plain one has the id PORTRAIT_ID."""
    plain = Screen(
        id=PORTRAIT_ID,
        name="",
        place="",
        municipality=municipality,
        width_px=1080,
        height_px=1920,
        inches=43.0,
        distance_m=2.0,
    )
    return next((screen for screen in screens if screen.portrait), plain)


def farthest(screens: Iterable[Screen]) -> Screen | None:
    """The screen on which letters look smallest: far away for its size."""
    return max(screens, key=lambda screen: screen.distance_m / screen.inches, default=None)


def seen_px(screen: Screen) -> tuple[int, int]:
    """Width and height, in CSS pixels, that look as large at an arm's length as `screen` does from where one stands."""
    diagonal = math.hypot(screen.width_px, screen.height_px)
    width_mm = screen.inches * MM_PER_INCH * screen.width_px / diagonal
    width = width_mm * ARM_MM / (screen.distance_m * 1000) * CSS_PX_PER_MM
    return round(width), round(width * screen.height_px / screen.width_px)


def _titled(card: Card, language: Language) -> Card:
    text = msgspec.structs.replace(card.text(language), title=TITLE_STAND_IN)
    return msgspec.structs.replace(card, texts={**card.texts, language: text})


def _smaller(screen: Screen) -> Screen:
    return msgspec.structs.replace(screen, width_px=screen.width_px // 2, height_px=screen.height_px // 2)


def _key(card: Card, screen: Screen, language: Language, width_px: int, pictures: list[str]) -> bytes:
    digest = hashlib.sha256()
    for part in (card, screen, language, width_px, pictures):
        digest.update(msgspec.json.encode(part, order="deterministic") + b"\0")
    return digest.digest()
