"""Two languages at once: each has half of the card, at the same size; what needs no translation stands once, across.

A kind that can be told like this has a `pair.py` with `pair(sheet, card, languages) -> Pair | None`. Where both texts
find no room at a size that is read, and for kinds without a `pair.py`, the languages come in turn.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, NamedTuple

from cards.fitting import Align, Block
from cards.fonts import BODY, BODY_STRONG, HEADLINE, STRONG, Style
from cards.geometry import Box
from cards.kinds.feet import day_and_clock
from cards.model import Language
from cards.parts import chip, chip_height, foot_line, foot_top, footer
from cards.sheet import Sheet
from cards.words import words

_FIGURE: Final = Style("display", 800, ("case",))


class Half(NamedTuple):
    """What one language says. `day` and `date` stand beside the figure that both share."""

    language: Language
    chip: str
    title: str
    told: str = ""
    day: str = ""
    date: str = ""


class Pair(NamedTuple):
    """Both halves with their grounds, and the band across: a figure and a line that no language needs of its own."""

    halves: tuple[Half, Half]
    grounds: tuple[str, str]
    ink: str
    chips: tuple[str, str]
    band: tuple[str, str, str, str] = ("", "", "", "")
    """Colours: the band, the figure on it, its strong text, its plain text."""
    figure: str = ""
    once: str = ""
    stripes: tuple[str, str] | None = None
    """Dark and light of the stripes along the edges."""
    framed: bool = False
    """Whether the lower edge is striped too."""


class _Set(NamedTuple):
    """Texts of both halves at one size."""

    titles: tuple[Block, Block]
    told: tuple[Block | None, Block | None]

    @property
    def titles_px(self) -> float:
        return max(block.height_px for block in self.titles)

    @property
    def told_px(self) -> float:
        return max((block.height_px for block in self.told if block), default=0.0)


class _Band(NamedTuple):
    """The band before it is drawn; in one row, or with the days under the figure."""

    figure: Block
    days: tuple[tuple[Block, Block | None], ...]
    once: Block | None
    height: float
    stacked: bool


@contextmanager
def speaking(sheet: Sheet, language: Language) -> Iterator[None]:
    """For a while the sheet says and hyphenates in `language`; it goes on reading from the side that it did."""
    before = sheet.language, sheet.words
    sheet.language, sheet.words = language, words(language)
    try:
        yield
    finally:
        sheet.language, sheet.words = before


def draw_pair(sheet: Sheet, pair: Pair) -> bool:
    """Draw both languages. False (and nothing drawn) where they do not fit at sizes that are read."""
    boxes = _boxes(sheet, pair)
    band = _band(sheet, pair)
    if pair.figure and band is None:
        return False
    for told in (True, False):
        texts = _texts(sheet, pair, boxes, band, told=told)
        if texts is not None:
            _draw(sheet, pair, boxes, band, texts)
            if not told and any(half.told for half in pair.halves):
                sheet.drop("body")
            return True
    return False


def _edge(sheet: Sheet, pair: Pair) -> float:
    return sheet.px(40 if sheet.shape != "bar" else 20) if pair.stripes else 0.0


def _boxes(sheet: Sheet, pair: Pair) -> tuple[Box, Box]:
    """Where each half's words stand, from its chip to its last line."""
    safe, gap, edge = sheet.safe, sheet.px(72 if sheet.shape != "bar" else 40), _edge(sheet, pair)
    top = max(safe.top, edge + sheet.px(56 if sheet.shape != "bar" else 20))
    low = foot_top(sheet) - sheet.px(56 if sheet.shape != "bar" else 20) - (edge if pair.framed else 0)
    if sheet.shape in ("portrait", "square"):
        middle = (edge + sheet.height) / 2
        return Box(safe.left, top, safe.right, middle), Box(safe.left, middle, safe.right, low)
    if sheet.shape == "bar":
        column = sheet.width * 0.2 / 2 if pair.figure else 0
        middle = sheet.width / 2
        left = Box(safe.left, top, middle - column - gap, low)
        return left, Box(middle + column + gap, top, safe.right, low)
    middle = sheet.width / 2
    return Box(safe.left, top, middle - gap, low), Box(middle + gap, top, safe.right, low)


