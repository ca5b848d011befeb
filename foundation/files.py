"""Every durable write of the house, so that one fault layer in the tests reaches all of them.

The rule: staging name in the same folder, write, fsync, rename, fsync of the folder. A reader meets the old bytes or
the new ones, whatever dies in between. A failed fsync means that the bytes are lost: the staging file is removed and
the error passes on; fsync is never called twice on the same bytes, since the second call may lie.

Staging names start with a dot and end in `.part`, so that `sweep` can tell what a killed process left behind.
"""

import os
import zlib
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

from foundation.errors import N_, TorgetError

PART = ".part"


class FolderNotWritableError(TorgetError):
    say = N_("Torget cannot write in {folder}. Make the folder writable, or name another one.")


class TornFileError(TorgetError):
    """A checksummed file whose bytes are not the ones that were written."""

    say = N_("The file {file} is damaged. Torget goes on with its predecessor.")


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` survive a power cut. Raises OSError as fsync does."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def staging_name(path: Path) -> Path:
    """A fresh name beside `path` for bytes that are not whole yet."""
    return path.with_name(f".{path.name}.{token_hex(4)}{PART}")


def sync_file(file: BinaryIO) -> None:
    """Flush `file` and force its bytes to the disk. Raises OSError; then the bytes count as lost."""
    file.flush()
    os.fsync(file.fileno())


def replace_file(path: Path, data: bytes, *, mode: int = 0o644) -> None:
    """Make `path` hold `data`, or leave it untouched, whatever dies in between.

    `mode` is set before the first byte is written, so a secret is never readable by others for a moment.
    Raises OSError; then `path` is as it was and no staging file is left.
    """
    staging = staging_name(path)
    try:
        with os.fdopen(os.open(staging, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
            file.write(data)
            sync_file(file)
        staging.replace(path)
    finally:
        staging.unlink(missing_ok=True)  # nothing is there once it has been renamed
    sync_folder(path.parent)  # only now does the rename survive a power cut


def adopt_file(staging: Path, path: Path) -> None:
    """Give a complete, synced staging file its lasting name. Raises OSError; then `path` is as it was."""
    staging.replace(path)
    sync_folder(path.parent)


def replace_checked(path: Path, data: bytes, *, mode: int = 0o600) -> None:
    """As `replace_file`, with a checksum line in front and the former file kept beside as `<name>.before`.

    The predecessor is what `read_checked` falls back to when a card of flash memory has rotted; a former file that is
    torn or unreadable itself never takes its place. Raises OSError.
    """
    former = _whole(path)
    if former is not None:
        replace_file(path.with_name(path.name + ".before"), former, mode=mode)
    replace_file(path, b"torget1 %08x %d\n" % (zlib.crc32(data), len(data)) + data, mode=mode)


def read_checked(path: Path) -> bytes | None:
    """The bytes last written by `replace_checked`, its predecessor's if they are torn, or None if there are none.

    Never raises for a damaged, missing or unreadable file: state that cannot be read is state that is not there.
    """
    for candidate in (path, path.with_name(path.name + ".before")):
        try:
            return unwrap(candidate.read_bytes(), candidate)
        except (OSError, TornFileError):
            continue
    return None


def _whole(path: Path) -> bytes | None:
    try:
        raw = path.read_bytes()
        unwrap(raw, path)
    except (OSError, TornFileError):
        return None
    return raw


def unwrap(raw: bytes, path: Path) -> bytes:
    """The data behind the checksum line. Raises TornFileError when the line or the sum does not hold."""
    line, newline, data = raw.partition(b"\n")
    words = line.split(b" ")
    whole = bool(newline) and len(words) == 3 and words[0] == b"torget1"
    if not whole or words[1:] != [b"%08x" % zlib.crc32(data), b"%d" % len(data)]:
        raise TornFileError(f"checksum of {path.name} does not hold", file=path.name)
    return data


def sweep(folder: Path) -> int:
    """Remove the staging files that a killed process left in `folder`; returns how many. Missing folder: 0."""
    left = [part for part in folder.glob(f".*{PART}") if part.is_file()] if folder.is_dir() else []
    for part in left:
        part.unlink(missing_ok=True)
    return len(left)


def ensure_folder(folder: Path) -> Path:
    """Make `folder` with its parents and prove that it can be written. Raises FolderNotWritableError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = staging_name(folder / "probe")
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise FolderNotWritableError(f"cannot write in {folder}: {error.strerror}", folder=str(folder)) from error
    return folder
