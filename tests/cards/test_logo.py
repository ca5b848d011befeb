"""The logo: one file for web and cards, drawn in any colour and size."""

import io
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import msgspec
import pytest
from PIL import Image, ImageDraw

from cards.compose import compose
from cards.logo import LogoError, _outline, draw_logo, plate_for, uploaded_logo
from cards.model import Municipality, Screen
from cards.render import to_image
from cards.samples import samples
from cards.themes import Theme, own_theme


def test_the_logo_is_drawn_as_high_as_asked_in_the_colours_asked_for() -> None:
    image = draw_logo("alvdala", 96, "#FFFFFF", "#E9B13B", "#22336A")
    assert image.size == (96, 96)
    colours = {colour for _, colour in image.getcolors(100_000) or []}
    assert {(255, 255, 255), (0xE9, 0xB1, 0x3B), (0x22, 0x33, 0x6A)} <= colours


@pytest.mark.parametrize("path", ["1 2 3 4", "Z 1 2"])
def test_a_path_that_is_more_than_lines_and_curves_is_refused(path: str) -> None:
    with pytest.raises(LogoError):
        _outline(path)


def _png(colour: tuple[int, int, int], size: tuple[int, int] = (300, 120)) -> bytes:
    """A disc and a bar of one colour on nothing."""
    image = Image.new("RGBA", size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    pen.ellipse((0, 0, size[1] - 1, size[1] - 1), fill=(*colour, 255))
    pen.rectangle((size[1] + 10, 40, size[0] - 1, 80), fill=(*colour, 255))
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


@pytest.mark.parametrize(
    ("colour", "ground", "plate"),
    [
        ((255, 255, 255), "#22336A", ""),
        ((255, 255, 255), "#FAF0DB", "#16242C"),
        ((20, 30, 60), "#FAF0DB", ""),
        ((20, 30, 60), "#22336A", "#FFFFFF"),
        ((0, 87, 168), "#FFFFFF", ""),
    ],
)
def test_a_logo_gets_a_plate_only_where_it_would_be_lost(colour: tuple[int, int, int], ground: str, plate: str) -> None:
    image = uploaded_logo(_png(colour), 200, 80)
    assert image is not None
    assert plate_for(image, ground) == plate


def test_an_uploaded_logo_keeps_its_shape_and_its_edges_do_not_darken() -> None:
    image = uploaded_logo(_png((255, 255, 255)), 150, 200)
    assert image is not None
    assert image.size == (150, 60)
    assert all(pixel[0] > 240 for _, pixel in image.getcolors(10_000) or [] if pixel[3] > 40)


def test_bytes_that_are_no_picture_are_no_logo() -> None:
    assert uploaded_logo(b"logo", 100, 100) is None


@pytest.mark.parametrize("kind", ["house", "answer", "question"])
def test_the_logo_stands_on_cards_that_have_room(kind: str) -> None:
    theme = own_theme(("#0057A8", "#F39200"), _png((230, 0, 120)))
    bare = msgspec.structs.replace(theme, logo=None)
    with_logo, without = (_drawn(kind, one) for one in (theme, bare))
    pink = [
        sum(count for count, pixel in image.getcolors(1 << 24) or [] if pixel == (230, 0, 120))
        for image in (with_logo, without)
    ]
    assert pink[0] > 500
    assert pink[1] == 0


def _drawn(kind: str, theme: Theme) -> Image.Image:
    now = datetime(2026, 11, 26, 13, 32, tzinfo=UTC)
    screen = Screen(id="s", name="S", place="Hall", municipality=Municipality(id="m", names={"sv": "Älvdala kommun"}))
    return to_image(compose(samples(now)[kind], screen, theme, now, "sv", {}), now, ZoneInfo("Europe/Stockholm"))
