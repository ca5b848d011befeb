"""Footers of cards whose lower edge has two grounds: the sender on one, day and clock on the other."""

from cards.fonts import BODY, CLOCK, STRONG
from cards.geometry import Box
from cards.parts import foot_line
from cards.sheet import Sheet
from cards.words import date_text


def day_and_clock(sheet: Sheet, left: float, ink: str, soft: str, ground: str, *, day: bool = True) -> Box:
    """Day and time at the safe area's right end, on a plain `ground` that begins at `left`.

    The day is left out where it finds no room. Returns the box that both take, down to the card's end.
    """
    sizes, right, baseline = sheet.sizes, sheet.safe.right, foot_line(sheet)
    clock = sheet.clock(right, baseline, sizes.clock, ink, ground, "right", CLOCK)
    gap = sizes.label * 0.66
    said = date_text(sheet.now.date(), sheet.language)
    start = clock.left
    if day and sheet.width_of(said, BODY, sizes.label) <= clock.left - gap - left:
        start = sheet.line(said, BODY, sizes.label, clock.left - gap, baseline, soft, "right", "label").left
    return Box(start, clock.top, right, sheet.height)


def sender_lift(sheet: Sheet, width: float) -> float:
    """How much higher than on one line the card's sender begins in a footer that is `width` wide."""
    size = sheet.sizes.label
    name = sheet.card.sender or sheet.screen.municipality.name(sheet.language)
    if sheet.width_of(name, STRONG, size) <= width:
        return 0.0
    block = sheet.fit(name, STRONG, (width, size * 4), (size, sheet.sizes.small_floor), lines=3, leading=1.15)
    return block.step_px * (len(block.lines) - 1) if block is not None else 0.0


def scene_px(sheet: Sheet, design: float) -> float:
    """A length in a scene over the whole card: scenes scale with the short side, also on a bar."""
    return design * min(sheet.width, sheet.height) / 1080


def horizon(sheet: Sheet, palette: tuple[str, ...], name: str, land_px: float, lift_px: float = 0) -> float:
    """Draw the scene `name` over the whole card, so that its near land holds the footer. Returns the scene's height.

    `land_px` is how high the scene's plain near land is, in the design's pixels. Where the footer needs more (a tall
    card, a far screen, a second line that lifts it by `lift_px`), the scene stands higher and the land goes on below.
    """
    top = foot_line(sheet) - lift_px - sheet.sizes.clock * 0.8 - sheet.px(26)
    lift = max(0.0, sheet.height - top - scene_px(sheet, land_px))
    scene = Box(0, 0, sheet.width, round(sheet.height - lift))
    sheet.fill(Box(0, scene.bottom - 1, sheet.width, sheet.height), palette[-1])
    sheet.scene(scene, palette, name)
    return scene.height
