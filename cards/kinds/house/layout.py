"""How the house card is laid out: whose square this is, the time, the day, and the town by the river."""

from typing import Final

from cards.fitting import Block
from cards.fonts import HEADLINE, Style
from cards.geometry import Box
from cards.kinds.house.facts import HouseFacts
from cards.marks import logo, logo_size
from cards.model import Card, Language
from cards.sheet import Sheet
from cards.strips import clock_em
from cards.words import date_text

FACE: Final = Style("display", 800, ("case",))
DAY: Final = Style("display", 500)


_GAP = 40


def draw(sheet: Sheet, card: Card, language: Language) -> None:
    """Draw the house card."""
    assert isinstance(card.facts, HouseFacts)
    colours, safe = sheet.colours, sheet.safe
    ground = _grounds(sheet)
    mark = logo_size(sheet, sheet.px(240), sheet.px(120))
    if mark[0] and sheet.shape != "bar":
        logo(sheet, Box(safe.right - mark[0], safe.top, safe.right, safe.top + mark[1]))
    wide, end = _room(sheet)
    beside = sheet.shape in ("landscape", "bar")
    heading = wide if beside or not mark[0] else wide - mark[0] - sheet.px(_GAP)
    name = sheet.screen.municipality.name(language) or sheet.screen.name
    title = _few_lines(sheet, name, HEADLINE, heading, 72)
    said = date_text(sheet.now.date(), language)
    day = _few_lines(sheet, said, DAY, wide, 66 if sheet.shape != "portrait" else 84, sheet.sizes.small_floor)
    size = _clock_px(sheet, end - safe.top, wide, title, day)
    for field in ("day", "name"):
        if size >= sheet.sizes.headline_floor:
            break
        sheet.drop(field)
        title, day = (title, None) if field == "day" else (None, None)
        size = _clock_px(sheet, end - safe.top, wide, title, day)
    y = safe.top
    if title is not None:
        y = sheet.place(title, safe.left, y, colours.ink, "headline").bottom + sheet.px(_GAP)
    baseline = y + size * 0.71
    sheet.clock(safe.left, baseline, size, colours.ink, ground, style=FACE)
    if day is not None:
        sheet.place(day, safe.left, baseline + sheet.px(_GAP), colours.ink)


def _grounds(sheet: Sheet) -> str:
    """The town under a sky whose upper half is flat; on a bar it stands beside the words. Returns the words' ground."""
    scene, seed = sheet.colours.scene, sheet.screen.municipality.id or "town"
    ground = scene[-1] if sheet.shape == "bar" else scene[0]
    left = round(sheet.width * 0.44) if sheet.shape == "bar" else 0
    top = round(sheet.height * 0.2) if sheet.shape == "square" else 0
    sheet.fill(sheet.all, ground)
    sheet.scene(Box(left, top, sheet.width, sheet.height), scene, "town", seed)
    return ground


def _room(sheet: Sheet) -> tuple[float, float]:
    """How wide the words may be, and where they must end so that neither fells nor rings stand behind them."""
    safe = sheet.safe
    match sheet.shape:
        case "bar":
            return sheet.width * 0.44 - sheet.px(48) - safe.left, safe.bottom
        case "landscape":
            return sheet.width * 0.512 - safe.left, sheet.height * 0.485
        case _:
            return safe.width, sheet.height * 0.41


def _few_lines(sheet: Sheet, text: str, style: Style, width: float, design: float, least: float = 0) -> Block | None:
    """`text` on one line, if need be as small as `least`, else on two lines; None where it finds no room."""
    sizes = sheet.sizes
    largest, floor = max(sheet.px(design), sizes.body), sizes.body_floor
    smaller = min(floor, least or floor)
    for lines, smallest in ((1, floor), (1, smaller), (2, floor)):
        block = sheet.fit(text, style, (width, sizes.body * 3), (largest, smallest), lines=lines, leading=1.15)
        if block is not None:
            return block
    return None


def _clock_px(sheet: Sheet, height: float, width: float, title: Block | None, day: Block | None) -> float:
    """The digits as large as they go in what the name and the day leave."""
    taken = sum(block.height_px + sheet.px(_GAP) for block in (title, day) if block is not None)
    largest = sheet.px(336 if sheet.shape != "portrait" else 400)
    return max(sheet.sizes.clock, min(largest, (width - 2) / clock_em(FACE), (height - taken) / 0.73))
