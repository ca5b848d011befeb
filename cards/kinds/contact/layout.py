"""How a person to turn to is laid out: the person at the side, and from there a bubble that says how to reach them.

What finds no room is left out in this order: the sentence, the second way to reach them, the code, the role, the
picture, when. Headline, name and the first way to reach them always stand.
"""

from typing import Final, NamedTuple

from cards.codes import panel_px
from cards.errors import WordsTooLongError
from cards.fitting import Block
from cards.fonts import BODY, BODY_STRONG, HEADLINE, STRONG
from cards.geometry import Box
from cards.kinds.contact.facts import ContactFacts
from cards.kinds.contact.portrait import portrait
from cards.kinds.contact.told import hours_said, left_to_right, now_said, ways
from cards.kinds.feet import day_and_clock, sender_lift
from cards.model import Card, Language
from cards.parts import Stack, chip, chip_height, fewest_lines, foot_line, foot_top, footer, headline, stack
from cards.sheet import Sheet

_LEAST: Final = 0.0
"""A headline no larger than a body may be: better than none."""


class Wish(NamedTuple):
    """What a plan is asked to hold beside headline, name and the first way to reach the person."""

    body: bool
    second: bool
    code: bool
    role: bool
    hours: bool
    picture: float
    """How much of the card the picture takes; 0 for none."""


class Plan(NamedTuple):
    """Everything as it is set, before anything is drawn. `name` stands on the panel, or under the headline."""

    title: Block
    head: Box
    panel: Box | None
    picture: Box | None
    name: Stack
    name_at: tuple[float, float]
    body: Block | None
    bubble: Box
    words: Stack
    code_top: float | None


def draw(sheet: Sheet, card: Card, language: Language) -> None:
    """Draw the card. Raises WordsTooLongError."""
    facts, colours = card.facts, sheet.colours
    assert isinstance(facts, ContactFacts)
    sheet.holds_until(now_said(facts, language, sheet.now)[1])
    sheet.fill(sheet.all, colours.ground)
    plan = _plan(sheet, card, facts, language)
    if plan.panel is not None and plan.picture is not None:
        sheet.fill(plan.panel, colours.panel)
        portrait(sheet, facts, plan.picture)
    chip(sheet, sheet.phrase("chip"), plan.head.left, plan.head.top)
    at = sheet.place(plan.title, plan.head.left, _title_top(sheet, plan.head), colours.ink, "headline")
    if plan.body is not None:
        sheet.place(plan.body, plan.head.left, at.bottom + _gap(sheet), colours.soft)
    plan.name.draw(sheet, *plan.name_at)
    _bubble(sheet, plan)
    if plan.code_top is not None and card.link is not None:
        sheet.qr(card.link.url, sheet.safe.right, plan.code_top, align="right")
    _foot(sheet, plan)


def _foot(sheet: Sheet, plan: Plan) -> None:
    colours = sheet.colours
    if sheet.shape == "bar":
        footer(sheet, left=plan.head.left, right=plan.head.right, place="", day=False, clock=False)
        day_and_clock(sheet, plan.bubble.left, colours.ink, colours.soft, colours.ground)
    elif sheet.shape == "landscape":
        footer(sheet, left=plan.head.left, place="" if plan.panel else None, day=plan.panel is None)
    else:
        footer(sheet)


def _pad(sheet: Sheet) -> float:
    return sheet.px(32 if sheet.shape == "bar" else 52)


def _tail(sheet: Sheet) -> float:
    return sheet.px(28 if sheet.shape == "bar" else 64 if sheet.sizes.reach < 1.5 else 40)


def _gap(sheet: Sheet) -> float:
    return sheet.px(20 if sheet.shape == "bar" else 36)


def _title_top(sheet: Sheet, head: Box) -> float:
    return head.top + chip_height(sheet) + sheet.px(20 if sheet.shape == "bar" else 44)


def _low(sheet: Sheet, width: float) -> float:
    """Where all ends that stands over a footer `width` wide."""
    return foot_top(sheet) - sender_lift(sheet, width) - sheet.px(20 if sheet.shape == "bar" else 44)


def _plan(sheet: Sheet, card: Card, facts: ContactFacts, language: Language) -> Plan:
    """The first plan that fits, the fullest before the barest. Raises WordsTooLongError."""
    coded = card.link is not None
    full = Wish(
        bool(card.text(language).body.strip()), len(ways(facts)) > 1, coded, bool(facts.role), bool(facts.hours), 1
    )
    for wish, cap in _wishes(sheet, full):
        plan = _tried(sheet, card, facts, language, wish, cap)
        if plan is not None:
            names = ("body", "email", "link", "role", "hours", "picture")
            for field, asked, there in zip(names, full, wish, strict=True):
                if asked and not there:
                    sheet.drop(field)
            return plan
    raise WordsTooLongError(f"card {card.id} has no room for how to reach the person", screen=sheet.screen.name)


