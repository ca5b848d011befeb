"""How a picture is shown: a photograph fills the card over its caption; a poster is shown whole on its own colours."""

from cards.fitting import Block
from cards.fonts import BODY, BODY_STRONG, HEADLINE
from cards.geometry import Box
from cards.kinds.picture.facts import PictureFacts
from cards.posters import Ground, ground_of
from cards.model import Card, Language
from cards.parts import body_lines, chip, chip_height, foot_line, footer, headline
from cards.scenes import night_scene
from cards.sheet import Sheet

_THREAD = 6
"""A picture longer than this many times its width is not shown whole."""


def draw(sheet: Sheet, card: Card, language: Language) -> None:
    """Draw `card` on `sheet`."""
    facts = card.facts
    assert isinstance(facts, PictureFacts)
    data = sheet.pictures.get(card.picture.sha256) if card.picture else None
    shown_whole = facts.poster and data is not None and _has_body(card)
    ground = ground_of(data) if shown_whole and data is not None else None
    if ground is not None:
        _poster(sheet, card, facts, ground, language)
    else:
        _photograph(sheet, card, facts, language)


def _has_body(card: Card) -> bool:
    """Tell whether the picture is more than a thread: whole, such a one would be a line."""
    ref = card.picture
    return ref is not None and max(ref.width_px, ref.height_px) <= _THREAD * min(ref.width_px, ref.height_px)


def _photograph(sheet: Sheet, card: Card, facts: PictureFacts, language: Language) -> None:
    if sheet.shape == "bar":
        _bar(sheet, card, language)
        return
    colours, gap, pad = sheet.colours, sheet.px(36), sheet.px(60)
    foot = foot_line(sheet) - sheet.sizes.clock - sheet.px(36)
    standing = sheet.shape in ("portrait", "square")
    most = sheet.height * (0.44 if standing else 0.34)
    aside = 0.0 if standing else sheet.safe.width * 0.54
    title, rest = _caption(sheet, card, facts, aside, most, language)
    high = [block.height_px for block in rest]
    beside = sum(high) + gap * max(0, len(high) - 1)
    if standing:
        taken = beside + (title.height_px if title else 0) + (gap if title and rest else 0)
    else:
        taken = max(beside, title.height_px if title else 0)
    edge = round(foot - taken - (pad if taken else 0))
    sheet.fill(sheet.all, colours.ground)
    sheet.picture(Box(0, 0, sheet.width, edge), name=card.scene or night_scene(card.id))
    chip(sheet, sheet.phrase("chip"), sheet.safe.left, sheet.safe.top)
    top, x = edge + pad, sheet.safe.left
    if title is not None:
        box = sheet.place(title, x, top, colours.ink, "headline")
        if standing:
            top = box.bottom + gap
    _stacked(sheet, rest, x if standing else x + aside + sheet.px(64), top, gap, (colours.soft, colours.soft))
    footer(sheet)


def _bar(sheet: Sheet, card: Card, language: Language) -> None:
    """On a bar the picture stands beside its caption."""
    colours, gap = sheet.colours, sheet.px(32)
    sheet.fill(sheet.all, colours.ground)
    edge = round(sheet.width * 0.42)
    sheet.picture(Box(0, 0, edge, sheet.height), name=card.scene or night_scene(card.id))
    left = edge + sheet.px(64)
    top, foot = sheet.safe.top, foot_line(sheet) - sheet.sizes.clock - sheet.px(28)
    text, width = card.text(language), sheet.safe.right - left
    body = body_lines(sheet, text.body, width, (foot - top) * 0.5, lines=2)
    room = foot - top - (body.height_px + gap if body else 0)
    title = headline(sheet, text.title, (width, room), lines=2, largest=max(sheet.px(96), sheet.sizes.headline_floor))
    if title is None:
        title = headline(sheet, text.title, (width, foot - top), lines=4, floor=sheet.sizes.body_floor)
        body = None
    if text.body.strip() and body is None:
        sheet.drop("body")
    blocks = [block for block in (title, body) if block is not None]
    _stacked(sheet, blocks, left, top, gap, (colours.ink, colours.soft))
    footer(sheet, left=left)


