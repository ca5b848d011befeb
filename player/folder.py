"""The player's data folder: which file holds what, and nothing about how it is used.

    state.json   what a person or the demo may read: pairing code, check number, paired or not, screen
    membership   device token and trust, checksummed, mode 0600
    active       the verified manifest's payload, checksummed; its predecessor beside it as active.before
    clock        the newest time ever seen
    outbox       proof of play that the server has not confirmed
    assets/      pictures by the hash of their bytes
    kept/        composed pictures
    run/         what lives no longer than the process: snapshots on their way to the server

Files with a checksum go through `foundation.files.replace_checked`.
"""

import fcntl
import os
import shutil
from pathlib import Path

from foundation.files import ensure_folder, sweep
from player.errors import SecondPlayerError

FILES = ("state.json", "membership", "active", "clock", "outbox")
FOLDERS = ("assets", "kept", "run")


class Folder:
    """The paths below `root`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.state, self.membership, self.active, self.clock, self.outbox = (root / name for name in FILES)
        self.assets, self.kept, self.run = (root / name for name in FOLDERS)

    def make(self) -> None:
        """Make the folders, and clear away what has no business in them. Raises FolderNotWritableError.

        A folder where a file belongs would refuse every rename onto it, and a file where a folder belongs every
        write into it; both can only be the work of a rotten file system or of a stranger.
        """
        ensure_folder(self.root)
        for name in FILES:
            for path in (self.root / name, self.root / f"{name}.before"):
                if path.is_dir() and not path.is_symlink():
                    shutil.rmtree(path, ignore_errors=True)
        for name in FOLDERS:
            path = self.root / name
            if path.is_symlink() or (path.exists() and not path.is_dir()):
                path.unlink()
            ensure_folder(path)

    def sweep(self) -> int:
        """Remove what killed processes left half written; returns how many files."""
        left = sum(sweep(folder) for folder in (self.root, self.assets, self.kept))
        for path in self.run.iterdir():
            if path.is_file():
                path.unlink(missing_ok=True)
                left += 1
        return left

    def lock(self) -> int:
        """Hold the folder for this process as long as the handle is open. Raises SecondPlayerError."""
        handle = os.open(self.root / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(handle)
            raise SecondPlayerError(f"{self.root} is in use", folder=str(self.root)) from error
        return handle
