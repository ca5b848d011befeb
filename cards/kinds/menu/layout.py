"""How a menu is drawn: the week with today marked, or one day large.

The week gives way to today's dishes where its rows would be too small to read; a week that has passed shows all days.
A day without a meal says so as large as a meal would.
"""

from datetime import timedelta
from typing import NamedTuple

from cards.fitting import Block, sizes
from cards.fonts import BODY, HEADLINE, STRONG
from cards.geometry import Box
from cards.kinds.feet import day_and_clock
from cards.kinds.menu.facts import MenuDay, MenuFacts
from cards.model import Card, Language
from cards.parts import body_lines, chip, foot_line, footer, headline
from cards.sheet import Sheet
from cards.words import date_span, date_text, day_name, listed, relative_day, sentence_case, tie


def draw(sheet: Sheet, card: Card, language: Language) -> None:
    """Draw `card` on `sheet`."""
    facts = card.facts
    assert isinstance(facts, MenuFacts)
    days = tuple(day for day in facts.days if day.dishes)
    standing = sheet.shape in ("portrait", "square")
    side, box = _boxes(sheet, 0.3 if sheet.shape == "square" else 0.27)
    week = _week(sheet, days, box, language) if len(days) > 1 else None
    if week is None and standing:
        side, box = _boxes(sheet, 0.36)
    colours = sheet.colours
    sheet.fill(sheet.all, colours.ground)
    sheet.fill(side, colours.panel)
    right = sheet.safe.right if standing else side.right - sheet.px(40)
    if week is None and standing:
        right = _plate(sheet, side) - sheet.px(48)
    end = _side(sheet, card, side, right, days if week else _one(sheet, days), language)
    if week is None and not standing:
        rise = _foot_rise(sheet, card.sender or facts.place, right - sheet.safe.left)
        low = foot_line(sheet) - sheet.sizes.label * 1.8 - rise
        _plate(sheet, Box(side.left, end + sheet.px(48), side.right, low))
    if week is not None:
        week.draw(sheet, box)
    else:
        _day(sheet, card, _one(sheet, days), box, language)
    sender = card.sender or facts.place
    if standing:
        footer(sheet, sender=sender)
    else:
        ink = colours.panel_ink
        footer(
            sheet, right=side.right - sheet.px(40), sender=sender, ink=ink, soft=ink, place="", day=False, clock=False
        )
        day_and_clock(sheet, box.left, colours.ink, colours.soft, colours.ground)


def _boxes(sheet: Sheet, share: float) -> tuple[Box, Box]:
    """The coloured side, or where the card stands its upper `share`; and the room for the dishes."""
    bottom = foot_line(sheet) - sheet.sizes.clock - sheet.px(44)
    if sheet.shape in ("portrait", "square"):
        side = Box(0, 0, sheet.width, round(sheet.height * share))
        return side, Box(
            sheet.safe.left, side.bottom + sheet.px(44 if sheet.shape == "square" else 64), sheet.safe.right, bottom
        )
    side = Box(0, 0, round(sheet.width * 0.323), sheet.height)
    return side, Box(side.right + sheet.px(108), sheet.safe.top, sheet.safe.right, bottom)


def _plate(sheet: Sheet, side: Box) -> float:
    """A plate on the coloured side, seen from above, where there is room for one. Returns where it begins."""
    colours, standing = sheet.colours, sheet.shape in ("portrait", "square")
    radius = min(side.height * (0.34 if standing else 0.5), sheet.px(240))
    if radius < sheet.px(130):
        return side.right
    x, y = sheet.safe.right - radius if standing else sheet.safe.left + radius, (side.top + side.bottom) / 2
    for share, colour in ((1.0, colours.ground), (0.7, colours.panel_soft), (0.66, colours.ground)):
        sheet.disc(x, y, radius * share, colour)
    return x - radius


def _one(sheet: Sheet, days: tuple[MenuDay, ...]) -> tuple[MenuDay, ...]:
    """Today's entry, else the next one, else the last; none at all where the menu is empty."""
    today = sheet.now.date()
    return next(((day,) for day in sorted(days, key=lambda day: day.day) if day.day >= today), days[-1:])


