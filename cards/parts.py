"""The parts that cards share: headline, chip, footer, date block, QR panel. Each draws on a sheet.

All x are for reading from the left; the sheet mirrors them where the card reads from the right.
"""

from datetime import date
from typing import NamedTuple

from cards.codes import panel_px
from cards.colours import contrast, rgb
from cards.fitting import Block
from cards.fonts import BODY, BODY_STRONG, CLOCK, HEADLINE, STRONG, Style
from cards.geometry import Box
from cards.marks import foot_logo
from cards.sheet import Sheet
from cards.words import date_text, month_name, short_day


def chip(sheet: Sheet, text: str, x: float, top: float, ground: str = "", ink: str = "", *, right: bool = False) -> Box:
    """The card's sort, in a fully round chip: its left edge at `x`, or its right one. Colours are the kind's own."""
    size = _chip_px(sheet)
    block = sheet.one_line(text, STRONG, size)
    high = round(size * 1.88)
    spare = ((x - sheet.safe.left if right else sheet.safe.right - x) - block.width_px) / 2
    pad = min(size * 0.82, max(size * 0.2, spare))  # a long word on a narrow far screen is set tighter
    wide = block.width_px + 2 * pad
    left = x - wide if right else x
    box = Box(left, top, left + wide, top + high)
    sheet.fill(box, ground or sheet.colours.chip, high / 2)
    capital = sheet.one_line("H", STRONG, size)
    if any("\u0600" <= sign <= "\u06ff" for sign in text):
        baseline = top + (high + block.ascent_px - block.descent_px) / 2
    else:
        baseline = top + (high + capital.ascent_px) / 2
    sheet.stand(block, left + pad, baseline, ink or sheet.colours.chip_ink, "chip")
    return box


def chip_height(sheet: Sheet) -> float:
    """How high a chip is on this sheet."""
    return round(_chip_px(sheet) * 1.88)


def _chip_px(sheet: Sheet) -> float:
    return max(sheet.sizes.label * 0.95, sheet.sizes.small_floor)


def footer(
    sheet: Sheet,
    *,
    left: float | None = None,
    right: float | None = None,
    ink: str = "",
    soft: str = "",
    ground: str = "",
    sender: str | None = None,
    place: str | None = None,
    day: bool = True,
    clock: bool = True,
    lift: float = 0,
) -> Box:
    """Who says this, from where; and day and time at the other end. Returns the box that the footer takes.

    `lift` raises it above its usual line. What finds no room is left out in this order: day, place, clock. A sender too
    long for one line (for two, where the footer is only a panel's) gives way to the municipality.
    """
    colours, sizes = sheet.colours, sheet.sizes
    ink, soft, ground = ink or colours.ink, soft or colours.soft, ground or colours.ground
    x0 = sheet.safe.left if left is None else left
    x1 = sheet.safe.right if right is None else right
    name = (sender if sender is not None else sheet.card.sender) or sheet.screen.municipality.name(sheet.language)
    where = place if place is not None else ("" if sheet.card.partner else sheet.screen.place)
    if place is None and where and sheet.language != "sv":
        where = sheet.screen.municipality.name(sheet.language)
    if where == name:
        own = sheet.screen.municipality.name(sheet.language)
        where = own if name != own else ""
    gap, size = sizes.label * 0.66, sizes.label
    baseline = foot_line(sheet) - lift
    said = date_text(sheet.now.date(), sheet.language)
    clock_size = sizes.clock
    clock_wide = sheet.width_of("00:00", CLOCK, clock_size) if clock else 0
    parts = {
        "name": sheet.width_of(name, STRONG, size),
        "place": sheet.width_of(where, BODY, size) + gap if where else 0,
        "day": sheet.width_of(said, BODY, size) + gap if day else 0,
        "clock": clock_wide + gap if clock else 0,
    }
    for part in ("day", "place", "clock"):
        if sum(parts.values()) > x1 - x0:
            parts[part] = 0
    block = _sender(sheet, name, x1 - x0, lines=1 if left is None and right is None else 2)
    free = x1 - x0 - sum(parts.values())
    mark = foot_logo(sheet, x0, baseline, free) if block is not None and len(block.lines) == 1 else 0
    box = Box(x0, baseline - size, x0, baseline)
    if block is not None:
        box = sheet.stand(block, x0 + mark, baseline - block.step_px * (len(block.lines) - 1), ink, "label")
    if parts["place"]:
        sheet.line(where, BODY, size, box.right + gap, baseline, soft, role="label")
    edge = x1
    if parts["clock"]:
        edge = sheet.clock(x1, baseline, clock_size, ink, ground, "right").left - gap
    if parts["day"]:
        sheet.line(said, BODY, size, edge, baseline, soft, "right", role="label")
    top = min(box.top, baseline - max(clock_size if parts["clock"] else 0, size) * 0.75)
    return Box(x0, top, x1, sheet.height)


