"""What stands in the final pixels: codes that a telephone reads, texts that are seen, the same bytes every time."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from random import Random
from zoneinfo import ZoneInfo

import msgspec
import pytest
import zxingcpp
from PIL import Image

from cards.colours import contrast, rgb
from cards.compose import compose, laid_out
from cards.model import Card, PictureRef, Screen
from cards.render import to_image
from cards.sheet import Mark
from cards.themes import Theme

STOCKHOLM = ZoneInfo("Europe/Stockholm")
CODED = ("event", "notice", "alert", "news", "question", "pairing")


def photo(width: int = 1600, height: int = 1200) -> bytes:
    """A bright, busy picture: the worst ground for text."""
    random = Random(7)
    small = Image.new("RGB", (40, 30))
    small.putdata([tuple(random.randrange(90, 256) for _ in range(3)) for _ in range(1200)])
    file = io.BytesIO()
    small.resize((width, height), Image.Resampling.BICUBIC).save(file, "JPEG", quality=90)
    return file.getvalue()


@pytest.mark.parametrize("shape", ["landscape", "portrait", "projector"])
@pytest.mark.parametrize("kind", CODED)
def test_a_reader_finds_the_code(
    kind: str, shape: str, cards: dict[str, Card], screen: Callable[[str], Screen], theme: Theme, now: datetime
) -> None:
    card = cards[kind]
    picture = compose(card, screen(shape), theme, now, "sv", {})
    found = zxingcpp.read_barcodes(to_image(picture, now, STOCKHOLM))
    assert card.link is not None
    assert [code.text for code in found] == [card.link.url]


@pytest.mark.parametrize("kind", CODED)
def test_a_code_is_large_enough_to_be_scanned_from_where_people_step(
    kind: str, cards: dict[str, Card], screen: Callable[[str], Screen], theme: Theme, now: datetime
) -> None:
    at = screen("landscape")
    sheet = laid_out(cards[kind], at, theme, now, "sv", {}, paint=False)
    ((_, panel),) = sheet.codes
    modules = 25 if kind != "pairing" else 29
    side_mm = panel.width * modules / (modules + 8) / sheet.sizes.px_per_mm
    assert side_mm >= at.qr_distance_m * 1000 / 10 - 0.5


def worst_contrast(image: Image.Image, mark: Mark) -> float:
    """The contrast of a text with the ground right around it: the box's edge and what it encloses, less its ink."""
    box = mark.box
    pixels = image.crop((int(box.left), int(box.top), int(box.right), int(box.bottom)))
    ink = rgb(mark.ink)
    grounds: list[float] = []
    for count, colour in pixels.getcolors(pixels.width * pixels.height) or []:
        assert isinstance(colour, tuple)
        red, green, blue = (int(value) for value in colour)
        grounds += [contrast(ink, (red, green, blue))] * count
    grounds.sort()
    # Ink and its smooth edges fill less than two thirds of a line's box; what is left is ground.
    return grounds[round(len(grounds) * 0.72)]


@pytest.mark.parametrize("kind", ["event", "notice", "alert", "news", "question", "answer", "house"])
def test_text_is_read_against_its_ground(
    kind: str, cards: dict[str, Card], screen: Callable[[str], Screen], theme: Theme, now: datetime
) -> None:
    sheet = laid_out(cards[kind], screen("landscape"), theme, now, "sv", {})
    for mark in sheet.marks:
        if mark.text != "00:00":
            assert worst_contrast(sheet.image, mark) >= 4.5, mark


@pytest.mark.parametrize("shape", ["landscape", "portrait"])
def test_text_on_a_bright_photograph_is_read(
    shape: str, cards: dict[str, Card], screen: Callable[[str], Screen], theme: Theme, now: datetime
) -> None:
    data = photo()
    ref = PictureRef(sha256="a" * 64, width_px=1600, height_px=1200)
    card = msgspec.structs.replace(cards["news"], picture=ref)
    sheet = laid_out(card, screen(shape), theme, now, "sv", {ref.sha256: data})
    assert sheet.drift
    for mark in sheet.marks:
        if mark.text != "00:00":
            assert worst_contrast(sheet.image, mark) >= 4.5, mark


def test_a_lost_or_broken_picture_is_drawn_as_a_scene(
    cards: dict[str, Card], screen: Callable[[str], Screen], theme: Theme, now: datetime
) -> None:
    ref = PictureRef(sha256="a" * 64, width_px=1600, height_px=1200)
    card = msgspec.structs.replace(cards["event"], picture=ref)
    plain = compose(cards["event"], screen("projector"), theme, now, "sv", {})
    for pictures in ({}, {ref.sha256: b"no picture"}, {ref.sha256: photo()[:900]}):
        drawn = compose(card, screen("projector"), theme, now, "sv", pictures)
        assert drawn.rgb == plain.rgb
        assert not drawn.drift


def test_the_focal_point_is_kept_in_view(
    cards: dict[str, Card], screen: Callable[[str], Screen], theme: Theme, now: datetime
) -> None:
    wide = Image.new("RGB", (3000, 1000), "#303030")
    wide.paste("#FF00FF", (2700, 400, 2800, 600))
    file = io.BytesIO()
    wide.save(file, "PNG")
    ref = PictureRef(sha256="b" * 64, width_px=3000, height_px=1000, focus_x=0.92, focus_y=0.5)
    card = msgspec.structs.replace(cards["event"], picture=ref, link=None)
    sheet = laid_out(card, screen("projector"), theme, now, "sv", {ref.sha256: file.getvalue()})
    colours = {colour: count for count, colour in sheet.image.getcolors(2**24) or []}
    assert colours.get((255, 0, 255), 0) > 2000


@pytest.mark.parametrize("kind", ["event", "question", "house"])
def test_the_same_card_gives_the_same_bytes(
    kind: str, cards: dict[str, Card], screen: Callable[[str], Screen], theme: Theme, now: datetime
) -> None:
    first = compose(cards[kind], screen("projector"), theme, now, "sv", {})
    assert compose(cards[kind], screen("projector"), theme, now, "sv", {}) == first


@pytest.mark.slow
def test_another_process_gives_the_same_bytes_and_the_same_render_id() -> None:
    code = (
        "import hashlib, importlib.util as u; s = u.spec_from_file_location('c', 'tests/cards/conftest.py');"
        "c = u.module_from_spec(s); s.loader.exec_module(c);"
        "from cards.compose import compose; from cards.render_id import render_id;"
        "from cards.model import Screen; from cards.themes import load_theme;"
        "screen = Screen(id='s', name='S', place='Biblioteket', municipality=c.TOWN);"
        "p = compose(c.CARDS['event'], screen, load_theme('alv'), c.at(26, 14), 'sv', {});"
        "print(hashlib.sha256(p.rgb).hexdigest(), render_id())"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(seen) == 1
