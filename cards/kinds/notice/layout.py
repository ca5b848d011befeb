"""How a notice is laid out: yellow under a dark stripe, the headline, and a pale panel with when, why and what to do.

A work that is over stands on the pale ground without the stripe. What finds no room is left out in this order: the
sentence, the reason, the QR code, the advice. When it happens always stands.
"""

from typing import Final, NamedTuple

from cards.codes import panel_px
from cards.errors import TitleTooLongError
from cards.fitting import Block
from cards.fonts import BODY_STRONG, STRONG
from cards.geometry import Box
from cards.kinds.notice.facts import NoticeFacts
from cards.kinds.notice.stage import Stage, stage_of
from cards.model import Card, Language, Link
from cards.parts import body_lines, chip, chip_height, foot_top, footer, headline, stack
from cards.sheet import Sheet
from cards.words import listed, relative_day, sentence_case, time_text, when_text

_LINES: Final = 3
_ROW_GAP: Final = 64


class Fact(NamedTuple):
    """One column of the panel."""

    label: str
    text: str
    field: str


class Panel(NamedTuple):
    """The panel before it is drawn: its columns (or rows), each with its width, and the QR code's side."""

    facts: tuple[tuple[Fact, Block, float], ...]
    height: float
    code: float
    rows: bool


def draw(sheet: Sheet, card: Card, language: Language) -> None:
    """Draw the notice. Raises TitleTooLongError."""
    facts = card.facts
    assert isinstance(facts, NoticeFacts)
    for moment in (facts.start, facts.end, facts.over):
        sheet.holds_until(moment)
    stage = stage_of(facts, sheet.now)
    over = stage is Stage.OVER
    colours = sheet.colours
    ground, plate = (colours.panel, colours.ground) if over else (colours.ground, colours.panel)
    sheet.fill(sheet.all, ground)
    stripe = 0.0 if over else sheet.px(40)
    if not over:
        sheet.stripes(Box(0, 0, sheet.width, stripe), colours.extra["stripe"], colours.ground, sheet.px(56))
    top = max(sheet.safe.top, stripe + sheet.px(64)) if sheet.shape != "bar" else sheet.safe.top + stripe * 0.4
    chip(sheet, _sort(sheet, facts, stage), sheet.safe.left, top)
    bottom = foot_top(sheet) - sheet.px(52 if sheet.shape != "bar" else 24)
    title_top = top + chip_height(sheet) + sheet.px(52 if sheet.shape != "bar" else 20)
    panels = _panels(sheet, card, _facts(sheet, card, facts, stage, language))
    floors = (
        sheet.sizes.headline_floor,
        (sheet.sizes.headline_floor + sheet.sizes.body_floor) / 2,
        sheet.sizes.body_floor,
    )
    tries = [(panel, floors[0]) for panel in panels] + [(panel, floor) for floor in floors[1:] for panel in panels[-1:]]
    for panel, floor in tries:
        room = bottom - panel.height - sheet.px(56 if sheet.shape != "bar" else 20) - title_top
        largest = max(sheet.px(132 if sheet.shape != "portrait" else 140), floors[0])
        title = headline(
            sheet, card.text(language).title, (sheet.safe.width, room), floor=floor, lines=4, largest=largest
        )
        if title is not None:
            _set(sheet, card, language, title, title_top, room, panel, bottom, plate, over)
            spoken = card.link.short if card.link and not (panel.rows and panel.code) else ""
            footer(sheet, ground=ground, place=spoken or None)
            return
    title = headline(
        sheet, card.text(language).title, (sheet.safe.width, bottom - title_top), floor=sheet.sizes.body_floor, lines=9
    )
    if title is None:
        raise TitleTooLongError(f"card {card.id} has no room for its title", screen=sheet.screen.name)
    sheet.drop("when")
    sheet.place(title, sheet.safe.left, title_top, colours.ink, "headline")
    footer(sheet, ground=ground)


def _sort(sheet: Sheet, facts: NoticeFacts, stage: Stage) -> str:
    if stage is Stage.OVER:
        return sheet.phrase("chip_over")
    if facts.acute:
        return sheet.phrase("chip_acute")
    names = {Stage.PLANNED: "chip_planned", Stage.GOING_ON: "chip_going_on", Stage.LATE: "chip_late"}
    return sheet.phrase(names[stage])


