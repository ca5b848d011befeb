"""The forecast's light panel: the steps side by side, or under each other where the card stands."""

from typing import NamedTuple

from cards.fitting import Block, sizes
from cards.fonts import BODY, BODY_STRONG, HEADLINE, Style
from cards.geometry import Box
from cards.kinds.weather.forecast import Step
from cards.kinds.weather.sky import sky_word
from cards.model import Language
from cards.sheet import Sheet
from cards.words import degrees, sentence_case, short_day, short_time

_PAD = 56
_APART = 44
_TIGHT = (1.0, 0.55)
"""How much of the design's distances stand between the rows of a lying panel: all, or half where it is very low."""


class Cell(NamedTuple):
    """One step: when, how warm, what kind of weather."""

    label: Block
    warm: Block
    word: Block


class Panel(NamedTuple):
    """The cells that fit, the panel's height, and how close its rows stand."""

    cells: tuple[Cell, ...]
    height: float
    tight: float = 1.0

    def narrowest_px(self, sheet: Sheet) -> float:
        """How wide a panel of one step need be."""
        widest = max(block.width_px for cell in self.cells for block in cell)
        return widest + 2 * sheet.px(_PAD) + sheet.px(_APART)

    def draw(self, sheet: Sheet, box: Box, *, standing: bool) -> None:
        """Draw the cells into `box`: side by side, or under each other."""
        sheet.fill(box, sheet.colours.panel, sheet.px(40))
        if standing:
            self._rows(sheet, box)
        else:
            self._columns(sheet, box)

    def _rows(self, sheet: Sheet, box: Box) -> None:
        colours, pad = sheet.colours, sheet.px(_PAD)
        pitch = (box.height - sheet.px(40)) / len(self.cells)
        for index, cell in enumerate(self.cells):
            middle = box.top + sheet.px(20) + pitch * (index + 0.5)
            baseline = middle + cell.label.size_px * 0.33
            if index:
                line = Box(box.left + pad, middle - pitch / 2 - 1, box.right - pad, middle - pitch / 2 + 1)
                sheet.fill(line, "#D9E4EC")
            sheet.stand(cell.label, box.left + pad, baseline, colours.panel_soft, "label")
            first = baseline - cell.word.step_px * (len(cell.word.lines) - 1) / 2
            sheet.stand(cell.word, box.left + box.width * 0.29, first, colours.panel_ink)
            warm = middle + cell.warm.size_px * 0.35
            sheet.stand(cell.warm._replace(align="right"), box.right - pad, warm, colours.panel_ink)

    def _columns(self, sheet: Sheet, box: Box) -> None:
        colours, pad = sheet.colours, sheet.px(_PAD)
        column = (box.width - 2 * pad) / len(self.cells)
        # One baseline for each row of texts, whatever their letters: "Nu" and "17" stand level.
        labels = box.top + sheet.px(48) * self.tight + max(cell.label.ascent_px for cell in self.cells)
        warmths = labels + sheet.px(34) * self.tight + self.cells[0].warm.size_px * 0.76
        words = warmths + sheet.px(36) * self.tight + max(cell.word.ascent_px for cell in self.cells)
        for index, cell in enumerate(self.cells):
            x = box.left + pad + index * column
            sheet.stand(cell.label, x, labels, colours.panel_soft, "label")
            sheet.stand(cell.warm, x, warmths, colours.panel_ink)
            sheet.stand(cell.word, x, words, colours.panel_soft)


def lying_panel(sheet: Sheet, told: tuple[Step, ...], box: Box, language: Language) -> Panel | None:
    """Columns side by side; fewer where the screen is so far that five find no room."""
    body = sheet.sizes.body
    for count in range(len(told), 0, -1):
        column = (box.width - 2 * sheet.px(_PAD)) / count - sheet.px(_APART)
        for tight in _TIGHT:
            largest = (body, max(sheet.px(100), body * 1.8) if tight == 1 else body)
            cells = _cells(sheet, told[:count], (column, column), largest, language)
            if cells is None:
                continue
            height = _height(sheet, cells, tight)
            if height <= box.height:
                return Panel(cells, height, tight)
    return None


