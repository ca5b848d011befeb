"""How an alert is laid out: red between two striped edges, and what to do as large as it goes.

Nothing else is ever red. When the danger is over, a calm ground without stripes says so before it says what it was;
an exercise stands on paper under a plain edge, and is called one. What finds no room is left out in this order: the
QR code, the advice, the sentence.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from cards.codes import panel_px
from cards.errors import TitleTooLongError
from cards.fitting import Block
from cards.fonts import STRONG
from cards.geometry import Box
from cards.kinds.alert.facts import AlertFacts
from cards.model import Card, Language
from cards.parts import chip, chip_height, foot_top, footer, headline, qr_panel, qr_panel_size, qr_row
from cards.sheet import Sheet
from cards.words import date_text, time_text

_SHORT: Final = 16
_SHORTISH: Final = 34


class Look(NamedTuple):
    """The colours of danger, of an exercise, or of the calm after it; and the edges' height."""

    ground: str
    ink: str
    soft: str
    chip: str
    chip_ink: str
    edge: float


class Said(NamedTuple):
    """Headline, sentence and advice at this stage; `lost` is what may not be said any more."""

    title: str
    body: str
    advice: str
    lost: tuple[str, ...] = ()


class Plan(NamedTuple):
    """The words as they are set, and where the QR code goes: beside them, under them, or nowhere."""

    title: Block
    told: Block | None
    room: float
    code: str
    dropped: tuple[str, ...]


def draw(sheet: Sheet, card: Card, language: Language) -> None:
    """Draw the alert. Raises TitleTooLongError."""
    facts = card.facts
    assert isinstance(facts, AlertFacts)
    safe, bar = sheet.safe, sheet.shape == "bar"
    look = look_of(sheet, facts)
    sheet.fill(sheet.all, look.ground)
    _edges(sheet, facts, look)
    top = max(safe.top, look.edge + sheet.px(72 if not bar else 24))
    chip(sheet, chip_text(sheet, facts, safe.width), safe.left, top, look.chip, look.chip_ink)
    lift = max(0.0, look.edge + sheet.px(20) - (sheet.height - foot_top(sheet)) + sheet.sizes.clock)
    where = words_of_place(sheet, facts, language)
    aside = _aside(sheet, card, look)
    under = chip_height(sheet) + sheet.px(60 if not bar else 24)
    box = Box(safe.left, top + under, safe.right - aside, foot_top(sheet) - lift - sheet.px(44 if not bar else 24))
    _message(sheet, card, said_of(sheet, card, facts, language), box, look, coded=bool(aside))
    if aside and card.link is not None:
        side = aside - sheet.px(40)
        sheet.qr(card.link.url, safe.right, (sheet.height - side) / 2, sheet.sizes.qr_side, "right")
    right = box.right if aside else None
    footer(sheet, ink=look.ink, soft=look.soft, ground=look.ground, place=where, day=False, lift=lift, right=right)


def look_of(sheet: Sheet, facts: AlertFacts) -> Look:
    """The colours of its stage."""
    colours, edge = sheet.colours, sheet.px(56 if sheet.shape != "bar" else 28)
    if facts.over:
        ground, ink = colours.extra["calm_ground"], colours.extra["calm_ink"]
        return Look(ground, ink, ink, ink, ground, 0.0)
    if facts.exercise:
        ground, ink = colours.extra["exercise_ground"], colours.extra["exercise_ink"]
        return Look(ground, ink, ink, ink, ground, edge)
    return Look(colours.ground, colours.ink, colours.soft, colours.chip, colours.chip_ink, edge)


def chip_text(sheet: Sheet, facts: AlertFacts, width: float) -> str:
    """What the chip says in `width`: shorter where its whole name finds no room."""
    if facts.exercise:
        return sheet.phrase("chip_exercise")
    whole, size = sheet.phrase("chip"), max(sheet.sizes.label * 0.95, sheet.sizes.small_floor)
    return whole if sheet.width_of(whole, STRONG, size) + size * 1.7 <= width else sheet.phrase("chip_short")


def _edges(sheet: Sheet, facts: AlertFacts, look: Look) -> None:
    for y in (0.0, sheet.height - look.edge) if look.edge else ():
        box = Box(0, y, sheet.width, y + look.edge)
        if facts.exercise:
            sheet.fill(box, look.ink)
        else:
            extra = sheet.colours.extra
            sheet.stripes(box, extra["stripe_dark"], extra["stripe"], sheet.px(84))


def words_of_place(sheet: Sheet, facts: AlertFacts, language: Language) -> str:
    """For whom it holds, and since when while it does."""
    said = sheet.phrase("applies_to", area=facts.area)
    if facts.over:
        return said
    since = sheet.local(facts.since)
    at = time_text(since, language)
    if since.date() != sheet.now.date():
        at = f"{date_text(since.date(), language, weekday=False)} {at}"
    return f"{said} {sheet.words.since.format(time=at)}"


