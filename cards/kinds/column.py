"""A column of words: a chip, the headline, and what is told under it, with the QR code under or beside that.

A kind says what it would tell and in which order things are left out; nothing is ever set under its floor.
"""

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from cards.codes import panel_px
from cards.fitting import Block
from cards.fonts import BODY, STRONG, Style
from cards.geometry import Box
from cards.parts import Stack, chip, chip_height, fewest_lines, foot_line, headline, qr_row, stack
from cards.sheet import Sheet

_ASIDE: Final = 0.5
"""How much of a column a code beside the words may take."""


class Told(NamedTuple):
    """Something under the headline. `field` names it where it may be left out; "" never is. An empty text is nothing.

    Sizes are pixels of the screen; 0 stands for those of running text.
    """

    field: str
    text: str
    style: Style = BODY
    ink: str = ""
    lines: int = 2
    largest_px: float = 0
    floor_px: float = 0


class Ask(NamedTuple):
    """What a column is asked to hold. `order` is what is left out, first to last: fields, "link", or
    "chip"; what has room after all comes back."""

    word: str
    title: str
    told: tuple[Told, ...]
    order: tuple[str, ...]
    largest_px: float
    lines: int = 4
    code_label: str = ""
    coded: bool = True
    """The card's code is the column's matter; else whoever lays out the card places it."""
    aside: bool = False
    """The code stands in the lower corner alone, as a scene lies there on which nothing else is read."""


class Inks(NamedTuple):
    """Its colours; "" for the kind's own."""

    ink: str = ""
    soft: str = ""
    chip: str = ""
    chip_ink: str = ""


class Column(NamedTuple):
    """The words as they are set. `gone` are the fields that found no room."""

    box: Box
    ask: Ask
    word: str
    title: Block
    told: Stack
    code: Literal["", "under", "aside"]
    gone: tuple[str, ...]

    def words_end_px(self, sheet: Sheet) -> float:
        """Where the ink of its words ends; the code may stand lower."""
        end = _title_top(sheet, self.box, self.word) + self.title.height_px
        if self.told.blocks:
            end += _lead(sheet, self.told) + self.told.height_px + self.told.blocks[-1][0].descent_px
        return end

    def end_px(self, sheet: Sheet) -> float:
        """Where its last ink ends."""
        end = self.words_end_px(sheet)
        if self.code == "under":
            end += _code_gap(sheet) + _side(sheet)
        elif self.code == "aside":
            end = max(end, self.box.bottom)
        return end

    def draw(self, sheet: Sheet, inks: Inks | None = None) -> None:
        """Draw it from its box's top, and tell the sheet what is not there."""
        inks, colours, box = inks or Inks(), sheet.colours, self.box
        if self.word:
            chip(sheet, self.word, box.left, box.top, inks.chip, inks.chip_ink)
        top = _title_top(sheet, box, self.word)
        end = sheet.place(self.title, box.left, top, inks.ink or colours.ink, "headline").bottom
        if self.told.blocks:
            end = self.told.draw(sheet, box.left, end + _lead(sheet, self.told)) + self.told.blocks[-1][0].descent_px
        link = sheet.card.link
        if self.code == "under":
            qr_row(
                sheet,
                box.left,
                end + _code_gap(sheet),
                box.width,
                self.ask.code_label,
                inks.ink or colours.ink,
                inks.soft or colours.soft,
            )
        elif self.code == "aside" and link is not None:
            sheet.qr(link.url, box.right, box.bottom - _side(sheet), align="right")
        for field in self.gone:
            sheet.drop(field)


def column(sheet: Sheet, box: Box, ask: Ask) -> Column | None:
    """`ask` in `box`, as much of it as goes in; None when not even the headline does."""
    asked = {told.field for told in ask.told if told.text.strip()}
    asked |= {"link"} if sheet.card.link and ask.coded else set()
    steps = [ask.order[:count] for count in range(len(ask.order) + 1)]
    steps = [step for index, step in enumerate(steps) if not index or step[-1] in asked | {"chip"}]
    floors = [(step, sheet.sizes.headline_floor) for step in steps]
    for gone, floor in [*floors, (ask.order, sheet.sizes.body_floor)]:
        found = _tried(sheet, box, ask, gone, floor)
        if found is not None:
            found = found._replace(gone=gone)
            if floor == sheet.sizes.headline_floor:
                found = _refilled(sheet, box, ask, found)
            return found._replace(gone=tuple(field for field in found.gone if field in asked))
    return None


def _refilled(sheet: Sheet, box: Box, ask: Ask, found: Column) -> Column:
    """`found` with whatever of the things left out before the last one has room after all, the dearest first."""
    for field in reversed(found.gone[:-1]):
        less = tuple(other for other in found.gone if other != field)
        fuller = _tried(sheet, box, ask, less, sheet.sizes.headline_floor)
        if fuller is not None:
            found = fuller._replace(gone=less)
    return found


def best(sheet: Sheet, boxes: Sequence[tuple[Box, int]], ask: Ask) -> tuple[int, Column] | None:
    """Which of `boxes` serves `ask` best, and the words in it; None when none does.

    Each box has the number of things that are lost by taking it; whatever it has no room for is one thing more,
    and so is a headline with a parted word. Of equals the first is taken.
    """
    found: tuple[int, int, Column] | None = None
    for index, (box, lost) in enumerate(boxes):
        if found is not None and found[0] <= lost:
            continue
        made = column(sheet, box, ask)
        if made is None:
            continue
        cost = lost + len(made.gone) + int(made.title.hyphenated)
        if found is None or cost < found[0]:
            found = (cost, index, made)
    return found[1:] if found is not None else None


