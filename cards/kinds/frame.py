"""The frame around a moving picture: where it runs, where its captions stand under it, and where the words do.

The picture meets the card's edges, as a window does; words keep to the safe area. On a bar it stands at the left, on a
standing or a square card across the top.
"""

from typing import Final, NamedTuple

from cards.fitting import Block
from cards.geometry import Box
from cards.kinds.column import foot_room
from cards.model import PictureRef
from cards.parts import fewest_lines, foot_top, footer
from cards.scenes import night_scene
from cards.sheet import Sheet

WIDE: Final = 16 / 9
_LEAST, _MOST = 0.5, 2.4
"""Proportions beyond these are shown between bars of the ground."""
_TALL: Final = 1.1
_AS_GOOD_AS_SAME: Final = 0.04


class Frame(NamedTuple):
    """One way to divide the card. `captions` is None where they have no room; `lost` is what that costs, in texts."""

    picture: Box
    captions: Box | None
    words: Box
    lost: int


def ratio_of(width_px: int, height_px: int) -> float:
    """Width to height of a film, within what a frame is made for; 16:9 where nobody knows."""
    if width_px <= 0 or height_px <= 0:
        return WIDE
    return min(_MOST, max(_LEAST, width_px / height_px))


def frames(sheet: Sheet, ratio: float) -> list[Frame]:
    """Ways to divide the card for a picture of that `ratio`, the largest picture first."""
    if sheet.shape in ("portrait", "square"):
        column = sheet.safe.width / sheet.width
        shares = ((1.0, 0), (0.8, 1), (0.62, 2)) if sheet.shape == "portrait" else ((1.0, 0), (column, 0), (0.62, 1))
        return [frame for share, lost in shares for frame in _above(sheet, ratio, share, lost)]
    if ratio < _TALL:
        return [_beside(sheet, ratio, share, captioned=False) for share in (0.5, 0.42, 0.34)]
    sides = ((0.645, 0), (0.56, 0), (0.48, 0), (0.4, 1)) if sheet.shape == "landscape" else ((0.42, 0), (0.34, 1))
    return [_beside(sheet, ratio, share, captioned=True, lost=lost) for share, lost in sides]


def _caption_lines(sheet: Sheet) -> int:
    return 3 if sheet.shape == "portrait" else 2


def _caption_px(sheet: Sheet) -> float:
    """How high captions may be, with the space around them."""
    return sheet.sizes.body * 1.25 * _caption_lines(sheet) + sheet.px(40 if sheet.shape != "square" else 12)


def _beside(sheet: Sheet, ratio: float, share: float, *, captioned: bool, lost: int = 0) -> Frame:
    """The picture at the left edge, the words beside it. `lost`: what so small a picture costs, in texts."""
    safe, bar = sheet.safe, sheet.shape == "bar"
    low = sheet.safe.bottom if bar else foot_top(sheet) - sheet.px(28)
    most = low - _caption_px(sheet) - sheet.px(28) if captioned else sheet.height
    high = min(sheet.width * share / ratio, most)
    picture = Box(0, 0, round(high * ratio), round(high))
    captions = Box(safe.left, picture.bottom + sheet.px(28), picture.right, low) if captioned else None
    left = max(picture.right, safe.left) + sheet.px(64)
    end = foot_room(sheet, safe.right - left) - sheet.px(24) if bar or not captioned else low - sheet.px(16)
    return Frame(picture, captions, Box(left, safe.top, safe.right, end), lost + (0 if captioned else 1))


def _above(sheet: Sheet, ratio: float, share: float, lost: int) -> list[Frame]:
    """The picture across the top, the words under it: with captions between them, and without."""
    safe, low = sheet.safe, foot_top(sheet) - sheet.px(36)
    high = min(sheet.width / ratio, sheet.height * (0.5 if sheet.shape == "portrait" else 0.56)) * share
    wide = min(sheet.width, high * ratio)
    left = min(safe.left, (sheet.width - wide) / 2)  # flush with the words, unless it fills the card
    picture = Box(round(left), 0, round(left + wide), round(high))
    under = picture.bottom + sheet.px(28)
    captions = Box(safe.left, under, safe.right, under + _caption_px(sheet))
    words = Box(safe.left, captions.bottom + sheet.px(20), safe.right, low)
    plain = Frame(picture, None, words._replace(top=picture.bottom + sheet.px(52)), lost + 1)
    return [Frame(picture, captions, words, lost), plain] if words.height > 0 else [plain]


def caption(sheet: Sheet, frame: Frame, text: str) -> Block | None:
    """`text` as it stands where the captions will; None where it has no room or is empty."""
    if frame.captions is None or not text.strip():
        return None
    block = fewest_lines(sheet, text, frame.captions.width, lines=_caption_lines(sheet))
    return block if block is not None and block.height_px <= frame.captions.height else None


def still(sheet: Sheet, box: Box) -> bool:
    """Fill `box` with the card's picture, whole. False where it has none, or it is lost."""
    ref = sheet.card.picture
    if ref is None:
        return False
    if abs(ref.width_px / max(1, ref.height_px) / (box.width / box.height) - 1) <= _AS_GOOD_AS_SAME:
        return sheet.photo(box)
    return whole_in(sheet, ref, box) is not None


def whole_in(sheet: Sheet, ref: PictureRef, box: Box) -> Box | None:
    """The card's picture whole in the middle of `box`, as large as it goes; None when it is lost."""
    scale = min(box.width / max(1, ref.width_px), box.height / max(1, ref.height_px))
    aside = max(0.0, (box.width - ref.width_px * scale) / 2)
    return sheet.contained(Box(box.left, box.top, box.right - round(aside), box.bottom))


def night(sheet: Sheet, box: Box) -> None:
    """A drawn night in `box`, where there is no picture."""
    sheet.scene(box, name=sheet.card.scene or night_scene(sheet.card.id))


def frame_foot(sheet: Sheet, frame: Frame) -> None:
    """Who says it, under everything; beside a picture that reaches down to the edge where it does."""
    beside = frame.captions is None and frame.picture.bottom > foot_top(sheet)
    if beside or sheet.shape == "bar":
        footer(sheet, left=frame.words.left, right=sheet.safe.right)
    else:
        footer(sheet)
