"""Renditions: a picture as one size of screen needs it, made once and kept.

A rendition just covers the screen, so that any crop of it has the screen's pixels; it is never larger than the picture.
Which file is whose rendition is kept in a small file of its own beside the store: it can be made anew at any time, and
publishing, which asks in the middle of its own transaction, must not wait for a second one.
"""

import logging
from collections.abc import Iterable
from pathlib import Path

import msgspec

from cards.model import PictureRef, Screen
from foundation.files import ensure_folder, read_checked, replace_checked
from playlists.model import Asset
from server.media.child import Box, Encoded, encode_anew
from server.media.errors import NotKeptError, PictureError
from server.media.store import FOLDER, keep, path_of, read

log = logging.getLogger(__name__)

KEPT_AT_MOST_PX = 3840
"""The long side of what is kept of a picture."""


class Made(msgspec.Struct, frozen=True):
    """A rendition in the store."""

    sha256: str
    media_type: str
    size: int
    width_px: int
    height_px: int


def for_screen(folder: Path, picture: PictureRef, screen: Screen) -> tuple[PictureRef, Asset] | None:
    """`picture` as `screen` needs it, and the file to fetch; None where the picture's bytes are not there.

    Made at the first asking, in a child process; after that it is read from the store. A picture that is not larger
    than the screen is its own rendition.
    """
    box = _box(screen.width_px, screen.height_px)
    if _is_small(picture, box):
        made = _itself(folder, picture)
    else:
        made = _known(folder, picture.sha256, box) or _make(folder, picture.sha256, box)
    if made is None:
        return None
    ref = msgspec.structs.replace(picture, sha256=made.sha256, width_px=made.width_px, height_px=made.height_px)
    return ref, Asset(sha256=made.sha256, size=made.size, media_type=made.media_type)


def prepare(folder: Path, picture: PictureRef, data: bytes, sizes: Iterable[tuple[int, int]]) -> None:
    """Make the renditions of a picture that was just taken in, so that publishing need not wait. Raises PictureError.

    `sizes` are the widths and heights of the screens, in pixels.
    """
    boxes = {_box(width, height) for width, height in sizes}
    missing = [box for box in boxes if not _is_small(picture, box) and _known(folder, picture.sha256, box) is None]
    if missing:
        for box, encoded in zip(missing, encode_anew(data, missing), strict=True):
            _remember(folder, picture.sha256, box, encoded)


def _box(width_px: int, height_px: int) -> Box:
    return Box(min(width_px, KEPT_AT_MOST_PX), min(height_px, KEPT_AT_MOST_PX), cover=True)


def _is_small(picture: PictureRef, box: Box) -> bool:
    return box.width_px >= picture.width_px or box.height_px >= picture.height_px


def _itself(folder: Path, picture: PictureRef) -> Made | None:
    data = read(folder, picture.sha256)
    if data is None:
        return None
    media_type = "image/png" if data.startswith(b"\x89PNG") else "image/jpeg"
    return Made(picture.sha256, media_type, len(data), picture.width_px, picture.height_px)


def _make(folder: Path, sha256: str, box: Box) -> Made | None:
    data = read(folder, sha256)
    if data is None:
        return None
    try:
        return _remember(folder, sha256, box, encode_anew(data, [box])[0])
    except PictureError:  # a screen without one picture is better than no manifest
        log.exception("picture %s could not be prepared", sha256)
        return None


def _note(folder: Path, sha256: str, box: Box) -> Path:
    return folder / FOLDER / "renditions" / f"{sha256}-{box.width_px}x{box.height_px}"


def _known(folder: Path, sha256: str, box: Box) -> Made | None:
    note = read_checked(_note(folder, sha256, box))
    if note is None:
        return None
    made = msgspec.json.decode(note, type=Made)
    return made if path_of(folder, made.sha256).is_file() else None


def _remember(folder: Path, sha256: str, box: Box, encoded: Encoded) -> Made:
    made = Made(keep(folder, encoded.data), encoded.media_type, len(encoded.data), encoded.width_px, encoded.height_px)
    note = _note(folder, sha256, box)
    try:
        ensure_folder(note.parent)
        replace_checked(note, msgspec.json.encode(made))
    except OSError as error:
        raise NotKeptError(f"not kept: {error.strerror}") from error
    return made