def _caption(
    sheet: Sheet, card: Card, facts: PictureFacts, aside: float, most: float, language: Language
) -> tuple[Block | None, list[Block]]:
    """Title, and the sentence and credit that find room: under it, or beside it where the title takes `aside`."""
    text, sizes = card.text(language), sheet.sizes
    whole = sheet.safe.width
    credit = sheet.phrase("photo_by", credit=facts.credit) if facts.credit and card.picture else ""
    gap = sheet.px(36)
    width = whole - aside - sheet.px(64) if aside else whole
    largest = max(sheet.px(84 if aside else 96), sizes.headline_floor)
    for body, by in ((text.body, credit), (text.body, ""), ("", "")):
        blocks = [body_lines(sheet, body, width, most, lines=4)] if body.strip() else []
        blocks += [sheet.fit(by, BODY, (width, most), (sizes.label, sizes.small_floor), lines=1)] if by else []
        rest = [block for block in blocks if block is not None]
        taken = sum(block.height_px + gap for block in rest)
        room = most if aside else most - taken
        title_width = aside if aside and rest else whole
        title = headline(sheet, text.title, (title_width, room), lines=3, largest=largest) if room > 0 else None
        if len(rest) == len(blocks) and (title is not None or not text.title.strip()) and taken <= most + gap:
            if text.body.strip() and not body:
                sheet.drop("body")
            if credit and not by:
                sheet.drop("credit")
            return title, rest
    title = headline(sheet, text.title, (whole, most), lines=5, largest=largest, floor=sizes.body_floor)
    if title is None and text.title.strip():
        sheet.drop("title")
    return title, []


def _stacked(sheet: Sheet, blocks: list[Block], x: float, top: float, gap: float, inks: tuple[str, str]) -> None:
    """Blocks under each other: the first as a headline in the first ink, the others in the second."""
    for index, block in enumerate(blocks):
        plain = index > 0 or inks[0] == inks[1]
        box = sheet.place(block, x, top, inks[min(index, 1)], "text" if plain else "headline")
        top = box.bottom + gap


def _poster(sheet: Sheet, card: Card, facts: PictureFacts, ground: Ground, language: Language) -> None:
    sheet.fill(sheet.all, ground.ground)
    standing = sheet.shape in ("portrait", "square")
    foot = foot_line(sheet) - sheet.sizes.clock - sheet.px(48)
    text = card.text(language)
    if standing:
        low = round(sheet.height * (0.6 if text.title.strip() else 0.84))
        chip_low = sheet.safe.top + chip_height(sheet) + sheet.px(40)
        place = _middle(sheet, Box(sheet.safe.left, chip_low, sheet.safe.right, low))
        left, right, top = sheet.safe.left, sheet.safe.right, (place or sheet.safe).bottom + sheet.px(64)
        if place is None:
            top = chip_low
    else:
        widest = sheet.safe.width * 0.56
        place = sheet.contained(
            Box(sheet.safe.right - widest, sheet.safe.top, sheet.safe.right, sheet.height - sheet.px(96))
        )
        left, right = sheet.safe.left, (place.left if place else sheet.safe.right) - sheet.px(72)
        top = sheet.safe.top + chip_height(sheet) + sheet.px(88)
    chip(sheet, sheet.phrase("chip_poster"), sheet.safe.left, sheet.safe.top, ground.accent, ground.accent_ink)
    blocks = _facts(sheet, card, facts, right - left, foot - top, language)
    _stacked(sheet, blocks, left, top, sheet.px(56), (ground.ink, ground.soft))
    clock = standing
    footer(
        sheet,
        right=right if not standing else None,
        ink=ground.ink,
        soft=ground.soft,
        ground=ground.ground,
        day=clock,
        clock=clock,
    )


def _middle(sheet: Sheet, box: Box) -> Box | None:
    """The poster whole, in the middle of `box`."""
    ref = sheet.card.picture
    if ref is None:
        return None
    scale = min(box.width / ref.width_px, box.height / ref.height_px)
    wide = ref.width_px * scale
    aside = (box.width - wide) / 2
    return sheet.contained(Box(box.left, box.top, box.right - max(0.0, aside), box.bottom))


def _facts(sheet: Sheet, card: Card, facts: PictureFacts, width: float, room: float, language: Language) -> list[Block]:
    """A poster's facts, set anew: title, sentence, who made it; as many as find room."""
    text, sizes = card.text(language), sheet.sizes
    largest = max(sheet.px(148), sizes.headline_floor)
    rest: list[Block] = []
    for said, style in ((text.body, BODY_STRONG), (text.advice, BODY), (facts.credit, BODY)):
        block = body_lines(sheet, said, width, room * 0.4, lines=4, style=style)
        if block is not None:
            rest.append(block)
        elif said.strip():
            sheet.drop("body")
    while True:
        left = room - sum(block.height_px + sheet.px(56) for block in rest)
        title = (
            headline(sheet, text.title, (width, left), lines=4, largest=largest, style=HEADLINE) if left > 0 else None
        )
        if title is not None or not rest:
            break
        rest.pop()
        sheet.drop("body")
    if title is None:
        title = headline(sheet, text.title, (width, room), lines=6, floor=sizes.body_floor)
    if title is None and text.title.strip():
        sheet.drop("title")
    return [block for block in (title, *rest) if block is not None]
