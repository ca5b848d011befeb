"""What the player's processes say to each other: one JSON object a line, over the pipes of parent and child.

The stage is the parent of both. Lines come from our own processes, yet are decoded strictly: a line that is not one of
these is dropped, since a child that was killed may leave half a one.
"""

from datetime import datetime

import msgspec

from cards.model import Card, Language, Screen
from playlists.reports import Play


class Activated(msgspec.Struct, frozen=True, tag="activated"):
    """Sync to stage: another manifest is active now; read it."""


class PairingOpen(msgspec.Struct, frozen=True, tag="pairing"):
    """Sync to stage: show this code; `check_number` is empty until somebody typed it. `address` is where to type."""

    code: str
    check_number: str
    address: str
    expires: datetime


class Paired(msgspec.Struct, frozen=True, tag="paired"):
    """Sync to stage: the code did its work, the first manifest is on its way."""

    screen: str


class Unpaired(msgspec.Struct, frozen=True, tag="unpaired"):
    """Sync to stage: a signed manifest ended the pairing; nothing of it is left in the folder."""


class SnapshotWanted(msgspec.Struct, frozen=True, tag="snapshot-wanted"):
    """Sync to stage: somebody looks at "Skärmen just nu", or nobody does any more."""

    wanted: bool


class Contact(msgspec.Struct, frozen=True, tag="contact"):
    """Sync to stage: a verified answer came; `time` is the newest time that the server has signed."""

    time: datetime


class Hello(msgspec.Struct, frozen=True, tag="hello"):
    """Composer to stage: ready to draw; pictures drawn by another `render_id` are to be drawn again."""

    render_id: str


class Composed(msgspec.Struct, frozen=True, tag="composed"):
    """Composer to stage: the picture `key` lies in the folder."""

    key: str


class NotComposed(msgspec.Struct, frozen=True, tag="not-composed"):
    """Composer to stage: the card cannot be drawn, and trying again would not help for now."""

    key: str
    reason: str


class Rotten(msgspec.Struct, frozen=True, tag="rotten"):
    """Composer to stage, stage to sync: these assets are missing or damaged; fetch them again."""

    assets: tuple[str, ...]


class Compose(msgspec.Struct, frozen=True, tag="compose"):
    """Stage to composer: draw `card` as it is to stand at `at`, and keep it as `key`."""

    key: str
    card: Card
    screen: Screen
    language: Language
    at: datetime


class Keep(msgspec.Struct, frozen=True, tag="keep"):
    """Stage to composer: these pictures are in use or soon will be; they are never evicted."""

    keys: tuple[str, ...]


class Played(msgspec.Struct, frozen=True, tag="played"):
    """Stage to sync: a showing ended."""

    play: Play


class OnGlass(msgspec.Struct, frozen=True, tag="on-glass", kw_only=True):
    """Stage to sync: what stands on the glass, for the next heartbeat."""

    card: str | None
    card_version: int
    language: Language
    since: datetime
    frame_at: datetime
    width_px: int
    height_px: int
    render_id: str
    clock_trusted: bool
    set_aside: tuple[str, ...] = ()


class SnapshotTaken(msgspec.Struct, frozen=True, tag="snapshot"):
    """Stage to sync: a JPEG of the glass lies at `path`; whoever sends it removes it."""

    path: str


FromChild = (
    Activated | PairingOpen | Paired | Unpaired | SnapshotWanted | Contact | Hello | Composed | NotComposed | Rotten
)
ToSync = Played | OnGlass | SnapshotTaken | Rotten
ToComposer = Compose | Keep


def encode(message: msgspec.Struct) -> bytes:
    """`message` as one line."""
    return msgspec.json.encode(message) + b"\n"


class Decoder:
    """Cuts a stream of bytes into messages of one union; what is none of them is counted and dropped."""

    LINE_AT_MOST = 1_000_000
    """Bytes. A longer line is no message of ours."""

    def __init__(self, union: object) -> None:
        self._decoder: msgspec.json.Decoder[object] = msgspec.json.Decoder(union)
        self._rest = b""
        self.dropped = 0

    def feed(self, data: bytes) -> list[object]:
        """The messages that are whole once `data` has come."""
        *lines, self._rest = (self._rest + data).split(b"\n")
        if len(self._rest) > self.LINE_AT_MOST:
            self._rest = b""
            self.dropped += 1
        found = []
        for line in lines:
            try:
                found.append(self._decoder.decode(line))
            except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
                self.dropped += 1
        return found