def _title_top(sheet: Sheet, box: Box, word: str) -> float:
    return box.top + (chip_height(sheet) + sheet.px(24 if sheet.shape == "bar" else 52) if word else 0)


def _gap(sheet: Sheet) -> float:
    return sheet.px(28) if sheet.shape == "bar" else max(sheet.px(60), sheet.sizes.body * 0.9)


def _lead(sheet: Sheet, told: Stack) -> float:
    """From the headline's ink to the capitals of what is told: more where its letters stand higher than those."""
    first = told.blocks[0][0]
    return _gap(sheet) + max(0.0, first.ascent_px - first.size_px * 0.72)


def _code_gap(sheet: Sheet) -> float:
    return sheet.px(28 if sheet.shape == "bar" else 56)


def _side(sheet: Sheet) -> float:
    link = sheet.card.link
    return panel_px(link.url, sheet.sizes.qr_side) if link else 0


def _tried(sheet: Sheet, box: Box, ask: Ask, gone: tuple[str, ...], floor: float) -> Column | None:
    """The column without what is `gone`, its headline never smaller than `floor`; None when it does not fit."""
    word = "" if "chip" in gone else ask.word
    if word and sheet.width_of(word, STRONG, sheet.sizes.label) + sheet.sizes.label * 1.8 > box.width:
        word = ""
    codes: tuple[Literal["", "under", "aside"], ...] = ("",)
    if sheet.card.link is not None and ask.coded and "link" not in gone:
        codes = ("aside", "under") if sheet.shape == "bar" else ("under", "aside")
        if ask.aside:
            codes = ("aside",)
    for code in codes:
        found = _with_code(sheet, box, ask, gone, word, floor, code)
        if found is not None:
            return found
    return None


def _with_code(
    sheet: Sheet,
    box: Box,
    ask: Ask,
    gone: tuple[str, ...],
    word: str,
    floor: float,
    code: Literal["", "under", "aside"],
) -> Column | None:
    """The column with its code under the words, or in the box's lower corner beside what is told; None if not."""
    width, low, side = box.width, box.bottom, _side(sheet) if code else 0
    if code == "aside":
        width -= side + sheet.px(56)
    elif code == "under":
        low -= _code_gap(sheet) + side
    if width < box.width * _ASIDE or side > min(box.width, box.height):
        return None
    told = _told(sheet, ask, gone, width)
    if told is None:
        return None
    top = _title_top(sheet, box, word)
    below = _lead(sheet, told) + told.height_px + told.blocks[-1][0].descent_px if told.blocks else 0
    # On a bar the code stands beside the headline too: there height is dear, and width is not.
    across = width if sheet.shape == "bar" else box.width
    if code == "aside":
        below = max(below, side - (low - top) if sheet.shape == "bar" else side + _gap(sheet))
    lines = ask.lines if floor >= sheet.sizes.headline_floor else ask.lines + 2
    if low - top - below <= 0:
        return None
    largest = max(ask.largest_px, floor)
    title = headline(sheet, ask.title, (across, low - top - below), lines=lines, largest=largest, floor=floor)
    return None if title is None else Column(box, ask, word, title, told, code, ())


def _told(sheet: Sheet, ask: Ask, gone: tuple[str, ...], width: float) -> Stack | None:
    """What stands under the headline; None when some of it does not fit the width."""
    asked = [told for told in ask.told if told.field not in gone and told.text.strip()]
    blocks = [_set(sheet, told, width) for told in asked]
    running = [block.size_px for told, block in zip(asked, blocks, strict=True) if block and not told.largest_px]
    if running and min(running) < max(running):
        # Running text has one size: where one line had to be smaller, all are.
        blocks = [_set(sheet, told, width, min(running)) for told in asked]
    found: list[tuple[Block | None, float, str]] = []
    deep = 0.0
    for told, block in zip(asked, blocks, strict=True):
        if block is None:
            return None
        # A stack counts from baseline to capitals: what hangs lower or stands higher takes room of its own.
        clear = deep + max(0.0, block.ascent_px - block.size_px * 0.66) + block.size_px * 0.3
        found.append((block, max(sheet.sizes.body * 0.62, clear), told.ink or sheet.colours.soft))
        deep = block.descent_px
    return stack(*found)


def _set(sheet: Sheet, told: Told, width: float, largest: float = 0) -> Block | None:
    """One text on as few lines as it goes, running text no larger than `largest`; None when it does not fit."""
    return fewest_lines(
        sheet,
        told.text,
        width,
        lines=told.lines,
        style=told.style,
        largest=told.largest_px or largest,
        floor=told.floor_px,
    )


def foot_room(sheet: Sheet, width: float, lift: float = 0) -> float:
    """Where the footer's letters begin when its sender has `width`: higher where a long name takes several lines."""
    sizes = sheet.sizes
    name = sheet.card.sender or sheet.screen.municipality.name(sheet.language)
    baseline = foot_line(sheet) - lift
    one = baseline - max(sizes.label, sizes.clock) * 0.8
    if sheet.width_of(name, STRONG, sizes.label) <= width:
        return one
    block = sheet.fit(name, STRONG, (width, sizes.label * 4), (sizes.label, sizes.small_floor), lines=3, leading=1.15)
    if block is None:
        return one
    return min(one, baseline - block.step_px * (len(block.lines) - 1) - block.ascent_px)