def _when(sheet: Sheet, facts: NoticeFacts, stage: Stage, language: Language) -> str:
    """When it is, was meant to end, or ended; and when the next word comes where no end is known."""
    words, now = sheet.words, sheet.now
    start = sheet.local(facts.start)
    end = sheet.local(facts.end) if facts.end else None
    if stage is Stage.OVER:
        assert facts.over is not None
        done = sheet.local(facts.over)
        return sheet.phrase("done_at", when=f"{relative_day(now, done.date(), language)} {time_text(done, language)}")
    if stage is Stage.LATE:
        assert end is not None
        said = sheet.phrase(
            "was_planned_until", when=f"{relative_day(now, end.date(), language)} {time_text(end, language)}"
        )
    elif end is None and stage is Stage.GOING_ON:
        since = words.since.format(time=time_text(start, language))
        said = f"{sentence_case(relative_day(now, start.date(), language))} {since}"
    else:
        said = when_text(now, start, end, language)
    if facts.next_word is not None and facts.next_word > now:
        sheet.holds_until(facts.next_word)
        word = sheet.local(facts.next_word)
        at = f"{relative_day(now, word.date(), language)} {time_text(word, language)}"
        return f"{sentence_case(said)}. {sheet.phrase('next_word', when=at)}"
    return sentence_case(said)


def _facts(sheet: Sheet, card: Card, facts: NoticeFacts, stage: Stage, language: Language) -> list[Fact]:
    """What the panel tells, in order."""
    words, text = sheet.words, card.text(language)
    found = [Fact(words.when if sheet.shape != "bar" else "", _when(sheet, facts, stage, language), "when")]
    unnamed = [area for area in facts.areas if area.casefold()[:6] not in text.title.casefold()]
    if unnamed:
        found.append(Fact(words.where, listed(facts.areas, language), "areas"))
    if facts.why:
        found.append(Fact(sheet.phrase("why"), facts.why, "why"))
    advice = text.advice or (sheet.phrase("thank_you") if stage is Stage.OVER else "")
    if advice:
        found.append(Fact(sheet.phrase("think_of") if text.advice else "", advice, "advice"))
    return found


def _panels(sheet: Sheet, card: Card, facts: list[Fact]) -> list[Panel]:
    """Panels to try, the fullest first."""
    kept = [facts]
    for field in ("why", "areas", "advice"):
        left = [fact for fact in kept[-1] if fact.field != field]
        if len(left) < len(kept[-1]) and left:
            kept.append(left)
    code = panel_px(card.link.url, _side(sheet)) if card.link and sheet.shape != "bar" else 0.0
    tried = [(subset, side) for subset in kept for side in ((code, 0.0) if code else (0.0,))]
    if code:  # the advice outlives the code, the reason does not
        tried.sort(key=lambda one: (len(facts) - len(one[0])) + (1.5 if not one[1] else 0))
    return [panel for subset, side in tried if (panel := _panel(sheet, subset, side)) is not None]


def _side(sheet: Sheet) -> float:
    """The QR code's own side: larger where a standing card has the room."""
    return max(sheet.sizes.qr_side, sheet.px(230) if sheet.shape == "portrait" else 0)


def _pad(sheet: Sheet) -> float:
    return sheet.px(56 if sheet.shape != "bar" else 28)


def _panel(sheet: Sheet, facts: list[Fact], code: float) -> Panel | None:
    """The panel with `facts` at the largest size that fits, and room for a code. None when they find no room."""
    pad, sizes = _pad(sheet), sheet.sizes
    rows = sheet.shape in ("portrait", "square")
    width = sheet.safe.width - 2 * pad - (code + pad * 0.5 if code and not rows else 0)
    size = sizes.strong * (1.1 if sheet.shape == "portrait" else 1)
    while True:
        panel = _rows(sheet, facts, width, size) if rows else _columns(sheet, facts, width, size)
        if panel is not None:
            extra = code + sheet.px(32) if code and rows else 0
            height = max(panel.height + 2 * pad * 0.86, code + pad * 0.5 if not rows else 0) + extra
            return panel._replace(height=height, code=code)
        if size <= sizes.body_floor:
            return None
        size = max(sizes.body_floor, size * 0.94)


def _label_px(sheet: Sheet, fact: Fact) -> float:
    return sheet.sizes.label * 1.05 + sheet.sizes.label * 0.72 if fact.label else 0


def _columns(sheet: Sheet, facts: list[Fact], width: float, size: float) -> Panel | None:
    """The facts side by side, each as wide as its text asks for."""
    gap = sheet.px(64)
    free = width - gap * (len(facts) - 1)
    wanted = [min(sheet.width_of(fact.text, STRONG, size), free) for fact in facts]
    scale = min(1.0, free / sum(wanted))
    # Shares by the square root: a long text gets more room, a short one keeps enough for its words.
    roots = [max(want, sheet.px(280)) ** 0.62 for want in wanted]
    shares = wanted if scale == 1.0 else [free * root / sum(roots) for root in roots]
    if scale == 1.0:
        shares = [want + (free - sum(wanted)) / len(facts) for want in wanted]
    set_ = []
    for fact, share in zip(facts, shares, strict=True):
        block = sheet.fit(fact.text, STRONG, (share, sheet.height), (size, size), lines=_LINES, leading=1.16)
        if block is None:
            return None
        set_.append((fact, block, share + gap))
    label = max(_label_px(sheet, fact) for fact in facts)
    height = max(label + block.step_px * (len(block.lines) - 1) + size * 0.7 for _, block, _ in set_)
    return Panel(tuple(set_), height, 0, rows=False)


