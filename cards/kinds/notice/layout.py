"""How a notice is laid out: yellow under a dark stripe, the headline, and a pale panel with when, why and what to do.

A work that is over stands on the pale ground without the stripe, with a tick. What finds no room is left out in this
order: the sentence, the reason, the QR code, the advice. When it happens always stands.
"""

from typing import NamedTuple

from cards.codes import panel_px
from cards.errors import TitleTooLongError
from cards.fitting import Block
from cards.geometry import Box
from cards.kinds.notice.facts import NoticeFacts
from cards.kinds.notice.panel import Panel, draw_panel, panels
from cards.kinds.notice.stage import Stage, chip_of, stage_of
from cards.kinds.notice.told import Told, told
from cards.model import Card, Language
from cards.parts import body_lines, chip, chip_height, foot_top, footer, headline
from cards.sheet import Sheet


class Plan(NamedTuple):
    """One way to set the card: headline and sentence in `width`, and the panel under them."""

    title: Block
    body: Block | None
    panel: Panel
    width: float
    code: float
    """The QR code beside the panel, on a bar."""


class Room(NamedTuple):
    """Where the words stand: from the headline's top to the panel's foot, and how wide."""

    top: float
    bottom: float
    width: float


def draw(sheet: Sheet, card: Card, language: Language) -> None:
    """Draw the notice. Raises TitleTooLongError."""
    facts = card.facts
    assert isinstance(facts, NoticeFacts)
    for moment in (facts.start, facts.end, facts.over):
        sheet.holds_until(moment)
    stage = stage_of(facts, sheet.now)
    over, bar, colours = stage is Stage.OVER, sheet.shape == "bar", sheet.colours
    ground, plate = (colours.panel, colours.ground) if over else (colours.ground, colours.panel)
    sheet.fill(sheet.all, ground)
    stripe = 0.0 if over else sheet.px(40)
    if not over:
        sheet.stripes(Box(0, 0, sheet.width, stripe), colours.extra["stripe"], colours.ground, sheet.px(56))
    top = max(sheet.safe.top, stripe + sheet.px(64)) if not bar else sheet.safe.top + stripe * 0.4
    chip(sheet, sheet.phrase(chip_of(facts, stage)), sheet.safe.left, top)
    bottom = foot_top(sheet) - sheet.px(52 if not bar else 24)
    room = Room(top + chip_height(sheet) + sheet.px(52 if not bar else 20), bottom, sheet.safe.width)
    said = told(sheet, card, facts, stage, language)
    plan = _plan(sheet, card, said, room, ticked=over)
    if plan is None:
        _alone(sheet, card, said, room)
        footer(sheet, ground=ground)
        return
    _set(sheet, card, said, plan, room, plate, colours.soft if over else colours.panel_soft)
    if over and plan.width < room.width and not plan.code:
        _tick(sheet, room)
    coded = plan.code or (plan.panel.rows and plan.panel.code)
    right = sheet.safe.left + plan.width if plan.code else None
    footer(sheet, ground=ground, right=right, place=(card.link.short if card.link and not coded else "") or None)


def _plan(sheet: Sheet, card: Card, said: Told, room: Room, *, ticked: bool) -> Plan | None:
    """The fullest plan whose headline is read from where people stand; smaller headlines only where none is."""
    bar, sizes = sheet.shape == "bar", sheet.sizes
    link = None if ticked else card.link  # when all is over there is nothing more to read
    code = panel_px(link.url, sizes.qr_side) if link and bar else 0.0
    tick = _tick_px(sheet) if ticked and sheet.shape == "landscape" else 0.0
    asides = [(code, code + sheet.px(40))] if code and code <= sheet.height - 2 * sheet.safe.top else []
    asides += [(0.0, tick), (0.0, 0.0)] if tick else [(0.0, 0.0)]
    floors = (sizes.headline_floor, (sizes.headline_floor + sizes.body_floor) / 2, sizes.body_floor)
    tries = []
    for aside, taken in asides:
        width = room.width - taken
        for panel in panels(sheet, said.facts, width if bar else room.width, link):
            lost = len(said.facts) - len(panel.facts)
            # The advice outlives the code, the reason does not.
            tries.append((lost + (1.5 if link and not aside and not panel.code else 0), panel, (width, aside)))
    tries.sort(key=lambda one: one[0])
    for floor in floors:
        for _, panel, width_and_code in tries if floor == floors[0] else tries[-1:]:
            plan = _tried(sheet, said, panel, room, width_and_code, floor)
            if plan is not None:
                return plan
    return None


