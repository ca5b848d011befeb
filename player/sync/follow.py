"""Following the server: each poll either changes nothing, or takes the cache from one whole set to the next.

The order is that of docs/protocol.md: verify, fetch every asset, store the trust's number, make active by one rename.
Killed at any point, the next start finds the old set or the new one, and this takes it up where it was left.
"""

import errno
import logging
from collections.abc import Callable
from datetime import UTC, datetime

import msgspec

from player.errors import AssetError
from player.folder import Folder
from player.link import Link
from player.messages import Activated, Contact, SnapshotWanted
from player.sync import membership as members
from player.sync.membership import Membership
from player.sync.store import Store
from playlists.errors import BadSignatureError, ManifestError, UnknownEpochError
from playlists.model import Asset, Manifest
from playlists.reports import Refusal
from playlists.trust import Trust, accept_keys, accept_manifest

log = logging.getLogger(__name__)

FULL = (errno.ENOSPC, errno.EDQUOT)


class RevokedError(Exception):
    """A signed manifest says that this player is no longer the screen's. Not a fault: a way out of the loop."""


class Follower:
    """Keeps one folder in step with one server. `refused` is the last thing that was not taken."""

    def __init__(
        self,
        folder: Folder,
        store: Store,
        link: Link,
        membership: Membership,
        announce: Callable[[msgspec.Struct], None],
    ) -> None:
        self._folder, self._store, self._link, self._announce = folder, store, link, announce
        self._membership = membership
        self._wanted = False
        self._suspect = True
        self.refused: Refusal | None = None
        self.manifest = self._verified_again()

    @property
    def etag(self) -> str:
        """What the active manifest is called; empty where none is active."""
        return f'"{self.manifest.epoch}.{self.manifest.number}"' if self.manifest else ""

    def step(self, wait_s: int) -> bool:
        """One poll and what follows from it; tells whether it brought any news.

        Raises LinkError when the server gave no answer, AssetError or ManifestError when it gave a wrong one, OSError
        when the disk refused, RevokedError when it ends here. After each but the last, what was active still is.
        """
        answer = self._link.manifest(self.etag, wait_s)
        news = answer.envelope is not None or answer.snapshot_wanted != self._wanted
        if answer.snapshot_wanted != self._wanted:
            self._wanted = answer.snapshot_wanted
            self._announce(SnapshotWanted(self._wanted))
        try:
            if answer.envelope is None:
                self.repair()
            else:
                self._take(answer.envelope)
        except (ManifestError, AssetError) as error:
            self._note(error.code if isinstance(error, ManifestError) else "bad-asset", str(error))
            raise
        except OSError as error:
            self._disk_refused(error)
            raise
        if self.manifest is not None:
            self._announce(Contact(self.manifest.issued))
        return news

    def repair(self) -> None:
        """Fetch what has gone missing or rotten of the active manifest's assets. Raises as `step`.

        All of them are read through after the start, and when the composer met a bad one: not at every poll.
        """
        if self._suspect and self.manifest is not None:
            fetched = self._fetch(self.manifest.assets)
            self._suspect = False
            if fetched:
                self._announce(Activated())

    def suspect(self) -> None:
        """An asset was found missing or damaged: look through all of them after the next poll."""
        self._suspect = True

    def _take(self, envelope: bytes) -> None:
        manifest, trust = self._accept(envelope)
        if manifest.revoked:
            members.forget(self._folder)
            log.info("the server ended the pairing, by manifest %d.%d", manifest.epoch, manifest.number)
            raise RevokedError
        self._fetch(manifest.assets)
        if trust != self._membership.trust:
            self._remember(trust)
        self._store.activate(envelope)
        self.manifest, self.refused, self._suspect = manifest, None, False
        log.info("manifest %d.%d is active, %d cards", manifest.epoch, manifest.number, len(manifest.cards))
        self._announce(Activated())
        self._store.evict()

    def _accept(self, envelope: bytes) -> tuple[Manifest, Trust]:
        """The manifest and its trust; a key that is not known yet may stand in a newer key list."""
        try:
            return accept_manifest(envelope, self._membership.trust)
        except (UnknownEpochError, BadSignatureError):
            trust = accept_keys(self._link.keys(), self._membership.trust)
            if trust == self._membership.trust:
                raise
            self._remember(trust)
            return accept_manifest(envelope, trust)

    def _remember(self, trust: Trust) -> None:
        membership = msgspec.structs.replace(self._membership, trust=trust)
        members.store(self._folder, membership)
        self._membership = membership

    def _fetch(self, assets: tuple[Asset, ...]) -> int:
        missing = self._store.missing(assets)
        for asset in missing:
            self._store.take(asset, self._link.asset(asset.sha256, asset.size))
        return len(missing)

    def _disk_refused(self, error: OSError) -> None:
        self._note("disk", f"the disk refused: {error.strerror}")
        if error.errno in FULL:
            self._store.evict(all_idle=True)

    def _note(self, code: str, reason: str) -> None:
        if self.refused is None or self.refused.code != code:
            log.warning("not taken (%s): %s", code, reason)
        self.refused = Refusal(code=code, at=datetime.now(UTC))

    def _verified_again(self) -> Manifest | None:
        """The active manifest, when its signature still holds; otherwise the server is asked as if there were none.

        What stands on the glass goes on standing there meanwhile: only another manifest takes its place.
        """
        raw = self._store.active()
        if raw is None:
            return None
        trust = self._membership.trust
        try:
            # The number is that of the last accepted manifest, which may not have become active before a kill.
            manifest, taken = accept_manifest(raw, msgspec.structs.replace(trust, epoch=0, number=0, payload_sha256=""))
        except ManifestError as error:
            log.warning("the stored manifest does not hold (%s), asking for another", error.code)
            return None
        if (taken.epoch, taken.number) > (trust.epoch, trust.number):
            # The newest membership has rotted and its predecessor stepped in: no older manifest may profit from it.
            self._membership = msgspec.structs.replace(self._membership, trust=taken)
            try:
                members.store(self._folder, self._membership)
            except OSError as error:
                log.warning("the trust could not be stored: %s", error.strerror)
        return manifest
