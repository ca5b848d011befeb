"""The coloured side of a list's card: its sort, its headline, what it covers and who says it; the rows stand beside it.

Where the screen stands it lies above the rows, on a bar it is their first column. What finds no room on it is left out
in this order: the scene, the line under the headline, the chip.
"""

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from cards.colours import contrast, rgb
from cards.fitting import Block
from cards.fonts import BODY, STRONG
from cards.geometry import Box
from cards.kinds.feet import day_and_clock
from cards.parts import chip, chip_height, foot_line, foot_top, footer, headline
from cards.sheet import Sheet

_READ: Final = 6.0
"""The contrast that a sender has on the land, whatever the theme."""
_SCENE: Final = 170
"""The least height of a scene under the words, in pixels of the design."""

Scene = Callable[[Sheet, Box, float], None]
"""Draws what stands under the words, in the box that is free there, down to the land that holds the footer.

The third is how far the near land of a scene may reach on under the box. `colours.scene` ends with that land's colour.
"""


class Panel(NamedTuple):
    """Where the panel lies and where the rows may stand. `above`: it lies over them, across the card."""

    box: Box
    rows: Box
    above: bool
    aside_px: float = 0
    """How much of its end the words leave to something else, such as a QR code."""


class Head(NamedTuple):
    """What stands on a panel, set but not yet drawn."""

    word: str
    title: Block
    line: Block | None
    chip_px: float
    gap_px: float

    @property
    def height_px(self) -> float:
        """From the chip's top to the last line's ink."""
        below = self.line.height_px + self.gap_px * 0.8 if self.line else 0
        return self.chip_px + (self.gap_px if self.word else 0) + self.title.height_px + below


def sender_rise(sheet: Sheet, width: float) -> float | None:
    """How much higher than usual the footer begins where its sender has `width`; None where it has no room there."""
    sizes, name = sheet.sizes, sheet.card.sender or sheet.screen.municipality.name(sheet.language)
    if sheet.width_of(name, STRONG, sizes.label) <= width:
        return 0.0
    block = sheet.fit(name, STRONG, (width, sizes.label * 4), (sizes.label, sizes.small_floor), lines=3, leading=1.15)
    return None if block is None else block.step_px * (len(block.lines) - 1)


def panels(sheet: Sheet) -> Iterator[Panel]:
    """Ways to divide the card, the best first. A side that is too narrow for the sender is none."""
    for panel in _divided(sheet):
        if panel.above:
            rise = sender_rise(sheet, sheet.safe.right - sheet.safe.left) or 0.0
            yield panel._replace(rows=panel.rows._replace(bottom=panel.rows.bottom - rise))
        elif sender_rise(sheet, words_px(sheet, panel)) is not None:
            yield panel


def _divided(sheet: Sheet) -> Iterator[Panel]:
    safe, wide, high = sheet.safe, sheet.width, sheet.height
    low = foot_top(sheet) - sheet.px(36)
    if sheet.shape == "bar":
        for share in (0.27, 0.34):
            side = Box(0, 0, round(wide * share), high)
            yield Panel(side, Box(side.right + sheet.px(64), safe.top, safe.right, safe.bottom), False)
        return
    if sheet.shape == "landscape":
        for share in (0.3667, 0.42):
            side = Box(0, 0, round(wide * share), high)
            yield Panel(side, Box(side.right + sheet.px(80), safe.top, safe.right, low), False)
    shares = (0.3, 0.24) if sheet.shape == "portrait" else (0.3, 0.24, 0.18)
    for share in shares:
        top = Box(0, 0, wide, round(high * share))
        yield Panel(top, Box(safe.left, top.bottom + sheet.px(56), safe.right, low), True)


def head(sheet: Sheet, panel: Panel, texts: tuple[str, str, str], largest_px: float) -> Head | None:
    """`texts` (chip, headline, line under it) as they go on `panel`; None when the headline is too long for it."""
    word, title, line = texts
    sizes, width = sheet.sizes, words_px(sheet, panel)
    foot = _foot_px(sheet, panel) + sheet.px(24) if not panel.above else sheet.px(36)
    high = panel.box.height - sheet.safe.top - foot
    gap = sheet.px(52 if sheet.shape != "bar" else 32)
    size = (max(sheet.px(44), sizes.body_floor), sizes.body_floor)
    said = sheet.fit(line, BODY, (width, high), size, lines=2)
    if said is not None and said.hyphenated:  # rather behind the dash of a span than inside its month
        said = sheet.fit(line.replace("–", "– "), BODY, (width, high), size, lines=2)
    chip_wide = sheet.width_of(word, STRONG, sizes.label) + sizes.label * 2
    for chipped in (word, "") if chip_wide <= width else ("",):
        for under in (said, None) if said else (None,):
            taken = (chip_height(sheet) + gap if chipped else 0) + (under.height_px + gap * 0.8 if under else 0)
            block = headline(
                sheet, title, (width, high - taken), lines=3, largest=max(largest_px, sizes.headline_floor)
            )
            if block is not None:
                return Head(chipped, block, under, chip_height(sheet) if chipped else 0, gap)
    return None


