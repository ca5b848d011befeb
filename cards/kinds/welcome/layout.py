"""How a welcome is drawn: every language the same size, its own name above it, over a low sun and fells."""

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


def draw(sheet: Sheet, card: Card, language: Language) -> None:  # noqa: ARG001 - it speaks all languages at once
    """Draw `card` on `sheet`."""
    colours = sheet.colours
    palette = sheet.palette("greeting")
    near = palette[-1]
    if sheet.shape == "bar":  # no room for a landscape: paper, and a strip of land for the footer
        bottom = foot_line(sheet) - sheet.sizes.clock * 0.8 - sheet.px(26)
        sheet.fill(sheet.all, palette[0])
        sheet.fill(Box(0, bottom, sheet.width, sheet.height), near)
    else:
        bottom = horizon(sheet, palette, "greeting", 96) - sheet.px(_SCENE_PX)
    foot = best_on(near, "#FFFFFF", colours.ink)
    footer(sheet, ink=foot, soft=foot, ground=near)
    greetings = [(code, text.title) for code, text in _in_order(card) if text.title.strip()]
    columns = 1 if sheet.shape == "portrait" or len(greetings) < 2 else 2
    if sheet.shape == "bar":
        columns = 3
    rows = max(1, -(-len(greetings) // columns))
    pitch = (bottom - sheet.safe.top) / rows
    gap = sheet.px(60)
    width = (sheet.safe.width - gap * (columns - 1)) / columns
    sized = _same_size(sheet, [title for _, title in greetings], width, pitch)
    if sized is None:
        sheet.drop("title")
        return
    blocks, label = sized
    codes = [code for code, _ in greetings]
    for index, (code, block) in enumerate(zip(codes, blocks, strict=True)):
        column, row = index // rows, index % rows
        left = sheet.safe.left + column * (width + gap)
        away = words(code).right_to_left is not sheet.mirrored and code in LANGUAGES
        align: Align = "right" if away else "left"
        x = left + width if away else left
        top = sheet.safe.top + row * pitch
        name = words(code).name if code in LANGUAGES else code
        above = sheet.one_line(name, BODY_STRONG, label, align)
        box = sheet.stand(above, x, top + label * 0.8, colours.soft, "label")
        sheet.place(
            block._replace(align=align), x, max(box.bottom + label * 0.2, top + label * 1.32), colours.ink, "headline"
        )


def _in_order(card: Card) -> list[tuple[str, Text]]:
    """The card's greetings: ours in their usual order, then any others."""
    known = [(code, card.texts[code]) for code in LANGUAGES if code in card.texts]
    return [*known, *((code, text) for code, text in card.texts.items() if code not in LANGUAGES)]


def _same_size(sheet: Sheet, titles: list[str], width: float, pitch: float) -> tuple[list[Block], float] | None:
    """All titles as large as the longest one allows, and the size of the names above. None where they find no room."""
    label = max(sheet.px(40), sheet.sizes.small_floor)
    room = pitch - label * 1.9
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
