"""How an event is laid out: words on paper, a scene or photograph beside them (above them where the screen stands).

What finds no room is left out in this order: the sentence, the further days, the picture's width, the QR code; the
price outlives the sentence. A cancelled event keeps its card: its time is struck and a band says so. A poster that was
handed in stands whole, and the card takes its colours.
"""

from typing import Final, NamedTuple

from cards.codes import panel_px
from cards.colours import contrast, rgb
from cards.errors import TitleTooLongError
from cards.fitting import Block
from cards.fonts import HEADLINE, STRONG
from cards.geometry import Box
from cards.kinds.event import poster
from cards.kinds.event.bar import draw_bar
from cards.kinds.event.facts import EventFacts
from cards.kinds.event.loud import loud, loud_when
from cards.kinds.event.occasions import occasion
from cards.kinds.event.when import also_of, chip_of, place_of, running, sentences_of, when_of
from cards.model import Card, Language
from cards.parts import (
    Stack,
    chip,
    chip_height,
    date_block,
    date_block_size,
    fewest_lines,
    foot_top,
    footer,
    headline,
    qr_panel,
    qr_row,
    stack,
)
from cards.sheet import Sheet

_NO_TITLE: Final = Block((), HEADLINE, 0, 0, "left", 0, 0, 0, False)
_SHORT: Final = 13
"""A title of so few signs may be set larger than the design's largest."""
_VISIBLE: Final = 2.0
_BAND_EM: Final = 0.85
"""Half the height of the band over a picture, in shares of its word's size."""


class Plan(NamedTuple):
    """One way to set the card: the column of text, the picture's box, and what stands in the column."""

    column: Box
    picture: Box | None
    title: Block
    facts: Stack
    struck: int
    """How many lines tell the time: they are struck when it does not happen."""
    block: bool
    code: bool
    full: bool
    again: bool
    """Whether the further days are told, where there are any."""


class Scene(NamedTuple):
    """What does not depend on the plan: the facts, and whether a poster stands where a picture would."""

    facts: EventFacts
    poster: bool

    def beside(self, sheet: Sheet) -> bool:
        """Tell whether the picture stands beside the words, not above them."""
        return sheet.shape == "landscape" or (self.poster and sheet.shape == "square")

    def over(self, sheet: Sheet, picture: Box | None) -> bool:
        """Tell whether the QR code stands on the picture: a poster is covered by nothing."""
        return picture is not None and self.beside(sheet) and not self.poster


def draw(sheet: Sheet, card: Card, language: Language) -> None:
    """Draw the event. Raises TitleTooLongError."""
    facts = card.facts
    assert isinstance(facts, EventFacts)
    at = occasion(facts, sheet.now)
    sheet.holds_until(at.start)
    sheet.holds_until(at.end)
    ground = poster.ground_for(sheet, facts)
    if ground is not None:
        sheet.colours = poster.worn(sheet.colours, ground)
    scene = Scene(facts, ground is not None)
    if sheet.shape == "bar":
        draw_bar(sheet, card, facts, language, shown_whole=scene.poster)
        return
    plan = _plan(sheet, card, scene, language)
    if not plan.full:
        sheet.drop("body")
    sheet.fill(sheet.all, sheet.colours.ground)
    if plan.picture is not None and scene.poster:
        sheet.contained(plan.picture)
    elif plan.picture is not None:
        sheet.drift = sheet.picture(plan.picture, sheet.colours.scene)
    _column(sheet, card, scene, plan)
    if plan.picture is not None:
        _over_picture(sheet, scene, plan.picture)


