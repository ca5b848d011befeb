"""What makes this player one screen's: the device token, and what it believes. One file, so that the two never part."""

from pathlib import Path

import msgspec

from foundation.files import read_checked, replace_checked, replace_file, sync_folder
from player.folder import Folder
from playlists.trust import Trust


class Membership(msgspec.Struct, frozen=True, kw_only=True):
    """The token of the device and its trust."""

    token: str
    trust: Trust


def load(folder: Folder) -> Membership | None:
    """The membership, or None where the player belongs to nobody (or both copies have rotted)."""
    raw = read_checked(folder.membership)
    if raw is None:
        return None
    try:
        return msgspec.json.decode(raw, type=Membership)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        return None


def store(folder: Folder, membership: Membership) -> None:
    """Keep `membership`, readable by this user only. Raises OSError."""
    replace_checked(folder.membership, msgspec.json.encode(membership), mode=0o600)


def forget(folder: Folder) -> None:
    """Leave nothing of the pairing: first what plays, last the token. Raises OSError.

    Killed in between, the player still has its token, hears "revoked" again and comes back here.
    """
    for path in (folder.active, folder.outbox, folder.membership):
        for part in (path.with_name(path.name + ".before"), path):
            part.unlink(missing_ok=True)
        sync_folder(folder.root)


class State(msgspec.Struct, frozen=True, kw_only=True):
    """What a person or the demo may read beside the player: `DATA/state.json`."""

    code: str = ""
    check: str = ""
    paired: bool = False
    screen: str | None = None


def write_state(path: Path, state: State) -> None:
    """Make `state` readable. Raises OSError."""
    replace_file(path, msgspec.json.encode(state) + b"\n", mode=0o600)
