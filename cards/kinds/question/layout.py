"""How a question is laid out: a large bubble that asks, and a large code to answer by.

A count so far, never results: they bias. What finds no room is left out in this order: the options, the sentence,
the promise. The code always stands.
"""

from cards.codes import panel_px
from cards.errors import TitleTooLongError
from cards.fitting import Block
from cards.fonts import BODY, BODY_STRONG, STRONG
from cards.geometry import Box
from cards.kinds.question.facts import QuestionFacts
from cards.model import Card, Language
from cards.parts import Stack, chip, chip_height, fewest_lines, foot_top, footer, headline, stack
from cards.sheet import Sheet
from cards.words import date_text


def draw(sheet: Sheet, card: Card, language: Language) -> None:
    """Draw the question. Raises TitleTooLongError."""
    facts = card.facts
    assert isinstance(facts, QuestionFacts)
    colours, safe = sheet.colours, sheet.safe
    sheet.fill(sheet.all, colours.ground)
    tight = sheet.shape == "bar"
    low = foot_top(sheet) - sheet.px(40 if not tight else 24)
    tail = sheet.px(88 if not tight else 40)
    code = _code(sheet, card)
    if sheet.shape in ("landscape", "bar") or not code:
        gap = sheet.px(96 if not tight else 56)
        right = safe.right - (max(code, _beside_px(sheet)) + gap if code else 0)
        bubble = Box(safe.left, safe.top, right, low - tail)
    else:
        bubble = Box(safe.left, safe.top, safe.right, low - code - sheet.px(64) - tail)
    _bubble(sheet, card, facts, language, bubble)
    if code and card.link is not None:
        if sheet.shape in ("landscape", "bar"):
            _beside(sheet, card, safe.right, low if not tight else safe.bottom, code)
        else:
            at = sheet.qr(card.link.url, safe.left, low - code, _side(sheet))
            _told(sheet, card, at.right + sheet.px(48), safe.right, Box(0, at.top, 0, at.bottom))
    footer(sheet, ink=colours.soft, soft=colours.soft, right=bubble.right if tight and code else None)


def _side(sheet: Sheet) -> float:
    """The code's own side: the size for scanning, smaller only where the screen is low."""
    share = 0.22 if sheet.shape == "square" else 0.37
    return min(sheet.px(400), sheet.height * share, sheet.width * share)


def _code(sheet: Sheet, card: Card) -> float:
    return panel_px(card.link.url, max(_side(sheet), sheet.sizes.qr_side)) if card.link else 0.0


def _beside_px(sheet: Sheet) -> float:
    """How wide the column with the code is at least, so that its words find room."""
    if sheet.shape == "bar":
        return 0
    return sheet.width_of(sheet.phrase("answer_with_phone"), STRONG, sheet.sizes.body_floor)


def _beside(sheet: Sheet, card: Card, right: float, low: float, code: float) -> None:
    """The code at the top of its column, and under it how to use it."""
    assert card.link is not None
    left = right - max(code, _beside_px(sheet))
    high = code + _words(sheet, card, right - left, sheet.height).height_px + sheet.px(44)
    spare = low - sheet.safe.top - high
    at = sheet.qr(card.link.url, left, sheet.safe.top + (sheet.px(20) if spare > sheet.px(40) else 0), _side(sheet))
    _told(sheet, card, left, right, Box(left, at.bottom + sheet.px(44), right, low))


def _words(sheet: Sheet, card: Card, width: float, height: float) -> Stack:
    colours, sizes = sheet.colours, sheet.sizes
    size = (max(sheet.px(52), sizes.body), sizes.body_floor)
    first = sheet.fit(sheet.phrase("answer_with_phone"), STRONG, (width, height), size, lines=2, leading=1.15)
    second = fewest_lines(sheet, sheet.phrase("under_a_minute"), width, lines=2)
    short = card.link.short if card.link else ""
    address = (
        sheet.fit(short, BODY_STRONG, (width, height), (sizes.body, sizes.small_floor), lines=1) if short else None
    )
    gap = sizes.label * 0.72
    if first is None:
        return stack((address, gap, colours.accent))
    full = stack((first, gap, colours.ink), (second, gap, colours.soft), (address, gap * 1.3, colours.accent))
    if full.height_px <= height:
        return full
    less = stack((first, gap, colours.ink), (address, gap, colours.accent))
    if less.height_px <= height:
        return less
    return stack((address, gap, colours.accent))


def _told(sheet: Sheet, card: Card, left: float, right: float, box: Box) -> None:
    """How to answer, in the height of `box`: from its top beside a bubble, in its middle beside a code."""
    told = _words(sheet, card, right - left, box.height)
    if not told.blocks or told.height_px > box.height:
        return
    middle = sheet.shape in ("portrait", "square")
    told.draw(sheet, left, box.top + ((box.height - told.height_px) / 2 if middle else 0))


