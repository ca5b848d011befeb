"""How the risk of fire is laid out: in words at the left, as a scale of bars in the forest at the right or below.

A ban comes first and large, on the notice's yellow under its stripe. What finds no room is left out in this order: the
code, the chip (on a bar the chip first), until when, the advice, the area, the bars. The level in a number and in
words, and whose measure it is, always stand.
"""

from typing import Final, NamedTuple

from cards.errors import TitleTooLongError
from cards.fonts import BODY, BODY_STRONG
from cards.geometry import Box
from cards.kinds.column import Ask, Column, Inks, Told, best, foot_room
from cards.kinds.feet import day_and_clock
from cards.kinds.fire_risk.facts import FireRiskFacts
from cards.kinds.fire_risk.scale import scale, scale_fits
from cards.kinds.fire_risk.told import words_of
from cards.model import Card, Language
from cards.parts import foot_line, foot_top, footer
from cards.sheet import Sheet

_ORDER: Final = ("link", "chip", "term", "body", "area")
_ORDER_OF_BAR: Final = ("chip", *(field for field in _ORDER if field != "chip"))
_WITHOUT_BARS: Final = 3
"""How many texts the bars are worth."""
_STRIPE: Final = 40


class Way(NamedTuple):
    """One way to divide the card: where the words stand, and the forest's panel, if there is one."""

    words: Box
    panel: Box | None

    @property
    def lost(self) -> int:
        """What it costs to take it, in texts."""
        return 0 if self.panel else _WITHOUT_BARS


def draw(sheet: Sheet, card: Card, language: Language) -> None:
    """Draw `card` on `sheet`. Raises TitleTooLongError."""
    facts, colours = card.facts, sheet.colours
    assert isinstance(facts, FireRiskFacts)
    banned = bool(facts.ban_on(sheet.now.date()))
    ways = _ways(sheet, banned=banned)
    found = best(sheet, [(way.words, way.lost) for way in ways], _ask(sheet, card, facts, language, banned=banned))
    if found is None:
        raise TitleTooLongError(f"card {card.id} has no room for the risk of fire", screen=sheet.screen.name)
    way, words = ways[found[0]], found[1]
    ground = colours.accent if banned else colours.ground
    sheet.fill(sheet.all, ground)
    if banned:
        _stripe(sheet, way)
    if way.panel is None:
        sheet.drop("scale")
    else:
        _forest(sheet, facts, way.panel, words)
    inks = Inks(colours.accent_ink, colours.extra["accent_soft"], colours.extra["stripe"], colours.extra["stripe_ink"])
    words.draw(sheet, inks if banned else None)
    _foot(sheet, way, ground, banned=banned)


def _ask(sheet: Sheet, card: Card, facts: FireRiskFacts, language: Language, *, banned: bool) -> Ask:
    said, colours = words_of(facts, sheet.now, language), sheet.colours
    body = card.text(language).body.strip() or said.rule or said.advice
    ink, soft = (colours.accent_ink, colours.extra["accent_soft"]) if banned else (colours.ink, colours.soft)
    design = {"landscape": 150, "portrait": 150, "square": 120, "bar": 104}[sheet.shape]
    own = (
        Told("body", body, BODY_STRONG if banned else BODY, ink, 3),
        Told("term", said.term, BODY, ink),
        Told("", said.risk, BODY if banned else BODY_STRONG, ink),
        Told("area", facts.area, BODY, ink),
    )
    told = own if banned else (own[2], own[3], own[0])
    small = sheet.sizes.small_floor
    credit = Told("", said.source, BODY, soft, 1, sheet.sizes.label, small)
    order = _ORDER_OF_BAR if sheet.shape == "bar" else _ORDER
    return Ask(sheet.phrase("chip"), said.title, (*told, credit), order, max(sheet.px(design), sheet.sizes.headline))


def _ways(sheet: Sheet, *, banned: bool) -> list[Way]:
    """Ways to divide the card, the best first; the last is words alone."""
    safe, wide, high, shape = sheet.safe, sheet.width, sheet.height, sheet.shape
    top = safe.top + (sheet.px(_STRIPE) * 0.6 if banned and shape != "bar" else 0)
    ways = []
    if shape in ("landscape", "bar"):
        for share in (0.56, 0.64) if shape == "landscape" else (0.64, 0.7):
            edge = round(wide * share)
            right = edge - sheet.px(56)
            low = foot_room(sheet, right - safe.left) - sheet.px(28 if shape == "bar" else 48)
            ways.append(Way(Box(safe.left, top, right, low), Box(edge, 0, wide, high)))
    else:
        for share in (0.56, 0.64, 0.7):
            edge = round(high * share)
            ways.append(Way(Box(safe.left, top, safe.right, edge - sheet.px(64)), Box(0, edge, wide, high)))
    ways = [way for way in ways if scale_fits(sheet, _bars(sheet, way.panel or sheet.all))]
    return [*ways, Way(Box(safe.left, top, safe.right, foot_top(sheet) - sheet.px(36)), None)]


def _bars(sheet: Sheet, panel: Box) -> Box:
    """Where the bars stand on `panel`: inside the safe area, down to the land."""
    aside = sheet.px(72 if sheet.shape != "bar" else 56)
    left = max(panel.left + aside, sheet.safe.left)
    top = (
        max(panel.top + sheet.px(40 if sheet.shape == "square" else 64), sheet.safe.top)
        if sheet.shape != "bar"
        else sheet.safe.top
    )
    return Box(left, top, sheet.safe.right, _land(sheet))


def _land(sheet: Sheet) -> float:
    return round(foot_line(sheet) - sheet.sizes.clock * 0.8 - sheet.px(30))


def _stripe(sheet: Sheet, way: Way) -> None:
    """The notice's stripe along the upper edge of the yellow."""
    right = way.panel.left if way.panel is not None and way.panel.top == 0 else sheet.width
    high = min(sheet.px(_STRIPE), sheet.safe.top * 0.5)
    sheet.stripes(sheet.all._replace(bottom=high), sheet.colours.extra["stripe"], sheet.colours.accent, sheet.px(56))
    if right < sheet.width:
        sheet.fill(Box(right, 0, sheet.width, high), sheet.colours.panel)


def _forest(sheet: Sheet, facts: FireRiskFacts, panel: Box, words: Column) -> None:
    """The panel with its bars; where it lies below it begins right under the words."""
    if panel.top:
        panel = panel._replace(top=round(max(words.end_px(sheet) + sheet.px(64), sheet.height * 0.42)))
    sheet.fill(panel, sheet.colours.panel)
    scale(sheet, facts, _bars(sheet, panel), Box(panel.left, _land(sheet), panel.right, sheet.height))


def _foot(sheet: Sheet, way: Way, ground: str, *, banned: bool) -> None:
    colours, extra = sheet.colours, sheet.colours.extra
    ink, soft = (colours.accent_ink, extra["accent_soft"]) if banned else (colours.ink, colours.soft)
    if way.panel is None:
        footer(sheet, ink=ink, soft=soft, ground=ground)
    elif way.panel.top:
        footer(sheet, ink=extra["land_ink"], soft=extra["land_soft"], ground=extra["land"])
    else:
        footer(sheet, right=way.words.right, ink=ink, soft=soft, ground=ground, place="", day=False, clock=False)
        day_and_clock(sheet, _bars(sheet, way.panel).left, extra["land_ink"], extra["land_soft"], extra["land"])