def said_of(sheet: Sheet, card: Card, facts: AlertFacts, language: Language) -> Said:
    """What is told. When the danger is over, what it asked for is not asked any more: only what it was is named.

    Where the headline was written anew and says that it is over, the card's own words stand.
    """
    text, over = card.text(language), sheet.phrase("chip_over")
    if not facts.over or over.casefold() in text.title.casefold():
        return Said(text.title, text.body, text.advice)
    lost = tuple(field for field in ("body", "advice") if getattr(text, field))
    return Said(over, sheet.phrase("concerned", title=text.title), "", lost)


def _aside(sheet: Sheet, card: Card, look: Look) -> float:
    """On a bar: the column of the QR code, with the space at its left; 0 without one."""
    if sheet.shape != "bar" or card.link is None:
        return 0.0
    side = panel_px(card.link.url, sheet.sizes.qr_side)
    free = sheet.height - 2 * max(look.edge, sheet.safe.top)
    return side + sheet.px(40) if side <= free else 0.0


def _message(sheet: Sheet, card: Card, said: Said, box: Box, look: Look, *, coded: bool) -> None:
    """Headline, then the rest as strong text; the QR code beside or under them. Raises TitleTooLongError."""
    plan = next(_plans(sheet, card, said, box), None)
    if plan is None:
        raise TitleTooLongError(f"card {card.id} has no room for its title", screen=sheet.screen.name)
    gap, standing = _gap(sheet), sheet.shape == "portrait"
    slack = plan.room - plan.title.height_px
    down = (
        slack * 0.4
        if plan.told is None
        else slack * (0.22 if plan.code else 0.34)
        if standing
        else min(slack * 0.3, sheet.px(56))
    )
    end = sheet.place(plan.title, box.left, box.top + down, look.ink, "headline").bottom
    if plan.told is not None:
        sheet.place(plan.told, box.left, end + min(gap * 1.3, gap + slack * 0.3), look.soft)
    if plan.code == "beside":
        qr_panel(sheet, box.right, box.bottom, box.width)
    elif plan.code == "under" and card.link is not None:
        high = panel_px(card.link.url, sheet.sizes.qr_side)
        qr_row(sheet, box.left, box.bottom - high, box.width, ink=look.ink, soft=look.soft)
    elif card.link is not None and not coded:
        sheet.drop("link")
    for field in (*plan.dropped, *said.lost):
        sheet.drop(field)


def _gap(sheet: Sheet) -> float:
    return sheet.px(56 if sheet.shape != "bar" else 24)


def _plans(sheet: Sheet, card: Card, said: Said, box: Box) -> Iterator[Plan]:
    """Every plan that fits, the fullest first; larger words before smaller ones."""
    sizes = sheet.sizes
    rest = f"{said.body} {said.advice}".strip()
    middle = max(sizes.body_floor, sizes.headline_floor * 0.72)
    place = "beside" if sheet.shape == "landscape" else "under"
    codes = (place, "") if card.link is not None and sheet.shape != "bar" else ("",)
    wishes = [(rest, code, sizes.headline_floor) for code in codes]
    wishes += [(rest, "", middle), (said.body, "", middle), (said.advice, "", middle), ("", "", sizes.body_floor)]
    for told, code, floor in wishes:
        dropped = [field for field in ("body", "advice") if (own := getattr(said, field)) and own not in told]
        for largest in (_told_px(sheet), sizes.strong * 1.05, sizes.body_floor) if told else (0.0,):
            plan = _tried(sheet, card, (said.title, told), box, code, (floor, largest))
            if plan is not None:
                yield plan._replace(dropped=tuple(dropped))


def _told_px(sheet: Sheet) -> float:
    return max(sheet.sizes.strong * 1.05, sheet.px(76 if sheet.shape == "portrait" else 66))


def _tried(
    sheet: Sheet, card: Card, texts: tuple[str, str], box: Box, code: str, sized: tuple[float, float]
) -> Plan | None:
    """Headline (at least `sized[0]`) and rest (at most `sized[1]`) in `box` with a code. None when they do not fit."""
    (title, rest), (floor, largest) = texts, sized
    wide, high = qr_panel_size(sheet, box.width) if code == "beside" else (0.0, 0.0)
    if code == "under" and card.link is not None:
        high = panel_px(card.link.url, sheet.sizes.qr_side)
    width = box.width - (wide + sheet.px(64) if code == "beside" else 0)
    least = sheet.sizes.body_floor
    told = sheet.fit(rest, STRONG, (width, box.height), (max(largest, least), least), lines=6, leading=1.2)
    if rest and told is None:
        return None
    gap = _gap(sheet)
    room = box.height - (told.height_px + gap if told else 0) - (high + gap if code == "under" else 0)
    lines = 5 if floor == sheet.sizes.headline_floor else 9
    block = headline(sheet, title, (width, room), floor=floor, lines=lines, largest=_largest(sheet, title, rest))
    return Plan(block, told, room, code, ()) if block is not None and high <= box.height else None


def _largest(sheet: Sheet, title: str, rest: str) -> float:
    """How large the headline may be: a short one alone may fill the card."""
    if len(title) <= _SHORT or not rest:
        return sheet.px(230)
    if sheet.shape == "portrait":
        return sheet.px(176)
    return sheet.px(184) if len(title) <= _SHORTISH and sheet.shape != "bar" else 0