def _side(sheet: Sheet, card: Card, side: Box, right: float, days: tuple[MenuDay, ...], language: Language) -> float:
    """The coloured side: what is served where, and which week or day. Returns where the words end."""
    facts, colours, text = card.facts, sheet.colours, card.text(language)
    assert isinstance(facts, MenuFacts)
    standing, x = sheet.shape in ("portrait", "square"), sheet.safe.left
    head = chip(
        sheet, _fitting_chip(sheet, text.title, right - x), x, sheet.safe.top, colours.accent, colours.accent_ink
    )
    foot = foot_line(sheet) - sheet.sizes.label * 1.6 - _foot_rise(sheet, card.sender or facts.place, right - x)
    low = sheet.shape == "square"
    end = side.bottom - sheet.px(36 if low else 48) if standing else foot
    top = head.bottom + sheet.px((36 if low else 52) if standing else 96)
    said = _when(sheet, days, language)
    largest = max(sheet.px(104), sheet.sizes.headline_floor)
    title = headline(sheet, said, (right - x, end - top), lines=2, largest=largest, floor=sheet.sizes.body_floor)
    if title is None:
        sheet.drop("title")
        return end
    below = sheet.place(title, x, top, colours.panel_ink, "headline").bottom + sheet.px(48)
    served = sheet.phrase("served", hours=facts.hours) if facts.hours else ""
    told = text.body if days else ""  # on a day without a meal the card's text says why, where the meal would stand
    sentences = [f"{part.rstrip('.')}." for part in (facts.place, served, told) if part.strip()]
    for count in range(len(sentences), 0, -1):
        block = body_lines(sheet, " ".join(sentences[:count]), right - x, end - below, lines=6)
        if block is not None:
            if count < len(sentences):
                sheet.drop("body" if told else "place")
            return sheet.place(block, x, below, colours.panel_soft).bottom
    if sentences:
        sheet.drop("body")
    return below


def _foot_rise(sheet: Sheet, sender: str, width: float) -> float:
    """How much higher the footer on the coloured side is where its sender needs more lines than one."""
    size = sheet.sizes.label
    if not sender or sheet.width_of(sender, STRONG, size) <= width:
        return 0.0
    fitted = (size, sheet.sizes.small_floor)
    block = sheet.fit(sender, STRONG, (width, size * 4), fitted, lines=3, leading=1.15)
    return block.step_px * (len(block.lines) - 1) if block else 0.0


def _fitting_chip(sheet: Sheet, title: str, width: float) -> str:
    """The menu's own title in its chip, or the plain word where it is too long for one."""
    size = max(sheet.sizes.label * 0.95, sheet.sizes.small_floor)
    if title.strip() and sheet.width_of(title, STRONG, size) + size * 1.7 <= width:
        return title
    return sheet.phrase("chip")


def _when(sheet: Sheet, days: tuple[MenuDay, ...], language: Language) -> str:
    """ "Vecka 48" for a week, the days' dates for another stretch, "i dag" for one day and for none."""
    if not days:
        return sentence_case(tie(sheet.words.today))
    first, last = min(day.day for day in days), max(day.day for day in days)
    if first == last:
        near = first - sheet.now.date() <= timedelta(days=1) and first >= sheet.now.date()
        return sentence_case(relative_day(sheet.now, first, language) if near else date_text(first, language))
    if first.isocalendar()[:2] == last.isocalendar()[:2]:
        return tie(sheet.phrase("week", number=first.isocalendar().week))
    return date_span(first, last, language)


class _Row(NamedTuple):
    label: Block
    main: Block
    others: Block | None
    today: bool

    def height_px(self, gap: float) -> float:
        return self.label.height_px + gap + self.main.height_px + (gap + self.others.height_px if self.others else 0)


class _Week(NamedTuple):
    """The rows, and the space inside and between them."""

    rows: tuple[_Row, ...]
    inner: float
    between: float

    def draw(self, sheet: Sheet, box: Box) -> None:
        """Draw the days from the top of `box` down, today on its own ground."""
        colours, y = sheet.colours, box.top
        pad = min(self.between * 0.46, sheet.px(36))
        for row in self.rows:
            end = y + row.height_px(self.inner)
            if row.today:
                aside = min(sheet.px(52), box.left)
                bar = Box(box.left - aside, y - pad, min(box.right + sheet.px(32), sheet.width), end + pad)
                sheet.fill(bar, colours.accent, sheet.px(24))
            label = sheet.place(row.label, box.left, y, colours.accent_ink if row.today else colours.chip, "label")
            main = sheet.place(
                row.main, box.left, label.bottom + self.inner, colours.accent_ink if row.today else colours.ink
            )
            if row.others is not None:
                sheet.place(
                    row.others, box.left, main.bottom + self.inner, colours.accent_ink if row.today else colours.soft
                )
            y = end + self.between


