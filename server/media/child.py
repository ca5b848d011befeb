"""The parent's side of decoding: starts the child, bounds it, and believes little of what it says."""

import logging
from collections.abc import Sequence
from pathlib import Path
from threading import BoundedSemaphore
from typing import NoReturn

import msgspec

from foundation.confined import ChildFailedError, ask_child
from server.media.errors import BrokenError, PictureError, TooLongSideError, TooManyPixelsError, TruncatedError

log = logging.getLogger(__name__)

DECODER = Path(__file__).resolve().with_name("decoder.py")
WALL_S = 30.0
AT_ONCE = 2
"""Children at a time: each may take a gigabyte."""

MEGAPIXELS_AT_MOST = 40
SIDE_AT_MOST = 12_000
_ENDS = {"image/jpeg": b"\xff\xd8\xff", "image/png": b"\x89PNG\r\n\x1a\n"}

_turns = BoundedSemaphore(AT_ONCE)


class Box(msgspec.Struct, frozen=True):
    """A size to make: the picture within it, or just covering it. Never larger than the picture was."""

    width_px: int
    height_px: int
    cover: bool = False


class Encoded(msgspec.Struct, frozen=True):
    """A picture that the child encoded."""

    data: bytes
    media_type: str
    width_px: int
    height_px: int


class _Told(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    media_type: str
    width_px: int
    height_px: int
    size: int


class _Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pictures: tuple[_Told, ...] = ()
    refused: str = ""
    places: dict[str, int] = {}


def encode_anew(data: bytes, boxes: Sequence[Box], wall_s: float = WALL_S) -> tuple[Encoded, ...]:
    """Decode `data` in a child and encode it once for each of `boxes`. Raises PictureError."""
    order = {"boxes": [[box.width_px, box.height_px, box.cover] for box in boxes]}
    with _turns:
        try:
            told = ask_child(DECODER, order, data, wall_s)
        except ChildFailedError as error:
            log.warning("a picture was not decoded: %s", error)
            raise BrokenError(str(error)) from error
    return _read_answer(told, len(boxes))


def _read_answer(out: bytes, expected: int) -> tuple[Encoded, ...]:
    line, _, blobs = out.partition(b"\n")
    try:
        answer = msgspec.json.decode(line, type=_Answer)
    except msgspec.MsgspecError as error:
        raise BrokenError("the child's answer cannot be read") from error
    if answer.refused:
        _refuse(answer)
    found = []
    for told in answer.pictures:
        data, blobs = blobs[: told.size], blobs[told.size :]
        if told.media_type not in _ENDS or not data.startswith(_ENDS[told.media_type]) or len(data) != told.size:
            raise BrokenError("the child's answer does not hold together")
        found.append(Encoded(data, told.media_type, told.width_px, told.height_px))
    if len(found) != expected or blobs:
        raise BrokenError("the child's answer does not hold together")
    return tuple(found)


def _refuse(answer: _Answer) -> NoReturn:
    places = answer.places
    if answer.refused == "too-many-pixels":
        raise TooManyPixelsError("too many pixels", megapixels=places.get("megapixels", 0), most=MEGAPIXELS_AT_MOST)
    if answer.refused == "too-long":
        raise TooLongSideError("too long a side", longest=places.get("longest", 0), most=SIDE_AT_MOST)
    refused: type[PictureError] = TruncatedError if answer.refused == "truncated" else BrokenError
    raise refused(answer.refused)
