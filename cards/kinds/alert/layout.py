"""How an alert is laid out: red between two striped edges, and what to do as large as it goes.

Nothing else is ever red. When the danger is over, the same text stands on a calm ground without stripes.
"""

from cards.codes import panel_px
from cards.errors import TitleTooLongError
from cards.fonts import STRONG
from cards.geometry import Box
from cards.kinds.alert.facts import AlertFacts
from cards.model import Card, Language
from cards.parts import chip, chip_height, foot_top, footer, headline, qr_panel, qr_panel_size, qr_row
from cards.sheet import Sheet
from cards.words import date_text, time_text

_SHORT = 16


def draw(sheet: Sheet, card: Card, language: Language) -> None:
    """Draw the alert. Raises TitleTooLongError."""
    facts = card.facts
    assert isinstance(facts, AlertFacts)
    colours, words, safe = sheet.colours, sheet.words, sheet.safe
    ground, ink, soft = colours.ground, colours.ink, colours.soft
    if facts.over:
        ground, ink = colours.extra["calm_ground"], colours.extra["calm_ink"]
        soft = ink
    sheet.fill(sheet.all, ground)
    edge = 0.0 if facts.over else sheet.px(56 if sheet.shape != "bar" else 28)
    for y in () if facts.over else (0.0, sheet.height - edge):
        box = Box(0, y, sheet.width, y + edge)
        sheet.stripes(box, colours.extra["stripe_dark"], colours.extra["stripe"], sheet.px(84))
    top = max(safe.top, edge + sheet.px(72 if sheet.shape != "bar" else 24))
    sort = sheet.phrase("chip_exercise" if facts.exercise else "chip_over" if facts.over else "chip")
    wide = _chip(sheet, sort, top, ink if facts.over else colours.chip, ground if facts.over else colours.chip_ink)
    lift = max(0.0, edge + sheet.px(20) - (sheet.height - foot_top(sheet)) + sheet.sizes.clock)
    footer_top = foot_top(sheet) - lift
    since = sheet.local(facts.since)
    at = time_text(since, language)
    if since.date() != sheet.now.date():
        at = f"{date_text(since.date(), language, weekday=False)} {at}"
    said = sheet.phrase("applies_to", area=facts.area)
    if not facts.over:
        said = f"{said} {words.since.format(time=at)}"
    _message(sheet, card, language, Box(safe.left, top + wide, safe.right, footer_top - sheet.px(44)), ink, soft)
    footer(sheet, ink=ink, soft=soft, ground=ground, place=said, day=False, lift=lift)


def _chip(sheet: Sheet, text: str, top: float, ground: str, ink: str) -> float:
    """The chip and the room under it; how far down it reaches."""
    chip(sheet, text, sheet.safe.left, top, ground, ink)
    return chip_height(sheet) + sheet.px(60 if sheet.shape != "bar" else 24)


def _message(sheet: Sheet, card: Card, language: Language, box: Box, ink: str, soft: str) -> None:
    """Headline, then the rest as strong text; the QR code at the right where the rest leaves room."""
    text, sizes = card.text(language), sheet.sizes
    gap = sheet.px(56 if sheet.shape != "bar" else 24)
    rest = " ".join(part for part in (text.body, text.advice) if part)
    middle = max(sizes.body_floor, sizes.headline_floor * 0.72)
    standing = sheet.shape == "portrait"
    largest = sheet.px(230) if len(text.title) <= _SHORT or not rest else sheet.px(160) if standing else 0
    for said, code, floor in (
        (rest, True, sizes.headline_floor),
        (rest, False, sizes.headline_floor),
        (rest, False, middle),
        (text.body, False, middle),
        (text.advice, False, middle),
        ("", False, sizes.body_floor),
    ):
        if code and card.link is None:
            continue
        beside = code and sheet.shape in ("landscape", "bar")
        wide, high = qr_panel_size(sheet, box.width) if code else (0.0, 0.0)
        if code and not beside:
            high = panel_px(card.link.url, sizes.qr_side) if card.link else 0
        width = box.width - (wide + sheet.px(64) if beside else 0)
        size = (max(sizes.strong * 1.05, sheet.px(76) if standing else 0), sizes.body_floor)
        told = sheet.fit(said, STRONG, (width, box.height), size, lines=6, leading=1.2) if said else None
        room = box.height - (told.height_px + gap if told else 0) - (high + gap if code and not beside else 0)
        lines = 5 if floor == sizes.headline_floor else 9
        title = headline(sheet, text.title, (width, room), floor=floor, lines=lines, largest=largest)
        if title is None or (said and told is None) or high > box.height:
            continue
        slack = room - title.height_px
        down = slack * 0.4 if told is None else slack * 0.22 if standing else min(slack * 0.3, sheet.px(40))
        end = sheet.place(title, box.left, box.top + down, ink, "headline").bottom
        if told is not None:
            sheet.place(told, box.left, end + min(gap * 1.3, gap + slack * 0.3), soft)
        if beside:
            qr_panel(sheet, box.right, box.bottom, box.width)
        elif code:
            qr_row(sheet, box.left, box.bottom - high, box.width, ink=ink, soft=soft)
        elif card.link is not None:
            sheet.drop("link")
        for field, value in (("body", text.body), ("advice", text.advice)):
            if value and value not in said:
                sheet.drop(field)
        return
    raise TitleTooLongError(f"card {card.id} has no room for its title", screen=sheet.screen.name)
