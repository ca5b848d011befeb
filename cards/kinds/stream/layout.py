"""How a meeting that is sent is framed: where its picture runs, what is talked of under it, and the words beside it.

Until the picture is there, the frame says what comes; when it is lost, that it is, and where else one can see it; when
the meeting is over, where one can see it later. What finds no room is left out in this order: the place, the chip,
the code, when; and what is talked of, where captions have no room.
"""

from typing import Final

from cards.errors import TitleTooLongError
from cards.fonts import BODY_STRONG, STRONG
from cards.geometry import Box
from cards.kinds.column import Ask, Told, best
from cards.kinds.frame import WIDE, caption, frame_foot, frames, still
from cards.kinds.stream.facts import StreamFacts
from cards.kinds.stream.told import words_of
from cards.model import Card, Language
from cards.sheet import Sheet

_ORDER: Final = ("place", "chip", "link", "when")
_SCENE: Final = "greeting"
_SKY: Final = 0.56
"""How much of the scene is plain sky, over its moon and hills."""


def draw(sheet: Sheet, card: Card, language: Language) -> None:
    """Draw `card` on `sheet`. Raises TitleTooLongError."""
    facts, colours, text = card.facts, sheet.colours, card.text(language)
    assert isinstance(facts, StreamFacts)
    stage = facts.stage(sheet.now)
    for moment in (facts.start, facts.over_at()):
        sheet.holds_until(moment)
    said = words_of(facts, text.body, sheet.now, language)
    ways = frames(sheet, WIDE)
    told = (Told("when", said.when, BODY_STRONG, colours.soft), Told("place", facts.place))
    largest = sheet.px(92 if sheet.shape != "bar" else 72)
    ask = Ask(said.chip, text.title, told, _ORDER, largest, code_label=said.watch)
    found = best(sheet, [(way.words, way.lost) for way in ways], ask)
    if found is None:
        raise TitleTooLongError(f"card {card.id} has no room for what is sent", screen=sheet.screen.name)
    frame, words = ways[found[0]], found[1]
    sheet.fill(sheet.all, colours.ground)
    if stage != "before" or not still(sheet, frame.picture):
        _waiting(sheet, frame.picture, said.screen)
    point = caption(sheet, frame, said.point)
    if point is not None and frame.captions is not None:
        sheet.place(point, frame.captions.left, frame.captions.top + sheet.px(8), colours.ink)
    elif said.point:
        sheet.drop("body")
    words.draw(sheet)
    frame_foot(sheet, frame)
    if stage == "live":
        sheet.film(frame.picture, frame.captions, sheet.sizes.body_floor, colours.ink, colours.ground)


def _waiting(sheet: Sheet, box: Box, said: str) -> None:
    """What stands where no picture is: its words in a plain sky, and hills under them."""
    colours, pad = sheet.colours, sheet.px(64)
    sheet.fill(box, colours.panel)
    room = Box(max(box.left + pad, sheet.safe.left), max(box.top, sheet.safe.top), box.right - pad, box.bottom - pad)
    room = room._replace(right=min(room.right, sheet.safe.right))
    largest = max(sheet.px(72), sheet.sizes.strong)
    block = sheet.fit(said, STRONG, (room.width, room.height), (largest, sheet.sizes.body_floor), lines=3, leading=1.12)
    end = room.top + (block.height_px if block is not None else 0)
    high = min((box.bottom - end - sheet.px(24)) / (1 - _SKY), box.height)
    if high > sheet.px(160):
        sheet.scene(Box(box.left, round(box.bottom - high), box.right, box.bottom), colours.scene, _SCENE)
    if block is not None:
        sheet.place(block, room.left, room.top, colours.panel_ink)
    else:
        sheet.drop("screen")
