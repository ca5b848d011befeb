"""How open posts are drawn: a panel with hills and the QR code to apply with, then the posts, the most urgent first.

A post that finds no room goes to the next card. On a far screen the hills, the line under the headline, the chip and
the QR code are left out, in this order.
"""

from collections.abc import Iterator
from functools import partial
from typing import Final, NamedTuple

from cards.codes import panel_px
from cards.errors import TitleTooLongError
from cards.fonts import BODY, STRONG
from cards.geometry import Box
from cards.kinds.blockrow import BlockRow
from cards.kinds.jobs.coming import coming
from cards.kinds.jobs.facts import Job, JobsFacts
from cards.kinds.jobs.row import job_row
from cards.kinds.panel import (
    Head,
    Panel,
    close_head,
    draw_foot,
    draw_hills,
    draw_panel,
    foot_begins,
    head,
    panels,
    tightened,
    words_px,
)
from cards.kinds.rows import Grid, Wish, grid
from cards.model import Card, Language
from cards.parts import headline, qr_panel, qr_panel_size, qr_row
from cards.sheet import Sheet

_ENOUGH: Final = 3
_CODE_PX: Final = 430
"""How wide the QR panel may be, its address included, in pixels of the design."""


class Plan(NamedTuple):
    """One way to set the card. `code`: where the QR code stands, with its words."""

    panel: Panel
    words: Head
    rows: Grid[BlockRow] | None
    code: Box | None


def draw(sheet: Sheet, card: Card, language: Language) -> None:
    """Draw `card` on `sheet`. Raises TitleTooLongError."""
    facts = card.facts
    assert isinstance(facts, JobsFacts)
    jobs = coming(facts, sheet.now)
    text = card.text(language)
    title = text.title.strip() or sheet.phrase("title")
    plan = _plan(sheet, card, jobs, (sheet.phrase("chip"), title, text.body))
    sheet.fill(sheet.all, sheet.colours.ground)
    ground = draw_panel(sheet, plan.panel, plan.words, draw_hills)
    shown = plan.rows.rows if plan.rows else ()
    if plan.rows is not None:
        _rules(sheet, plan.rows)
        plan.rows.draw(sheet)
    else:
        _nothing(sheet, plan.panel.rows)
    _code(sheet, plan)
    if text.body.strip() and plan.words.line is None:
        sheet.drop("body")
    if any(row.lost for row in shown):
        sheet.drop("place")
    sheet.show_rows(len(shown), len(jobs))
    draw_foot(sheet, plan.panel, ground)


def _code(sheet: Sheet, plan: Plan) -> None:
    """The QR code: on the panel's land, under the rows of a standing screen, bare at the end of a low bar."""
    link, at, label = sheet.card.link, plan.code, sheet.phrase("see_all")
    if link is None:
        return
    if at is None:
        sheet.drop("link")
    elif plan.panel.above:
        qr_row(sheet, at.left, at.top, at.width, label)
    elif at.height < _panel_px(sheet)[1]:
        sheet.qr(link.url, at.left, at.top)
    else:
        qr_panel(sheet, at.right, at.bottom, _CODE_PX * sheet.px(1), label)


def _panel_px(sheet: Sheet) -> tuple[float, float]:
    return qr_panel_size(sheet, _CODE_PX * sheet.px(1), sheet.phrase("see_all"))


def _plan(sheet: Sheet, card: Card, jobs: tuple[Job, ...], texts: tuple[str, str, str]) -> Plan:
    """The first panel beside which enough rows stand, the QR code on it; else the one beside which most do."""
    found: list[Plan] = []
    for coded, last_resort in ((True, False), (False, False), (True, True), (False, True)):
        if coded and card.link is None:
            continue
        for panel, code in _panels(sheet, coded):
            told = texts if coded else _with_address(sheet, panel, texts)
            words = close_head(sheet, panel, told) if last_resort else head(sheet, panel, told, sheet.px(98))
            if words is None or not _code_clear(sheet, panel, words, code):
                continue
            tight = tightened(sheet, panel, words)
            rows = _rows(sheet, jobs, tight.rows)
            plan = Plan(tight, words, rows, code)
            if len(rows.rows if rows else ()) >= min(len(jobs), _ENOUGH):
                return plan
            if rows is not None:
                found.append(plan)
    if not found:
        raise TitleTooLongError(f"card {card.id} has no room for its title", screen=sheet.screen.name)
    return max(found, key=lambda plan: len(plan.rows.rows) if plan.rows else 0)


