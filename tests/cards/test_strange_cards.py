"""Ten thousand strange cards laid out, five hundred of them drawn: nothing outside, overlapping, unread or too small.

By hand for more: `TORGET_CARDS=200000 TORGET_SEED=0` (layouts) and `TORGET_DRAWN=10000`; a failure prints its seed,
and `TORGET_SEED=<seed> TORGET_CARDS=1` looks at that one alone.
"""

import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from multiprocessing import get_context
from pathlib import Path
from site import addsitedir

import msgspec
import pytest
from PIL import Image

import cards.sheet
from cards.compose import laid_out
from cards.errors import CardError
from cards.fonts import HEADLINE
from cards.measure import mask
from cards.model import Card
from cards.samples import samples, variants
from cards.sheet import Sheet
from cards.themes import load_theme
from tests.cards.strange import NOW, SIZES, Case, strange
from tests.cards.verdict import layout_faults, pixel_faults

LAYOUTS = int(os.environ.get("TORGET_CARDS", "10000"))
DRAWN = int(os.environ.get("TORGET_DRAWN", "500"))
FIRST = int(os.environ.get("TORGET_SEED", "0"))
PART = 125
CHECKOUT = str(Path(__file__).parents[2])


def laid(case: Case, *, paint: bool) -> Sheet | None:
    """The sheet of `case`, or None where the card is refused with its reason."""
    try:
        theme = load_theme(case.theme)
        return laid_out(case.card, case.screen, theme, case.now, case.language, case.pictures, paint=paint)
    except CardError:
        return None


def told(seed: int, case: Case, fault: str) -> str:
    screen = case.screen
    where = f"{screen.width_px}x{screen.height_px} {screen.inches:g} inches {screen.distance_m:g} m {case.theme}"
    return f"seed {seed}: {case.card.kind} {where} {case.language}: {fault}"


def layouts(seeds: range) -> list[str]:
    """What is wrong with the layouts of these seeds."""
    found = []
    for seed in seeds:
        case = strange(seed)
        try:
            sheet = laid(case, paint=False)
        except Exception as error:
            found.append(told(seed, case, f"{type(error).__name__}: {error}"))
            continue
        found += [told(seed, case, fault) for fault in layout_faults(sheet)] if sheet else []
    return found


def drawings(seeds: range) -> list[str]:
    """What is wrong with the pixels of these seeds."""
    found = []
    for seed in seeds:
        case = strange(seed)
        sheet = laid(case, paint=True)
        if sheet is not None:
            found += [told(seed, case, fault) for fault in pixel_faults(sheet, without_text(case))]
    return found


def without_text(case: Case) -> Image.Image:
    """The picture of `case` with every text left out, and the lines through those that hold no more."""
    cards.sheet.mask = lambda *of: _empty(*of)
    strike, Sheet.strike = Sheet.strike, lambda *_: None  # type: ignore[method-assign]
    try:
        sheet = laid(case, paint=True)
    finally:
        cards.sheet.mask, Sheet.strike = mask, strike  # type: ignore[method-assign]
    assert sheet is not None
    return sheet.image


def _empty(*of: object) -> object:
    drawn = mask(*of)
    return drawn._replace(image=Image.new("L", drawn.image.size))


def in_parts(judge: Callable[[range], list[str]], count: int) -> list[str]:
    """Run `judge` over all seeds, a part at a time, on every core."""
    parts = [range(start, min(start + PART, FIRST + count)) for start in range(FIRST, FIRST + count, PART)]
    # A new process knows the packages, not the tests: it is told where they are.
    with ProcessPoolExecutor(mp_context=get_context("spawn"), initializer=addsitedir, initargs=(CHECKOUT,)) as workers:
        return list(chain.from_iterable(workers.map(judge, parts)))


@pytest.mark.slow
def test_no_strange_card_breaks_its_layout() -> None:
    found = in_parts(layouts, LAYOUTS)
    assert found == [], f"{len(found)} faults\n" + "\n".join(found[:40])


@pytest.mark.slow
def test_what_is_drawn_is_read() -> None:
    found = in_parts(drawings, DRAWN)
    assert found == [], f"{len(found)} faults\n" + "\n".join(found[:40])


def test_a_layout_that_breaks_gives_way_to_the_plain_one(monkeypatch: pytest.MonkeyPatch) -> None:
    case = next(case for case in map(strange, range(400)) if case.card.kind == "event" and laid(case, paint=False))

    def broken(sheet: Sheet, card: Card, _language: str) -> None:
        sheet.line(card.sender or "Avsändare", HEADLINE, 90, sheet.safe.left, 20, sheet.colours.ink)

    monkeypatch.setattr("cards.compose.layout_of", lambda _kind: broken)
    sheet = laid(case, paint=False)
    assert sheet is not None
    assert layout_faults(sheet) == []
    assert "layout" in sheet.dropped
    assert sheet.marks[0].role == "headline"


@pytest.mark.slow
def test_the_plain_layout_is_hardly_ever_needed() -> None:
    sheets = [laid(strange(seed), paint=False) for seed in range(FIRST, FIRST + 600)]
    plainly = [sheet.card.kind for sheet in sheets if sheet is not None and "layout" in sheet.dropped]
    assert len(plainly) <= 6, plainly


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_no_sample_needs_the_plain_layout(size: tuple[int, int]) -> None:
    on = msgspec.structs.replace(strange(0).screen, width_px=size[0], height_px=size[1], inches=55.0, distance_m=3.0)
    found = []
    for name, card in {**samples(NOW), **variants(NOW)}.items():
        sheet = laid(Case(card, on, "alv", NOW, "sv", {}), paint=False)
        found += [name] if sheet is not None and "layout" in sheet.dropped else []
    assert found == []


def test_a_seed_always_gives_the_same_card() -> None:
    assert [strange(seed) for seed in range(20)] == [strange(seed) for seed in range(20)]


def test_the_verdict_sees_what_is_wrong() -> None:
    case = next(case for case in map(strange, range(400)) if case.card.kind == "event" and laid(case, paint=False))
    sheet = laid(case, paint=False)
    assert sheet is not None
    first = sheet.marks[0]
    sheet.one_line("Överallt", cards.sheet.CLOCK, 20)
    x = sheet.width - first.box.right if sheet.mirrored else first.box.left
    sheet.line("Överallt", cards.sheet.CLOCK, 20, x, first.box.bottom, "#000000")
    assert {"too", "overlap:"} <= {fault.split()[0] for fault in layout_faults(sheet)}