def _tried(sheet: Sheet, said: Told, panel: Panel, room: Room, aside: tuple[float, float], floor: float) -> Plan | None:
    """Headline over the panel, with the sentence where that costs the headline little. None when it does not fit."""
    portrait, width = sheet.shape == "portrait", aside[0]
    high = room.bottom - panel.height - sheet.px(56 if sheet.shape != "bar" else 20) - room.top
    largest = max(sheet.px(132 if not portrait else 164), sheet.sizes.headline_floor)
    title = headline(sheet, said.title, (width, high), floor=floor, lines=4, largest=largest)
    if title is None:
        return None
    size = sheet.sizes.strong * (1.1 if portrait else 1)
    body = body_lines(sheet, said.body, width, high, lines=3, largest=size)
    if body is not None:
        left = high - body.height_px - _gap(sheet)
        least = max(floor, title.size_px * 0.62)
        smaller = headline(sheet, said.title, (width, left), floor=least, lines=4, largest=largest)
        if smaller is not None:
            return Plan(smaller, body, panel, width, aside[1])
    return Plan(title, None, panel, width, aside[1])


def _gap(sheet: Sheet) -> float:
    """Between headline and sentence."""
    return sheet.px(48 if sheet.shape != "bar" else 20)


def _alone(sheet: Sheet, card: Card, said: Told, room: Room) -> None:
    """Only the headline, where even one line of the panel finds no room. Raises TitleTooLongError."""
    size = (room.width, room.bottom - room.top)
    title = headline(sheet, said.title, size, floor=sheet.sizes.body_floor, lines=9)
    if title is None:
        raise TitleTooLongError(f"card {card.id} has no room for its title", screen=sheet.screen.name)
    sheet.drop("when")
    sheet.place(title, sheet.safe.left, room.top, sheet.colours.ink, "headline")


def _set(sheet: Sheet, card: Card, said: Told, plan: Plan, room: Room, plate: str, label_ink: str) -> None:
    """Draw headline, sentence, panel and, on a bar, the QR code at their right."""
    colours, safe, panel = sheet.colours, sheet.safe, plan.panel
    shown = {fact.field for fact, _, _ in panel.facts}
    for fact in said.facts:
        if fact.field not in shown:
            sheet.drop(fact.field)
    if card.link is not None and not panel.code and not plan.code and not said.over:
        sheet.drop("link")
    if said.body and plan.body is None:
        sheet.drop("body")
    spare = room.bottom - panel.height - sheet.px(56 if sheet.shape != "bar" else 20) - room.top - plan.title.height_px
    if plan.body is not None:
        spare -= plan.body.height_px + _gap(sheet)
        top = room.top + spare * (0.3 if sheet.shape == "portrait" else 0.25 if sheet.shape != "bar" else 0)
        end = sheet.place(plan.title, safe.left, top, colours.ink, "headline").bottom
        sheet.place(plan.body, safe.left, end + _gap(sheet), colours.ink)
    else:
        sheet.place(plan.title, safe.left, room.top + min(spare * 0.35, sheet.px(48)), colours.ink, "headline")
    wide = plan.width if plan.code else room.width
    box = Box(safe.left, room.bottom - panel.height, safe.left + wide, room.bottom)
    draw_panel(sheet, card, panel, box, plate, label_ink)
    if plan.code and card.link is not None:
        top = (sheet.height - plan.code + sheet.px(40)) / 2
        sheet.qr(card.link.url, safe.right, min(top, safe.bottom - plan.code), sheet.sizes.qr_side, "right")


def _tick_px(sheet: Sheet) -> float:
    """How much of the width the tick takes, with the space at its left."""
    return sheet.px(300)


def _tick(sheet: Sheet, room: Room) -> None:
    """A tick at the right of the headline: done is seen before a word is read."""
    radius = sheet.px(112)
    x, y = sheet.safe.right - radius, room.top + sheet.px(24) + radius
    sheet.disc(x, y, radius, sheet.colours.accent)
    unit = radius / 112
    shape = ((-52, 2), (-30, -20), (-12, -2), (34, -48), (56, -26), (-12, 42))
    way = -unit if sheet.mirrored else unit  # a tick is the same in every script
    sheet.polygon([(x + dx * way, y + dy * unit) for dx, dy in shape], sheet.colours.accent_ink)
