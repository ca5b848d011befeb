"""How a picture is shown: a photograph fills the card over its caption; a poster is shown whole on its own colours."""

from collections.abc import Iterator

from cards.fitting import Block
from cards.fonts import BODY, BODY_STRONG, HEADLINE
from cards.geometry import Box
from cards.kinds.feet import sender_lift
from cards.kinds.picture.facts import PictureFacts
from cards.model import Card, Language
from cards.parts import body_lines, chip, chip_height, foot_line, footer, headline
from cards.posters import Ground, ground_of
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
        _bar(sheet, card, facts, language)
        return
    colours, gap, pad = sheet.colours, _caption_gap(sheet), sheet.px(60)
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


def _bar(sheet: Sheet, card: Card, facts: PictureFacts, language: Language) -> None:
    """On a bar the picture stands beside its caption."""
    colours, gap = sheet.colours, sheet.px(32)
    sheet.fill(sheet.all, colours.ground)
    edge = round(sheet.width * 0.42)
    sheet.picture(Box(0, 0, edge, sheet.height), name=card.scene or night_scene(card.id))
    left = edge + sheet.px(64)
    width = sheet.safe.right - left
    foot = foot_line(sheet) - sender_lift(sheet, width) - sheet.sizes.clock - sheet.px(28)
    room = (width, foot - sheet.safe.top)
    text = card.text(language)
    blocks: list[Block] = []
    for body, by in _fewer(text.body, _credit(sheet, card, facts)):
        rest = _rest(sheet, body, by, (room[0], room[1] * 0.6), lines=2)
        if rest is None:
            continue
        left_over = room[1] - sum(block.height_px + gap for block in rest)
        largest = max(sheet.px(96), sheet.sizes.headline_floor)
        title = headline(sheet, text.title, (room[0], left_over), lines=2, largest=largest) if left_over > 0 else None
        if title is None and not rest:
            title = headline(sheet, text.title, room, lines=4, floor=sheet.sizes.body_floor)
        if title is not None or not text.title.strip() or not rest:
            _note_dropped(sheet, card, facts, language, kept=(body, by))
            blocks = [block for block in (title, *rest) if block is not None]
            break
    _stacked(sheet, blocks, left, sheet.safe.top, gap, (colours.ink, colours.soft))
    footer(sheet, left=left)


def _credit(sheet: Sheet, card: Card, facts: PictureFacts) -> str:
    """Who took the photograph; nothing where it is not at hand, as a drawn scene is nobody's photograph."""
    there = card.picture is not None and card.picture.sha256 in sheet.pictures
    return sheet.phrase("photo_by", credit=facts.credit) if facts.credit and there else ""


def _fewer(body: str, credit: str) -> Iterator[tuple[str, str]]:
    """What may stand under a title, from all to nothing: whoever took a picture is named as long as there is room."""
    yield body, credit
    if body.strip() and credit:
        yield "", credit
    if body.strip() or credit:
        yield "", ""


def _rest(sheet: Sheet, body: str, by: str, box: tuple[float, float], lines: int) -> list[Block] | None:
    """The sentence and the credit within `box`; None where one of them does not fit."""
    sizes = sheet.sizes
    blocks = [body_lines(sheet, body, *box, lines=lines)] if body.strip() else []
    blocks += [sheet.fit(by, BODY, box, (sizes.label, sizes.small_floor), lines=1)] if by else []
    found = [block for block in blocks if block is not None]
    return found if len(found) == len(blocks) else None


def _note_dropped(sheet: Sheet, card: Card, facts: PictureFacts, language: Language, kept: tuple[str, str]) -> None:
    if card.text(language).body.strip() and not kept[0].strip():
        sheet.drop("body")
    if _credit(sheet, card, facts) and not kept[1]:
        sheet.drop("credit")


def _caption(
    sheet: Sheet, card: Card, facts: PictureFacts, aside: float, most: float, language: Language
) -> tuple[Block | None, list[Block]]:
    """Title, and the sentence and credit that find room: under it, or beside it where the title takes `aside`."""
    text, sizes = card.text(language), sheet.sizes
    whole, gap = sheet.safe.width, _caption_gap(sheet)
    width = whole - aside - sheet.px(64) if aside else whole
    largest = max(sheet.px(84 if aside else 96), sizes.headline_floor)
    for body, by in _fewer(text.body, _credit(sheet, card, facts)):
        rest = _rest(sheet, body, by, (width, most), lines=4)
        if rest is None:
            continue
        taken = sum(block.height_px + gap for block in rest)
        room = most if aside else most - taken
        title_width = aside if aside and rest else whole
        title = headline(sheet, text.title, (title_width, room), lines=3, largest=largest) if room > 0 else None
        if (title is not None or not text.title.strip()) and taken <= most + gap:
            _note_dropped(sheet, card, facts, language, kept=(body, by))
            return title, rest
    _note_dropped(sheet, card, facts, language, kept=("", ""))
    title = headline(sheet, text.title, (whole, most), lines=5, largest=largest, floor=sizes.body_floor)
    if title is None and text.title.strip():
        sheet.drop("title")
    return title, []


