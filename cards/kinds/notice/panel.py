"""The pale panel of a notice: its facts side by side or under each other, each under its word, and the QR code."""

from typing import Final, NamedTuple

from cards.codes import panel_px
from cards.fitting import Block
from cards.fitting import sizes as tried_sizes
from cards.fonts import BODY_STRONG, STRONG
from cards.geometry import Box
from cards.kinds.notice.told import Fact
from cards.model import Card, Link
from cards.parts import stack
from cards.sheet import Sheet

_LINES: Final = 3
_ROW_GAP: Final = 64


class Panel(NamedTuple):
    """The panel before it is drawn: its columns (or rows), each with its width, and the QR code's side."""

    facts: tuple[tuple[Fact, Block, float], ...]
    height: float
    code: float
    rows: bool


def panels(sheet: Sheet, facts: tuple[Fact, ...], width: float, link: Link | None) -> list[Panel]:
    """Panels to try in `width`, the fullest first."""
    kept = [list(facts)]
    for field in ("why", "areas", "advice", "next_word"):
        left = [fact for fact in kept[-1] if fact.field != field]
        if len(left) < len(kept[-1]) and left:
            kept.append(left)
    code = panel_px(link.url, side_px(sheet)) if link and sheet.shape != "bar" else 0.0
    tried = [(subset, side) for subset in kept for side in ((code, 0.0) if code else (0.0,))]
    if code:  # the advice outlives the code, the reason does not
        tried.sort(key=lambda one: (len(facts) - len(one[0])) + (1.5 if not one[1] else 0))
    return [panel for subset, side in tried if (panel := _panel(sheet, subset, width, side)) is not None]


def side_px(sheet: Sheet) -> float:
    """The QR code's own side: larger where a standing card has the room."""
    return max(sheet.sizes.qr_side, sheet.px(230) if sheet.shape == "portrait" else 0)


def pad_px(sheet: Sheet) -> float:
    """The panel's inner margin."""
    return sheet.px(56 if sheet.shape != "bar" else 28)


def _panel(sheet: Sheet, facts: list[Fact], wide: float, code: float) -> Panel | None:
    """The panel with `facts` at the largest size that fits, and room for a code. None when they find no room."""
    pad, sizes = pad_px(sheet), sheet.sizes
    rows = sheet.shape in ("portrait", "square")
    width = wide - 2 * pad - (code + pad * 0.5 if code and not rows else 0)
    largest = sizes.strong * (1.1 if sheet.shape == "portrait" else 1)
    # Two lines and a little smaller rather than three.
    for lines, least in ((_LINES - 1, max(sizes.body_floor, largest * 0.8)), (_LINES, sizes.body_floor)):
        for size in tried_sizes(largest, least):
            panel = (_rows if rows else _columns)(sheet, facts, width, size, lines)
            if panel is not None:
                extra = code + sheet.px(32) if code and rows else 0
                height = max(panel.height + 2 * pad * 0.86, code + pad * 0.5 if not rows else 0) + extra
                return panel._replace(height=height, code=code)
    return None


def label_px(sheet: Sheet, fact: Fact) -> float:
    """The room of the word above a fact; a bar has none."""
    if sheet.shape == "bar":
        return 0
    return sheet.sizes.label * 1.05 + sheet.sizes.label * 0.72 if fact.label else 0


def _label_width(sheet: Sheet, fact: Fact) -> float:
    return sheet.width_of(fact.label, STRONG, sheet.sizes.label * 1.05) if label_px(sheet, fact) else 0


