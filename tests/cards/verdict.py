"""What is wrong with a card that was laid out or drawn: judged from its marks and from its pixels."""

from itertools import combinations
from typing import Final

from PIL import Image, ImageChops, ImageDraw, ImageFilter
from zxingcpp import read_barcodes

from cards.colours import contrast, rgb
from cards.geometry import Box
from cards.sheet import Mark, Sheet

STRICT: Final = ("notice", "alert", "event")
"""Kinds whose headlines ask for a contrast of 7."""
_SLACK: Final = 1.5
"""How many pixels of the design ink may stand outside: it is measured before it is drawn, and then rounded."""


def layout_faults(sheet: Sheet) -> list[str]:
    """Texts and codes outside the safe area, over one another, or too small to be read from where people stand."""
    screen, found, slack = sheet.screen, [], _SLACK * max(1.0, sheet.sizes.unit)
    x, y = screen.safe_area * screen.width_px, screen.safe_area * screen.height_px
    safe = Box(x, y, screen.width_px - x, screen.height_px - y)
    for mark in sheet.marks:
        if not safe.holds(mark.box, slack=slack):
            found.append(f"outside: {mark.text!r} {mark.box}")
        if mark.size_px < sheet.sizes.small_floor - 0.01:
            found.append(f"too small: {mark.text!r} {mark.size_px:.1f} < {sheet.sizes.small_floor:.1f}")
        if mark.role == "headline" and mark.size_px < sheet.sizes.body_floor - 0.01:
            found.append(f"headline too small: {mark.text!r} {mark.size_px:.1f}")
    for one, other in combinations(sheet.marks, 2):
        if one.block != other.block and one.box.overlaps(other.box, slack=slack):
            found.append(f"overlap: {one.text!r} {one.box} / {other.text!r} {other.box}")
    for url, panel in sheet.codes:
        if not safe.holds(panel, slack=slack):
            found.append(f"code outside: {url} {panel}")
        found += [f"code over {mark.text!r}" for mark in sheet.marks if mark.box.overlaps(panel, slack=slack)]
    return found


def pixel_faults(sheet: Sheet, bare: Image.Image) -> list[str]:
    """What the pixels say of a drawn `sheet`; `bare` is the same card drawn without texts and what strikes them."""
    found = [*_unread(sheet, bare), *_codes(sheet)]
    ink = ImageChops.difference(sheet.image, bare).convert("L").point(lambda level: 255 if level > 8 else 0)
    pen = ImageDraw.Draw(ink)
    for box in (*(mark.box for mark in sheet.marks), *sheet.struck):
        pen.rectangle((box.left - 2, box.top - 2, box.right + 2, box.bottom + 2), fill=0)
    if (stray := ink.getbbox()) is not None:
        found.append(f"ink outside its box at {stray}")
    return found


def _unread(sheet: Sheet, bare: Image.Image) -> list[str]:
    found = []
    for mark in sheet.marks:
        least = 7.0 if mark.role == "headline" and sheet.card.kind in STRICT else 4.5
        seen = _contrast(bare, mark)
        if seen < least - 0.05:
            found.append(f"contrast {seen:.2f} < {least}: {mark.text!r} {mark.ink}")
    return found


def _contrast(bare: Image.Image, mark: Mark) -> float:
    """The contrast of a text's colour with the ground under its box, but for the one in a hundred worst pixels."""
    box = mark.box
    ground = bare.crop((int(box.left), int(box.top), int(box.right) + 1, int(box.bottom) + 1))
    ground.thumbnail((400, 400), Image.Resampling.NEAREST)
    ink = rgb(mark.ink)
    seen = []
    for count, colour in ground.getcolors(ground.width * ground.height) or []:
        assert isinstance(colour, tuple)
        seen.append((contrast(ink, (int(colour[0]), int(colour[1]), int(colour[2]))), count))
    seen.sort()
    left = ground.width * ground.height // 100
    for value, count in seen:
        left -= count
        if left < 0:
            return value
    return seen[-1][0]


def _codes(sheet: Sheet) -> list[str]:
    """Each code must be read as it is, at half its size, and out of focus."""
    found = []
    for url, panel in sheet.codes:
        edge = 8
        image = sheet.image.crop(
            (int(panel.left) - edge, int(panel.top) - edge, int(panel.right) + edge, int(panel.bottom) + edge)
        )
        looks = {
            "as it is": image,
            "at half its size": image.reduce(2),
            "blurred": image.filter(ImageFilter.GaussianBlur(sheet.px(2.5))),
        }
        for how, look in looks.items():
            if [code.text for code in read_barcodes(look)] != [url]:
                found.append(f"code not read {how}: {url} {panel}")
    return found