def _texts(sheet: Sheet, pair: Pair, boxes: tuple[Box, Box], band: _Band | None, *, told: bool) -> _Set | None:
    """Titles and sentences of both at one size each. None when they find no room."""
    sizes, gap = sheet.sizes, _gap(sheet)
    rooms = [_room(sheet, box, band) for box in boxes]
    under: list[Block | None] = [None, None]
    if told and any(half.told for half in pair.halves):
        found = _same(
            sheet,
            [(half.language, half.told) for half in pair.halves],
            BODY,
            [(box.width, room) for box, room in zip(boxes, rooms, strict=True)],
            (max(sheet.px(50), sizes.body), sizes.body_floor),
            (3, 1.22),
        )
        if found is None:
            return None
        under = found
    left = [room - (block.height_px + gap if block else 0) for room, block in zip(rooms, under, strict=True)]
    titles = _same(
        sheet,
        [(half.language, half.title) for half in pair.halves],
        HEADLINE,
        [(box.width, high) for box, high in zip(boxes, left, strict=True)],
        (max(sheet.px(104 if pair.figure else 128), sizes.headline_floor), sizes.headline_floor),
        (4, 1.06),
    )
    if titles is None or titles[0] is None or titles[1] is None:
        return None
    return _Set((titles[0], titles[1]), (under[0], under[1]))


def _room(sheet: Sheet, box: Box, band: _Band | None) -> float:
    """The height for headline and sentence in a half: under its chip, and clear of the band."""
    room = box.height - chip_height(sheet) - _gap(sheet)
    if band is None:
        return room - (_gap(sheet) if sheet.shape in ("portrait", "square") else 0)
    if sheet.shape == "landscape":
        return room - band.height - _gap(sheet)
    if sheet.shape == "bar":
        return room
    return room - band.height / 2 - _gap(sheet)


def _gap(sheet: Sheet) -> float:
    return sheet.px(52 if sheet.shape != "bar" else 22)


def _same(
    sheet: Sheet,
    texts: list[tuple[Language, str]],
    style: Style,
    boxes: list[tuple[float, float]],
    size_px: tuple[float, float],
    lines_leading: tuple[int, float],
) -> list[Block | None] | None:
    """Both texts at the size that the longer one allows, on the same number of lines where that can be."""
    lines, leading = lines_leading
    size = size_px[0]
    for (language, text), box in zip(texts, boxes, strict=True):
        if text:
            with speaking(sheet, language):
                block = sheet.fit(text, style, box, (size, size_px[1]), lines=lines, leading=leading)
            if block is None:
                return None
            size = block.size_px
    blocks: list[Block | None] = []
    for (language, text), box in zip(texts, boxes, strict=True):
        with speaking(sheet, language):
            blocks.append(sheet.fit(text, style, box, (size, size), lines=lines, leading=leading) if text else None)
    most = max((len(block.lines) for block in blocks if block), default=0)
    for index, block in enumerate(blocks):
        if block is not None and len(block.lines) < most:
            with speaking(sheet, texts[index][0]):
                blocks[index] = _parted(sheet, texts[index][1], block, boxes[index], most, leading)
    return blocks


def _parted(sheet: Sheet, text: str, block: Block, box: tuple[float, float], most: int, leading: float) -> Block:
    """`text` on `most` lines of its size if it has the words for it, else as it is."""
    for share in (0.92, 0.84, 0.76, 0.68, 0.6, 0.52):
        size = (block.size_px, block.size_px)
        narrow = sheet.fit(text, block.style, (box[0] * share, box[1]), size, lines=most, leading=leading)
        if narrow is not None and len(narrow.lines) == most and not narrow.hyphenated:
            return narrow
    return block