def _bubble(sheet: Sheet, card: Card, facts: QuestionFacts, language: Language, box: Box) -> None:
    colours, sizes = sheet.colours, sheet.sizes
    pad = sheet.px(64 if sheet.shape != "bar" else 36)
    sheet.bubble(box, colours.panel, "left", sheet.px(56), deep=sheet.px(88 if sheet.shape != "bar" else 36))
    inner = box.inset(pad)
    chip(sheet, sheet.phrase("chip"), inner.left, inner.top)
    top = inner.top + chip_height(sheet) + sheet.px(60 if sheet.shape != "bar" else 20)
    text = card.text(language)
    by = sheet.phrase("answer_by", day=date_text(facts.answer_by, language, weekday=False))
    count = sheet.phrase("answers_so_far", count=facts.answers_so_far) + ". " if facts.answers_so_far else ""
    note = f"{count}{by}."
    promise = ""
    if facts.reply_promised is not None:
        promise = sheet.phrase("reply_promised", day=date_text(facts.reply_promised, language, weekday=False)) + "."
    gap = sheet.px(44 if sheet.shape != "bar" else 18)
    for options, said, noted, floor in (
        (facts.options, text.body, note, sizes.headline_floor),
        (facts.options, "", note, sizes.headline_floor),
        ((), text.body, note, sizes.headline_floor),
        ((), "", note, sizes.headline_floor),
        ((), "", by + ".", sizes.headline_floor),
        ((), "", by + ".", sizes.body_floor),
        ((), "", "", sizes.body_floor),
    ):
        low = inner.bottom
        foot = _note(sheet, noted, promise, inner.width)
        pills = _pills(sheet, options, inner.width) if options else []
        told = fewest_lines(sheet, said, inner.width, lines=2) if said else None
        if (noted and foot is None) or (options and not pills) or (said and told is None):
            continue
        taken = (foot.height_px + gap if foot else 0) + (_pills_height(sheet, pills) + gap if pills else 0)
        taken += told.height_px + gap if told else 0
        lines = 9 if floor == sizes.body_floor else 4
        title = headline(
            sheet,
            text.title,
            (inner.width, low - top - taken),
            lines=lines,
            floor=floor,
            largest=max(sheet.px(132), sizes.headline_floor),
        )
        if title is None:
            continue
        y = sheet.place(title, inner.left, top, colours.panel_ink, "headline").bottom + gap
        if told is not None:
            y = sheet.place(told, inner.left, y, colours.panel_ink).bottom + gap
        if foot is not None:
            sheet.place(foot, inner.left, low - foot.height_px, colours.panel_soft)
            low -= foot.height_px + gap
        if pills:
            _set_pills(sheet, pills, inner.left, low - _pills_height(sheet, pills))
        for field, value, there in (("body", text.body, said), ("options", facts.options, options)):
            if value and not there:
                sheet.drop(field)
        return
    raise TitleTooLongError(f"card {card.id} has no room for its title", screen=sheet.screen.name)


def _note(sheet: Sheet, note: str, promise: str, width: float) -> Block | None:
    """How many have answered and until when; with the promise where both stand on two lines."""
    if not note:
        return None
    for said, lines in ((f"{note} {promise}", 2), (note, 2)):
        block = fewest_lines(
            sheet,
            said.strip(),
            width,
            lines=lines,
            style=BODY_STRONG,
            largest=max(sheet.px(42), sheet.sizes.small_floor),
            floor=sheet.sizes.small_floor,
        )
        if block is not None:
            return block
    return None


def _pill_height(sheet: Sheet) -> float:
    return round(_pill_px(sheet) * 1.9)


def _pill_px(sheet: Sheet) -> float:
    return max(sheet.px(40), sheet.sizes.small_floor)


def _pills(sheet: Sheet, options: tuple[str, ...], width: float) -> list[list[Block]]:
    """The options in rows of pills; empty when one alone is too wide or there are more than three rows."""
    rows: list[list[Block]] = []
    used = 0.0
    pad, gap = _pill_px(sheet) * 0.8, sheet.px(20)
    for option in options:
        block = sheet.one_line(option, BODY, _pill_px(sheet))
        wide = block.width_px + 2 * pad
        if wide > width:
            return []
        if not rows or used + gap + wide > width:
            rows.append([])
            used = -gap
        rows[-1].append(block)
        used += gap + wide
    return rows if len(rows) <= 3 else []


def _pills_height(sheet: Sheet, rows: list[list[Block]]) -> float:
    return len(rows) * _pill_height(sheet) + (len(rows) - 1) * sheet.px(20)


def _set_pills(sheet: Sheet, rows: list[list[Block]], left: float, top: float) -> None:
    high, pad, gap = _pill_height(sheet), _pill_px(sheet) * 0.8, sheet.px(20)
    for row in rows:
        x = left
        for block in row:
            wide = block.width_px + 2 * pad
            sheet.fill(Box(x, top, x + wide, top + high), sheet.theme.qr[1], high / 2)
            baseline = top + (high + _pill_px(sheet) * 0.66) / 2
            sheet.stand(block, x + pad, baseline, sheet.colours.panel_ink, "chip")
            x += wide + gap
        top += high + gap
