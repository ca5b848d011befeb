"""From a card, a screen and a moment to pixels: the same for the server's pages and for the player.

Pure: the moment is given, and nothing is read but fonts, themes and the kind's own layout. What cannot be shaped on
this machine (text from the right without FriBiDi) is drawn in the card's first language that can.
"""

from collections.abc import Callable
from datetime import datetime
from importlib import import_module, resources
from typing import cast

from cards import plain
from cards.errors import NoTitleError
from cards.fonts import can_shape, says_something
from cards.kinds.declared import declared
from cards.kinds.sidebyside import draw_pair
from cards.model import Card, Language, Pictures, Screen
from cards.picture import Picture
from cards.sheet import Sheet
from cards.strings import calmed
from cards.themes import Theme
from cards.words import words

Layout = Callable[[Sheet, Card, Language], None]


def layout_of(kind: str) -> Layout:
    """The layout of a kind, from its own folder."""
    return cast(Layout, import_module(f"cards.kinds.{kind}.layout").draw)


def spoken(card: Card, language: Language) -> Language:
    """The language in which `card` is drawn when `language` is wished: one that it has and that can be shaped."""
    wished = language if language in card.texts or not card.texts else next(iter(card.texts))
    if can_shape() or not words(wished).right_to_left:
        return wished
    return next((other for other in card.texts if not words(other).right_to_left), "sv")


def pair_of(card: Card, screen: Screen) -> tuple[Language, Language] | None:
    """The two languages that stand on `card` at once on `screen`: its first two, if the kind can and the card has both.

    Whichever of them is wished, the same picture stands.
    """
    wished = screen.languages[:2]
    if not screen.side_by_side or len(set(wished)) < 2 or not can_shape():
        return None
    if not resources.files(f"cards.kinds.{card.kind}").joinpath("pair.py").is_file():
        return None
    first, second = wished
    both = all(says_something(card.texts[code].title) for code in wished if code in card.texts)
    return (first, second) if both and {first, second} <= set(card.texts) else None


def _at_once(sheet: Sheet, card: Card, both: tuple[Language, Language]) -> bool:
    """Draw the card in two languages. False (and nothing drawn) where they find no room side by side."""
    pair = import_module(f"cards.kinds.{card.kind}.pair").pair(sheet, card, both)
    return pair is not None and draw_pair(sheet, pair)


def laid_out(
    card: Card,
    screen: Screen,
    theme: Theme,
    now: datetime,
    language: Language,
    pictures: Pictures,
    *,
    paint: bool = True,
) -> Sheet:
    """The sheet with the card on it, with its marks; without pixels when `paint` is False. Raises CardError."""
    chosen = spoken(card, language)
    if declared(card.kind).titled and not says_something(card.text(chosen).title):
        raise NoTitleError(f"card {card.id} has no title in {chosen}")
    both = pair_of(card, screen)
    if both is not None:
        calm = calmed(calmed(card, screen, both[0]), screen, both[1])
        sheet = Sheet(calm, screen, theme, now, both[0], pictures, paint=paint)
        if _at_once(sheet, calm, both):
            sheet.holds_until(card.valid_until)
            return sheet
    card = calmed(card, screen, chosen)
    sheet = Sheet(card, screen, theme, now, chosen, pictures, paint=paint)
    layout_of(card.kind)(sheet, card, chosen)
    if plain.breaks(sheet):
        held, sheet = sheet.valid_until, Sheet(card, screen, theme, now, chosen, pictures, paint=paint)
        plain.draw(sheet, card, chosen)
        sheet.valid_until = held
    sheet.holds_until(card.valid_until)
    return sheet


def compose(card: Card, screen: Screen, theme: Theme, now: datetime, language: Language, pictures: Pictures) -> Picture:
    """Draw `card` for `screen` as it stands at `now` in `language`.

    A picture that `pictures` lacks is replaced by a drawn scene. Raises CardError only for a card whose headline is
    empty or could not be read at all on this screen.
    """
    sheet = laid_out(card, screen, theme, now, language, pictures)
    still = screen.reduced_motion
    return Picture(
        width_px=sheet.width,
        height_px=sheet.height,
        rgb=sheet.image.tobytes(),
        live=tuple(sheet.live),
        fade_ms=0 if still else theme.motion.fade_ms,
        settle_px=0 if still else round(sheet.px(theme.motion.settle_px)),
        drift=sheet.drift and theme.motion.drift and not still,
        valid_until=sheet.valid_until,
        moving=sheet.moving,
    )
