"""How an agenda is drawn: a dark panel with hills and what the card covers, then the events, the nearest first.

An event that finds no room goes to the next card (`cards.splitting`). On a far screen the panel lies across the top,
and what is left out goes in this order: the hills, the dates under the headline, the chip.
"""

from typing import Final

from cards.errors import TitleTooLongError
from cards.fonts import BODY, STRONG
from cards.geometry import Box
from cards.kinds.agenda.coming import coming, next_change
from cards.kinds.agenda.facts import AgendaEvent, AgendaFacts
from cards.kinds.agenda.row import event_row
from cards.kinds.blockrow import BlockRow
from cards.kinds.panel import Head, Panel, close_head, draw_foot, draw_hills, draw_panel, head, panels, tightened
from cards.kinds.rows import Grid, Wish, grid
from cards.model import Card, Language
from cards.parts import body_lines, headline
from cards.sheet import Sheet
from cards.words import date_span

_ENOUGH: Final = 3
"""So many rows make a good card: a panel that leaves room for them is not given up for one more."""

_WEEK_DAYS: Final = 7


def draw(sheet: Sheet, card: Card, language: Language) -> None:
    """Draw `card` on `sheet`. Raises TitleTooLongError."""
    facts = card.facts
    assert isinstance(facts, AgendaFacts)
    events = coming(facts, sheet.now)
    sheet.holds_until(next_change(events, sheet.now))
    texts = (sheet.phrase("chip"), _title(sheet, card, events, language), _dates(sheet, events, language))
    sheet.fill(sheet.all, sheet.colours.ground)
    if not events:
        _nothing(sheet, card, texts)
        return
    panel, words, rows = _plan(sheet, card, events, texts)
    ground = draw_panel(sheet, panel, words, draw_hills)
    rows.draw(sheet)
    if any(row.lost for row in rows.rows):
        sheet.drop("place")
    sheet.show_rows(len(rows.rows), len(events))
    draw_foot(sheet, panel, ground)


def _title(sheet: Sheet, card: Card, events: tuple[AgendaEvent, ...], language: Language) -> str:
    own = card.text(language).title.strip()
    if own:
        return own
    last = max((sheet.local(event.start).date() for event in events), default=sheet.now.date())
    return sheet.phrase("title_week" if (last - sheet.now.date()).days <= _WEEK_DAYS else "title")


def _dates(sheet: Sheet, events: tuple[AgendaEvent, ...], language: Language) -> str:
    """From the first day that the card still has to the last."""
    if not events:
        return ""
    days = [max(sheet.local(event.start).date(), sheet.now.date()) for event in events]
    return date_span(min(days), max(days), language)


def _plan(
    sheet: Sheet, card: Card, events: tuple[AgendaEvent, ...], texts: tuple[str, str, str]
) -> tuple[Panel, Head, Grid[BlockRow]]:
    """The first panel beside which enough rows stand, else the one beside which most do."""
    found: list[tuple[Panel, Head, Grid[BlockRow]]] = []
    for last_resort in (False, True):
        for panel in panels(sheet):
            words = close_head(sheet, panel, texts) if last_resort else head(sheet, panel, texts, sheet.px(98))
            if words is None:
                continue
            tight = tightened(sheet, panel, words)
            rows = _rows(sheet, events, tight.rows)
            if rows is None:
                continue
            if len(rows.rows) >= min(len(events), _ENOUGH):
                return tight, words, rows
            found.append((tight, words, rows))
        if found:
            return max(found, key=lambda plan: len(plan[2].rows))
    raise TitleTooLongError(f"card {card.id} has no room for its title", screen=sheet.screen.name)


def _rows(sheet: Sheet, events: tuple[AgendaEvent, ...], box: Box) -> Grid[BlockRow] | None:
    """As many events as stand in `box`; in two columns on a bar, where that shows more and keeps them flat."""
    floor = max(sheet.sizes.body_floor, sheet.px(46))
    few = {1: 1.6, 2: 1.5, 3: 1.24}.get(len(events), 1.0)
    largest = max(floor, sheet.px(56 if sheet.shape == "portrait" else 50) * few)

    def make(index: int, width: float, size: float) -> BlockRow | None:
        return event_row(sheet, events[index], width, size)

    gaps = (0.5 if sheet.sizes.reach < 1.3 else 0.36, 0.78)
    one = grid(make, len(events), box, Wish(largest, floor, sheet.sizes.body_floor, gaps))
    if sheet.shape != "bar" or (one and len(one.rows) == len(events)):
        return one
    two = grid(
        make, len(events), box, Wish(max(floor, sheet.px(50)), floor, sheet.sizes.body_floor, gaps, 2, sheet.px(56))
    )
    flat = two is not None and all(row.flat for row in two.rows)
    return two if two and flat and (one is None or len(two.rows) > len(one.rows)) else one


def _nothing(sheet: Sheet, card: Card, texts: tuple[str, str, str]) -> None:
    """Nothing is planned: said in a sentence, so that the card is true until it leaves."""
    sheet.show_rows(0, 0)
    for panel in panels(sheet):
        words = head(sheet, panel, texts, sheet.px(98)) or close_head(sheet, panel, texts)
        rows = panel.rows
        said = headline(
            sheet,
            sheet.phrase("none"),
            (rows.width, rows.height),
            largest=sheet.px(112),
            style=STRONG,
            floor=sheet.sizes.body_floor,
        )
        if words is None or said is None:
            continue
        ground = draw_panel(sheet, panel, words, draw_hills)
        top = rows.top + (rows.height - said.height_px) * 0.36
        end = sheet.place(said, rows.left, top, sheet.colours.ink).bottom + sheet.px(48)
        told = body_lines(sheet, card.text(sheet.language).body, rows.width, rows.bottom - end, style=BODY)
        if told is not None:
            sheet.place(told, rows.left, end, sheet.colours.soft)
        draw_foot(sheet, panel, ground)
        return
    raise TitleTooLongError(f"card {card.id} has no room for its title", screen=sheet.screen.name)
