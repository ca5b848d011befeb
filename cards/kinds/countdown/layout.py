"""How a countdown is laid out: the days large in a night sky, what is waited for beside them, and the land below.

What finds no room is left out in this order: the sentence, the code, the place. Then the large number becomes a line
among the others. The day itself always stands.
"""

from typing import Final, NamedTuple

from cards.codes import panel_px
from cards.colours import best_on
from cards.errors import TitleTooLongError
from cards.fitting import Block
from cards.fonts import BODY_STRONG, STRONG, Style
from cards.geometry import Box
from cards.kinds.column import Ask, Column, Told, best, foot_room
from cards.kinds.countdown.facts import CountdownFacts
from cards.kinds.countdown.left import Left, left
from cards.model import Card, Language
from cards.parts import chip, chip_height, foot_line, foot_top, footer
from cards.sheet import Sheet
from cards.words import date_text, sentence_case, time_text

_NUMBER: Final = Style("display", 900)
_ORDER: Final = ("body", "link", "place")
_WITHOUT_NUMBER: Final = 4
"""How many texts the large number is worth: more than all that may be left out."""
_BAR_END: Final = 0.7
"""Where words end on a bar that has a scene at their right, in shares of its width."""
_WIDE: Final = 0.4
"""The number's share of a landscape card, so that the words begin at the same place on all of them."""
_NIGHT: Final = "greeting"
_SKY: Final = 0.58
"""How much of the scene's height is plain sky, in which words may stand, over its moon and hills."""
_NEAR: Final = 0.085
"""How much of its height is plain land."""
_SCENE: Final = 110
"""The least height of a scene, in pixels of the design."""


class Large(NamedTuple):
    """The number or the word, and what stands under it."""

    number: Block
    words: Block
    gap_px: float
    beside: bool
    """The words stand after the number, on its line."""

    @property
    def height_px(self) -> float:
        """From the number's top to the last ink."""
        if self.beside:
            return self.number.ascent_px + max(self.number.descent_px, self.words.descent_px)
        return self.number.height_px + self.gap_px + self.words.height_px

    @property
    def width_px(self) -> float:
        """How wide its ink is."""
        if self.beside:
            return self.number.width_px + self.gap_px + self.words.width_px
        return max(self.number.width_px, self.words.width_px)

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw it with its ink's left upper corner there."""
        colour = sheet.colours.accent
        at = sheet.place(self.number, x, top, colour, "sign")
        if self.beside:
            sheet.stand(self.words, at.right + self.gap_px, top + self.number.ascent_px, colour)
        else:
            sheet.place(self.words, x, at.bottom + self.gap_px, colour)


class Way(NamedTuple):
    """One way to divide the card: the large number, if it has one of its own, and where the words stand."""

    large: Large | None
    words: Box


def draw(sheet: Sheet, card: Card, language: Language) -> None:
    """Draw the countdown. Raises TitleTooLongError."""
    facts, colours, safe = card.facts, sheet.colours, sheet.safe
    assert isinstance(facts, CountdownFacts)
    sheet.holds_until(facts.at)
    spoken = left(facts, sheet.now, language)
    ways = _ways(sheet, spoken)
    edge = sheet.width * _BAR_END if sheet.shape == "bar" else safe.right
    bare = Way(None, Box(safe.left, _top(sheet), edge, _low(sheet)))
    asked = _ask(sheet, card, facts, language)
    found = best(sheet, [(way.words, 0) for way in ways], asked) if ways else None
    way, words = (ways[found[0]], found[1]) if found else (bare, None)
    if words is None:
        lines = (Told("", spoken.whole, BODY_STRONG, colours.accent), *asked.told)
        again = best(sheet, [(bare.words, 0)], asked._replace(told=lines))
        if again is None:
            raise TitleTooLongError(f"card {card.id} has no room for what is waited for", screen=sheet.screen.name)
        words = again[1]
    sheet.fill(sheet.all, colours.ground)
    _night(sheet, way, words)
    chip(sheet, sheet.phrase("chip"), safe.left, safe.top)
    if way.large is not None:
        way.large.draw(sheet, safe.left, _top(sheet))
    words.draw(sheet)
    if sheet.shape == "bar" and card.link is not None:
        _code_in_the_night(sheet, card.link.url)
    _foot(sheet)


def _ask(sheet: Sheet, card: Card, facts: CountdownFacts, language: Language) -> Ask:
    start, ink = sheet.local(facts.at), sheet.colours.ink
    when = f"{sentence_case(date_text(start.date(), language))} {time_text(start, language)}"
    text = card.text(language)
    told = (Told("", when, BODY_STRONG, ink), Told("place", facts.place, ink=ink), Told("body", text.body, lines=3))
    design = {"landscape": 112, "portrait": 112, "square": 92, "bar": 88}[sheet.shape]
    return Ask("", text.title, told, _ORDER, sheet.px(design), coded=sheet.shape != "bar", aside=True)


def _top(sheet: Sheet) -> float:
    """Where the number begins: under the chip."""
    return sheet.safe.top + chip_height(sheet) + sheet.px(24 if sheet.shape == "bar" else 60)


def _low(sheet: Sheet) -> float:
    if sheet.shape == "bar":
        return foot_room(sheet, sheet.width * _BAR_END - sheet.safe.left) - sheet.px(20)
    return foot_top(sheet) - sheet.px(56)