def _with_address(sheet: Sheet, panel: Panel, texts: tuple[str, str, str]) -> tuple[str, str, str]:
    """`texts` with the address to type where there is no room for its QR code; it is never parted."""
    word, title, line = texts
    address = sheet.card.link.short if sheet.card.link and not line.strip() else ""
    if address and sheet.width_of(address, BODY, sheet.sizes.body_floor) <= words_px(sheet, panel):
        return word, title, address
    return texts


def _panels(sheet: Sheet, coded: bool) -> Iterator[tuple[Panel, Box | None]]:
    """The panels, each with the QR code's box; the rows make room for it where it does not stand on the panel."""
    link = sheet.card.link
    side = panel_px(link.url, sheet.sizes.qr_side) if link else 0
    wide, high = _panel_px(sheet)
    for panel in panels(sheet):
        rows = panel.rows
        if not coded:
            yield panel, None
        elif sheet.shape == "bar":
            wide, high = (wide, high) if high <= rows.height else (side, side)
            at = Box(
                rows.right - wide, rows.top + (rows.height - high) / 2, rows.right, rows.top + (rows.height + high) / 2
            )
            yield panel._replace(rows=rows._replace(right=at.left - sheet.px(56))), at
        elif panel.above:
            at = Box(rows.left, rows.bottom - side, rows.right, rows.bottom)
            yield panel._replace(rows=rows._replace(bottom=at.top - sheet.px(44))), at
        else:
            low = foot_begins(sheet, panel) - sheet.px(44)
            yield panel, Box(sheet.safe.left, low - high, sheet.safe.left + wide, low)


def _code_clear(sheet: Sheet, panel: Panel, words: Head, code: Box | None) -> bool:
    """Tell whether the QR code stands on its panel clear of the words, or leaves rows beside or over it."""
    if code is None:
        return True
    if panel.above or sheet.shape == "bar":
        return panel.rows.height > 0 and panel.rows.width > 0 and sheet.safe.holds(code, slack=1)
    inside = code.right <= panel.box.right - sheet.px(40)
    return inside and code.top >= sheet.safe.top + words.height_px + sheet.px(40)


def _rows(sheet: Sheet, jobs: tuple[Job, ...], box: Box) -> Grid[BlockRow] | None:
    floor = max(sheet.sizes.body_floor, sheet.px(46))
    few = {1: 1.6, 2: 1.4, 3: 1.24}.get(len(jobs), 1.1)
    largest = max(floor, sheet.px(58 if sheet.shape == "portrait" else 54) * few)
    make = partial(_row, sheet, jobs)
    return grid(
        make,
        len(jobs),
        box,
        Wish(largest, floor, sheet.sizes.body_floor, (0.6 if sheet.sizes.reach < 1.3 else 0.44, 1.3)),
    )


def _row(sheet: Sheet, jobs: tuple[Job, ...], index: int, width: float, size: float) -> BlockRow | None:
    return job_row(sheet, jobs[index], width, size)


def _rules(sheet: Sheet, rows: Grid[BlockRow]) -> None:
    """Thin lines between the posts."""
    half = max(1.0, sheet.px(1.5))
    for index, (_, box) in enumerate(rows.places()):
        if index:
            y = box.top - rows.gap_px / 2
            sheet.fill(Box(box.left, y - half, box.right, y + half), sheet.colours.extra["rule"])


def _nothing(sheet: Sheet, rows: Box) -> None:
    """No post is open: said in a sentence or two."""
    said = headline(
        sheet,
        sheet.phrase("none"),
        (rows.width, rows.height),
        largest=sheet.px(84),
        style=STRONG,
        floor=sheet.sizes.body_floor,
    )
    if said is not None:
        sheet.place(said, rows.left, rows.top + (rows.height - said.height_px) * 0.36, sheet.colours.ink)
