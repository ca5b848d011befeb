"""How a quote is laid out: a shop or a photograph, and from there a white bubble with the words that were said.

What finds no room is left out in this order: the sentence before the words, who said them, what was done with them, the
picture. Headline and words always stand.
"""

from typing import Final, NamedTuple

from PIL import ImageOps

from cards.errors import WordsTooLongError
from cards.fitting import Block
from cards.fonts import BODY, BODY_STRONG, HEADLINE
from cards.geometry import Box
from cards.kinds.declared import declared
from cards.kinds.feet import day_and_clock, sender_lift
from cards.kinds.quote.facts import QuoteFacts
from cards.kinds.quote.quotation import Quotation, parted
from cards.kinds.quote.shop import Paints, draw_shop
from cards.model import Card, Language
from cards.parts import Stack, chip, chip_height, fewest_lines, foot_top, footer, headline, stack
from cards.sheet import Sheet

_LEAST: Final = 0.0
"""A headline no larger than a body may be: better than none."""
_FEW: Final = 16
"""So few signs are set larger: they are all that was said."""


class Wish(NamedTuple):
    """What a plan is asked to hold beside headline and words: the sentence before, who, what was done, a picture."""

    lead: bool
    by: bool
    done: bool
    picture: float
    """How much of the card the picture takes; 0 for none."""


class Plan(NamedTuple):
    """Everything as it is set, before anything is drawn."""

    title: Block
    head: Box
    scene: Box | None
    bubble: Box
    words: Stack
    done: Block | None


def draw(sheet: Sheet, card: Card, language: Language) -> None:
    """Draw the quote. Raises WordsTooLongError."""
    facts, colours = card.facts, sheet.colours
    assert isinstance(facts, QuoteFacts)
    sheet.fill(sheet.all, colours.ground)
    plan = _plan(sheet, card, facts, language)
    if plan.scene is not None:
        _scene(sheet, facts, plan.scene)
    chip(
        sheet, sheet.phrase("chip" if facts.visited == "company" else "chip_association"), plan.head.left, plan.head.top
    )
    sheet.place(plan.title, plan.head.left, _title_top(sheet, plan.head), colours.ink, "headline")
    _bubble(sheet, plan)
    if plan.done is not None:
        top = plan.bubble.bottom + (_tail(sheet) if _tail_hangs(sheet, plan) else 0) + _done_gap(sheet)
        if sheet.shape == "bar":
            top = plan.head.bottom - plan.done.height_px
        x = plan.head.left
        sheet.place(plan.done, x, top, colours.soft)
    _foot(sheet, plan)


def _foot(sheet: Sheet, plan: Plan) -> None:
    colours = sheet.colours
    if sheet.shape == "bar":
        footer(sheet, right=plan.head.right, place="", day=False, clock=False)
        day_and_clock(sheet, plan.bubble.left, colours.ink, colours.soft, colours.ground)
    elif sheet.shape == "landscape":
        footer(sheet, left=plan.head.left, place="", day=plan.scene is None)
    else:
        footer(sheet)


def _scene(sheet: Sheet, facts: QuoteFacts, box: Box) -> None:
    """The photograph, else a shop, else, for an association, a scene as other cards have them."""
    if sheet.photo(box):
        sheet.drift = True
        return
    if facts.visited != "company":
        sheet.scene(box, sheet.colours.scene, "birches")
        return
    if not sheet.paint:
        return
    colours, extra = sheet.colours, sheet.colours.extra
    sky, light, far, near = (colours.scene if len(colours.scene) >= 4 else declared("quote").colours.scene)[:4]
    paints = Paints(
        sky, light, far, near, extra["wall"], extra["shade"], extra["trim"], extra["roof"], dark=colours.accent
    )
    shop = draw_shop((round(box.width), round(box.height)), sheet.card.id, paints)
    sheet.paste(ImageOps.mirror(shop) if sheet.mirrored else shop, box)


def _pad(sheet: Sheet) -> float:
    return sheet.px(28 if sheet.shape == "bar" else 48 if sheet.sizes.reach < 1.5 else 32)


def _tail(sheet: Sheet) -> float:
    return sheet.px(28 if sheet.shape == "bar" else 64 if sheet.sizes.reach < 1.5 else 36)


def _done_gap(sheet: Sheet) -> float:
    return sheet.px(24 if sheet.shape == "bar" else 40)


def _title_top(sheet: Sheet, head: Box) -> float:
    return head.top + chip_height(sheet) + sheet.px(20 if sheet.shape == "bar" else 44)


