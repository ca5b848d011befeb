"""Photographs as people send them: cropped with sense, mended with a light hand, and text read on the worst of them."""

import io
from datetime import UTC, datetime
from random import Random
from zoneinfo import ZoneInfo

import msgspec
import pytest
from PIL import Image, ImageDraw, ImageFilter

from cards.colours import contrast, luminance, mixed
from cards.compose import laid_out
from cards.exposure import treated
from cards.model import Municipality, PictureRef, Screen
from cards.photos import cropped
from cards.saliency import subject_of
from cards.samples import samples
from cards.scenes import draw_scene
from cards.themes import load_theme

NOW = datetime(2026, 11, 26, 13, 32, tzinfo=UTC)
SHA = "a" * 64
_INK = 2.2
"""Contrast to the ink under which a pixel is one of its own soft edges."""


def _jpeg(image: Image.Image) -> bytes:
    file = io.BytesIO()
    image.save(file, "JPEG", quality=92)
    return file.getvalue()


def _people(size: tuple[int, int], places: list[tuple[float, float]], skin: str = "#C68863") -> Image.Image:
    """People before a calm wall: a head and shoulders at each place (of the head's middle)."""
    image = Image.new("RGB", size, "#B9BDB4")
    pen = ImageDraw.Draw(image)
    side = min(size)
    for x, y in places:
        middle, high, head = x * size[0], y * size[1], side * 0.07
        pen.rectangle((middle - head * 2, high + head * 1.4, middle + head * 2, size[1]), fill="#34507A")
        pen.ellipse((middle - head, high - head * 1.2, middle + head, high + head * 1.2), fill=skin)
        for eye in (-0.4, 0.4):
            pen.ellipse((middle + eye * head - 4, high - 8, middle + eye * head + 4, high), fill="#201510")
    return image.filter(ImageFilter.GaussianBlur(1.5))


@pytest.mark.parametrize("skin", ["#F1C9A5", "#C68863", "#8D5A3C"])
@pytest.mark.parametrize("target", [(1920, 1080), (820, 1080), (1080, 820), (1920, 540)])
@pytest.mark.parametrize("places", [[(0.5, 0.2)], [(0.3, 0.22), (0.62, 0.2)], [(0.24, 0.3)]])
def test_nobody_loses_the_head_where_nobody_marked_it(
    skin: str, target: tuple[int, int], places: list[tuple[float, float]]
) -> None:
    size = (1500, 2000)
    data = _jpeg(_people(size, places, skin))
    x, y = subject_of(data, size, target)
    scale = min(size[0] / target[0], size[1] / target[1])
    wide, high = target[0] * scale, target[1] * scale
    left = min(max(x * size[0] - wide / 2, 0), size[0] - wide)
    top = min(max(y * size[1] - high / 2, 0), size[1] - high)
    for head_x, head_y in places:
        half = min(size) * 0.07
        assert left <= head_x * size[0] - half
        assert head_x * size[0] + half <= left + wide
        assert top <= head_y * size[1] - half * 1.2
        assert head_y * size[1] + half * 1.2 <= top + high


def test_a_marked_point_is_kept_whatever_else_is_in_the_picture() -> None:
    image = _people((1600, 900), [(0.2, 0.3)])
    ImageDraw.Draw(image).rectangle((1500, 400, 1560, 460), fill="#FF00FF")
    found = cropped(_jpeg(image), (300, 600), (0.96, 0.48))
    assert found is not None
    assert any(red > 200 and green < 90 and blue > 200 for _, (red, green, blue) in found.getcolors(1 << 20) or [])  # type: ignore[misc]


def test_a_good_photograph_is_left_as_it_is() -> None:
    image = draw_scene("river", (320, 180), "kort")
    assert treated(image).tobytes() == image.tobytes()