def _plan(sheet: Sheet, card: Card, scene: Scene, language: Language) -> Plan:
    """The first plan that gives the headline a good size, else the one with the largest headline."""
    good = max(
        sheet.sizes.headline_floor, sheet.sizes.headline * (0.8 if loud(sheet) and sheet.shape == "landscape" else 0.6)
    )
    found: list[Plan] = []
    places = _places(sheet, scene)
    codes = (True, False) if scene.poster and card.link is not None else (True,)
    for code in codes:
        for column, picture in places:
            for told, also in ((2, True), (4, True), (0, True), (0, False)):
                plan = _tried(sheet, card, scene, language, _Wish(column, picture, told, also, code=code))
                if plan is not None:
                    if plan.title.size_px >= good:
                        return _kept(sheet, card, plan)
                    found.append(plan)
    if found:
        return _kept(sheet, card, max(found, key=lambda plan: (plan.title.size_px, plan.full, plan.again, plan.code)))
    for block, code in ((True, True), (False, True), (False, False)):
        for column, picture in reversed(places):
            wish = _Wish(column, picture, 0, False, block, code, sheet.sizes.body_floor)
            plan = _tried(sheet, card, scene, language, wish)
            if plan is not None:
                return _kept(sheet, card, plan)
    raise TitleTooLongError(f"card {card.id} has no room for its title", screen=sheet.screen.name)


def _kept(sheet: Sheet, card: Card, plan: Plan) -> Plan:
    if card.link is not None and not plan.code:
        sheet.drop("link")
    if not plan.again:
        sheet.drop("also")
    return plan


class _Wish(NamedTuple):
    """What a plan is asked to hold: `told` lines of body, further days, a date block, a QR code, a headline's floor."""

    column: Box
    picture: Box | None
    told: int
    also: bool = True
    block: bool = True
    code: bool = True
    floor: float = 0


def _places(sheet: Sheet, scene: Scene) -> list[tuple[Box, Box | None]]:
    """Where text and picture may stand, the best first."""
    safe, wide, high = sheet.safe, sheet.width, sheet.height
    if scene.poster:
        return [*poster.places(sheet), (safe, None)]
    if sheet.shape == "landscape":
        shares = (0.573, 0.63, 0.69)
        beside = [
            (
                Box(safe.left, safe.top, round(wide * share) - sheet.px(64), safe.bottom),
                Box(round(wide * share), 0, wide, high),
            )
            for share in shares
        ]
        return [*beside, (safe, None)]
    splits: tuple[float, ...] = (0.427, 0.34, 0.26) if sheet.shape == "portrait" else (0.36, 0.28)
    below = [
        (
            Box(safe.left, round(high * share) + sheet.px(72), safe.right, safe.bottom),
            Box(0, 0, wide, round(high * share)),
        )
        for share in splits
    ]
    return [*below, (safe, None)]


def _tried(sheet: Sheet, card: Card, scene: Scene, language: Language, wish: _Wish) -> Plan | None:
    """The plan that holds what is wished, or None when something does not fit."""
    sizes, colours, column, facts = sheet.sizes, sheet.colours, wish.column, scene.facts
    is_loud = loud(sheet)
    block = wish.block and not is_loud and not running(sheet, facts)
    day = date_block_size(sheet, occasion(facts, sheet.now).start.date())
    width = column.width - (day.width + sheet.px(44) if block else 0)
    if _aside(sheet, card, scene, wish.picture, code=wish.code):
        width -= _code_px(sheet, card) + sheet.px(48)
    if is_loud:
        when = loud_when(sheet, facts, language, width)
    else:
        said, lines = when_of(sheet, facts, language, dated=not block), 2 if block else 3
        most = (sizes.strong, sizes.body_floor)
        when = sheet.fit(said, STRONG, (width, sheet.height), most, lines=lines, leading=1.15)
    again_said = also_of(sheet, facts, language)
    also = again_said if wish.also else ""
    again = fewest_lines(sheet, also, width, lines=2)
    place = fewest_lines(sheet, place_of(sheet, facts, language), width, lines=2)
    whole, short = sentences_of(card, facts, language)
    sentence = whole if wish.told else short
    told = fewest_lines(sheet, sentence, width, lines=wish.told or 1)
    if (
        when is None
        or (place is None and facts.place)
        or (also and again is None)
        or (wish.told and whole and not told)
    ):
        return None
    gap = sizes.body * 0.66
    stacked = stack(
        (when, gap, colours.accent if is_loud else colours.ink),
        (again, gap, colours.ink),
        (place, gap * (1.5 if is_loud and not also else 1), colours.ink),
        (told, gap, colours.soft),
    )
    full = bool(wish.told and told) or not card.text(language).body.strip()
    plan = Plan(
        column, wish.picture, _NO_TITLE, stacked, len(when.lines), block, wish.code, full, bool(also) or not again_said
    )
    room = _facts_top(sheet, card, scene, plan) - sheet.px(72) - _title_top(sheet, scene, plan)
    text = card.text(language).title
    largest = sheet.px(230) if len(text) <= _SHORT else 0
    largest = max(largest, sheet.px(sheet.theme.layout.headline_px)) if is_loud else largest
    lines = 9 if wish.floor else 4
    title = headline(sheet, text, (column.width, room), floor=wish.floor, lines=lines, largest=largest)
    if largest and title is not None and title.hyphenated:  # a short word is not parted to be larger still
        title = headline(sheet, text, (column.width, room), floor=wish.floor, lines=lines) or title
    return None if title is None else plan._replace(title=title)


