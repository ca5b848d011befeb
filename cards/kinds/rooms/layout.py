"""How a room board is drawn: the house at dusk on a panel, then today's bookings with the way to each room.

What has ended leaves; what goes on has a lit block. A booking that finds no room goes to the next card. On a far screen
the house, the date and the chip are left out, in this order.
"""

from functools import partial
from typing import Final

from cards.errors import TitleTooLongError
from cards.fonts import STRONG
from cards.geometry import Box
from cards.kinds.blockrow import BlockRow
from cards.kinds.panel import Head, Panel, close_head, draw_foot, draw_panel, head, panels, tightened
from cards.kinds.rooms.coming import coming, next_change
from cards.kinds.rooms.facade import draw_facade
from cards.kinds.rooms.facts import Booking, RoomsFacts
from cards.kinds.rooms.row import booking_row
from cards.kinds.rows import Grid, Wish, grid
from cards.model import Card, Language
from cards.parts import headline
from cards.sheet import Sheet
from cards.words import date_text, sentence_case

_ENOUGH: Final = 3


def draw(sheet: Sheet, card: Card, language: Language) -> None:
    """Draw `card` on `sheet`. Raises TitleTooLongError."""
    facts = card.facts
    assert isinstance(facts, RoomsFacts)
    bookings = coming(facts, sheet.now)
    sheet.holds_until(next_change(bookings, sheet.now))
    title = card.text(language).title.strip() or sheet.phrase("title")
    line = facts.house.strip() or sentence_case(date_text(sheet.now.date(), language))
    panel, words, rows = _plan(sheet, card, bookings, (sheet.phrase("chip"), title, line))
    sheet.fill(sheet.all, sheet.colours.ground)
    ground = draw_panel(sheet, panel, words, partial(_facade, panel, words))
    shown = rows.rows if rows else ()
    if rows is not None:
        rows.draw(sheet)
    else:
        _nothing(sheet, panel)
    if any(row.lost for row in shown):
        sheet.drop("who")
    sheet.show_rows(len(shown), len(bookings))
    draw_foot(sheet, panel, ground)


def _facade(panel: Panel, words: Head, sheet: Sheet, box: Box, _deep_px: float) -> None:
    """The house under the words; beside them, and larger, where the panel lies across the card."""
    wide = max(words.title.width_px, words.line.width_px if words.line else 0)
    left = sheet.safe.left + wide + sheet.px(24)
    if panel.above and panel.box.right - left >= sheet.px(300):
        beside = Box(left, sheet.safe.top, panel.box.right - sheet.px(24), panel.box.bottom)
        draw_facade(sheet, beside, panel.box)
    else:
        draw_facade(sheet, box)


def _plan(
    sheet: Sheet, card: Card, bookings: tuple[Booking, ...], texts: tuple[str, str, str]
) -> tuple[Panel, Head, Grid[BlockRow] | None]:
    """The first panel beside which enough rows stand, else the one beside which most do."""
    found: list[tuple[Panel, Head, Grid[BlockRow] | None]] = []
    for last_resort in (False, True):
        for panel in panels(sheet):
            words = close_head(sheet, panel, texts) if last_resort else head(sheet, panel, texts, sheet.px(98))
            if words is None:
                continue
            tight = tightened(sheet, panel, words)
            rows = _rows(sheet, bookings, tight.rows)
            shown = len(rows.rows) if rows else 0
            if shown >= min(len(bookings), _ENOUGH):
                return tight, words, rows
            if rows is not None:
                found.append((tight, words, rows))
        if found:
            return max(found, key=lambda plan: len(plan[2].rows) if plan[2] else 0)
    raise TitleTooLongError(f"card {card.id} has no room for its title", screen=sheet.screen.name)


def _rows(sheet: Sheet, bookings: tuple[Booking, ...], box: Box) -> Grid[BlockRow] | None:
    """The rows with who meets, else, where too few of them stand, without."""
    floor = max(sheet.sizes.body_floor, sheet.px(46))
    few = {1: 1.5, 2: 1.4, 3: 1.24}.get(len(bookings), 1.0)
    largest = max(floor, sheet.px(56 if sheet.shape == "portrait" else 50) * few)

    gaps = (0.5 if sheet.sizes.reach < 1.3 else 0.36, 0.78)
    found = [
        grid(
            partial(_row, sheet, bookings, whole),
            len(bookings),
            box,
            Wish(largest, floor, sheet.sizes.body_floor, gaps),
        )
        for whole in (True, False)
    ]
    return max((rows for rows in found if rows), key=lambda rows: min(len(rows.rows), _ENOUGH), default=None)


def _row(
    sheet: Sheet, bookings: tuple[Booking, ...], whole: bool, index: int, width: float, size: float
) -> BlockRow | None:
    return booking_row(sheet, bookings[index], width, size, whole=whole)


def _nothing(sheet: Sheet, panel: Panel) -> None:
    """The house is quiet: said in a sentence."""
    rows = panel.rows
    said = headline(
        sheet,
        sheet.phrase("none"),
        (rows.width, rows.height),
        largest=sheet.px(104),
        style=STRONG,
        floor=sheet.sizes.body_floor,
    )
    if said is not None:
        sheet.place(said, rows.left, rows.top + (rows.height - said.height_px) * 0.36, sheet.colours.ink)