def _height(sheet: Sheet, cells: tuple[Cell, ...], tight: float) -> float:
    label = max(cell.label.ascent_px for cell in cells)
    word = max(cell.word.ascent_px for cell in cells) + max(cell.word.descent_px for cell in cells)
    return label + cells[0].warm.size_px * 0.76 + word + sheet.px(48 * 2 + 34 + 36) * tight


def standing_panel(sheet: Sheet, told: tuple[Step, ...], box: Box, language: Language) -> Panel | None:
    """Rows under each other: as many as stand at a size that is read, and as large as they then go."""
    body = sheet.sizes.body
    words = max(body, sheet.px(64)) if sheet.shape == "portrait" else body
    for count in range(len(told), 0, -1):
        warm = min(max(sheet.px(124), body * 1.8), (box.height - sheet.px(40)) / count / 1.25)
        widths = (box.width * 0.22, box.width * 0.4)
        if warm < body * 1.05:
            continue
        cells = _cells(sheet, told[:count], widths, (min(words, warm * 0.7), warm), language, 2)
        if cells is not None and all(cell.word.height_px <= warm * 1.2 for cell in cells):
            return Panel(cells, min(box.height, count * warm * 2.4 + sheet.px(40)))
    return None


def _label(sheet: Sheet, step: Step, language: Language) -> str:
    local = sheet.local(step.hour.at)
    if step.now:
        return sheet.phrase("now")
    if step.hour.daily:
        return sentence_case(short_day(local.date(), language))
    return short_time(local, language)


def _cells(
    sheet: Sheet,
    told: tuple[Step, ...],
    widths: tuple[float, float],
    largest: tuple[float, float],
    language: Language,
    lines: int = 1,
) -> tuple[Cell, ...] | None:
    """The cells with one size for each row of texts. None when a word finds no room.

    `widths` are for times and warmths, and for words, which take at most so many `lines`; `largest` are the sizes of
    words, and of warmths.
    """
    (narrow, wide), (said_px, warm_px), small = widths, largest, sheet.sizes.small_floor
    labels = [_label(sheet, step, language) for step in told]
    words = [sky_word(step.hour.symbol, language) for step in told]
    # A temperature keeps its minus in front also where texts run from the right.
    mark = "\u200e" if sheet.mirrored else ""
    warmths = [f"{mark}{degrees(step.hour.celsius)}{mark}" for step in told]
    label = _shared(sheet, labels, BODY_STRONG, narrow, max(said_px, small), small)
    word = _shared(sheet, words, BODY, wide, max(said_px, small), small)
    warm = _shared(sheet, warmths, HEADLINE, narrow, max(warm_px, sheet.sizes.body_floor), sheet.sizes.body_floor)
    blocks = _words(sheet, words, wide, word or small, lines)
    if label is None or blocks is None or warm is None:
        return None
    return tuple(
        Cell(
            sheet.one_line(labels[index], BODY_STRONG, label),
            sheet.one_line(warmths[index], HEADLINE, warm),
            blocks[index],
        )
        for index in range(len(told))
    )


def _words(sheet: Sheet, words: list[str], width: float, size: float, lines: int) -> list[Block] | None:
    """The words at `size`, each on at most `lines`. None when one of them does not fit."""
    blocks = [sheet.fit(word, BODY, (width, size * 3), (size, size), lines=lines, leading=1.05) for word in words]
    found = [block for block in blocks if block is not None]
    return found if len(found) == len(words) else None


def _shared(sheet: Sheet, texts: list[str], style: Style, width: float, largest: float, floor: float) -> float | None:
    """The largest size at which every text fits `width` on one line."""
    return next(
        (size for size in sizes(largest, floor) if all(sheet.width_of(text, style, size) <= width for text in texts)),
        None,
    )
