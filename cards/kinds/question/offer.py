"""What a question offers as answers: choices as pills, or a scale whose ends are named. Neither shows how it went."""

from typing import NamedTuple

from cards.fitting import Block
from cards.fonts import BODY, BODY_STRONG
from cards.geometry import Box
from cards.kinds.question.facts import QuestionFacts, Scale
from cards.sheet import Sheet

_GAP = 20


class Pills(NamedTuple):
    """Choices in rows of pills."""

    rows: tuple[tuple[Block, ...], ...]

    def height_px(self, sheet: Sheet) -> float:
        """How high all rows are."""
        return len(self.rows) * _pill_height(sheet) + (len(self.rows) - 1) * sheet.px(_GAP)

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        """Draw the rows from the left."""
        high, pad, gap = _pill_height(sheet), _text_px(sheet) * 0.8, sheet.px(_GAP)
        for row in self.rows:
            x = left
            for block in row:
                wide = block.width_px + 2 * pad
                sheet.fill(Box(x, top, x + wide, top + high), sheet.theme.qr[1], high / 2)
                baseline = top + (high + _text_px(sheet) * 0.66) / 2
                sheet.stand(block, x + pad, baseline, sheet.colours.panel_ink, "chip")
                x += wide + gap
            top += high + gap


class Steps(NamedTuple):
    """The steps of a scale as numbered discs, and what its ends mean beside them, or under them."""

    low: Block
    high: Block
    steps: int
    side: float
    gap: float
    beside: bool

    def height_px(self, sheet: Sheet) -> float:
        """The discs, with the words under them where they stand there."""
        under = max(self.low.height_px, self.high.height_px) + sheet.px(16)
        return self.side + (0 if self.beside else under)

    def draw(self, sheet: Sheet, left: float, top: float) -> None:
        """Draw the scale from its low end."""
        ink, middle = sheet.colours.panel_ink, top + self.side / 2
        x = left + (self.low.width_px + self.gap if self.beside else 0)
        for step in range(self.steps):
            centre = x + self.side / 2 + step * (self.side + self.gap)
            sheet.disc(centre, middle, self.side / 2, sheet.theme.qr[1])
            size = self.side * 0.48
            sheet.line(str(step + 1), BODY_STRONG, size, centre, middle + size * 0.33, ink, "center", role="chip")
        end = x + self.steps * self.side + (self.steps - 1) * self.gap
        if self.beside:
            baseline = middle + self.low.size_px * 0.33
            sheet.stand(self.low, left, baseline, ink, "label")
            sheet.stand(self.high, end + self.gap, baseline, ink, "label")
            return
        under = top + self.side + sheet.px(16)
        sheet.place(self.low, left, under, ink, "label")
        sheet.place(self.high._replace(align="right"), end, under, ink, "label")


Offer = Pills | Steps


def offer_of(sheet: Sheet, facts: QuestionFacts, width: float) -> Offer | None:
    """What is offered, in `width`; None where nothing is, or where it finds no room."""
    if facts.scale is not None:
        return _steps(sheet, facts.scale, width)
    return _pills(sheet, facts.options_of(sheet.language), width) if facts.options else None


def _text_px(sheet: Sheet) -> float:
    return max(sheet.px(40), sheet.sizes.small_floor)


def _pill_height(sheet: Sheet) -> float:
    return round(_text_px(sheet) * 1.9)


def _pills(sheet: Sheet, options: tuple[str, ...], width: float) -> Pills | None:
    """The options in rows; None when one alone is too wide or there are more than three rows."""
    rows: list[list[Block]] = []
    used = 0.0
    pad, gap = _text_px(sheet) * 0.8, sheet.px(_GAP)
    for option in options:
        block = sheet.one_line(option, BODY, _text_px(sheet))
        wide = block.width_px + 2 * pad
        if wide > width:
            return None
        if not rows or used + gap + wide > width:
            rows.append([])
            used = -gap
        rows[-1].append(block)
        used += gap + wide
    return Pills(tuple(tuple(row) for row in rows)) if len(rows) <= 3 else None


def _steps(sheet: Sheet, scale: Scale, width: float) -> Steps | None:
    """The discs with their words beside them, else under them; None when neither fits."""
    size = _text_px(sheet)
    side, gap = round(size * 2.3), sheet.px(24)
    low, high = (sheet.one_line(text, BODY, size) for text in scale.ends_of(sheet.language))
    discs = scale.steps * side + (scale.steps - 1) * gap
    if low.width_px + high.width_px + discs + 2 * gap <= width:
        return Steps(low, high, scale.steps, side, gap, beside=True)
    if discs <= width and low.width_px + high.width_px + gap <= discs:
        return Steps(low, high, scale.steps, side, gap, beside=False)
    spread = (width - scale.steps * side) / max(1, scale.steps - 1)
    if spread >= gap and low.width_px + high.width_px + gap <= width:
        return Steps(low, high, scale.steps, side, spread, beside=False)
    return None