def _wishes(sheet: Sheet, full: Wish) -> list[tuple[Wish, float]]:
    """`full`, and then ever less of it, each with ever smaller headlines; the smallest of all only at the end."""
    shares = {"landscape": (0.366, 0.32), "portrait": (0.38, 0.3, 0.26), "square": (0.3, 0.24), "bar": (0.2, 0.15)}
    less = [full, full._replace(body=False)]
    less.append(less[-1]._replace(second=False))
    less.append(less[-1]._replace(code=False))
    wishes = [
        (wish._replace(picture=share), cap)
        for wish in dict.fromkeys(less)
        for share in shares[sheet.shape]
        for cap in (1.0, 0.8)
    ]
    bare = less[-1]._replace(picture=0)
    for wish in dict.fromkeys([bare, bare._replace(role=False), bare._replace(role=False, hours=False)]):
        wishes += [(wish, 1.0), (wish, 0.8)]
    return [*wishes, (bare._replace(role=False), _LEAST), (bare._replace(role=False, hours=False), _LEAST)]


def _tried(sheet: Sheet, card: Card, facts: ContactFacts, language: Language, wish: Wish, cap: float) -> Plan | None:
    """The plan that holds what is wished, with a headline of at most `cap` of its largest size. None if not."""
    sizes, safe = sheet.sizes, sheet.safe
    bar, beside = sheet.shape == "bar", bool(wish.picture) and sheet.shape in ("landscape", "bar")
    head = _head(sheet, wish)
    low, top = head.bottom, _title_top(sheet, head)
    floor = sizes.headline_floor if cap else sizes.body_floor
    design = {"bar": 72, "landscape": 100 if beside else 112}.get(sheet.shape, 104)
    lines = (4 if sheet.shape == "portrait" else 3) if cap else 6
    largest = max(sheet.px(design) * cap, floor)
    title = headline(
        sheet, card.text(language).title, (head.width, low - top), lines=lines, largest=largest, floor=floor
    )
    said = card.text(language).body.strip() if wish.body else ""
    body = fewest_lines(sheet, said, head.width, lines=2)
    if title is None or (said and body is None):
        return None
    end = top + title.height_px + (_gap(sheet) + body.height_px if body else 0)
    panel = _panel(sheet, wish, end)
    within = panel is not None and not bar
    picture: Box | None
    name_width = _name_width(sheet, panel, head) if within else head.width
    name = _name(sheet, facts, language, wish, name_width, within=within)
    if name is None:
        return None
    if panel is not None and within:
        name_at, picture = _on_panel(sheet, panel, name)
        start = end + sheet.px(56) if beside else panel.bottom + _tail(sheet)
    else:
        name_at, picture = (head.left, end + sheet.px(44 if not bar else 24)), panel
        start = safe.top if bar else name_at[1] + name.height_px + sheet.px(44)
        if bar and name_at[1] + name.height_px > low:
            return None
    room = Box(
        head.right + sheet.px(48) if bar else head.left, start, safe.right, low - (0 if within or bar else _tail(sheet))
    )
    plan = Plan(title, head, panel, picture, name, name_at, body, room, Stack(()), None)
    return _with_bubble(sheet, card, facts, language, wish, plan)


def _head(sheet: Sheet, wish: Wish) -> Box:
    """Where chip and headline stand: beside the picture where that is at the left, on a bar half of what is free."""
    safe, bar = sheet.safe, sheet.shape == "bar"
    beside = bool(wish.picture) and sheet.shape in ("landscape", "bar")
    left = round(sheet.width * wish.picture) + sheet.px(96 if not bar else 56) if beside else safe.left
    width = (safe.right - left) * (0.5 if bar else 1)
    return Box(left, safe.top, left + width, _low(sheet, width))


def _with_bubble(
    sheet: Sheet, card: Card, facts: ContactFacts, language: Language, wish: Wish, plan: Plan
) -> Plan | None:
    """`plan`, whose `bubble` is the room that there is, with the bubble as its words ask for. None without room."""
    room, pad, side = plan.bubble, _pad(sheet), 0
    if wish.code and card.link is not None:
        side = panel_px(card.link.url, sheet.sizes.qr_side)
        if side > room.height:
            return None
        room = room._replace(right=room.right - side - sheet.px(40))
    words = _words(sheet, facts, language, wish, (room.width - 2 * pad, room.height - 2 * pad), plan.title.size_px)
    if words is None:
        return None
    high = words.height_px + 2 * pad
    top = room.top + (room.height - high) * {"bar": 0.5, "portrait": 0.2}.get(sheet.shape, 0.4)
    code_top = None
    if room.right < plan.bubble.right:
        # Beside the middle of the bubble; the code may be higher than that.
        code_top = min(max(top + (high - side) / 2, room.top), room.bottom - side)
    return plan._replace(bubble=Box(room.left, top, room.right, top + high), words=words, code_top=code_top)


def _panel(sheet: Sheet, wish: Wish, end: float) -> Box | None:
    """Where the person stands: at the left, or across the card under the headline where it stands itself."""
    if not wish.picture:
        return None
    if sheet.shape in ("landscape", "bar"):
        return Box(0, 0, round(sheet.width * wish.picture), sheet.height)
    top = round(end + sheet.px(52))
    return Box(0, top, sheet.width, top + round(sheet.height * wish.picture))


