"""The sheet that a layout draws on: one card, one screen, one moment.

How a layout uses it:

    def draw(sheet: Sheet, card: Card, language: Language) -> None:
        colours = sheet.colours                      # of the card's kind: ground, ink, soft, chip, panel, accent ...
        sheet.fill(sheet.all, colours.ground)
        foot = footer(sheet)                         # cards.parts: chip, footer, date_block, qr_panel, headline ...
        head = chip(sheet, sheet.phrase("chip"), sheet.safe.left, sheet.safe.top)
        block = sheet.fit(text.title, HEADLINE, (width, height), (sheet.sizes.headline, sheet.sizes.headline_floor))
        if block is not None:                        # None: it does not fit; take a simpler layout or drop something
            sheet.place(block, x, top, colours.ink, "headline")

All lengths are pixels of the finished card; `sheet.px(24)` turns a length of the design (short side 1080) into them.
`sheet.sizes` holds the type sizes and their floors for the screen's inches and distance; never go below a floor.
Texts are measured by their ink: `x` and `top` are where the ink begins. Layouts are written for reading from the left;
on a card that reads from the right every x is mirrored here, and left and right change places.

`marks` lists every text that was drawn, for tests and for checks; `dropped` what did not fit, by field.
"""

from datetime import datetime, timedelta
from random import Random
from typing import Literal
from zoneinfo import ZoneInfo

import msgspec
from PIL import Image, ImageOps

from cards import codes, photos, pictograms, shapes
from cards.bidi import needs_order
from cards.colours import RGB, rgb
from cards.emoji import sequences
from cards.fitting import Align, Block, block_of, fit
from cards.fonts import CLOCK, HEADLINE, SOFT_HYPHEN, Style, settable
from cards.geometry import Box, Shape, shape_of
from cards.kinds.phrases import phrase
from cards.legibility import Sizes, sizes_for
from cards.measure import ink, mask
from cards.model import Card, Language, PictureRef, Pictures, Screen
from cards.moving import Area, MovingPlace
from cards.palette import Colours
from cards.picture import LiveClock
from cards.runs import reads_from_right
from cards.scenes import PALETTES, draw_scene, scene_for, season_palette
from cards.strings import proper_names
from cards.strips import strip_of
from cards.themes import Theme
from cards.words import Words, eastern_digits, isolated, tie, typeset, words

Role = Literal["headline", "text", "label", "chip", "sign"]
_FLIPPED: dict[Align, Align] = {"left": "right", "right": "left", "center": "center"}
_SCENES: dict[tuple[str | None, tuple[int, int], str, tuple[str, ...]], Image.Image] = {}
_SCENES_KEPT = 4


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """A text as it stands on the card: its ink's box, its size, its colour and what it is for."""

    text: str
    box: Box
    size_px: float
    ink: str
    role: Role
    block: int = 0
    """Lines with the same number were set together: their boxes may interlock, their ink does not."""


def _emoji_of(card: Card, pictures: Pictures) -> dict[str, bytes]:
    """The pictures of the card's emoji that are at hand and whole."""
    found = {sequence: pictures.get(sha256, b"") for sequence, sha256 in card.emoji.items()}
    return {sequence: data for sequence, data in found.items() if pictograms.readable(data)}