def _low(sheet: Sheet, width: float) -> float:
    """Where all ends that stands over a footer `width` wide."""
    return foot_top(sheet) - sender_lift(sheet, width) - sheet.px(20 if sheet.shape == "bar" else 36)


def _tail_hangs(sheet: Sheet, plan: Plan) -> bool:
    """Tell whether the tail hangs under the bubble, as there is no picture that it could come from."""
    return plan.scene is None and sheet.shape != "bar"


def _plan(sheet: Sheet, card: Card, facts: QuoteFacts, language: Language) -> Plan:
    """The first plan that fits, the fullest before the barest. Raises WordsTooLongError."""
    text = card.text(language)
    said = parted(text.body)
    said = said._replace(by=f"– {facts.by.strip()}" if facts.by.strip() else said.by, words=said.words or text.title)
    full = Wish(bool(said.lead), bool(said.by), bool(text.advice.strip()), 1)
    for wish, cap in _wishes(sheet, full):
        plan = _tried(sheet, card, said, language, wish, cap)
        if plan is not None:
            for field, asked, there in zip(("body", "by", "advice", "picture"), full, wish, strict=True):
                if asked and not there:
                    sheet.drop(field)
            return plan
    raise WordsTooLongError(f"card {card.id} has no room for its words", screen=sheet.screen.name)


def _wishes(sheet: Sheet, full: Wish) -> list[tuple[Wish, float]]:
    """`full`, and then ever less of it, each with ever smaller headlines; the smallest of all only at the end."""
    shares = {"landscape": (0.425, 0.36, 0.3), "portrait": (0.4, 0.32, 0.25), "square": (0.3, 0.22), "bar": (0.2, 0.15)}
    told = (full, full._replace(lead=False), full._replace(lead=False, by=False), Wish(False, False, False, 1))
    wishes = [
        (wish._replace(picture=share), cap)
        for wish in dict.fromkeys(told[:2])
        for share in shares[sheet.shape]
        for cap in (1.0, 0.8)
    ]
    # A square has so little room for a picture that it is not worth what was said about the words.
    less = dict.fromkeys(told[2:]) if sheet.shape != "square" else ()
    wishes += [(wish._replace(picture=share), 0.8) for wish in less for share in shares[sheet.shape]]
    wishes += [(wish._replace(picture=0), cap) for wish in dict.fromkeys(told) for cap in (1.0, 0.8)]
    return [*wishes, (Wish(False, False, False, 0), _LEAST)]


def _tried(sheet: Sheet, card: Card, said: Quotation, language: Language, wish: Wish, cap: float) -> Plan | None:
    """The plan that holds what is wished, with a headline of at most `cap` of its largest size. None if not."""
    sizes, safe, pad = sheet.sizes, sheet.safe, _pad(sheet)
    bar, beside = sheet.shape == "bar", sheet.shape == "landscape" and wish.picture > 0
    left = round(sheet.width * wish.picture) + sheet.px(96) if beside else safe.left
    right = safe.left + safe.width * _head_share(wish) if bar else safe.right
    low = _low(sheet, right - left)
    head = Box(left, safe.top, right, low)
    floor = sizes.headline_floor if cap else sizes.body_floor
    largest = max(sheet.px({"bar": 76, "landscape": 92 if beside else 112}.get(sheet.shape, 104)) * cap, floor)
    top = _title_top(sheet, head)
    title = headline(
        sheet, card.text(language).title, (head.width, low - top), lines=3 if cap else 6, largest=largest, floor=floor
    )
    if title is None:
        return None
    advice = card.text(language).advice.strip() if wish.done else ""
    largest = max(sheet.px(48), sizes.body)
    done = fewest_lines(sheet, advice, head.width, lines=3, style=BODY_STRONG, largest=largest)
    if advice and done is None:
        return None
    end = top + title.height_px
    scene = _scene_box(sheet, wish, end)
    taken = done.height_px + _done_gap(sheet) if done else 0
    if bar:
        if end + taken > low:
            return None
        room = Box(scene.right if scene else right + sheet.px(48), safe.top, safe.right, low)
        room = room._replace(left=room.left + sheet.px(56 if scene else 0))
    else:
        start = scene.bottom + _tail(sheet) if scene and not beside else end + sheet.px(52 if cap else 32)
        hang = 0 if scene else _tail(sheet)
        room = Box(left - (pad if beside else 0), start, safe.right, low - taken - hang)
    words = _words(sheet, said, wish, (room.width - 2 * pad, room.height - 2 * pad), title.size_px)
    if words is None:
        return None
    down = 0.5 if bar else 0.35 if beside or not scene else 0.2
    return Plan(title, head, scene, _around(words, room, pad, down), words, done)


