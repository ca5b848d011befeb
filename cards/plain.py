"""The layout of last resort: headline, what else has room, and the sender, on the kind's own ground.

A kind's layout is composed for what people write and for the screens that there are. Where a card and a screen meet
that it was not made for, so that texts would run over each other or out of the safe area, the card stands like this
instead of broken: less designed, but whole and legible.
"""

from itertools import combinations
from zoneinfo import ZoneInfo

from cards.errors import TitleTooLongError
from cards.fitting import Block
from cards.geometry import Box
from cards.model import Card, Language
from cards.parts import fewest_lines, foot_top, footer, headline
from cards.said import Listing, Pairs, Part
from cards.sheet import Sheet
from cards.telling import told

_SLACK = 1.5
"""Pixels of the design by which two boxes may touch: what rounding to whole pixels makes of neighbours."""


def breaks(sheet: Sheet) -> bool:
    """Tell whether texts or codes on `sheet` run over each other or out of the safe area."""
    screen, slack = sheet.screen, max(_SLACK, sheet.px(_SLACK))
    x, y = screen.safe_area * sheet.width, screen.safe_area * sheet.height
    safe = Box(x, y, sheet.width - x, sheet.height - y)
    codes = [panel for _, panel in sheet.codes]
    if not all(safe.holds(box, slack) for box in (*codes, *(mark.box for mark in sheet.marks))):
        return True
    if any(mark.box.overlaps(panel, _SLACK) for mark in sheet.marks for panel in codes):
        return True
    return any(
        one.block != other.block and one.box.overlaps(other.box, _SLACK) for one, other in combinations(sheet.marks, 2)
    )


def draw(sheet: Sheet, card: Card, language: Language) -> None:
    """Draw `card` plainly. Raises TitleTooLongError where not even its headline has room."""
    sheet.drop("layout")
    telling, colours, safe = told(card, language, sheet.now, ZoneInfo(sheet.screen.zone)), sheet.colours, sheet.safe
    low, gap = foot_top(sheet) - sheet.px(32), sheet.px(36)
    said = telling.title or telling.sort or sheet.screen.municipality.name(language)
    title = headline(sheet, said, (safe.width, low - safe.top), lines=8, floor=sheet.sizes.body_floor)
    if title is None:
        raise TitleTooLongError(f"card {card.id} has no room for its title", screen=sheet.screen.name)
    sheet.fill(sheet.all, colours.ground)
    bottom = sheet.place(title, safe.left, safe.top, colours.ink, "headline").bottom
    for block in _rest(sheet, [*map(_phrase, telling.facts), telling.body, telling.advice], low - bottom - gap, gap):
        bottom = sheet.place(block, safe.left, bottom + gap, colours.ink).bottom
    footer(sheet)


def _rest(sheet: Sheet, phrases: list[str], room: float, gap: float) -> list[Block]:
    """The first of `phrases` that have room under each other."""
    found = []
    for phrase in phrases:
        block = fewest_lines(sheet, phrase, sheet.safe.width, lines=3) if phrase.strip() else None
        if block is None:
            continue
        room -= block.height_px + gap
        if room < 0:
            break
        found.append(block)
    return found


def _phrase(part: Part) -> str:
    match part:
        case Listing(items=items):
            return " · ".join(items)
        case Pairs(rows=rows):
            return " · ".join(f"{first} {second}" for first, second in rows)
        case _:
            return part.text