class Sheet:
    """See the module."""

    def __init__(
        self,
        card: Card,
        screen: Screen,
        theme: Theme,
        now: datetime,
        language: Language,
        pictures: Pictures,
        *,
        paint: bool = True,
    ) -> None:
        self.card, self.screen, self.theme = card, screen, theme
        self.language = language
        self.words: Words = words(language)
        self.mirrored = self.words.right_to_left
        self.now = now.astimezone(ZoneInfo(screen.zone))
        """The moment, in the screen's zone."""
        self.colours: Colours = theme.colours(card.kind)
        self.sizes: Sizes = sizes_for(screen)
        self.width, self.height = screen.width_px, screen.height_px
        self.shape: Shape = shape_of(self.width, self.height)
        self.all = Box(0, 0, self.width, self.height)
        self.safe = Box(
            self.sizes.margin_x,
            self.sizes.margin_top,
            self.width - self.sizes.margin_x,
            self.height - self.sizes.margin_bottom,
        )
        """Where ink may stand."""
        self.pictures = pictures
        self._emoji = _emoji_of(card, pictures)
        self._names = proper_names(card, screen)
        self._eastern = screen.eastern_digits and language == "ar"
        self.paint = paint
        """False while only the layout is wanted: nothing is drawn, all is measured."""
        self.image = Image.new("RGB", (self.width, self.height) if paint else (1, 1), rgb(self.colours.ground))
        self.marks: list[Mark] = []
        self.struck: list[Box] = []
        """The lines through what holds no more; like `marks` as they stand on the card, mirrored or not."""
        self._blocks = 0
        self.codes: list[tuple[str, Box]] = []
        self.live: list[LiveClock] = []
        self.dropped: list[str] = []
        self.rows: tuple[int, int] | None = None
        """How many of a list's coming rows stand here, and of how many; see `cards.splitting`."""
        self.drift = False
        self.moving: MovingPlace | None = None
        """Where a film runs on this card, as it is mirrored."""
        midnight = datetime.combine(self.now.date() + timedelta(days=1), datetime.min.time(), self.now.tzinfo)
        self.valid_until = midnight

    def px(self, design: float) -> float:
        """A length of the design in this screen's pixels."""
        return design * self.sizes.unit

    def phrase(self, name: str, **places: object) -> str:
        """A phrase of the card's kind in the card's language, with its places filled and its spaces tied.

        The place `count` also chooses the form of a phrase that counts.
        """
        count = places.get("count")
        form = phrase(self.card.kind, name, self.language, count if isinstance(count, int) else None)
        return tie(form.format(**places))

    def local(self, moment: datetime) -> datetime:
        """`moment` in the screen's zone, where all that is written lives."""
        return moment.astimezone(self.now.tzinfo)

    def holds_until(self, moment: datetime | None) -> None:
        """What was drawn is true no longer than until `moment`. Moments that have passed count for nothing."""
        if moment is not None and self.now < moment < self.valid_until:
            self.valid_until = self.local(moment)

    def drop(self, field: str) -> None:
        """Remember that `field` found no room."""
        if field not in self.dropped:
            self.dropped.append(field)

    def show_rows(self, shown: int, count: int) -> None:
        """Remember that the first `shown` of a list's `count` rows stand here."""
        self.rows = (shown, count)
        if shown < count:
            self.drop("rows")

    # Text

    def fit(
        self,
        text: str,
        style: Style,
        box: tuple[float, float],
        size_px: tuple[float, float],
        *,
        lines: int = 4,
        leading: float = 1.06,
        align: Align = "left",
    ) -> Block | None:
        """`text` as large as it goes in `box` (width, height); see `cards.fitting.fit`. None when it does not fit."""
        return fit(
            self._typeset(text),
            self._styled(text, style),
            box,
            size_px,
            lines=lines,
            leading=leading,
            align=align,
            language=self.language,
            names=self._names,
        )

    def one_line(self, text: str, style: Style, size_px: float, align: Align = "left") -> Block:
        """`text` on one line at just this size, however wide."""
        whole = tie(self._typeset(text)).replace(SOFT_HYPHEN, "")
        return block_of([whole], self._styled(whole, style), size_px, 1.0, align)

    def width_of(self, text: str, style: Style, size_px: float) -> float:
        """How wide the ink of `text` is on one line."""
        whole = tie(self._typeset(text)).replace(SOFT_HYPHEN, "")
        found = ink(whole, self._styled(whole, style))
        return (found.right - found.left) * size_px

    def place(self, block: Block, x: float, top: float, colour: str, role: Role = "text") -> Box:
        """Draw `block` with its ink's top at `top` and its aligned edge (or middle) at `x`. Returns the ink's box."""
        return self.stand(block, x, top + block.ascent_px, colour, role)

    def stand(self, block: Block, x: float, baseline: float, colour: str, role: Role = "text") -> Box:
        """Draw `block` with the baseline of its first line at `baseline`. Returns the box of all its ink."""
        boxes = []
        self._blocks += 1
        for index, line in enumerate(block.lines):
            y = round(baseline) + index * block.step_px
            boxes.append(self._draw(line, block.style, block.size_px, x, y, colour, block.align, role))
        return Box(
            min(box.left for box in boxes),
            min(box.top for box in boxes),
            max(box.right for box in boxes),
            max(box.bottom for box in boxes),
        )

    def line(
        self,
        text: str,
        style: Style,
        size_px: float,
        x: float,
        baseline: float,
        colour: str,
        align: Align = "left",
        role: Role = "text",
    ) -> Box:
        """Draw `text` on one line. Returns its ink's box."""
        return self.stand(self.one_line(text, style, size_px, align), x, baseline, colour, role)

    def strike(self, marks: list[Mark], colour: str) -> None:
        """Draw a line through what was placed: it does not hold any more, and is still read."""
        for mark in marks:
            thick = max(2, round(mark.size_px * 0.09))
            y = round(mark.box.top + min(mark.size_px * 0.37, mark.box.height / 2))
            aside = mark.size_px * 0.12
            line = Box(mark.box.left - aside, y - thick // 2, mark.box.right + aside, y - thick // 2 + thick)
            self.struck.append(line)
            if self.paint:
                shapes.fill(self.image, line, rgb(colour))

    def _styled(self, text: str, style: Style) -> Style:
        """Digits and signs alone take the card's direction, letters their own; headlines take the theme's weight."""
        if style.face == "display" and style.weight == HEADLINE.weight:
            style = style._replace(weight=self.theme.layout.weight)
        letters = [sign for sign in text if sign.isalpha()]
        if self.mirrored:
            return style._replace(rtl=not letters or needs_order(text))
        return style._replace(rtl=reads_from_right(text))

    def _typeset(self, text: str) -> str:
        """`text` as it is set in the card's language, without the emoji that are not at hand."""
        found = sequences(text)
        known = frozenset(found if not self.paint else (one for one in found if one in self._emoji))
        whole = typeset(settable(text, known), self.language)
        if self.mirrored and needs_order(whole):
            whole = isolated(whole)
        return eastern_digits(whole) if self._eastern else whole

    def _draw(
        self, text: str, style: Style, size_px: float, x: float, y: float, colour: str, align: Align, role: Role
    ) -> Box:
        if self.mirrored:
            x, align = self.width - x, _FLIPPED[align]
        found = ink(text, style)
        drawn = mask(text, style, size_px) if self.paint else None
        wide = drawn.width_px if drawn else (found.right - found.left) * size_px
        left = round({"left": x, "right": x - wide, "center": x - wide / 2}[align])
        top = round(y) + (drawn.top_px if drawn else round(found.top * size_px))
        bottom = y + (drawn.bottom_px if drawn else found.bottom * size_px)
        if drawn:
            self.image.paste(rgb(colour), (left, top), drawn.image)
            for one in drawn.emoji:
                picture = pictograms.drawn(self._emoji[one.sequence], round(one.height))
                self.image.paste(picture, (left + round(one.left), round(y) + round(one.top)), picture)
        box = Box(left, top, left + wide, bottom)
        self.marks.append(Mark(text=text, box=box, size_px=size_px, ink=colour, role=role, block=self._blocks))
        return self._flipped(box)

    # Shapes

    def _flipped(self, box: Box) -> Box:
        return Box(self.width - box.right, box.top, self.width - box.left, box.bottom) if self.mirrored else box

    def fill(self, box: Box, colour: str, radius: float = 0) -> None:
        """Fill `box`, its corners rounded by `radius`."""
        if self.paint:
            shapes.fill(self.image, self._flipped(box), rgb(colour), radius)

    def polygon(self, points: list[tuple[float, float]], colour: str) -> None:
        """Fill a polygon."""
        if self.paint:
            flipped = [(self.width - x, y) for x, y in points] if self.mirrored else points
            shapes.polygon(self.image, flipped, rgb(colour))

    def disc(self, x: float, y: float, radius: float, colour: str) -> None:
        """Fill a circle."""
        if self.paint:
            shapes.disc(self.image, self.width - x if self.mirrored else x, y, radius, rgb(colour))

    def stripes(self, box: Box, dark: str, light: str, step: float) -> None:
        """Fill `box` with slanted stripes."""
        if self.paint:
            shapes.stripes(self.image, box, rgb(dark), rgb(light), step)

    def bubble(self, box: Box, colour: str, tail: Literal["left", "right"], radius: float = 0, deep: float = 0) -> None:
        """A speech bubble whose tail hangs `deep` (88 of the design when left out) under its left or right end."""
        self.fill(box, colour, radius or self.px(48))
        wide = min(self.px(168), box.width / 4)
        down, inset = deep or self.px(88), self.px(96)
        if tail == "left":
            x = box.left + inset
            self.polygon([(x, box.bottom - 2), (x + wide, box.bottom - 2), (x, box.bottom + down)], colour)
        else:
            x = box.right - inset
            self.polygon([(x - wide, box.bottom - 2), (x, box.bottom - 2), (x, box.bottom + down)], colour)

    # Pictures

    def paste(self, image: Image.Image, box: Box) -> None:
        """Lay `image` with its left upper corner into `box` (of the same size); what shines through stays seen."""
        if self.paint:
            through = image if image.mode == "RGBA" else None
            self.image.paste(image, shapes.whole(self._flipped(box))[:2], through)

    def scene(self, box: Box, palette: tuple[str, ...] = (), name: str | None = None, seed: str = "") -> None:
        """Fill `box` with a drawn scene; its seed is the card's id unless another is given.

        Without a name the card's own scene is drawn, in the colours of its season and hour. `palette` is in the theme's
        colours already; an empty one takes the scene's own, repainted.
        """
        if not self.paint:
            return
        left, top, right, bottom = shapes.whole(self._flipped(box))
        seed = seed or self.card.id
        if name is None:
            name = self.own_scene()
            palette = palette or self.theme.scene(season_palette(name, seed, self.happens))
        palette = palette or self.theme.scene(PALETTES[name])
        key = (name, (right - left, bottom - top), seed, palette)
        if key not in _SCENES:
            while len(_SCENES) >= _SCENES_KEPT:
                _SCENES.pop(next(iter(_SCENES)))
            _SCENES[key] = draw_scene(name, key[1], key[2], palette)
        scene = _SCENES[key]
        self.image.paste(ImageOps.mirror(scene) if self.mirrored else scene, (left, top))

    def palette(self, name: str) -> tuple[str, ...]:
        """The palette of the scene `name` on this card: the kind's, else the scene's own in the theme's colours."""
        return self.colours.scene or self.theme.scene(PALETTES[name], self.card.kind)

    @property
    def happens(self) -> datetime:
        """When that happens which the card tells of, else now: its scene shows that season and hour."""
        start = getattr(self.card.facts, "start", None)
        return self.local(start) if isinstance(start, datetime) else self.now

    def own_scene(self) -> str:
        """The scene that stands where the card has no photograph: the loop's, the theme's, or one by the card's id."""
        allowed = self.theme.layout.scenes
        if allowed:
            return allowed[Random(self.card.id).randrange(len(allowed))]  # noqa: S311 - a picture, not a secret
        return self.card.scene or scene_for(self.card.id, self.happens)

    def photo(self, box: Box) -> bool:
        """Fill `box` with the card's photograph around its focal point. False when there is none to draw."""
        ref: PictureRef | None = self.card.picture
        data = self.pictures.get(ref.sha256) if ref else None
        if ref is None or data is None:
            return False
        left, top, right, bottom = shapes.whole(self._flipped(box))
        image = photos.cropped(data, (right - left, bottom - top), photos.focus_of(ref))
        if image is None:
            return False
        self.paste(image, box)
        return True

    def picture(self, box: Box, palette: tuple[str, ...] = (), name: str | None = None) -> bool:
        """Fill `box` with the photograph, or with a scene where there is none. Tells whether it is a photograph."""
        if self.photo(box):
            return True
        self.scene(box, palette, name)
        return False

    def contained(self, box: Box) -> Box | None:
        """The card's picture whole and uncropped, as large as `box` allows, at its right end; None when it is lost."""
        ref = self.card.picture
        data = self.pictures.get(ref.sha256) if ref else None
        image = photos.contained(data, (int(box.width), int(box.height))) if data else None
        if image is None:
            return None
        top = box.top + (box.height - image.height) / 2
        at = Box(box.right - image.width, top, box.right, top + image.height)
        self.paste(image, at)
        return at

    def film(self, picture: Box, captions: Box | None, caption_px: float, ink: str, ground: str) -> None:
        """Say that a moving picture runs in `picture`, and where under it its captions stand."""
        areas = [self._area(box) if box is not None else None for box in (picture, captions)]
        if areas[0] is not None:
            self.moving = MovingPlace(
                picture=areas[0], captions=areas[1], caption_px=caption_px, ink=ink, ground=ground
            )

    def _area(self, box: Box) -> Area:
        left, top, right, bottom = shapes.whole(self._flipped(box))
        return Area(x_px=left, y_px=top, width_px=right - left, height_px=bottom - top)

    def shade(self, text: Box, dark: str, inks: tuple[tuple[str, float], ...]) -> None:
        """Darken the whole card behind `text`, as much as the picture there asks for.

        `inks` are the colours that must be read and their least contrast. Under the text it is even; above it fades
        out over its own height, and from the text's end down it becomes the plain `dark`, where a clock may stand.
        """
        if not self.paint:
            return
        box = shapes.whole(Box(0, max(0, text.top), self.width, text.bottom))
        asked = [(rgb(ink), max(least, self.theme.least)) for ink, least in inks]
        share = max(photos.shade_needed(self.image, box, ink, rgb(dark), least) for ink, least in asked)
        fade = min(text.top, text.height * 0.6 + self.px(60))
        stops = ((0, 0.0), (round(text.top - fade), 0.0), (box[1], share), (box[3], max(share, 0.5)))
        photos.shaded(self.image, (*stops, (round(text.bottom + self.px(16)), 1.0)), rgb(dark))

    def qr(self, url: str, x: float, top: float, side: float = 0, align: Align = "left") -> Box:
        """Draw a QR code at least `side` wide (the screen's own least when smaller), on its own light panel.

        `x` is the panel's left edge, or its right one. Returns the panel with its quiet zone.
        """
        dark, light = self.theme.qr
        wanted = max(side, self.sizes.qr_side)
        panel = codes.panel_px(url, wanted)
        left = round(x if align == "left" else x - panel)
        box = Box(left, round(top), left + panel, round(top) + panel)
        self.fill(box, light, self.px(24))
        module = codes.module_px(url, wanted)
        if self.paint:
            image = codes.drawn(url, wanted, rgb(dark), rgb(light))
            quiet = module * (codes.QUIET - 1)
            inner = image.crop((quiet, quiet, image.width - quiet, image.height - quiet))
            self.paste(inner, box.inset(quiet))
        self.codes.append((url, self._flipped(box)))
        return box

    def clock(
        self,
        x: float,
        baseline: float,
        size_px: float,
        colour: str,
        ground: str,
        align: Align = "left",
        style: Style = CLOCK,
    ) -> Box:
        """Leave room for the time at `size_px`: on the glass its digits are laid live. The ground there must be plain.

        Returns the box of the widest time's ink.
        """
        if self.mirrored:
            x, align = self.width - x, _FLIPPED[align]
        live = strip_of(style, size_px, rgb(colour), rgb(ground), align, x, round(baseline), eastern=self._eastern)
        self.live.append(live)
        top, bottom = live.y_px + 1, live.y_px + live.height_px - 1
        left, right = {
            "left": (x, live.x_px + live.width_px),
            "right": (live.x_px, x),
            "center": (live.x_px, live.x_px + live.width_px),
        }[align]
        box = Box(left, top, right, bottom)
        self.marks.append(Mark(text="00:00", box=box, size_px=size_px, ink=colour, role="label", block=-1))
        return self._flipped(box)

    def ground_at(self, box: Box) -> RGB:
        """The colour in the middle of `box`, as drawn."""
        box = self._flipped(box)
        x, y = round((box.left + box.right) / 2), round((box.top + box.bottom) / 2)
        red, green, blue = self.image.getpixel((x, y))  # type: ignore[misc]
        return int(red), int(green), int(blue)
