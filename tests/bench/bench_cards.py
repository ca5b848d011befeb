"""Composing cards at 1920 x 1080: each kind, and the event with a drawn photograph, as the player's composer does it.

Every kind is composed for many moments in turn, so that what a minute changes is drawn anew; fonts are loaded and
grounds kept, as they are in a composer that has been running. A photograph is decoded anew each time. What a ground
costs when it is drawn for the first time is told apart.
"""

import hashlib
import io
import statistics
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
from PIL import Image, ImageOps

from cards import photos
from cards.compose import compose
from cards.model import Card, Municipality, PictureRef, Screen
from cards.samples import samples
from cards.scenes import SCENES, draw_scene
from cards.themes import load_theme
from commands.bench.figures import Figure

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.photos.drawn import photograph

NOW = datetime(2026, 11, 26, 14, 32, tzinfo=ZoneInfo("Europe/Stockholm"))
ROUNDS = 15
SIZE = (1920, 1080)
SCREEN = Screen(
    id="bib-entre",
    name="Entrén",
    place="Biblioteket",
    municipality=Municipality(id="alvdala", names={"sv": "Älvdala kommun"}),
    width_px=SIZE[0],
    height_px=SIZE[1],
)


def measure() -> list[Figure]:
    """The figures, medians and the 95th of a hundred."""
    found = _event_with_photo()
    for kind, card in samples(NOW).items():
        found += _figures(f"compose {kind}", lambda number, card=card: _compose(card, number), "")  # type: ignore[misc]
    found.append(_first_grounds())
    return found


def _event_with_photo() -> list[Figure]:
    drawn = photograph("IMG_0001.jpg", "river", 1)
    with Image.open(io.BytesIO(drawn.data)) as original:
        sized = ImageOps.fit(original, SIZE, Image.Resampling.LANCZOS)
    file = io.BytesIO()
    sized.save(file, "JPEG", quality=88)
    event = samples(NOW)["event"]
    return [
        *_figures(
            "compose event with a drawn photo",
            _photo_case(event, file.getvalue(), SIZE),
            "< 150",
            "the photo as the server sends it, 1920 x 1080, decoded each time",
        ),
        *_figures(
            "compose event with an original",
            _photo_case(event, drawn.data, drawn.upright),
            "",
            "a drawn photo of 12 megapixels, decoded each time",
        ),
    ]


def _photo_case(card: Card, data: bytes, size: tuple[int, int]) -> Callable[[int], None]:
    digest = hashlib.sha256(data).hexdigest()
    shown = msgspec.structs.replace(card, picture=PictureRef(sha256=digest, width_px=size[0], height_px=size[1]))

    def once(number: int) -> None:
        photos.cropped.cache_clear()
        _compose(shown, number, {digest: data})

    return once


def _compose(card: Card, number: int, pictures: dict[str, bytes] | None = None) -> None:
    compose(card, SCREEN, load_theme("alv"), NOW + timedelta(minutes=number % 25), "sv", pictures or {})


def _figures(name: str, once: Callable[[int], None], aim: str, note: str = "") -> list[Figure]:
    once(0)
    took = []
    for number in range(ROUNDS):
        start = time.perf_counter()
        once(number)
        took.append((time.perf_counter() - start) * 1000)
    high = statistics.quantiles(took, n=20)[-1]
    return [
        Figure(f"{name}, median", round(statistics.median(took), 1), "ms", aim, note),
        Figure(f"{name}, p95", round(high, 1), "ms", "", f"of {ROUNDS}"),
    ]


def _first_grounds() -> Figure:
    took = {}
    for name in SCENES:
        start = time.perf_counter()
        draw_scene(name, SIZE, "bench")
        took[name] = (time.perf_counter() - start) * 1000
    slowest = max(took, key=lambda name: took[name])
    note = f"{slowest}; median {statistics.median(took.values()):.0f} ms of {len(took)} scenes"
    return Figure("draw a ground for the first time, slowest scene", round(took[slowest], 1), "ms", "< 250", note)