def _columns(sheet: Sheet, facts: list[Fact], width: float, size: float, lines: int) -> Panel | None:
    """The facts side by side, each as wide as its text asks for."""
    gap = sheet.px(64)
    free = width - gap * (len(facts) - 1)
    least = [_label_width(sheet, fact) for fact in facts]
    wanted = [
        min(max(sheet.width_of(fact.text, STRONG, size), low), free) for fact, low in zip(facts, least, strict=True)
    ]
    scale = min(1.0, free / sum(wanted))
    # Shares by the square root: a long text gets more room, a short one keeps enough for its words.
    roots = [max(want, sheet.px(280)) ** 0.62 for want in wanted]
    shares = wanted if scale == 1.0 else [free * root / sum(roots) for root in roots]
    if scale == 1.0:
        shares = [want + (free - sum(wanted)) / len(facts) for want in wanted]
    if any(share < low for share, low in zip(shares, least, strict=True)):
        return None
    set_ = []
    for fact, share in zip(facts, shares, strict=True):
        block = sheet.fit(fact.text, STRONG, (share, sheet.height), (size, size), lines=lines, leading=1.16)
        if block is None:
            return None
        set_.append((fact, block, share + gap))
    label = max(label_px(sheet, fact) for fact in facts)
    height = max(label + block.step_px * (len(block.lines) - 1) + size * 0.7 for _, block, _ in set_)
    return Panel(tuple(set_), height, 0, rows=False)


def _rows(sheet: Sheet, facts: list[Fact], width: float, size: float, lines: int) -> Panel | None:
    """The facts under each other."""
    set_ = []
    for fact in facts:
        block = sheet.fit(fact.text, STRONG, (width, sheet.height), (size, size), lines=lines, leading=1.16)
        if block is None:
            return None
        set_.append((fact, block, width))
    gap = sheet.px(_ROW_GAP)
    parts = [label_px(sheet, fact) + block.step_px * (len(block.lines) - 1) + size * 0.7 for fact, block, _ in set_]
    return Panel(tuple(set_), sum(parts) + gap * (len(parts) - 1), 0, rows=True)


def draw_panel(sheet: Sheet, card: Card, panel: Panel, box: Box, plate: str, label_ink: str) -> None:
    """Draw the panel on a plate of the colour `plate`."""
    colours, pad = sheet.colours, pad_px(sheet)
    sheet.fill(box, plate, sheet.px(32))
    x, y = box.left + pad, box.top + pad * 0.86
    label = max(label_px(sheet, fact) for fact, _, _ in panel.facts)
    content = max(label + b.step_px * (len(b.lines) - 1) + b.size_px * 0.7 for _, b, _ in panel.facts)
    y += (panel.height - 2 * pad * 0.86 - content) / 2 if not panel.rows else 0
    for fact, block, wide in panel.facts:
        line = y
        if label_px(sheet, fact):
            size, baseline = sheet.sizes.label * 1.05, line + sheet.sizes.label * 0.74
            sheet.line(fact.label, STRONG, size, x, baseline, label_ink, role="label")
            line += label_px(sheet, fact)
        elif not panel.rows:
            line += label
        sheet.stand(block, x, line + block.size_px * 0.7, colours.panel_ink)
        if panel.rows:
            y = line + block.size_px * 0.7 + block.step_px * (len(block.lines) - 1) + sheet.px(_ROW_GAP)
        else:
            x += wide
    if panel.code and card.link is not None:
        inset = pad * 0.25 if not panel.rows else pad * 0.6
        at = sheet.qr(card.link.url, box.right - inset, box.bottom - inset - panel.code, side_px(sheet), "right")
        if panel.rows:
            _beside(sheet, card.link, Box(box.left + pad, at.top, at.left - sheet.px(24), at.bottom))


def _beside(sheet: Sheet, link: Link, box: Box) -> None:
    """What the code is for, and its address, in the room at its left."""
    sizes, colours = sheet.sizes, sheet.colours
    more = sheet.fit(sheet.words.read_more, STRONG, (box.width, box.height), (sizes.strong, sizes.small_floor), lines=2)
    size = (sizes.label * 1.05, sizes.small_floor)
    short = sheet.fit(link.short, BODY_STRONG, (box.width, box.height), size, lines=1) if link.short else None
    said = stack((more, 0, colours.panel_ink), (short, sizes.label * 0.75, colours.panel_ink))
    if said.blocks:
        said.draw(sheet, box.left, box.top + (box.height - said.height_px) / 2)