def _week(sheet: Sheet, days: tuple[MenuDay, ...], box: Box, language: Language) -> _Week | None:
    """All days as large as `box` allows, with the other dishes where there is room for them. None when too small."""
    for others in (True, False):
        for size in sizes(max(sheet.px(58), sheet.sizes.body * 1.04), sheet.sizes.body_floor):
            rows = _rows(sheet, days, box.width, size, language, others=others)
            if rows is None:
                continue
            inner = size * 0.3
            spare = box.height - sum(row.height_px(inner) for row in rows)
            between = min(spare / max(1, len(rows) - 1), size * 1.9)
            if between >= size * (0.95 if others else 0.8):
                return _Week(rows, inner, between)
    return None


def _rows(
    sheet: Sheet, days: tuple[MenuDay, ...], width: float, size: float, language: Language, *, others: bool
) -> tuple[_Row, ...] | None:
    rows = []
    small = max(size * 0.84, sheet.sizes.small_floor)
    for day in days:
        today = day.day == sheet.now.date()
        name = sentence_case(day_name(day.day, language))
        label = f"{name} · {tie(sheet.words.today)}" if today else name
        main = sheet.fit(
            day.dishes[0], STRONG if today else BODY, (width, size * 3), (size, size), lines=2, leading=1.15
        )
        if main is None:
            return None
        rest = listed(day.dishes[1:], language) if others else ""
        also = sheet.fit(rest, BODY, (width, size * 3), (small, small), lines=1) if rest else None
        if rest and also is None:
            return None
        rows.append(_Row(sheet.one_line(label, STRONG, small), main, also, today))
    return tuple(rows)


def _day(sheet: Sheet, card: Card, days: tuple[MenuDay, ...], box: Box, language: Language) -> None:
    """One day's dishes, the main one as a headline, the others under lines; or that there is none."""
    colours, standing = sheet.colours, sheet.shape == "portrait"
    label, none = "", (sheet.phrase("no_menu_today"), card.text(language).body)
    dishes: tuple[str, ...] = tuple(part for part in none if part.strip())
    if days:
        day, dishes = days[0], days[0].dishes
        today = day.day == sheet.now.date()
        label = sheet.phrase("menu_today") if today else sentence_case(day_name(day.day, language))
    top = box.top
    if label:
        size = sheet.sizes.body
        top = sheet.place(sheet.one_line(label, STRONG, size), box.left, top, colours.chip, "label").bottom
        top += sheet.px(48 if sheet.shape != "bar" else 24)
    others = _others(sheet, dishes[1:], box, language)
    gap = sheet.px(56 if sheet.shape != "bar" else 24)
    for rest in (others, []) if others else ([],):
        taken = sum(block.height_px + gap for block in rest)
        room = (box.width, box.bottom - top - taken)
        largest = sheet.px(168 if standing else 150)
        block = headline(sheet, dishes[0], room, lines=5, largest=max(largest, sheet.sizes.headline_floor))
        if block is not None:
            break
    else:
        rest = []
        room = (box.width, box.bottom - top)
        block = headline(sheet, dishes[0], room, lines=6, style=HEADLINE, floor=sheet.sizes.body_floor)
    if dishes[1:] and not rest:
        sheet.drop("dishes")
    if block is None:
        sheet.drop("dishes")
        return
    spare = box.bottom - top - block.height_px - sum(other.height_px + gap for other in rest)
    top += min(spare * (0.12 if label else 0.3), sheet.px(140)) if standing or not days else 0
    end = sheet.place(block, box.left, top, colours.ink, "headline").bottom
    for other in rest:
        sheet.fill(Box(box.left, end + gap * 0.5 - 1, box.right, end + gap * 0.5 + 1), colours.accent)
        end = sheet.place(other, box.left, end + gap, colours.soft).bottom


def _others(sheet: Sheet, dishes: tuple[str, ...], box: Box, language: Language) -> list[Block]:
    """The other dishes, each on its own line; all in one text where one of them is too long. None without room."""
    size = (max(sheet.px(60), sheet.sizes.body), sheet.sizes.body_floor)
    blocks = [sheet.fit(dish, BODY, (box.width, box.height * 0.3), size, lines=2, leading=1.2) for dish in dishes]
    found = [block for block in blocks if block is not None]
    if len(found) == len(dishes) and sum(block.height_px for block in found) <= box.height * 0.4:
        return found
    whole = body_lines(sheet, listed(dishes, language), box.width, box.height * 0.3, lines=3, largest=size[0])
    return [whole] if whole is not None else []
