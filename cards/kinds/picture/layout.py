"""How a picture is shown: a photograph fills the card over its caption; a poster is shown whole on its own colours."""

from cards.fitting import Block
from cards.fonts import BODY, BODY_STRONG, HEADLINE
from cards.geometry import Box
from cards.kinds.picture.facts import PictureFacts
from cards.kinds.picture.ground import Ground, ground_of
from cards.model import Card, Language
from cards.parts import body_lines, chip, chip_height, foot_line, footer, headline
from cards.sheet import Sheet


def draw(sheet: Sheet, card: Card, language: Language) -> None:
    """Draw `card` on `sheet`."""
    facts = card.facts
    assert isinstance(facts, PictureFacts)
    data = sheet.pictures.get(card.picture.sha256) if card.picture else None
    ground = ground_of(data) if facts.poster and data is not None else None
    if ground is not None:
        _poster(sheet, card, facts, ground, language)
    else:
        _photograph(sheet, card, facts, language)


def _caption(
    sheet: Sheet, card: Card, facts: PictureFacts, width: float, room: float, language: Language
) -> list[Block]:
    """Title, sentence and credit, as many of them as find room; the title first."""
    text, sizes = card.text(language), sheet.sizes
    largest = max(sheet.px(96), sizes.headline_floor)
    credit = sheet.words.photo_by.format(credit=facts.credit) if facts.credit and card.picture else ""
    gap = sheet.px(36)
    for body, by in ((text.body, credit), (text.body, ""), ("", "")):
        blocks = [body_lines(sheet, body, width, room, lines=3)] if body.strip() else []
        blocks += [sheet.fit(by, BODY, (width, room), (sizes.label, sizes.small_floor), lines=1)] if by else []
        rest = [block for block in blocks if block is not None]
        left = room - sum(block.height_px + gap for block in rest)
        title = headline(sheet, text.title, (width, left), lines=3, largest=largest) if left > 0 else None
        if title is not None and len(rest) == len(blocks):
            if text.body.strip() and not body:
                sheet.drop("body")
            if credit and not by:
                sheet.drop("credit")
            return [title, *rest]
    title = headline(sheet, text.title, (width, room), lines=4, largest=largest, floor=sizes.body_floor)
    if title is None and text.title.strip():
        sheet.drop("title")
    return [title] if title is not None else []


def _photograph(sheet: Sheet, card: Card, facts: PictureFacts, language: Language) -> None:
    colours = sheet.colours
    foot = foot_line(sheet) - sheet.sizes.clock - sheet.px(40)
    standing = sheet.shape in ("portrait", "square")
    most = sheet.height * (0.44 if standing else 0.4)
    blocks = _caption(sheet, card, facts, sheet.safe.width, most, language)
    gap, pad = sheet.px(36), sheet.px(64)
    high = sum(block.height_px for block in blocks) + gap * max(0, len(blocks) - 1)
    edge = round(foot - high - (pad if blocks else 0))
    sheet.fill(sheet.all, colours.ground)
    picture = Box(0, 0, sheet.width, edge)
    sheet.picture(picture, name="rink" if not card.picture else None)
    chip(sheet, sheet.words.chip_picture, sheet.safe.left, sheet.safe.top)
    _stacked(sheet, blocks, edge + pad, gap, (colours.ink, colours.soft))
    footer(sheet)


def _stacked(sheet: Sheet, blocks: list[Block], top: float, gap: float, inks: tuple[str, str]) -> None:
    for index, block in enumerate(blocks):
        box = sheet.place(block, sheet.safe.left, top, inks[min(index, 1)], "text" if index else "headline")
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
    chip(sheet, sheet.words.chip_poster, sheet.safe.left, sheet.safe.top, ground.accent, ground.accent_ink)
    blocks = _facts(sheet, card, facts, right - left, foot - top, language)
    _stacked(sheet, blocks, top, sheet.px(56), (ground.ink, ground.soft))
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