def _band(sheet: Sheet, pair: Pair) -> _Band | None:
    """The band: the figure in its middle, each language's day at its own side. None without room, or a figure."""
    if not pair.figure:
        return None
    sizes, bar = sheet.sizes, sheet.shape == "bar"
    wide = sheet.width * 0.2 - sheet.px(24) if bar else sheet.safe.width - 2 * sheet.px(48)
    stacked = bar or sheet.shape == "portrait"
    figure_px = max(sheet.px(160 if not bar else 120), sizes.headline_floor)
    most = wide if stacked else wide * 0.4
    figure = sheet.fit(pair.figure, _FIGURE, (most, sheet.height), (figure_px, sizes.body_floor), lines=1)
    if figure is None:
        return None
    side = wide / 2 - sheet.px(24) if stacked and not bar else wide
    side = side if stacked else (wide - figure.width_px) / 2 - sheet.px(40)
    days = _days(sheet, pair, side)
    if days is None:
        return None
    once = sheet.fit(pair.once, BODY, (wide, sheet.height), (sizes.body, sizes.body_floor), lines=2)
    if pair.once and once is None and not bar:
        return None
    pad, step = sheet.px(36), sizes.body * 1.35
    beside = max((step if plain else 0) + strong.size_px for strong, plain in days) if days else 0.0
    inner = figure.size_px * 0.72 + sheet.px(48) + beside if stacked else max(figure.size_px * 0.72, beside)
    height = inner + 2 * pad + (once.height_px + sheet.px(28) if once and not bar else 0)
    return _Band(figure, days, None if bar else once, height, stacked)


def _days(sheet: Sheet, pair: Pair, width: float) -> tuple[tuple[Block, Block | None], ...] | None:
    """Each language's day and date in `width`, at one size each. None when a day finds no room."""
    sizes = sheet.sizes
    rooms = [(width, float(sheet.height))] * 2
    days = [(half.language, half.day) for half in pair.halves]
    dates = [(half.language, half.date) for half in pair.halves]
    strong = _same(sheet, days, STRONG, rooms, (sizes.strong, sizes.body_floor), (1, 1.0))
    plain = _same(sheet, dates, BODY, rooms, (sizes.body, sizes.body_floor), (1, 1.0)) or [None, None]
    if strong is None:
        return None
    return tuple((day, date) for day, date in zip(strong, plain, strict=True) if day is not None)


def _draw(sheet: Sheet, pair: Pair, boxes: tuple[Box, Box], band: _Band | None, texts: _Set) -> None:
    standing = sheet.shape in ("portrait", "square")
    edge = _edge(sheet, pair)
    sheet.fill(sheet.all, pair.grounds[0])
    other = Box(0, boxes[1].top, sheet.width, sheet.height)
    if not standing:
        other = Box(sheet.width / 2, 0, sheet.width, sheet.height)
    sheet.fill(other, pair.grounds[1])
    if pair.stripes:
        step = sheet.px(56)
        sheet.stripes(Box(0, 0, sheet.width, edge), *pair.stripes, step)
        if pair.framed:
            sheet.stripes(Box(0, sheet.height - edge, sheet.width, sheet.height), *pair.stripes, step)
    lift = edge if pair.framed else 0
    for index, (half, box) in enumerate(zip(pair.halves, boxes, strict=True)):
        _half(sheet, pair, half, box, band, texts, index)
    if band is not None:
        _draw_band(sheet, pair, boxes, band, texts)
    whole = standing or pair.grounds[0] == pair.grounds[1]
    link = sheet.card.link
    place = link.short if link and link.short else None
    if link is not None and not link.short:
        sheet.drop("link")
    if whole:
        footer(sheet, ink=pair.ink, soft=pair.ink, ground=pair.grounds[1], place=place, lift=lift)
        return
    footer(sheet, right=boxes[0].right, ink=pair.ink, soft=pair.ink, ground=pair.grounds[0], day=False, clock=False)
    left = boxes[1].left
    if place:
        at = sheet.line(place, BODY_STRONG, sheet.sizes.label, left, foot_line(sheet), pair.ink, role="label")
        left = at.right + sheet.px(32)
    day_and_clock(sheet, left, pair.ink, pair.ink, pair.grounds[1])


