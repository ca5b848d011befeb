"""What a player tells the server: that it is alive, what it showed, and what it refused.

Both sides import these shapes. Everything is bounded, since a stolen device token must not fill a disk; every text is
hostile until it is shown as text. A report has a number within its boot, so that a repeated one counts once.
"""

from datetime import datetime
from typing import Annotated

import msgspec

from cards.model import CardId

REPORT_AT_MOST = 200_000
"""Bytes of one report's body."""

PLAYS_AT_MOST = 500
SNAPSHOT_AT_MOST = 300_000
"""Bytes of a snapshot, a JPEG."""

Count = Annotated[int, msgspec.Meta(ge=0, lt=2**53)]
Moment = Annotated[datetime, msgspec.Meta(tz=True)]
Word = Annotated[str, msgspec.Meta(max_length=100)]
BootId = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{32}$")]
LanguageCode = Annotated[str, msgspec.Meta(pattern="^[a-z]{2,3}$")]


class Refusal(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The last thing that the player refused: the code of a ManifestError or of a failed asset, and when."""

    code: Annotated[str, msgspec.Meta(pattern="^[a-z0-9-]{1,40}$")]
    at: Moment


class Heartbeat(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """How the player is, now. `epoch` and `number` are those of the active manifest, 0 where there is none.

    `card` is None where the house card stands. `frame_at` is when the stage last presented a frame. Bytes and seconds
    are whole numbers; `clock_trusted` tells whether the time was confirmed since the start.
    """

    at: Moment
    version: Word
    render_id: Word
    epoch: Count = 0
    number: Count = 0
    card: CardId | None = None
    card_version: Count = 0
    language: LanguageCode = "sv"
    since: Moment | None = None
    frame_at: Moment | None = None
    width_px: Annotated[int, msgspec.Meta(ge=1, le=16_384)] = 1920
    height_px: Annotated[int, msgspec.Meta(ge=1, le=16_384)] = 1080
    uptime_s: Count = 0
    memory_bytes: Count = 0
    free_bytes: Count = 0
    clock_trusted: bool = True
    refused: Refusal | None = None


class Play(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Proof that a card stood on the glass: from `at`, for `seconds` real seconds."""

    card: CardId
    version: Count
    language: LanguageCode
    at: Moment
    seconds: Annotated[float, msgspec.Meta(ge=0, le=86_400)]


class Report(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """`POST /reports`. `boot` names the player's start, `sequence` rises by one in it.

    Report (boot, sequence) is stored once however often it arrives; a play's place in `plays` tells it apart.
    """

    boot: BootId
    sequence: Count
    heartbeat: Heartbeat | None = None
    plays: Annotated[tuple[Play, ...], msgspec.Meta(max_length=PLAYS_AT_MOST)] = ()