def _sender(sheet: Sheet, name: str, width: float, lines: int) -> Block | None:
    """`name` as a footer's sender, else the municipality's name; None where not even that has room."""
    size, floor = sheet.sizes.label, sheet.sizes.small_floor
    for said in (name, sheet.screen.municipality.name(sheet.language)):
        block = sheet.fit(said, STRONG, (width, size * 4), (size, floor), lines=lines, leading=1.15)
        if block is not None:
            return block
        sheet.drop("sender")
    return None


def foot_line(sheet: Sheet) -> float:
    """The footer's baseline: where the design has it, or higher where the safe area asks for it."""
    design = sheet.px(62 if sheet.shape != "portrait" else 80)
    deep = sheet.mirrored or any("\u0600" <= sign <= "\u06ff" for sign in sheet.card.sender)
    return sheet.height - max(design, sheet.sizes.margin_bottom + sheet.sizes.label * (0.48 if deep else 0.25))


def foot_top(sheet: Sheet) -> float:
    """Where the footer's letters begin when its sender stands on one line."""
    return foot_line(sheet) - max(sheet.sizes.label, sheet.sizes.clock) * 0.75


def headline(
    sheet: Sheet,
    text: str,
    box: tuple[float, float],
    *,
    lines: int = 4,
    largest: float = 0,
    style: Style = HEADLINE,
    floor: float = 0,
) -> Block | None:
    """The headline as large as it goes in `box`, never under its floor. None when it does not fit."""
    top = largest or sheet.sizes.headline
    return sheet.fit(text, style, box, (top, floor or sheet.sizes.headline_floor), lines=lines, leading=1.04)


class Stack(NamedTuple):
    """Blocks under each other: each with the space above it and its colour.

    The space lies between a baseline and the capitals under it, so that descenders do not make it uneven; where ink
    hangs lower or rises higher than it is wide, it gives way.
    """

    blocks: tuple[tuple[Block, float, str], ...]

    @property
    def height_px(self) -> float:
        """From the first capitals to the last baseline."""
        return sum(
            self._step(index) + block.step_px * (len(block.lines) - 1)
            for index, (block, _, _) in enumerate(self.blocks)
        )

    def draw(self, sheet: Sheet, x: float, top: float) -> float:
        """Draw with the first capitals at `top`. Returns the last baseline."""
        for index, (block, _, colour) in enumerate(self.blocks):
            top += self._step(index)
            sheet.stand(block, x, top, colour)
            top += block.step_px * (len(block.lines) - 1)
        return top

    def _step(self, index: int) -> float:
        """From the last baseline before it (from the top for the first) to a block's first baseline."""
        block, gap, _ = self.blocks[index]
        if not index:
            return _capitals(block)
        before = self.blocks[index - 1][0]
        return max(gap + _capitals(block), before.descent_px + block.ascent_px + block.size_px * 0.06)


def _capitals(block: Block) -> float:
    return block.size_px * (0.7 if block.style.face == "display" else 0.66)


def stack(*blocks: tuple[Block | None, float, str]) -> Stack:
    """Those of `blocks` that there are."""
    return Stack(tuple((block, gap, colour) for block, gap, colour in blocks if block is not None))


class DateBlock(NamedTuple):
    """The measures of a date block before it is drawn."""

    width: float
    height: float
    label_px: float


def date_block_size(sheet: Sheet, day: date) -> DateBlock:
    """How large the date block is on this sheet."""
    label = sheet.sizes.label
    month = sheet.width_of(month_name(day, sheet.language), BODY_STRONG, label)
    return DateBlock(round(max(label * 5.4, month + label * 1.3)), round(label * 6), label)


def date_block(sheet: Sheet, x: float, top: float, day: date) -> Box:
    """Weekday, day and month on a block of the accent's colour."""
    size = date_block_size(sheet, day)
    box = Box(x, top, x + size.width, top + size.height)
    ink = sheet.colours.accent_ink
    sheet.fill(box, sheet.colours.accent, sheet.px(24))
    middle = x + size.width / 2
    name = short_day(day, sheet.language)
    upper = sheet.fit(
        name.upper(), STRONG, (size.width * 0.86, size.height), (size.label_px * 1.05, size.label_px * 0.9), lines=1
    )
    if upper is None:
        upper = sheet.one_line(name, STRONG, size.label_px * 0.9)
    upper = upper._replace(align="center")
    sheet.stand(upper, middle, top + size.height * 0.26, ink, "label")
    sheet.line(str(day.day), HEADLINE, size.label_px * 2.75, middle, top + size.height * 0.68, ink, "center")
    sheet.line(
        month_name(day, sheet.language),
        BODY_STRONG,
        size.label_px,
        middle,
        top + size.height * 0.885,
        ink,
        "center",
        role="label",
    )
    return box