def _aside(sheet: Sheet, card: Card, scene: Scene, picture: Box | None, *, code: bool) -> bool:
    """Tell whether the QR code stands beside the facts: no picture is there to carry it."""
    return code and card.link is not None and scene.beside(sheet) and not scene.over(sheet, picture)


def _title_top(sheet: Sheet, scene: Scene, plan: Plan) -> float:
    if plan.picture is not None and not scene.beside(sheet):
        return plan.column.top
    return plan.column.top + chip_height(sheet) + sheet.px(56)


def _facts_height(sheet: Sheet, scene: Scene, plan: Plan) -> float:
    """What the facts take, with the date block and, without a picture to stand on, the QR code beside them."""
    day = date_block_size(sheet, occasion(scene.facts, sheet.now).start.date())
    code = _code_px(sheet, sheet.card) if _aside(sheet, sheet.card, scene, plan.picture, code=plan.code) else 0
    return max(plan.facts.height_px, day.height if plan.block else 0, code)


def _facts_top(sheet: Sheet, card: Card, scene: Scene, plan: Plan) -> float:
    return _low(sheet, card, scene, plan) - _facts_height(sheet, scene, plan)


def _low(sheet: Sheet, card: Card, scene: Scene, plan: Plan) -> float:
    """Where the facts end: above the footer, and above the QR code where that stands between the two."""
    foot = foot_top(sheet) - sheet.px(56) - (_foot_rise(sheet, card, plan) if scene.beside(sheet) else 0)
    if plan.code and card.link is not None and not scene.beside(sheet):
        return foot + sheet.px(20) - _code_px(sheet, card) - sheet.px(44)
    return foot


def _foot_rise(sheet: Sheet, card: Card, plan: Plan) -> float:
    """How much higher the footer is beside a picture, where its sender needs more lines than one."""
    size, width = sheet.sizes.label, plan.column.width
    if plan.picture is None or not card.sender or sheet.width_of(card.sender, STRONG, size) <= width:
        return 0.0
    fitted = (size, sheet.sizes.small_floor)
    block = sheet.fit(card.sender, STRONG, (width, size * 4), fitted, lines=3, leading=1.15)
    return block.step_px * (len(block.lines) - 1) if block else 0.0


def _code_px(sheet: Sheet, card: Card) -> float:
    return panel_px(card.link.url, sheet.sizes.qr_side) if card.link else 0


