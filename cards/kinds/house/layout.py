"""How the house card is laid out: whose square this is, the time, the day, and the town by the river."""

from typing import Final

from cards.fonts import BODY, HEADLINE, Style
from cards.geometry import Box
from cards.kinds.house.facts import HouseFacts
from cards.marks import logo, logo_size
from cards.model import Card, Language
from cards.sheet import Sheet
from cards.words import date_text

FACE: Final = Style("display", 800, ("case",))
DAY: Final = Style("display", 500)


def draw(sheet: Sheet, card: Card, language: Language) -> None:
    """Draw the house card."""
    assert isinstance(card.facts, HouseFacts)
    colours, sizes, safe = sheet.colours, sheet.sizes, sheet.safe
    seed = sheet.screen.municipality.id or "town"
    bar = sheet.shape == "bar"
    ground = colours.scene[-1] if bar else colours.scene[0]
    sheet.fill(sheet.all, ground)
    # The upper half of the town's sky is flat; on a bar the town stands beside the words instead of under them.
    sheet.scene(Box(round(sheet.width * 0.44) if bar else 0, 0, sheet.width, sheet.height), colours.scene, "town", seed)
    mark = logo_size(sheet, sheet.px(240), sheet.px(120))
    if mark[0] and not bar:
        logo(sheet, Box(safe.right - mark[0], safe.top, safe.right, safe.top + mark[1]))
    name = sheet.screen.municipality.name(language) or sheet.screen.name
    beside = sheet.shape == "landscape"
    wide = sheet.width * (0.38 if bar else 0.52) - safe.left * (1 if bar else 0) if bar or beside else safe.width
    heading = wide if beside or bar or not mark[0] else wide - mark[0] - sheet.px(40)
    title = sheet.fit(
        name, HEADLINE, (heading, sheet.px(200)), (max(sheet.px(72), sizes.body), sizes.body_floor), lines=2
    )
    y = safe.top
    if title is not None:
        y = sheet.place(title, safe.left, y, colours.ink, "headline").bottom
    day = date_text(sheet.now.date(), language)
    small = (max(sheet.px(66), sizes.body), sizes.small_floor)
    said = sheet.fit(day, DAY, (wide, sizes.body * 3), small, lines=2, leading=1.15) or sheet.one_line(
        day, BODY, small[1]
    )
    end = safe.bottom if bar else sheet.height * 0.485 if beside else sheet.height * 0.4
    gap = sheet.px(40)
    room = end - y - 2 * gap - said.height_px
    size = max(min(sheet.px(336), wide / sheet.width_of("00:00", FACE, 1.0), room / 0.73), sizes.clock)
    baseline = y + gap + size * 0.71
    sheet.clock(safe.left, baseline, size, colours.ink, ground, style=FACE)
    sheet.place(said, safe.left, baseline + gap, colours.ink)