def _caption_gap(sheet: Sheet) -> float:
    return max(sheet.px(36), sheet.sizes.body * 0.6)


def _stacked(sheet: Sheet, blocks: list[Block], x: float, top: float, gap: float, inks: tuple[str, str]) -> None:
    """Blocks under each other: the first as a headline in the first ink, the others in the second."""
    for index, block in enumerate(blocks):
        plain = index > 0 or inks[0] == inks[1]
        box = sheet.place(block, x, top, inks[min(index, 1)], "text" if plain else "headline")
        top = box.bottom + gap


def _poster(sheet: Sheet, card: Card, facts: PictureFacts, ground: Ground, language: Language) -> None:
    sheet.fill(sheet.all, ground.ground)
    foot = foot_line(sheet) - sheet.sizes.clock - sheet.px(48)
    chip_low = sheet.safe.top + chip_height(sheet)
    under = sheet.shape == "portrait" or (sheet.shape == "square" and not _stands(card))
    if under:
        left, right, top = _over_its_facts(sheet, card, chip_low + sheet.px(40), language)
    else:
        left, right, top = _beside_its_facts(sheet, chip_low)
    x = left if sheet.shape == "bar" else sheet.safe.left
    chip(sheet, sheet.phrase("chip_poster"), x, sheet.safe.top, ground.accent, ground.accent_ink)
    foot -= 0 if under else sender_lift(sheet, right - left)
    blocks = _facts(sheet, card, facts, right - left, foot - top, language)
    _stacked(sheet, blocks, left, top, _poster_gap(sheet), (ground.ink, ground.soft))
    footer(
        sheet,
        left=None if under else left,
        right=None if under else right,
        ink=ground.ink,
        soft=ground.soft,
        ground=ground.ground,
        day=under,
        clock=under,
    )


def _stands(card: Card) -> bool:
    ref = card.picture
    return ref is not None and ref.height_px > ref.width_px * 1.2


def _poster_gap(sheet: Sheet) -> float:
    return sheet.px(56 if sheet.shape != "bar" else 30)


def _over_its_facts(sheet: Sheet, card: Card, top: float, language: Language) -> tuple[float, float, float]:
    """Draw the poster over the room for its facts: that room's left, right and top."""
    safe, ref = sheet.safe, card.picture
    share = 0.84 if not card.text(language).title.strip() else 0.66 if sheet.sizes.reach < 1.5 else 0.58
    box = Box(safe.left, top, safe.right, round(sheet.height * share))
    wide = box.width
    if ref is not None:
        wide = min(box.width, box.height / ref.height_px * ref.width_px)
    place = sheet.contained(box._replace(right=box.left + wide))
    return safe.left, safe.right, place.bottom + sheet.px(64) if place else top


def _beside_its_facts(sheet: Sheet, chip_low: float) -> tuple[float, float, float]:
    """Draw the poster beside the room for its facts: right of it, on a bar left of it."""
    safe, gap = sheet.safe, sheet.px(72)
    low = safe.bottom if sheet.shape == "bar" else sheet.height - sheet.px(96)
    widest = safe.width * (0.5 if sheet.shape == "square" else 0.56)
    ref = sheet.card.picture
    if sheet.shape == "bar" and ref is not None:
        wide = min(widest, (low - safe.top) / ref.height_px * ref.width_px)
        place = sheet.contained(Box(safe.left, safe.top, safe.left + wide, low))
        return (place.right + gap if place else safe.left), safe.right, chip_low + sheet.px(36)
    place = sheet.contained(Box(safe.right - widest, safe.top, safe.right, low))
    return safe.left, (place.left if place else safe.right) - gap, chip_low + sheet.px(88)


def _facts(sheet: Sheet, card: Card, facts: PictureFacts, width: float, room: float, language: Language) -> list[Block]:
    """A poster's facts, set anew: title, sentence, who made it; as many as find room."""
    text, sizes = card.text(language), sheet.sizes
    largest = max(sheet.px(148), sizes.headline_floor)
    rest: list[Block] = []
    credit = facts.credit if facts.credit != card.sender else ""
    body_px = max(sheet.px(56), sizes.body)
    for said, style in ((text.body, BODY_STRONG), (text.advice, BODY), (credit, BODY)):
        block = body_lines(sheet, said, width, room * 0.45, lines=4, style=style, largest=body_px)
        if block is not None:
            rest.append(block)
        elif said.strip():
            sheet.drop("body")
    while True:
        left = room - sum(block.height_px + _poster_gap(sheet) for block in rest)
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
