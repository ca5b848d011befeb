"""Reading the active manifest back from the player's own disk, quickly: the stage does it before its first frame.

What lies there was verified before it was stored, and its checksum tells whether it has rotted since; so no signature
is checked here, and no cryptography is loaded. The sync process verifies it again once it has started.
"""

from pathlib import Path

import msgspec

from foundation.files import read_checked
from playlists.model import Manifest


class _Sealed(msgspec.Struct):
    """The outside of an envelope, as far as a reader needs it that trusts its own disk. Base64 is read as bytes."""

    payload: bytes


def decode_active(raw: bytes) -> Manifest | None:
    """The manifest in an envelope that was verified before it was stored, or None where it is another version's."""
    try:
        return msgspec.json.decode(msgspec.json.decode(raw, type=_Sealed).payload, type=Manifest)
    except (msgspec.MsgspecError, RecursionError, ValueError):
        return None


def load_active(path: Path) -> Manifest | None:
    """The active manifest, its predecessor where that has rotted, or None where neither can be read."""
    raw = read_checked(path)
    return decode_active(raw) if raw is not None else None
