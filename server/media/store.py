"""The store: files under the hash of their bytes. Equal bytes are one file; a file never changes.

Pictures and their renditions lie side by side in `media` below the data folder.
"""

import hashlib
import re
from pathlib import Path

from foundation.files import ensure_folder, replace_file
from server.media.errors import NotKeptError

FOLDER = "media"
_HASH = re.compile(r"[0-9a-f]{64}")


def path_of(folder: Path, sha256: str) -> Path:
    """Where the bytes with this hash lie below the data folder. Raises ValueError for what is no hash."""
    if not _HASH.fullmatch(sha256):
        raise ValueError("not a SHA-256")
    return folder / FOLDER / sha256[:2] / sha256


def keep(folder: Path, data: bytes) -> str:
    """Keep `data`; returns its hash. Raises NotKeptError when the disk does not take it."""
    sha256 = hashlib.sha256(data).hexdigest()
    path = path_of(folder, sha256)
    if path.is_file() and path.stat().st_size == len(data):
        return sha256
    try:
        ensure_folder(path.parent)
        replace_file(path, data)
    except OSError as error:
        raise NotKeptError(f"not kept: {error.strerror}") from error
    return sha256


def read(folder: Path, sha256: str) -> bytes | None:
    """The bytes with this hash, or None where they are not there, or no longer what they were."""
    try:
        data = path_of(folder, sha256).read_bytes()
    except (OSError, ValueError):
        return None
    return data if hashlib.sha256(data).hexdigest() == sha256 else None
