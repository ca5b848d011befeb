"""Kept pictures: composed cards as files, so that the first card stands on the glass before anything else has started.

    magic, header length, CRC-32 of the header, header (JSON), zlib level 1 of pixels and clock strips

The header carries all but the bytes of `cards.picture.Picture`, and what the picture was drawn from. Every length is
checked before it is believed: a damaged file raises KeptPictureError, never more. Measured at 1920 x 1080: packing
51 ms (in the composer), unpacking 4 to 20 ms (on the stage, while nothing moves).
"""

import hashlib
import struct
import zlib
from datetime import date, datetime
from pathlib import Path

import msgspec

from cards.model import Card, Language, Screen
from cards.moving import MovingPlace
from cards.picture import LiveClock, Picture
from foundation.files import replace_file
from player.errors import KeptPictureError

MAGIC = b"torgetkept1\n"
SUFFIX = ".kept"
HEADER_AT_MOST = 1_000_000
PIXELS_AT_MOST = 64_000_000
"""Pixels of a picture, far beyond any panel: a lying header must not take the memory."""

BYTES_AT_MOST = 256_000_000
"""What the folder of kept pictures may hold before the oldest go."""

FADE_AT_MOST_MS = 2000

_NUMBERS = struct.Struct(">II")


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """What a kept picture is, without its bytes. `lacking`: an asset was missing, so draw again once it is there."""

    key: str
    render_id: str
    lacking: bool
    width_px: int
    height_px: int
    fade_ms: int = 400
    settle_px: int
    drift: bool
    valid_until: datetime
    live: tuple[LiveClock, ...]
    moving: MovingPlace | None = None

    @property
    def body_bytes(self) -> int:
        """Length of pixels and strips together, unpacked."""
        return self.width_px * self.height_px * 3 + sum(_strip_bytes(clock) for clock in self.live)

    def sound(self) -> bool:
        """Tell whether the lengths are ones that a picture can have."""
        boxes = all(
            clock.x_px >= 0
            and clock.y_px >= 0
            and 0 < clock.width_px <= self.width_px - clock.x_px
            and 0 < clock.height_px <= self.height_px - clock.y_px
            and 0 < clock.strip_width_px * clock.height_px <= PIXELS_AT_MOST
            for clock in self.live
        )
        placed = self.moving is None or self.moving.within(self.width_px, self.height_px)
        aware = self.valid_until.utcoffset() is not None
        fades = 0 <= self.fade_ms <= FADE_AT_MOST_MS
        sized = self.width_px > 0 < self.height_px <= PIXELS_AT_MOST // self.width_px
        return boxes and placed and aware and fades and sized


def key_of(card: Card, screen: Screen, language: Language, day: date) -> str:
    """The name under which a card's picture is kept: equal for equal card, screen, language and local day.

    The day counts since a card may say "i morgon". What drew it (`render_id`) stands in the header instead, so that
    the first frame after an update may still come from the picture before it.
    """
    return hashlib.sha256(msgspec.json.encode((card, screen, language, day))).hexdigest()[:40]


def path_of(folder: Path, key: str) -> Path:
    """Where the picture `key` lies in `folder`."""
    return folder / f"{key}{SUFFIX}"


def write(folder: Path, key: str, picture: Picture, render_id: str, *, lacking: bool) -> None:
    """Keep `picture` under `key`. Raises OSError; then the folder is as it was."""
    header = Header(
        key=key,
        render_id=render_id,
        lacking=lacking,
        width_px=picture.width_px,
        height_px=picture.height_px,
        fade_ms=picture.fade_ms,
        settle_px=picture.settle_px,
        drift=picture.drift,
        valid_until=picture.valid_until,
        live=tuple(msgspec.structs.replace(clock, strip=b"") for clock in picture.live),
        moving=picture.moving,
    )
    packer = zlib.compressobj(1)
    body = [packer.compress(picture.rgb)]
    body += [packer.compress(clock.strip) for clock in picture.live]
    head = msgspec.json.encode(header)
    front = MAGIC + _NUMBERS.pack(len(head), zlib.crc32(head)) + head
    replace_file(path_of(folder, key), front + b"".join(body) + packer.flush())


def read_header(folder: Path, key: str) -> Header:
    """The header of the picture `key`, without unpacking it. Raises KeptPictureError."""
    try:
        with path_of(folder, key).open("rb") as file:
            return _header(file.read(len(MAGIC) + _NUMBERS.size + HEADER_AT_MOST), key)[0]
    except OSError as error:
        raise KeptPictureError(f"picture {key} cannot be read: {error.strerror}") from error


def read(folder: Path, key: str) -> tuple[Header, Picture]:
    """The picture `key`, whole or not at all. Raises KeptPictureError."""
    try:
        raw = path_of(folder, key).read_bytes()
    except OSError as error:
        raise KeptPictureError(f"picture {key} cannot be read: {error.strerror}") from error
    header, start = _header(raw, key)
    unpacker = zlib.decompressobj()
    try:
        body = unpacker.decompress(memoryview(raw)[start:], header.body_bytes + 1)
    except zlib.error as error:
        raise KeptPictureError(f"picture {key} is damaged") from error
    if len(body) != header.body_bytes or not unpacker.eof:
        raise KeptPictureError(f"picture {key} is not whole")
    return header, _picture(header, body)


def evict(folder: Path, keep: frozenset[str], at_most: int = BYTES_AT_MOST) -> int:
    """Remove the pictures that were made longest ago until `at_most` bytes are left; never one of `keep`.

    Returns how many went. A file that cannot be looked at or removed is passed over.
    """
    found = []
    for path in folder.glob(f"*{SUFFIX}"):
        try:
            status = path.stat()
        except OSError:
            continue
        found.append((status.st_mtime_ns, status.st_size, path))
    total = sum(size for _, size, _ in found)
    gone = 0
    for _, size, path in sorted(found):
        if total <= at_most:
            break
        if path.stem in keep:
            continue
        try:
            path.unlink()
        except OSError:
            continue
        total -= size
        gone += 1
    return gone


def _header(raw: bytes, key: str) -> tuple[Header, int]:
    start = len(MAGIC) + _NUMBERS.size
    if raw[: len(MAGIC)] != MAGIC or len(raw) < start:
        raise KeptPictureError(f"picture {key} is none of ours")
    length, checksum = _NUMBERS.unpack(raw[len(MAGIC) : start])
    head = raw[start : start + length]
    if length > HEADER_AT_MOST or len(head) != length or zlib.crc32(head) != checksum:
        raise KeptPictureError(f"the header of picture {key} is damaged")
    try:
        header = msgspec.json.decode(head, type=Header)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise KeptPictureError(f"the header of picture {key} is another version's") from error
    if header.key != key or not header.sound():
        raise KeptPictureError(f"picture {key} is another one")
    return header, start + length


def _picture(header: Header, body: bytes) -> Picture:
    place = header.width_px * header.height_px * 3
    rgb = body[:place] if header.live else body
    live = []
    for clock in header.live:
        end = place + _strip_bytes(clock)
        live.append(msgspec.structs.replace(clock, strip=body[place:end]))
        place = end
    return Picture(
        width_px=header.width_px,
        height_px=header.height_px,
        rgb=rgb,
        live=tuple(live),
        fade_ms=header.fade_ms,
        settle_px=header.settle_px,
        drift=header.drift,
        valid_until=header.valid_until,
        moving=header.moving,
    )


def _strip_bytes(clock: LiveClock) -> int:
    return clock.strip_width_px * clock.height_px * 3