def _column(sheet: Sheet, card: Card, scene: Scene, plan: Plan) -> None:
    """Chip, headline, facts, QR code and footer."""
    colours, column, facts = sheet.colours, plan.column, scene.facts
    chip(sheet, sheet.phrase(chip_of(facts)), sheet.safe.left, sheet.safe.top, *_chip_colours(sheet, facts))
    top, facts_top, high = (
        _title_top(sheet, scene, plan),
        _facts_top(sheet, card, scene, plan),
        _facts_height(sheet, scene, plan),
    )
    free = facts_top - sheet.px(72) - top - plan.title.height_px
    sheet.place(plan.title, column.left, top + min(free * 0.4, sheet.px(72)), colours.ink, "headline")
    x = column.left
    if plan.block:
        first = occasion(facts, sheet.now).start.date()
        day = date_block_size(sheet, first)
        date_block(sheet, x, facts_top + (high - day.height) / 2, first)
        x += day.width + sheet.px(44)
    since = len(sheet.marks)
    plan.facts.draw(sheet, x, facts_top + (high - plan.facts.height_px) / 2)
    if facts.cancelled:
        sheet.strike(sheet.marks[since : since + plan.struck], colours.accent)
    if plan.code and card.link is not None:
        if not scene.beside(sheet):
            qr_row(sheet, column.left, facts_top + high + sheet.px(44), column.width, soft=colours.panel_soft)
        elif _aside(sheet, card, scene, plan.picture, code=True):
            sheet.qr(card.link.url, column.right, facts_top + high - _code_px(sheet, card), align="right")
    beside = plan.picture is not None and scene.beside(sheet)
    partner = sheet.words.in_cooperation_with.format(partner=card.partner) if card.partner else None
    footer(sheet, right=column.right if beside else None, place=partner, day=not beside, clock=not beside)


def _chip_colours(sheet: Sheet, facts: EventFacts) -> tuple[str, str]:
    """The chip's ground and ink; the other way round where the picture under it is as dark as the chip."""
    colours = sheet.colours
    pair = (
        (colours.accent, colours.accent_ink) if facts.cancelled or facts.sold_out else (colours.chip, colours.chip_ink)
    )
    if sheet.paint:
        under = sheet.ground_at(Box(sheet.safe.left, sheet.safe.top, sheet.safe.left + 2, sheet.safe.top + 2))
        if contrast(under, rgb(pair[0])) < _VISIBLE:
            return pair[1], pair[0]
    return pair


def _over_picture(sheet: Sheet, scene: Scene, picture: Box) -> None:
    """The QR code, and the band of an event that is cancelled or sold out."""
    low = picture.bottom
    if scene.over(sheet, picture):
        panel = qr_panel(sheet, sheet.safe.right, sheet.height - sheet.sizes.margin_x, picture.width - 2 * sheet.px(64))
        low = panel.top if panel else low
    if not scene.facts.cancelled and not scene.facts.sold_out:
        return
    aside = max(sheet.px(40), picture.right - sheet.safe.right, sheet.safe.left - picture.left)
    chipped = not scene.beside(sheet) and not scene.poster
    top = sheet.safe.top + chip_height(sheet) + sheet.px(24) if chipped else picture.top
    largest = min(sheet.sizes.headline, (low - top) / (2 * _BAND_EM))
    if largest < sheet.sizes.body_floor:  # the chip says it
        return
    said, room = sheet.phrase(chip_of(scene.facts)), (picture.width - 2 * aside, sheet.sizes.headline)
    word = sheet.fit(said, HEADLINE, room, (largest, sheet.sizes.body_floor), lines=1)
    if word is None:
        return
    half = word.size_px * _BAND_EM
    middle = max(top + half, picture.top + (low - picture.top) * (0.62 if chipped else 0.5))
    sheet.fill(Box(picture.left, middle - half, picture.right, middle + half), sheet.colours.ink)
    sheet.place(
        word._replace(align="center"),
        (picture.left + picture.right) / 2,
        middle - word.height_px / 2,
        sheet.colours.ground,
        "headline",
    )