def _ways(sheet: Sheet, spoken: Left) -> list[Way]:
    """Ways to divide the card, the number largest first."""
    safe, top, low, shape = sheet.safe, _top(sheet), _low(sheet), sheet.shape
    ways: list[Way] = []
    if shape == "bar":
        large = _large(sheet, spoken, safe.width * 0.26, low - top)
        if large is not None:
            chipped = sheet.width_of(sheet.phrase("chip"), STRONG, sheet.sizes.label) + sheet.sizes.label * 1.8
            x = safe.left + max(large.width_px, chipped) + sheet.px(72)
            ways = [Way(large, Box(x, safe.top, sheet.width * _BAR_END, low))]
        return ways
    if shape == "landscape":
        for share, column in ((_WIDE, _WIDE), (_WIDE, 0), (0.3, 0)):
            large = _large(sheet, spoken, safe.width * share, low - top)
            if large is not None:
                x = safe.left + (safe.width * column or large.width_px)
                ways.append(Way(large, Box(x + sheet.px(80), top, safe.right, low)))
    for share in {"portrait": (0.36, 0.26, 0.2)}.get(shape, ()):
        large = _large(sheet, spoken, safe.width, sheet.height * share)
        if large is not None:
            ways.append(_below(sheet, large))
    for share in {"square": (0.26, 0.15)}.get(shape, (0.2, 0.14)):
        large = _on_a_line(sheet, spoken, sheet.height * share)
        if large is not None:
            ways.append(_below(sheet, large))
    return ways


def _below(sheet: Sheet, large: Large) -> Way:
    safe = sheet.safe
    return Way(large, Box(safe.left, _top(sheet) + large.height_px + sheet.px(72), safe.right, _low(sheet)))


def _large(sheet: Sheet, spoken: Left, wide: float, high: float) -> Large | None:
    """The number with its words under it as large as they go in `wide` and `high`; None when they do not."""
    sizes, number = sheet.sizes, spoken.large.isdigit()
    gap = sheet.px(28 if sheet.shape == "bar" else 44)
    strong = max(sizes.strong, sheet.px(48 if sheet.shape == "bar" else 68))
    words = sheet.fit(spoken.words, STRONG, (wide, high), (strong, sizes.body_floor), lines=2, leading=1.1)
    if words is None:
        return None
    design = {"landscape": 440, "portrait": 560, "square": 320, "bar": 300}[sheet.shape]
    largest = max(sheet.px(design if number else design * 0.5), sizes.headline_floor)
    room = (wide, high - gap - words.height_px)
    lines = 1 if number else 2
    block = sheet.fit(spoken.large, _NUMBER, room, (largest, sizes.headline_floor), lines=lines, leading=1.0)
    return None if block is None or block.hyphenated else Large(block, words, gap, beside=False)


def _on_a_line(sheet: Sheet, spoken: Left, high: float) -> Large | None:
    """The number and its words after each other on one line; None when they have no room."""
    sizes, wide = sheet.sizes, sheet.safe.width
    design = 320 if spoken.large.isdigit() else 160
    for share in (1.0, 0.75, 0.6):
        largest = max(sheet.px(design * share), sizes.headline_floor)
        number = sheet.fit(spoken.large, _NUMBER, (wide, high), (largest, sizes.headline_floor), lines=1)
        if number is None:
            continue
        gap = number.size_px * (0.16 if spoken.large.isdigit() else 0.24)
        strong = max(sizes.strong, min(number.size_px * 0.6, sheet.px(84)))
        room = (wide - number.width_px - gap, high)
        words = sheet.fit(spoken.words, STRONG, room, (strong, sizes.body_floor), lines=1) if room[0] > 0 else None
        if words is not None:
            return Large(number, words, gap, beside=True)
    return None


def _land(sheet: Sheet) -> float:
    """Where the near land begins that holds the footer."""
    return round(foot_line(sheet) - sheet.sizes.clock * 0.8 - sheet.px(26))


def _night(sheet: Sheet, way: Way, words: Column) -> None:
    """The scene under the words, or at their right on a bar, with the land that holds the footer."""
    palette = sheet.colours.scene
    if sheet.shape == "bar":
        sheet.scene(Box(round(sheet.width * _BAR_END) + sheet.px(56), 0, sheet.width, sheet.height), palette, _NIGHT)
        return
    land = _land(sheet)
    end = words.words_end_px(sheet)
    if way.large is not None:
        end = max(end, _top(sheet) + way.large.height_px)
    room = land - end - sheet.px(28)
    if room >= sheet.px(_SCENE):
        high = min(room / (1 - _SKY - _NEAR), sheet.height, sheet.width * 0.9)
        land = round(land + high * _NEAR)
        sheet.scene(Box(0, round(land - high), sheet.width, land), palette, _NIGHT)
    sheet.fill(Box(0, land - 1, sheet.width, sheet.height), palette[-1])


def _code_in_the_night(sheet: Sheet, url: str) -> None:
    """On a bar the code stands in the scene at the right, if it has room there."""
    side, safe = panel_px(url, sheet.sizes.qr_side), sheet.safe
    if side > min(safe.right - sheet.width * _BAR_END - sheet.px(80), safe.height):
        sheet.drop("link")
        return
    sheet.qr(url, safe.right, safe.top + (safe.height - side) / 2, align="right")


def _foot(sheet: Sheet) -> None:
    colours = sheet.colours
    if sheet.shape == "bar":
        footer(sheet, right=sheet.width * _BAR_END, ink=colours.ink, soft=colours.soft, day=False, clock=False)
        return
    land = colours.scene[-1]
    ink = best_on(land, "#FFFFFF", "#0A2234")
    footer(sheet, ink=ink, soft=ink, ground=land)
