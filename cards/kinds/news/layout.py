"""How news is laid out: the picture over all of the card, the words low on it, dark as far as they need it.

The QR code stands at the right of the words; under them where the screen stands. What finds no room is left out in
this order: the advice, the code, the sentence.
"""

from typing import NamedTuple

from cards.codes import panel_px
from cards.errors import TitleTooLongError
from cards.fitting import Block
from cards.geometry import Box
from cards.kinds.news.facts import NewsFacts
from cards.model import Card, Language
from cards.parts import chip, chip_height, fewest_lines, foot_top, footer, headline, qr_panel, qr_panel_size, qr_row
from cards.scenes import PALETTES, night_scene
from cards.sheet import Sheet


class Plan(NamedTuple):
    """Headline and sentence, the space between them, and the QR code's width and height (0 without one)."""

    title: Block
    told: Block | None
    gap: float
    code: tuple[float, float]
    below: float
    """What the code takes under the words."""

    @property
    def height(self) -> float:
        """How high the words are."""
        return self.title.height_px + (self.told.height_px + self.gap if self.told else 0)


def draw(sheet: Sheet, card: Card, language: Language) -> None:
    """Draw the news. Raises TitleTooLongError."""
    facts = card.facts
    assert isinstance(facts, NewsFacts)
    colours, safe = sheet.colours, sheet.safe
    tight = sheet.shape == "bar"
    bottom = foot_top(sheet) - sheet.px(60 if not tight else 28)
    plan = _plan(sheet, card, language, bottom - safe.top - chip_height(sheet) - sheet.px(48 if not tight else 20))
    low = bottom - plan.below
    name = card.scene or night_scene(card.id)
    sheet.drift = sheet.picture(sheet.all, _palette(sheet, name), name)
    text = Box(safe.left, low - plan.height, safe.right, bottom)
    sheet.shade(text, colours.ground, ((colours.ink, 7.0), (colours.soft, 4.5)))
    chip(sheet, facts.chip or sheet.phrase("chip"), safe.left, safe.top)
    at = sheet.place(plan.title, safe.left, low - plan.height, colours.ink, "headline")
    if plan.told is not None:
        sheet.place(plan.told, safe.left, at.bottom + plan.gap, colours.soft)
    if plan.below:
        qr_row(sheet, safe.left, low + sheet.px(48), safe.width, soft=colours.soft)
    elif plan.code[0]:
        qr_panel(sheet, safe.right, bottom, sheet.px(420))
    footer(sheet, ink=colours.soft, soft=colours.soft, ground=colours.ground)


def _palette(sheet: Sheet, name: str) -> tuple[str, ...]:
    """The theme's colours are for its northern lights; another scene has its own under the theme's sky."""
    own = sheet.colours.scene
    return own if name == "aurora" or not own else (own[0], *sheet.theme.scene(PALETTES[name])[1:])


def _plan(sheet: Sheet, card: Card, language: Language, height: float) -> Plan:
    """What of the card is set, and how large. Raises TitleTooLongError."""
    text, sizes, wide = card.text(language), sheet.sizes, sheet.safe.width
    stands = sheet.shape in ("portrait", "square")
    gap = sheet.px(52 if sheet.shape != "bar" else 24)
    whole = f"{text.body} {text.advice}".strip()
    wishes = [(whole, True), (text.body, True), (whole, False), (text.body, False), ("", False)]
    floors = [sizes.headline_floor] * len(wishes) + [sizes.body_floor]
    for (said, coded), floor in zip([*wishes, ("", False)], floors, strict=True):
        if coded and card.link is None:
            continue
        code = qr_panel_size(sheet, sheet.px(420)) if coded else (0.0, 0.0)
        below = panel_px(card.link.url, sizes.qr_side) + sheet.px(48) if coded and stands and card.link else 0.0
        width = wide - (code[0] + sheet.px(64) if coded and not stands else 0)
        told = fewest_lines(sheet, said, width, lines=4 if stands else 2) if said else None
        room = min(height - below, sheet.height * 0.56) - (told.height_px + gap if told else 0)
        largest = max(sheet.px(136), sizes.headline_floor)
        lines = 9 if floor == sizes.body_floor else 4 if stands else 3
        title = headline(sheet, text.title, (width, room), lines=lines, largest=largest, floor=floor)
        if title is None or (said and told is None) or (coded and not stands and code[1] > height):
            continue
        for field, value, there in (("body", text.body, said), ("advice", text.advice, said)):
            if value and value not in there:
                sheet.drop(field)
        if card.link is not None and not coded:
            sheet.drop("link")
        return Plan(title, told, gap, code, below)
    raise TitleTooLongError(f"card {card.id} has no room for its title", screen=sheet.screen.name)