def _median(image: Image.Image) -> int:
    values = sorted(image.convert("L").tobytes())
    return values[len(values) // 2]


def test_a_dark_photograph_is_lifted_and_does_not_glare() -> None:
    dark = draw_scene("lake", (320, 180), "kort").point([round(level * 0.16) for level in range(256)] * 3)
    lifted = treated(dark)
    assert _median(dark) + 10 < _median(lifted) < 90
    assert max(lifted.convert("L").tobytes()) < 160


def test_a_night_with_lights_stays_a_night() -> None:
    night = draw_scene("roofs-night", (320, 180), "kort")
    ImageDraw.Draw(night).rectangle((0, 0, 320, 12), fill="#FFE9A8")
    assert _median(treated(night)) < _median(night) + 22


def test_a_photograph_washed_out_by_light_gets_its_middle_back() -> None:
    light = draw_scene("lake", (320, 180), "kort").point([200 + level // 5 for level in range(256)] * 3)
    assert _median(treated(light)) < _median(light) - 8


def test_a_lamp_s_tint_is_taken_half_away_and_a_sunset_keeps_its_own() -> None:
    grey = Image.effect_noise((240, 160), 60).convert("RGB")
    table = [min(255, round(level * gain)) for gain in (1.1, 1.0, 0.72) for level in range(256)]
    tinted = grey.point(table)

    def cast(image: Image.Image) -> float:
        red, _, blue = image.resize((1, 1), Image.Resampling.BOX).tobytes()
        return red / blue

    assert 1.02 < cast(treated(tinted)) < cast(tinted) * 0.88
    sunset = Image.new("RGB", (64, 64), "#F08A3C")
    assert treated(sunset).tobytes() == sunset.tobytes()


def test_a_small_photograph_is_framed_and_not_stretched() -> None:
    small = Image.new("RGB", (300, 200), "#808080")
    ImageDraw.Draw(small).rectangle((0, 0, 299, 199), outline="#FF0000", width=6)
    found = cropped(_jpeg(small), (1920, 1080), (0.5, 0.5))
    assert found is not None
    assert found.size == (1920, 1080)
    assert luminance(found.getpixel((5, 5))) < 0.1  # type: ignore[arg-type]
    reds = [x for x in range(1920) if (pixel := found.getpixel((x, 302)))[0] > 180 and pixel[1] < 90]  # type: ignore[index]
    assert 400 < max(reds) - min(reds) <= 460


def _bad(name: str) -> Image.Image:
    size = (1600, 900)
    if name == "white":
        return Image.new("RGB", size, "#FFFFFF")
    if name == "snow with twigs":
        image = Image.new("RGB", size, "#F4F6FA")
        pen, chance = ImageDraw.Draw(image), Random(3)
        for _ in range(400):
            x, y = chance.randrange(1600), chance.randrange(900)
            pen.line((x, y, x + chance.randrange(-90, 90), y - 60), fill="#26231F", width=3)
        return image
    if name == "noise":
        return Image.merge("RGB", [Image.effect_noise(size, 120) for _ in range(3)])
    if name == "yellow":
        return Image.new("RGB", size, "#FFEE00")
    if name == "stage lights":
        image = Image.new("RGB", size, "#05060A")
        for x in range(60, 1600, 130):
            ImageDraw.Draw(image).ellipse((x, 520, x + 60, 580), fill="#FFFFFF")
        return image
    return Image.linear_gradient("L").resize(size).convert("RGB")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "shape", "theme"),
    [
        ("white", (1280, 720), "kontrast"),
        ("white", (720, 1280), "alv"),
        ("snow with twigs", (1280, 720), "alv"),
        ("noise", (1280, 720), "alv"),
        ("yellow", (720, 1280), "alv"),
        ("stage lights", (1280, 720), "alv"),
        ("gradient", (1280, 720), "kontrast"),
    ],
)
def test_words_are_read_on_the_worst_photographs(theme: str, name: str, shape: tuple[int, int]) -> None:
    data = _jpeg(_bad(name))
    screen = Screen(
        id="s", name="S", place="Hall", municipality=Municipality(id="m", names={"sv": "Älvdala kommun"}),
        width_px=shape[0], height_px=shape[1],
    )  # fmt: skip
    card = msgspec.structs.replace(
        samples(NOW.astimezone(ZoneInfo("Europe/Stockholm")))["news"],
        picture=PictureRef(sha256=SHA, width_px=1600, height_px=900),
    )
    look = load_theme(theme)
    sheet = laid_out(card, screen, look, NOW, "sv", {SHA: data})
    for mark in sheet.marks:
        if mark.role not in ("headline", "text"):
            continue
        ink = mixed((0, 0, 0), tuple(int(mark.ink[at : at + 2], 16) for at in (1, 3, 5)), 1)  # type: ignore[arg-type]
        box = sheet.image.crop(tuple(map(round, (mark.box.left, mark.box.top, mark.box.right, mark.box.bottom))))  # type: ignore[arg-type]
        # The glyphs themselves and their soft edges are near the ink; the rest of the box is ground.
        found = box.getcolors(1 << 24) or []
        ground = sorted((contrast(pixel, ink), count) for count, pixel in found if contrast(pixel, ink) > _INK)  # type: ignore[arg-type]
        least = 7.0 if mark.role == "headline" else look.least
        faint = sum(count for ratio, count in ground if ratio < least)
        assert faint < 0.25 * sum(count for _, count in ground), (mark.text, mark.role)