def close_head(sheet: Sheet, panel: Panel, texts: tuple[str, str, str]) -> Head | None:
    """Only the headline, at the size of running text where it must be: the last resort of a far screen."""
    width = words_px(sheet, panel)
    foot = _foot_px(sheet, panel) + sheet.px(16) if not panel.above else sheet.px(28)
    room = (width, panel.box.height - sheet.safe.top - foot)
    block = headline(sheet, texts[1], room, lines=4, floor=sheet.sizes.body_floor)
    return None if block is None else Head("", block, None, 0, 0)


def tightened(sheet: Sheet, panel: Panel, head: Head) -> Panel:
    """`panel` without the height that nothing would stand on: where it lies above the rows and has no scene."""
    end = sheet.safe.top + head.height_px
    if not panel.above or panel.box.bottom - end >= sheet.px(_SCENE):
        return panel
    bottom = round(end + sheet.px(52))
    box, rows = panel.box, panel.rows
    top = rows.top - (box.bottom - bottom)
    return panel._replace(
        box=Box(box.left, box.top, box.right, bottom), rows=Box(rows.left, top, rows.right, rows.bottom)
    )


def draw_panel(sheet: Sheet, panel: Panel, head: Head, scene: Scene) -> str:
    """The panel with its scene and its words. Returns the colour that a footer on it stands on, for `draw_foot`.

    Colours are the kind's own: `panel` for the ground, its inks for the words, `chip` for the chip.
    """
    colours, x = sheet.colours, sheet.safe.left
    sheet.fill(panel.box, colours.panel)
    ground = _scene(sheet, panel, sheet.safe.top + head.height_px, scene)
    top = sheet.safe.top
    if head.word:
        top = chip(sheet, head.word, x, top).bottom + head.gap_px
    end = sheet.place(head.title, x, top, colours.panel_ink, "headline").bottom
    if head.line is not None:
        sheet.place(head.line, x, end + head.gap_px * 0.8, colours.panel_soft)
    return ground


def draw_foot(sheet: Sheet, panel: Panel, ground: str) -> None:
    """Who says it, on the panel's `ground` where that lies at the side; day and clock on the rows' ground."""
    colours = sheet.colours
    if panel.above:
        footer(sheet)
        return
    ink = _read_on(ground, (colours.panel_ink, colours.ground, colours.ink))
    footer(
        sheet,
        right=_right(sheet, panel),
        ink=ink,
        soft=ink,
        ground=ground,
        day=False,
        clock=False,
        place="",
    )
    if sheet.shape != "bar":
        day_and_clock(sheet, panel.rows.left, colours.ink, colours.soft, colours.ground)


def _read_on(ground: str, inks: tuple[str, ...]) -> str:
    """The first of `inks` that is easily read on `ground`, else the one that is read best: themes paint their own."""

    def read(ink: str) -> float:
        return contrast(rgb(ink), rgb(ground))

    return next((ink for ink in inks if read(ink) >= _READ), max(inks, key=read))


def foot_begins(sheet: Sheet, panel: Panel) -> float:
    """Where the footer on a side begins, on as many lines as its sender needs."""
    return foot_top(sheet) - _rise(sheet, panel)


def words_px(sheet: Sheet, panel: Panel) -> float:
    """How wide the words on a panel may be."""
    return _right(sheet, panel) - sheet.safe.left


def _foot_px(sheet: Sheet, panel: Panel) -> float:
    return sheet.height - foot_begins(sheet, panel)


def _rise(sheet: Sheet, panel: Panel) -> float:
    return sender_rise(sheet, words_px(sheet, panel)) or 0.0


def _right(sheet: Sheet, panel: Panel) -> float:
    return (sheet.safe.right if panel.above else panel.box.right - sheet.px(40)) - panel.aside_px


def _scene(sheet: Sheet, panel: Panel, words_end: float, scene: Scene) -> str:
    """The scene under the words; its near land holds the footer. Returns that land's colour, or the panel's without."""
    palette, box = sheet.colours.scene, panel.box
    land = box.bottom if panel.above else foot_line(sheet) - sheet.sizes.label * 1.5 - _rise(sheet, panel)
    if land - words_end < sheet.px(_SCENE) or not palette:
        return sheet.colours.panel
    deep = 0 if panel.above else round((land - words_end) * 0.1)
    bottom = round(land)
    sheet.fill(Box(box.left, bottom - 1, box.right, box.bottom), palette[-1])
    scene(sheet, Box(box.left, round(words_end + sheet.px(20)), box.right, bottom), deep)
    return palette[-1]


def draw_hills(sheet: Sheet, box: Box, deep_px: float) -> None:
    """Hills whose near one is the land; for kinds that ask for no scene of their own."""
    sheet.scene(box._replace(bottom=box.bottom + deep_px), sheet.colours.scene, "hills")
