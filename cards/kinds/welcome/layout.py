"""How a welcome is drawn: every language the same size, its own name above it, over a low sun and fells."""

from typing import NamedTuple

from cards.colours import best_on
from cards.fitting import Align, Block
from cards.fonts import BODY_STRONG, HEADLINE
from cards.geometry import Box
from cards.kinds.feet import horizon
from cards.model import Card, Language, Text
from cards.parts import foot_line, footer
from cards.sheet import Sheet
from cards.words import LANGUAGES, words

_SCENE_PX = 420
"""How much of the design's height the sun and the fells take."""


def draw(sheet: Sheet, card: Card, language: Language) -> None:
    """Draw `card` on `sheet`."""
    palette = sheet.palette("greeting")
    greetings = [(code, text.title) for code, text in _in_order(card) if text.title.strip()]
    low = foot_line(sheet) - sheet.sizes.clock * 0.8 - sheet.px(26)
    plan = None
    if sheet.shape != "bar":
        scene_low = horizon(sheet, palette, "greeting", 96) - sheet.px(_SCENE_PX)
        plan = _plan(sheet, greetings, scene_low)
    if plan is None:  # no room for a landscape: paper, and a strip of land for the footer
        sheet.fill(sheet.all, palette[0])
        sheet.fill(Box(0, low, sheet.width, sheet.height), palette[-1])
        mine = [greeting for greeting in greetings if greeting[0] == language] or greetings[:1]
        plan = _plan(sheet, greetings, low - sheet.px(24))
        if plan is None:  # the words greet also without the names of their languages
            plan = _plan(sheet, greetings, low - sheet.px(24), named=False)
            sheet.drop("languages")
        plan = plan or _plan(sheet, mine, low - sheet.px(24))
        if plan is None or len(plan.codes) < len(greetings):
            sheet.drop("title")
    foot = best_on(palette[-1], "#FFFFFF", sheet.colours.ink, sheet.colours.ground)
    footer(sheet, ink=foot, soft=foot, ground=palette[-1])
    if plan is not None:
        _set(sheet, plan)


class Plan(NamedTuple):
    """The greetings at their one size, in columns."""

    codes: tuple[Language, ...]
    blocks: tuple[Block, ...]
    label_px: float
    columns: int
    pitch: float


def _plan(sheet: Sheet, greetings: list[tuple[Language, str]], bottom: float, *, named: bool = True) -> Plan | None:
    """All greetings above `bottom`, with their languages' names or without; None when they find no room there."""
    columns = {"portrait": (1, 2), "bar": (3,)}.get(sheet.shape, (2, 3)) if named else (3, 2, 1)
    for count in columns if len(greetings) > 1 else (1,):
        rows = max(1, -(-len(greetings) // count))
        pitch = (bottom - sheet.safe.top) / rows
        sized = _same_size(sheet, [title for _, title in greetings], _width(sheet, count), pitch, named=named)
        if sized is not None:
            return Plan(tuple(code for code, _ in greetings), tuple(sized[0]), sized[1], count, pitch)
    return None


def _width(sheet: Sheet, columns: int) -> float:
    return (sheet.safe.width - sheet.px(60) * (columns - 1)) / columns


def _set(sheet: Sheet, plan: Plan) -> None:
    colours, label, width = sheet.colours, plan.label_px, _width(sheet, plan.columns)
    rows = max(1, -(-len(plan.codes) // plan.columns))
    for index, (code, block) in enumerate(zip(plan.codes, plan.blocks, strict=True)):
        column, row = index // rows, index % rows
        left = sheet.safe.left + column * (width + sheet.px(60))
        away = words(code).right_to_left is not sheet.mirrored and code in LANGUAGES
        align: Align = "right" if away else "left"
        x = left + width if away else left
        top = sheet.safe.top + row * plan.pitch
        if not label:
            middle = top + plan.pitch / 2 + block.size_px * 0.34
            sheet.stand(block._replace(align=align), x, middle, colours.ink, "headline")
            continue
        name = words(code).name if code in LANGUAGES else code
        box = sheet.stand(sheet.one_line(name, BODY_STRONG, label, align), x, top + label * 0.8, colours.soft, "label")
        under = max(box.bottom + label * 0.2, top + label * 1.32)
        sheet.place(block._replace(align=align), x, under, colours.ink, "headline")


def _in_order(card: Card) -> list[tuple[str, Text]]:
    """The card's greetings: ours in their usual order, then any others."""
    known = [(code, card.texts[code]) for code in LANGUAGES if code in card.texts]
    return [*known, *((code, text) for code, text in card.texts.items() if code not in LANGUAGES)]


def _same_size(
    sheet: Sheet, titles: list[str], width: float, pitch: float, *, named: bool
) -> tuple[list[Block], float] | None:
    """All titles as large as the longest one allows, and the size of the names above, 0 where they have none.

    None where they find no room.
    """
    label = max(sheet.px(40), sheet.sizes.small_floor) if named else 0.0
    room = pitch - label * 1.9 if named else pitch * 0.86
    largest = max(sheet.px(116 if sheet.shape != "portrait" else 130), sheet.sizes.headline_floor)
    for floor in (sheet.sizes.headline_floor, sheet.sizes.body_floor):
        size = largest
        for title in titles:
            block = sheet.fit(title, HEADLINE, (width, room), (size, min(size, floor)), lines=1)
            if block is None:
                break
            size = min(size, block.size_px)
        else:
            return [sheet.one_line(title, HEADLINE, size) for title in titles], label
    return None
