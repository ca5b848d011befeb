"""The cache: assets by the hash of their bytes, and which manifest is active.

Order is everything: assets are whole and synced before the trust's number is stored, and that before the manifest
becomes active by one rename. `active` and `active.before` are the last two manifests; their assets are never evicted.
"""

import contextlib
import hashlib
import logging
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from foundation.errors import TorgetError
from foundation.files import PART, adopt_file, read_checked, replace_checked, staging_name, sync_file, unwrap
from player.active import decode_active
from player.errors import AssetError
from player.folder import Folder
from playlists.model import Asset

log = logging.getLogger(__name__)

ASSETS_AT_MOST = 2_000_000_000
"""Bytes that pictures may take before those of neither manifest go, the longest unused first."""

READ_BYTES = 1_048_576


class Store:
    """The assets and the active manifest in `folder`."""

    def __init__(self, folder: Folder, assets_at_most: int = ASSETS_AT_MOST) -> None:
        self._folder = folder
        self._assets_at_most = assets_at_most

    def active(self) -> bytes | None:
        """The envelope of the active manifest (its predecessor's where it has rotted), or None."""
        return read_checked(self._folder.active)

    def activate(self, envelope: bytes) -> None:
        """Make `envelope` the active one; its assets are here already. Raises OSError; then the old one plays on."""
        replace_checked(self._folder.active, envelope, mode=0o600)

    def whole(self, asset: Asset) -> bool:
        """Tell whether the asset is here, byte for byte."""
        path = self._folder.assets / asset.sha256
        digest = hashlib.sha256()
        try:
            if path.stat().st_size != asset.size:
                return False
            with path.open("rb") as file:
                while data := file.read(READ_BYTES):
                    digest.update(data)
        except OSError:
            return False
        return digest.hexdigest() == asset.sha256

    def missing(self, assets: Iterable[Asset]) -> tuple[Asset, ...]:
        """Those of `assets` that are not here, or not whole."""
        return tuple(asset for asset in assets if not self.whole(asset))

    def take(self, asset: Asset, chunks: Iterator[bytes]) -> None:
        """Keep the bytes of `asset` when they are exactly the ones promised. Raises AssetError, OSError, LinkError."""
        path = self._folder.assets / asset.sha256
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)  # a stranger's folder under a picture's name would refuse the rename for ever
        staging = staging_name(path)
        digest = hashlib.sha256()
        size = 0
        try:
            with staging.open("xb") as file:
                for chunk in chunks:
                    digest.update(chunk)
                    size += file.write(chunk)
                sync_file(file)
            if size != asset.size or digest.hexdigest() != asset.sha256:
                raise AssetError(f"asset {asset.sha256[:12]} came with other bytes")
            adopt_file(staging, path)
        finally:
            with contextlib.suppress(OSError):
                staging.unlink(missing_ok=True)

    def evict(self, *, keep: Iterable[str] = (), all_idle: bool = False) -> int:
        """Remove assets of neither manifest nor `keep` beyond the budget, or all of them; returns how many went."""
        needed = self._needed()
        if needed is None:
            return 0
        needed = needed.union(keep)
        found: list[tuple[float, int, Path]] = []
        total = 0
        for path in self._folder.assets.iterdir():
            if path.name.endswith(PART) or path.is_dir():
                continue
            with contextlib.suppress(OSError):
                status = path.lstat()
                total += status.st_size
                if path.name not in needed:
                    found.append((status.st_mtime, status.st_size, path))
        gone = 0
        for _, size, path in sorted(found):
            if total <= self._assets_at_most and not all_idle:
                break
            with contextlib.suppress(OSError):
                path.unlink()
                total -= size
                gone += 1
        return gone

    def _needed(self) -> frozenset[str] | None:
        """The assets of both manifests; None when one of them cannot be read, since then nothing is known idle."""
        names: set[str] = set()
        before = self._folder.active.with_name(self._folder.active.name + ".before")
        for path in (self._folder.active, before):
            try:
                raw = unwrap(path.read_bytes(), path)
            except FileNotFoundError:
                continue
            except (OSError, TorgetError):
                return None
            manifest = decode_active(raw)
            if manifest is None:
                return None
            names.update(asset.sha256 for asset in manifest.assets)
        return frozenset(names)
