"""Composing cards, as the player's composer does it: each kind at 1080p and 4K, and the event with a drawn photograph.

Every kind is composed for many moments in turn, so that what a minute changes is drawn anew; fonts are loaded and
grounds kept, as they are in a composer that has been running. A photograph is decoded anew each time. What a ground
costs when it is drawn for the first time is told apart, as is the first card of a process that has just begun.
"""

import hashlib
import io
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
from html_card import picture as html_picture
from html_card import warm_page
from PIL import Image, ImageOps

from cards import photos
from cards.compose import compose
from cards.model import Card, Municipality, PictureRef, Screen
from cards.picture import with_clock
from cards.samples import samples
from cards.scenes import SCENES, draw_scene
from cards.sheet import Sheet
from cards.themes import load_theme
from commands.bench.figures import Figure

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.photos.drawn import photograph

NOW = datetime(2026, 11, 26, 14, 32, tzinfo=ZoneInfo("Europe/Stockholm"))
ROUNDS = 15
SIZE = (1920, 1080)
UHD = (3840, 2160)
SCREEN = Screen(
    id="bib-entre",
    name="Entrén",
    place="Biblioteket",
    municipality=Municipality(id="alvdala", names={"sv": "Älvdala kommun"}),
    width_px=SIZE[0],
    height_px=SIZE[1],
)
SCREEN_UHD = msgspec.structs.replace(SCREEN, width_px=UHD[0], height_px=UHD[1])

FIRST_CARD = """
import resource, time
from bench_cards import NOW, SCREEN{uhd} as screen, load_theme, samples, compose
cards, theme, start = samples(NOW), load_theme("alv"), time.perf_counter()
compose(cards["event"], screen, theme, NOW, "sv", {{}})
first = time.perf_counter() - start
for card in cards.values():
    compose(card, screen, theme, NOW, "sv", {{}})
print(first * 1000, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def measure() -> list[Figure]:
    """The figures, medians and the 95th of a hundred."""
    found = _event_with_photo()
    for screen, sort, aim in ((SCREEN, "1080p", 200), (SCREEN_UHD, "4K", 800)):
        found += _every_kind(screen, sort, aim)
        found.append(_first_card(screen, sort))
    return [*found, _fitting(), _live(), *_against_html(), _first_grounds()]


def _every_kind(screen: Screen, sort: str, aim: int) -> list[Figure]:
    """Each kind's median and 95th; the aim is for the 95th."""
    found = []
    for kind, card in samples(NOW).items():
        took = _timed(lambda number, card=card: _compose(card, number, on=screen))  # type: ignore[misc]
        high = statistics.quantiles(took, n=20)[-1]
        note = f"median {statistics.median(took):.1f} ms of {ROUNDS}"
        found.append(Figure(f"compose {kind} at {sort}, p95", round(high, 1), "ms", f"< {aim}", note))
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


def _compose(card: Card, number: int, pictures: dict[str, bytes] | None = None, on: Screen = SCREEN) -> None:
    compose(card, on, load_theme("alv"), NOW + timedelta(minutes=number % 25), "sv", pictures or {})


def _timed(once: Callable[[int], object], rounds: int = ROUNDS) -> list[float]:
    """How long each round takes, in milliseconds, after one that does not count."""
    once(0)
    took = []
    for number in range(rounds):
        start = time.perf_counter()
        once(number)
        took.append((time.perf_counter() - start) * 1000)
    return took


def _figures(name: str, once: Callable[[int], None], aim: str, note: str = "") -> list[Figure]:
    took = _timed(once)
    high = statistics.quantiles(took, n=20)[-1]
    return [
        Figure(f"{name}, median", round(statistics.median(took), 1), "ms", aim, note),
        Figure(f"{name}, p95", round(high, 1), "ms", "", f"of {ROUNDS}"),
    ]


def _first_card(screen: Screen, sort: str) -> Figure:
    """A process of its own: its first card after the imports, and its peak of memory after one card of each kind."""
    code = FIRST_CARD.format(uhd="" if screen is SCREEN else "_UHD")
    run = [sys.executable, "-c", code]
    said = subprocess.run(run, cwd=Path(__file__).parent, check=True, capture_output=True, text=True).stdout.split()
    first, peak = (float(value) for value in said)
    note = f"after import, fonts and ground cold; peak of memory after all kinds {peak:.0f} MB"
    return Figure(f"first card of a process at {sort}", round(first, 1), "ms", "", note)


def _fitting() -> Figure:
    """How much of composing an event is spent on fitting its texts, when no text has been seen before."""
    spent = [0.0]
    fit = Sheet.fit

    def watched(self: Sheet, *of: object, **more: object) -> object:
        start = time.perf_counter()
        try:
            return fit(self, *of, **more)  # type: ignore[arg-type]
        finally:
            spent[0] += time.perf_counter() - start

    event, shares = samples(NOW)["event"], []
    Sheet.fit = watched  # type: ignore[method-assign,assignment]
    try:
        for number in range(ROUNDS):
            spent[0], start = 0.0, time.perf_counter()
            _compose(_renamed(event, number), number)
            shares.append(spent[0] / (time.perf_counter() - start))
    finally:
        Sheet.fit = fit  # type: ignore[method-assign]
    return Figure(
        "text fitting's share of composing an event", round(statistics.median(shares), 2), "", "", "new texts"
    )


def _renamed(card: Card, number: int) -> Card:
    text = card.text("sv")
    return msgspec.structs.replace(
        card, texts={"sv": msgspec.structs.replace(text, title=f"{text.title} nummer {number}")}
    )


def _live() -> Figure:
    """Laying another time on a card that stands."""
    shown = compose(samples(NOW)["event"], SCREEN, load_theme("alv"), NOW, "sv", {})
    took = _timed(lambda number: with_clock(shown, 14, number % 60), 60)
    return Figure("lay another time on a card, p95", round(statistics.quantiles(took, n=20)[-1], 2), "ms", "< 5")


def _against_html() -> list[Figure]:
    """The same event in Chromium, turn by turn in one run."""
    event, found = samples(NOW)["event"], []
    for screen, sort in ((SCREEN, "1080p"), (SCREEN_UHD, "4K")):
        ours, theirs = [], []
        with warm_page(event, (screen.width_px, screen.height_px)) as page:
            for number in range(ROUNDS):
                card = _renamed(event, number)
                start = time.perf_counter()
                _compose(card, number, on=screen)
                between = time.perf_counter()
                html_picture(page, card.text("sv").title, "i morgon 18.00")
                ours.append((between - start) * 1000)
                theirs.append((time.perf_counter() - between) * 1000)
        mine, other = statistics.median(ours), statistics.median(theirs)
        note = (
            f"Chromium {other:.0f} ms, ours {mine:.0f} ms, medians of {ROUNDS} in turn; a warm page with its screenshot"
        )
        name = f"Chromium's time for the same card at {sort}, in times of ours"
        found.append(Figure(name, round(other / mine, 1), "", "≥ 2", note))
    return found


def _first_grounds() -> Figure:
    took = {}
    for name in SCENES:
        start = time.perf_counter()
        draw_scene(name, SIZE, "bench")
        took[name] = (time.perf_counter() - start) * 1000
    slowest = max(took, key=lambda name: took[name])
    note = f"{slowest}; median {statistics.median(took.values()):.0f} ms of {len(took)} scenes"
    return Figure("draw a ground for the first time, slowest scene", round(took[slowest], 1), "ms", "< 250", note)