def _rows(sheet: Sheet, facts: list[Fact], width: float, size: float) -> Panel | None:
    """The facts under each other."""
    set_ = []
    for fact in facts:
        block = sheet.fit(fact.text, STRONG, (width, sheet.height), (size, size), lines=_LINES, leading=1.16)
        if block is None:
            return None
        set_.append((fact, block, width))
    gap = sheet.px(_ROW_GAP)
    parts = [_label_px(sheet, fact) + block.step_px * (len(block.lines) - 1) + size * 0.7 for fact, block, _ in set_]
    return Panel(tuple(set_), sum(parts) + gap * (len(parts) - 1), 0, rows=True)


def _set(
    sheet: Sheet,
    card: Card,
    language: Language,
    title: Block,
    top: float,
    room: float,
    panel: Panel,
    bottom: float,
    plate: str,
    over: bool,
) -> None:
    """Draw headline and panel, and the sentence between them where there is room for it."""
    colours, safe, pad = sheet.colours, sheet.safe, _pad(sheet)
    body = card.text(language).body
    shown = {fact.field for fact, _, _ in panel.facts}
    for field, value in (("advice", card.text(language).advice), ("why", getattr(card.facts, "why", ""))):
        if value and field not in shown:
            sheet.drop(field)
    told = body_lines(
        sheet, body, safe.width, room, lines=3, largest=sheet.sizes.strong * (1.1 if sheet.shape == "portrait" else 1)
    )
    spare = room - title.height_px
    if told is not None and told.height_px + sheet.px(80) <= spare:
        top += (spare - told.height_px - sheet.px(48)) * (0.3 if sheet.shape == "portrait" else 0)
        sheet.place(title, safe.left, top, colours.ink, "headline")
        sheet.place(told, safe.left, top + title.height_px + sheet.px(48), colours.ink)
    else:
        if body:
            sheet.drop("body")
        sheet.place(title, safe.left, top + min(spare * 0.35, sheet.px(48)), colours.ink, "headline")
    box = Box(safe.left, bottom - panel.height, safe.right, bottom)
    sheet.fill(box, plate, sheet.px(32))
    label_ink = colours.soft if over else colours.panel_soft
    x, y = box.left + pad, box.top + pad * 0.86
    height = panel.height - 2 * pad * 0.86
    label = max(_label_px(sheet, fact) for fact, _, _ in panel.facts)
    content = max(label + b.step_px * (len(b.lines) - 1) + b.size_px * 0.7 for _, b, _ in panel.facts)
    y += (height - content) / 2 if not panel.rows else 0
    for fact, block, wide in panel.facts:
        line = y
        if fact.label:
            sheet.line(
                fact.label,
                STRONG,
                sheet.sizes.label * 1.05,
                x,
                line + sheet.sizes.label * 0.74,
                label_ink,
                role="label",
            )
            line += _label_px(sheet, fact)
        elif not panel.rows:
            line += label
        sheet.stand(block, x, line + block.size_px * 0.7, colours.panel_ink)
        if panel.rows:
            y = line + block.size_px * 0.7 + block.step_px * (len(block.lines) - 1) + sheet.px(_ROW_GAP)
        else:
            x += wide
    if panel.code and card.link is not None:
        inset = pad * 0.25 if not panel.rows else pad * 0.6
        at = sheet.qr(card.link.url, box.right - inset, box.bottom - inset - panel.code, _side(sheet), "right")
        if panel.rows:
            _beside(sheet, card.link, Box(box.left + pad, at.top, at.left - sheet.px(24), at.bottom))
    elif card.link is not None:
        sheet.drop("link")


def _beside(sheet: Sheet, link: Link, box: Box) -> None:
    """What the code is for, and its address, in the room at its left."""
    sizes, colours = sheet.sizes, sheet.colours
    more = sheet.fit(sheet.words.read_more, STRONG, (box.width, box.height), (sizes.strong, sizes.small_floor), lines=2)
    size = (sizes.label * 1.05, sizes.small_floor)
    short = sheet.fit(link.short, BODY_STRONG, (box.width, box.height), size, lines=1) if link.short else None
    said = stack((more, 0, colours.panel_ink), (short, sizes.label * 0.75, colours.panel_ink))
    if said.blocks:
        said.draw(sheet, box.left, box.top + (box.height - said.height_px) / 2)
