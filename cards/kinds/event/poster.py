"""An event whose poster was handed in: the poster stands whole, and the card takes its colours from it."""

from typing import Final

import msgspec

from cards.geometry import Box
from cards.kinds.event.facts import EventFacts
from cards.palette import Colours
from cards.parts import chip_height
from cards.posters import Ground, ground_of
from cards.sheet import Sheet

_THREAD: Final = 6
"""A picture longer than this many times its width is not shown whole: it would be a line."""
_WIDEST: Final = 0.5
"""The share of the card's width that a poster may take beside the words."""


def ground_for(sheet: Sheet, facts: EventFacts) -> Ground | None:
    """The colours that the card takes from its poster; None where there is no poster to show."""
    ref = sheet.card.picture
    data = sheet.pictures.get(ref.sha256) if ref else None
    if not facts.poster or ref is None or data is None:
        return None
    if max(ref.width_px, ref.height_px) > _THREAD * min(ref.width_px, ref.height_px):
        return None
    return ground_of(data)


def worn(colours: Colours, ground: Ground) -> Colours:
    """The kind's colours with those of the poster in their place."""
    return msgspec.structs.replace(
        colours,
        ground=ground.ground,
        ink=ground.ink,
        soft=ground.soft,
        chip=ground.accent,
        chip_ink=ground.accent_ink,
        accent=ground.accent,
        accent_ink=ground.accent_ink,
        extra={
            **colours.extra,
            "column": ground.accent,
            "column_ink": ground.accent_ink,
            "column_day": ground.accent_ink,
        },
    )


def places(sheet: Sheet) -> list[tuple[Box, Box]]:
    """Where words and poster may stand, the best first: side by side, or the poster above."""
    safe = sheet.safe
    if sheet.shape in ("landscape", "square"):
        found = []
        for share in (_WIDEST, 0.4, 0.3) if sheet.shape == "landscape" else (0.4, 0.34):
            poster = _fitted(sheet, Box(safe.right - safe.width * share, safe.top, safe.right, _low(sheet)), 1.0)
            found.append((Box(safe.left, safe.top, poster.left - sheet.px(72), safe.bottom), poster))
        return found
    top = safe.top + chip_height(sheet) + sheet.px(40)
    found = []
    for share in (0.58, 0.5, 0.4, 0.3):
        poster = _fitted(sheet, Box(safe.left, top, safe.right, sheet.height * share), 0.5)
        found.append((Box(safe.left, poster.bottom + sheet.px(64), safe.right, safe.bottom), poster))
    return found


def beside(sheet: Sheet, share: float) -> Box:
    """The poster on a stretched bar, at the right, in at most `share` of the width."""
    safe = sheet.safe
    return _fitted(sheet, Box(safe.right - safe.width * share, safe.top, safe.right, safe.bottom), 1.0)


def _low(sheet: Sheet) -> float:
    return sheet.height - max(sheet.px(96), sheet.sizes.margin_bottom)


def _fitted(sheet: Sheet, box: Box, across: float) -> Box:
    """The poster's box in `box`, as large as it goes: at its left (0), in its middle (0.5) or at its right (1)."""
    ref = sheet.card.picture
    assert ref is not None
    scale = min(box.width / ref.width_px, box.height / ref.height_px)
    wide, high = ref.width_px * scale, ref.height_px * scale
    left = box.left + (box.width - wide) * across
    top = box.top + (box.height - high) / 2
    return Box(round(left), round(top), round(left + wide), round(top + high))