def body_lines(
    sheet: Sheet,
    text: str,
    width: float,
    height: float,
    *,
    lines: int = 3,
    style: Style = BODY,
    largest: float = 0,
    floor: float = 0,
) -> Block | None:
    """Running text at body size, at most 45 signs a line. None when it does not fit, or when there is none."""
    if not text.strip():
        return None
    top = largest or sheet.sizes.body
    return sheet.fit(
        text, style, (min(width, top * 24), height), (top, floor or sheet.sizes.body_floor), lines=lines, leading=1.22
    )


def fewest_lines(
    sheet: Sheet, text: str, width: float, *, lines: int, style: Style = BODY, largest: float = 0, floor: float = 0
) -> Block | None:
    """Running text on as few lines as its floor allows: a little smaller is better than one word on a line alone."""
    for count in range(1, lines + 1):
        block = body_lines(sheet, text, width, sheet.height, lines=count, style=style, largest=largest, floor=floor)
        if block is not None:
            return block
    return None


def _address(sheet: Sheet, width: float) -> Block | None:
    link = sheet.card.link
    if link is None or not link.short:
        return None
    sizes = sheet.sizes
    return sheet.fit(link.short, BODY_STRONG, (width, sizes.label * 2), (sizes.label, sizes.small_floor), lines=1)


def qr_panel_size(sheet: Sheet, width: float, label: str = "") -> tuple[float, float]:
    """How wide and high `qr_panel` is with `label` when it may be `width` wide; nothing without a link."""
    link, sizes = sheet.card.link, sheet.sizes
    if link is None:
        return 0.0, 0.0
    side, pad = panel_px(link.url, sizes.qr_side), sheet.px(28)
    said = sheet.one_line(label or sheet.words.read_more, STRONG, sizes.label)
    address = _address(sheet, max(side, width) - 2 * pad)
    wide = max(side, said.width_px + 2 * pad, address.width_px + 2 * pad if address else 0)
    return wide, side + said.ascent_px + sizes.label * 0.16 + pad + (sizes.label * 1.3 if address else 0)


def _on_code(sheet: Sheet, ink: str) -> str:
    """`ink`, or the code's own dark where a theme's panels are dark and its codes' are not."""
    dark, light = sheet.theme.qr
    return ink if contrast(rgb(ink), rgb(light)) >= sheet.theme.least else dark


def qr_panel(sheet: Sheet, right: float, bottom: float, width: float, label: str = "") -> Box | None:
    """The card's QR code on a light panel, its lower right corner given, with `label` and the address under it.

    Without a label it says "read more". `width` is what it may take at most; an address that is too long for it is left
    out. None without a link.
    """
    link, colours, sizes = sheet.card.link, sheet.colours, sheet.sizes
    if link is None:
        return None
    wide, high = qr_panel_size(sheet, width, label)
    side, pad = panel_px(link.url, sizes.qr_side), sheet.px(28)
    said = sheet.one_line(label or sheet.words.read_more, STRONG, sizes.label, "center")
    address = _address(sheet, max(side, width) - 2 * pad)
    box = Box(right - wide, bottom - high, right, bottom)
    sheet.fill(box, sheet.theme.qr[1], sheet.px(24))
    sheet.qr(link.url, box.left + (wide - side) / 2, box.top)
    step = sizes.label * 1.3
    baseline = bottom - pad - (step if address else 0)
    middle = (box.left + box.right) / 2
    sheet.stand(said, middle, baseline, _on_code(sheet, colours.panel_ink), "label")
    if address is not None:
        soft = _on_code(sheet, colours.panel_soft)
        sheet.stand(address._replace(align="center"), middle, baseline + step, soft, "label")
    elif link.short:
        sheet.drop("link")
    return box


def qr_row(
    sheet: Sheet, x: float, top: float, width: float, label: str = "", ink: str = "", soft: str = ""
) -> Box | None:
    """The card's QR code at the left, what it is for and the address beside it. None without a link."""
    link, colours, sizes = sheet.card.link, sheet.colours, sheet.sizes
    if link is None:
        return None
    code = sheet.qr(link.url, x, top)
    left = code.right + sheet.px(40)
    room = x + width - left
    said = sheet.fit(
        label or sheet.words.read_more,
        STRONG,
        (room, code.height),
        (sizes.strong, sizes.small_floor),
        lines=2,
        leading=1.15,
    )
    texts = stack((said, 0, ink or colours.ink), (_address(sheet, room), sizes.label * 0.75, soft or colours.soft))
    if texts.blocks:
        texts.draw(sheet, left, code.top + (code.height - texts.height_px) / 2)
    return Box(x, code.top, x + width, code.bottom)