def _name_width(sheet: Sheet, panel: Box | None, head: Box) -> float:
    """How wide name and role may be on the panel."""
    if panel is None:
        return head.width
    if sheet.shape == "landscape":
        return panel.width - sheet.safe.left - sheet.px(48)
    return sheet.safe.right - panel.width * 0.46 - sheet.px(48)


def _on_panel(sheet: Sheet, panel: Box, name: Stack) -> tuple[tuple[float, float], Box]:
    """Where name and role begin, and the room that they leave for the person: over them, or at their left."""
    if sheet.shape == "landscape":
        # On the footer's line, or higher where letters that reach below it would leave the safe area.
        low = min(foot_line(sheet), sheet.safe.bottom - name.blocks[-1][0].descent_px)
        top = low - name.height_px
        return (sheet.safe.left, top), panel._replace(bottom=round(top - sheet.px(56)))
    left = panel.width * 0.46
    return (left + sheet.px(48), panel.top + (panel.height - name.height_px) / 2), panel._replace(right=round(left))


def _name(
    sheet: Sheet, facts: ContactFacts, language: Language, wish: Wish, width: float, *, within: bool
) -> Stack | None:
    """Name and role; a name is never parted. None when they do not fit."""
    sizes, colours = sheet.sizes, sheet.colours
    largest = max(sheet.px(60 if sheet.shape != "bar" else 48), sizes.strong)
    name = sheet.fit(facts.name, STRONG, (width, sheet.height), (largest, sizes.body_floor), lines=3, leading=1.12)
    said = facts.role_said_in(language) if wish.role else ""
    small = max(sheet.px(44), sizes.label)
    role = (
        fewest_lines(sheet, said, width, lines=3, style=BODY, largest=small, floor=sizes.small_floor) if said else None
    )
    if name is None or name.hyphenated or (said and role is None):
        return None
    inks = (colours.panel_ink, colours.panel_soft) if within else (colours.ink, colours.soft)
    return stack((name, 0, inks[0]), (role, sizes.label * (0.72 if not sheet.mirrored else 1.1), inks[1]))


def _words(
    sheet: Sheet, facts: ContactFacts, language: Language, wish: Wish, room: tuple[float, float], most: float
) -> Stack | None:
    """How one reaches the person, as large as it goes, and when. None when it does not fit."""
    sizes, colours = sheet.sizes, sheet.colours
    found = ways(facts) or (facts.name,)  # a check stops a card without any
    if room[0] <= 0 or room[1] <= 0:
        return None
    design = {"bar": 72, "portrait": 128}.get(sheet.shape, 112)
    largest = max(min(sheet.px(design), most), sizes.body_floor)
    lines = 1 if facts.phone else 2  # a number is never parted
    first = sheet.fit(left_to_right(found[0]), HEADLINE, room, (largest, sizes.body_floor), lines=lines, leading=1.1)
    soft = colours.extra.get("accent_soft", colours.accent_ink)
    also = sheet.card.link.short if wish.code and sheet.card.link else found[1] if wish.second else ""
    body = max(sheet.px(48 if sheet.shape != "bar" else 40), sizes.body)
    now = now_said(facts, language, sheet.now)[0]
    times = now or hours_said(facts, language, sheet.now)
    when = fewest_lines(sheet, times, room[0], lines=3, style=BODY_STRONG, largest=body) if wish.hours else None
    second = fewest_lines(sheet, also, room[0], lines=1, style=BODY, largest=body)
    if first is None or first.hyphenated or (wish.hours and when is None) or (also and second is None):
        return None
    gap = sizes.body * (0.7 if not sheet.mirrored else 1.05)  # Arabic reaches farther up and down
    lively = colours.extra["now"] if now else soft
    set_ = stack((first, 0, colours.accent_ink), (when, gap, lively), (second, gap, soft))
    return set_ if set_.height_px <= room[1] else None


def _bubble(sheet: Sheet, plan: Plan) -> None:
    """The bubble; its tail leads to the person, or hangs where there is no picture."""
    box, colour, tail, pad = plan.bubble, sheet.colours.accent, _tail(sheet), _pad(sheet)
    if plan.panel is None and sheet.shape != "bar":
        sheet.bubble(box, colour, "left", deep=tail)
    else:
        sheet.fill(box, colour, sheet.px(48))
    if plan.panel is not None and sheet.shape == "landscape":
        middle = box.top + box.height * 0.5
        tip = (box.left - sheet.px(72), middle + sheet.px(44))
        sheet.polygon([(box.left + 2, middle - sheet.px(44)), (box.left + 2, middle + sheet.px(36)), tip], colour)
    elif plan.panel is not None and sheet.shape != "bar":
        x = box.left + sheet.px(112)
        tip = (x + sheet.px(40), plan.panel.bottom - sheet.px(28))
        sheet.polygon([(x, box.top + 2), (x + sheet.px(150), box.top + 2), tip], colour)
    plan.words.draw(sheet, box.left + pad, box.top + (box.height - plan.words.height_px) / 2)
