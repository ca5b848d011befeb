"""How library tips are drawn: shelves of books on a panel, then the titles with a drawn cover each.

What finds no room is left out in this order: the reasons, the shelves, the line under the headline, the chip; a title
that still finds none goes to the next card.
"""

from functools import partial
from typing import Final

from cards.errors import TitleTooLongError
from cards.fonts import STRONG
from cards.geometry import Box
from cards.kinds.panel import Head, Panel, close_head, draw_foot, draw_panel, head, panels, tightened
from cards.kinds.rows import Grid, Wish, grid
from cards.kinds.tips.books import draw_shelves
from cards.kinds.tips.coming import coming
from cards.kinds.tips.facts import Tip, TipsFacts
from cards.kinds.tips.row import TipRow, tip_row
from cards.model import Card, Language
from cards.parts import headline
from cards.sheet import Sheet

_ENOUGH: Final = 2
_MOST: Final = {"landscape": 3, "bar": 3, "square": 3, "portrait": 5}
"""So many titles a passer-by takes in; a tall screen has room for more."""


def draw(sheet: Sheet, card: Card, language: Language) -> None:
    """Draw `card` on `sheet`. Raises TitleTooLongError."""
    facts = card.facts
    assert isinstance(facts, TipsFacts)
    tips, text = coming(facts, sheet.now), card.text(language)
    texts = (sheet.phrase("chip"), text.title.strip() or sheet.phrase("title"), text.body)
    panel, words, rows = _plan(sheet, card, tips, texts)
    sheet.fill(sheet.all, sheet.colours.ground)
    ground = draw_panel(sheet, panel, words, draw_shelves)
    shown = rows.rows if rows else ()
    if rows is not None:
        rows.draw(sheet)
    else:
        _nothing(sheet, panel.rows)
    if not all(row.whole for row in shown):
        sheet.drop("why")
    if text.body.strip() and words.line is None:
        sheet.drop("body")
    sheet.show_rows(len(shown), len(tips))
    draw_foot(sheet, panel, ground)


def _plan(
    sheet: Sheet, card: Card, tips: tuple[Tip, ...], texts: tuple[str, str, str]
) -> tuple[Panel, Head, Grid[TipRow] | None]:
    """The first panel beside which enough titles stand, with their reasons if it goes; else the one with most."""
    found: list[tuple[Panel, Head, Grid[TipRow] | None]] = []
    for reasoned, last_resort in ((True, False), (False, False), (True, True), (False, True)):
        for panel in panels(sheet):
            words = close_head(sheet, panel, texts) if last_resort else head(sheet, panel, texts, sheet.px(98))
            if words is None:
                continue
            tight = tightened(sheet, panel, words)
            rows = _rows(sheet, tips, tight.rows, reasoned=reasoned)
            if len(rows.rows if rows else ()) >= min(len(tips), _ENOUGH):
                return tight, words, rows
            if rows is not None:
                found.append((tight, words, rows))
    if not found:
        raise TitleTooLongError(f"card {card.id} has no room for its title", screen=sheet.screen.name)
    return max(found, key=lambda plan: len(plan[2].rows) if plan[2] else 0)


def _rows(sheet: Sheet, tips: tuple[Tip, ...], box: Box, *, reasoned: bool) -> Grid[TipRow] | None:
    """As many titles as stand in `box`; side by side on a bar."""
    floor = max(sheet.sizes.body_floor, sheet.px(46))
    largest = max(floor, sheet.px(60) * {1: 1.6, 2: 1.25}.get(len(tips), 1.0))
    make = partial(_row, sheet, tips, reasoned)
    gaps = (0.7 if sheet.sizes.reach < 1.3 else 0.44, 1.3)
    most = _MOST[sheet.shape]
    one = grid(make, len(tips), box, Wish(largest, floor, sheet.sizes.body_floor, gaps, most=most))
    if sheet.shape != "bar" or len(tips) < 2:
        return one
    columns = min(len(tips), 2)
    side = grid(
        make, len(tips), box, Wish(largest, floor, sheet.sizes.body_floor, gaps, columns, sheet.px(64), most=most)
    )
    return side if side and (one is None or len(side.rows) > len(one.rows)) else one


def _row(sheet: Sheet, tips: tuple[Tip, ...], reasoned: bool, index: int, width: float, size: float) -> TipRow | None:
    return tip_row(sheet, tips[index], width, size, reasoned=reasoned)


def _nothing(sheet: Sheet, rows: Box) -> None:
    """No title yet: said in a sentence."""
    said = headline(
        sheet,
        sheet.phrase("none"),
        (rows.width, rows.height),
        largest=sheet.px(96),
        style=STRONG,
        floor=sheet.sizes.body_floor,
    )
    if said is not None:
        sheet.place(said, rows.left, rows.top + (rows.height - said.height_px) * 0.36, sheet.colours.ink)
