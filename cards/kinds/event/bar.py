"""An event on a stretched bar: three fields side by side, composed for two lines of headline."""

from cards.errors import TitleTooLongError
from cards.fonts import BODY, BODY_STRONG, HEADLINE, STRONG
from cards.geometry import Box
from cards.kinds.event.facts import EventFacts
from cards.model import Card, Language
from cards.parts import chip, chip_height, headline
from cards.sheet import Sheet
from cards.words import month_name, short_day


def draw_bar(sheet: Sheet, card: Card, facts: EventFacts, when: str, language: Language) -> None:
    """A stretched bar: date column, text and scene side by side; the column does the chip's work."""
    colours, sizes, safe = sheet.colours, sheet.sizes, sheet.safe
    label = sizes.label * 1.25
    number = sheet.width_of(str(sheet.local(facts.start).day), HEADLINE, label * 3.8)
    column = round(max(sheet.px(304), 2 * safe.left + number))
    sheet.fill(sheet.all, colours.ground)
    sheet.fill(Box(0, 0, column, sheet.height), colours.extra["column"])
    day = sheet.local(facts.start).date()
    middle = column / 2
    top = (sheet.height - label * 7.4) / 2
    ink = colours.extra["column_ink"]
    sheet.line(
        short_day(day, language).upper(),
        STRONG,
        label,
        middle,
        top + label * 0.9,
        colours.extra["column_day"],
        "center",
    )
    sheet.line(str(day.day), HEADLINE, label * 3.8, middle, top + label * 5, ink, "center")
    month = sheet.fit(
        month_name(day, language), BODY_STRONG, (column - 2 * safe.left, label * 2), (label, sizes.small_floor), lines=1
    )
    if month is None:
        month = sheet.one_line(month_name(day, language, short=True), BODY_STRONG, sizes.small_floor)
    sheet.stand(month._replace(align="center"), middle, top + label * 6.9, ink, "label")
    if card.link is not None:
        sheet.drop("link")
    x = column + sheet.px(64)
    for share in (0.696, 0.78, 1.0):
        if _text(
            sheet,
            card,
            facts,
            when,
            language,
            Box(x, safe.top, min(sheet.width * share - sheet.px(56), safe.right), safe.bottom),
        ):
            if share < 1:
                at = Box(round(sheet.width * share), 0, sheet.width, sheet.height)
                sheet.drift = sheet.picture(at, colours.scene)
            return
    raise TitleTooLongError(f"card {card.id} has no room for its title", screen=sheet.screen.name)


def _text(sheet: Sheet, card: Card, facts: EventFacts, said: str, language: Language, box: Box) -> bool:
    """Headline, when and where, and who, in `box`. False (and nothing drawn) when it does not fit."""
    colours, sizes = sheet.colours, sheet.sizes
    when = sheet.fit(said, STRONG, (box.width, box.height), (sizes.strong, sizes.body_floor), lines=1)
    room = box.width - (when.width_px if when else 0) - sheet.px(32)
    place = sheet.fit(facts.place, BODY, (room, box.height), (sizes.strong, sizes.body_floor), lines=1)
    sender = sheet.fit(card.sender, STRONG, (box.width, box.height), (sizes.label, sizes.small_floor), lines=1)
    if when is None:
        return False
    lines = sizes.label * 1.1 + sizes.strong * 1.5
    for floor, count in ((sizes.headline_floor, 2), (sizes.body_floor, 4)):
        title = headline(
            sheet, card.text(language).title, (box.width, box.height - lines - sheet.px(40)), lines=count, floor=floor
        )
        if title is not None:
            break
    else:
        return False
    word = facts.cancelled and sheet.phrase("chip_cancelled")
    sheet.place(title, box.left, box.top, colours.ink, "headline")
    base = box.bottom - sizes.label * 0.25
    if sender is not None:
        sheet.stand(sender, box.left, base, colours.ink, "label")
    if word:
        chip(sheet, word, box.right, base - chip_height(sheet) * 0.8, right=True)
    at = sheet.stand(when, box.left, base - sizes.label * 1.75, colours.ink)
    if place is not None:
        sheet.stand(place, at.right + sheet.px(32), base - sizes.label * 1.75, colours.ink)
    elif sender is not None:
        edge = sender.width_px + sheet.px(32)
        place = sheet.fit(facts.place, BODY, (box.width - edge, box.height), (sizes.label, sizes.small_floor), lines=1)
        if place is None:
            sheet.drop("place")
        else:
            sheet.stand(place, box.left + edge, base, colours.soft, "label")
    return True
