"""How a film is framed: its picture as large as the words allow, room for captions under it, title and length beside.

Until it begins its still stands there whole, and what it is about where the captions will be. What finds no room is
left out in this order: the code, the chip, the length; what it is about where captions have no room, if that is all.
"""

from typing import Final

from cards.errors import TitleTooLongError
from cards.fonts import BODY_STRONG
from cards.geometry import Box
from cards.kinds.column import Ask, Told, best
from cards.kinds.film.facts import FilmFacts
from cards.kinds.film.told import about
from cards.kinds.frame import caption, frame_foot, frames, night, ratio_of, still
from cards.model import Card, Language
from cards.sheet import Sheet

_ORDER: Final = ("link", "chip", "body", "length")


def draw(sheet: Sheet, card: Card, language: Language) -> None:
    """Draw `card` on `sheet`. Raises TitleTooLongError."""
    facts, colours, text = card.facts, sheet.colours, card.text(language)
    assert isinstance(facts, FilmFacts)
    ways = frames(sheet, ratio_of(facts.width_px, facts.height_px))
    told: tuple[Told, ...] = (Told("length", about(facts, language), BODY_STRONG, colours.soft),)
    if all(way.captions is None for way in ways):
        told += (Told("body", text.body, lines=3),)
    largest = sheet.px(96 if sheet.shape != "bar" else 80)
    ask = Ask(sheet.phrase("chip"), text.title, told, _ORDER, largest, code_label=sheet.phrase("watch"))
    found = best(sheet, [(way.words, way.lost) for way in ways], ask)
    if found is None:
        raise TitleTooLongError(f"card {card.id} has no room for the film's title", screen=sheet.screen.name)
    frame, words = ways[found[0]], found[1]
    sheet.fill(sheet.all, colours.ground)
    sheet.fill(frame.picture, colours.panel)
    if not still(sheet, frame.picture):
        night(sheet, frame.picture)
        _play(sheet, frame.picture)
    said = caption(sheet, frame, text.body)
    if said is not None and frame.captions is not None:
        sheet.place(said, frame.captions.left, frame.captions.top + sheet.px(8), colours.ink)
    elif text.body.strip() and len(told) == 1:
        sheet.drop("body")
    words.draw(sheet)
    frame_foot(sheet, frame)
    sheet.film(frame.picture, frame.captions, sheet.sizes.body_floor, colours.ink, colours.ground)


def _play(sheet: Sheet, box: Box) -> None:
    """The sign for a film, in the middle of a picture that nobody has given."""
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    radius = min(sheet.px(96), box.width * 0.2, box.height * 0.24)
    sheet.disc(x, y, radius, sheet.colours.accent)
    side = radius * 0.5
    # A sign like a letter: it is not mirrored where the card is.
    turn = -1 if sheet.mirrored else 1
    points = [(x - side * 0.72 * turn, y - side), (x - side * 0.72 * turn, y + side), (x + side * 1.06 * turn, y)]
    sheet.polygon(points, sheet.colours.accent_ink)