def _around(words: Stack, room: Box, pad: float, down: float) -> Box:
    """The bubble around `words`, with `down` of the height to spare above it; few words make it narrower."""
    high = words.height_px + 2 * pad
    top = room.top + (room.height - high) * down
    wide = max(max(block.width_px for block, _, _ in words.blocks) + 2 * pad, room.width * 0.4)
    return Box(room.left, top, room.left + (wide if wide < room.width * 0.7 else room.width), top + high)


def _head_share(wish: Wish) -> float:
    """How much of a bar the headline takes: more where the picture takes less."""
    return 0.36 if wish.picture >= 0.2 else 0.42


def _scene_box(sheet: Sheet, wish: Wish, end: float) -> Box | None:
    """Where the picture stands: at the left, on a bar in the middle, else across the card under the headline."""
    if not wish.picture:
        return None
    if sheet.shape == "landscape":
        return Box(0, 0, round(sheet.width * wish.picture), sheet.height)
    if sheet.shape == "bar":
        left = round(sheet.safe.left + sheet.safe.width * _head_share(wish) + sheet.px(48))
        return Box(left, 0, left + round(sheet.width * wish.picture), sheet.height)
    top = round(end + sheet.px(48))
    return Box(0, top, sheet.width, top + round(sheet.height * wish.picture))


def _words(sheet: Sheet, said: Quotation, wish: Wish, room: tuple[float, float], most: float) -> Stack | None:
    """The words as large as they go, under the sentence before them and over who said them. None without room."""
    sizes, colours = sheet.sizes, sheet.colours
    if room[1] <= 0 or room[0] <= 0:
        return None
    body = max(sheet.px(48 if sheet.shape != "bar" else 42), sizes.body)
    lead = fewest_lines(sheet, said.lead, room[0], lines=2, style=BODY, largest=body) if wish.lead else None
    by = None
    if wish.by:
        small = (max(sheet.px(40), sizes.label), sizes.small_floor)
        by = sheet.fit(said.by, BODY, (room[0], room[1]), small, lines=1)
    if (wish.lead and lead is None) or (wish.by and by is None):
        return None
    gap = sizes.body * (0.66 if not sheet.mirrored else 1.1)  # Arabic reaches farther up and down
    taken = sum(block.height_px + gap for block in (lead, by) if block)
    design = {"bar": 60, "landscape": 78}.get(sheet.shape, 92)
    few = len(said.words) <= _FEW
    # On a square the picture is not worth words that nobody sees.
    least = sizes.strong if sheet.shape == "square" and wish.picture else sizes.body_floor
    largest = max(min(sheet.px(design * (1.7 if few else 1)), most * (1.4 if few else 0.92)), least)
    quoted = sheet.phrase("quoted", words=said.words)
    block = sheet.fit(quoted, HEADLINE, (room[0], room[1] - taken), (largest, least), lines=7, leading=1.12)
    if block is None:
        return None
    found = stack((lead, 0, colours.panel_soft), (block, gap, colours.panel_ink), (by, gap, colours.panel_soft))
    return found if found.height_px <= room[1] else None


def _bubble(sheet: Sheet, plan: Plan) -> None:
    """The white bubble; its tail leads to the picture, or hangs where there is none."""
    box, colour, tail = plan.bubble, sheet.colours.panel, _tail(sheet)
    if _tail_hangs(sheet, plan):
        sheet.bubble(box, colour, "left", deep=tail)
    else:
        sheet.fill(box, colour, sheet.px(48))
        if plan.scene is not None and sheet.shape in ("landscape", "bar"):
            reach = box.left - plan.scene.right + sheet.px(46 if sheet.shape == "landscape" else 24)
            low = min(sheet.px(64), box.height * 0.25)
            high = min(sheet.px(164), box.height * 0.6)
            tip = (box.left - reach, box.bottom - low * 0.8)
            sheet.polygon([(box.left + 2, box.bottom - high), (box.left + 2, box.bottom - low), tip], colour)
        elif plan.scene is not None:
            x, up = box.left + sheet.px(112), plan.scene.bottom - sheet.px(36)
            sheet.polygon([(x, box.top + 2), (x + sheet.px(150), box.top + 2), (x + sheet.px(40), up)], colour)
    pad = _pad(sheet)
    plan.words.draw(sheet, box.left + pad, box.top + (box.height - plan.words.height_px) / 2)