def _half(sheet: Sheet, pair: Pair, half: Half, box: Box, band: _Band | None, texts: _Set, index: int) -> None:
    """One language: chip, headline, and its sentence over or under the band."""
    away = words(half.language).right_to_left is not sheet.mirrored
    x: float = box.right if away else box.left
    align: Align = "right" if away else "left"
    top = box.top
    if sheet.shape in ("portrait", "square") and index == 1:
        top += (band.height / 2 if band else 0) + _gap(sheet)
    with speaking(sheet, half.language):
        end = chip(sheet, half.chip, x, top, *pair.chips, right=away).bottom
        title, told = texts.titles[index], texts.told[index]
        low = sheet.place(title._replace(align=align), x, end + _gap(sheet), pair.ink, "headline").bottom
        if told is not None:
            below = low + _gap(sheet)
            if band is not None and sheet.shape == "landscape":
                below = box.bottom - texts.told_px
            sheet.place(told._replace(align=align), x, below, pair.ink)


def _draw_band(sheet: Sheet, pair: Pair, boxes: tuple[Box, Box], band: _Band, texts: _Set) -> None:
    """The band across both halves, or between them on a bar."""
    ground, figure_ink, strong_ink, _ = pair.band
    pad, middle = sheet.px(36), sheet.width / 2
    box = _band_box(sheet, pair, boxes, band, texts)
    bar = sheet.shape == "bar"
    sheet.fill(box, ground, 0 if bar else sheet.px(32))
    y = box.top + pad + ((box.height - band.height * 1.15) / 2 if bar else 0)
    once_px = band.once.height_px + sheet.px(28) if band.once else 0
    inner = band.height - 2 * pad - once_px
    high = band.figure.size_px
    sheet.stand(
        band.figure._replace(align="center"),
        middle,
        y + (high * 0.71 if band.stacked else (inner + high * 0.7) / 2),
        figure_ink,
    )
    _draw_days(sheet, pair, band, box, y + (high * 0.72 + sheet.px(48) if band.stacked else 0), inner)
    if band.once is not None:
        sheet.place(band.once._replace(align="center"), middle, box.bottom - pad - band.once.height_px, strong_ink)


def _band_box(sheet: Sheet, pair: Pair, boxes: tuple[Box, Box], band: _Band, texts: _Set) -> Box:
    if sheet.shape == "bar":
        column = sheet.width * 0.2
        return Box((sheet.width - column) / 2, _edge(sheet, pair), (sheet.width + column) / 2, sheet.height)
    top = boxes[1].top - band.height / 2
    if sheet.shape == "landscape":
        low = boxes[0].bottom - (texts.told_px + _gap(sheet) if texts.told_px else 0)
        high = boxes[0].top + chip_height(sheet) + _gap(sheet) * 2 + texts.titles_px
        top = low - band.height - max(0.0, low - band.height - high) * 0.35
    return Box(sheet.safe.left, top, sheet.safe.right, top + band.height)


def _draw_days(sheet: Sheet, pair: Pair, band: _Band, box: Box, top: float, inner: float) -> None:
    """Each language's day at its own side of the figure, or under it."""
    step, (strong_ink, plain_ink) = sheet.sizes.body * 1.35, pair.band[2:]
    for index, (strong, plain) in enumerate(band.days):
        if sheet.shape == "bar":
            first = top + strong.size_px * (0.7 + index * 1.3)
            sheet.stand(strong._replace(align="center"), sheet.width / 2, first, strong_ink)
            continue
        align: Align = "right" if index else "left"
        x = box.right - sheet.px(48) if index else box.left + sheet.px(48)
        lines = strong.size_px * 0.7 + (step if plain else 0)
        first = top + strong.size_px * 0.7 + (0 if band.stacked else (inner - lines) / 2)
        sheet.stand(strong._replace(align=align), x, first, strong_ink)
        if plain is not None:
            sheet.stand(plain._replace(align=align), x, first + step, plain_ink)
