"""Reporting: heartbeats, proof of play and snapshots, in a thread of their own, so that a held poll delays none."""

import contextlib
import logging
import os
import resource
import time
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from queue import Empty, SimpleQueue

from player.errors import LinkError, RefusedError
from player.folder import Folder
from player.link import Link
from player.messages import OnGlass, Played, SnapshotTaken
from player.sync.follow import Follower
from player.sync.outbox import Outbox
from player.sync.pairing import program_version
from playlists.reports import SNAPSHOT_AT_MOST, Heartbeat, Refusal

log = logging.getLogger(__name__)

HEARTBEAT_EVERY_S = 30.0
PLAYS_EVERY_S = 60.0
FINAL = (HTTPStatus.BAD_REQUEST, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, HTTPStatus.UNPROCESSABLE_ENTITY)
"""Answers that the same report would get again: it is dropped, so that those behind it are not held up."""


class Reporter:
    """What the stage tells goes in by `take`, from any thread; `run` sends it."""

    def __init__(self, folder: Folder, outbox: Outbox, link: Link, follower: Follower) -> None:
        self._folder, self._outbox, self._link, self._follower = folder, outbox, link, follower
        self._inbox: SimpleQueue[object] = SimpleQueue()
        self._on_glass: OnGlass | None = None
        self._snapshot: Path | None = None
        self._started_at = time.monotonic()
        self._heartbeat_at = time.monotonic()
        self._plays_at = time.monotonic() + PLAYS_EVERY_S
        self._answered = True

    def take(self, message: object) -> None:
        """Something that the stage said."""
        self._inbox.put(message)

    def leave(self) -> None:
        """Keep what was played and not confirmed for the next start. Raises OSError."""
        with contextlib.suppress(Empty):
            while True:
                self._sort(self._inbox.get_nowait())
        self._outbox.save()

    def run(self) -> None:
        """Send what is due, for ever. An outage loses heartbeats and snapshots, never plays."""
        while True:
            self._sort_in()
            try:
                self._send_due()
                if not self._answered:
                    log.info("reports are taken again")
                self._answered = True
            except LinkError as error:
                if self._answered:
                    log.warning("a report was not taken: %s", error)
                self._answered = False
            except OSError as error:
                log.warning("the outbox could not be written: %s", error.strerror)

    def _sort_in(self) -> None:
        """Wait at most a second for something new, then take all there is."""
        try:
            message = self._inbox.get(timeout=1.0)
            while True:
                self._sort(message)
                message = self._inbox.get_nowait()
        except Empty:
            return

    def _sort(self, message: object) -> None:
        if isinstance(message, Played):
            self._outbox.add(message.play)
        elif isinstance(message, OnGlass):
            before = self._on_glass
            first = before is None or (before.card is None and message.card is not None)
            self._on_glass = message
            if first:
                self._heartbeat_at = time.monotonic()
        elif isinstance(message, SnapshotTaken):
            if self._snapshot is not None:
                self._snapshot.unlink(missing_ok=True)
            self._snapshot = Path(message.path)

    def _send_due(self) -> None:
        now = time.monotonic()
        if self._snapshot is not None:
            path, self._snapshot = self._snapshot, None
            self._send_snapshot(path)
        if now >= self._plays_at:
            self._plays_at = now + PLAYS_EVERY_S
            self._outbox.save_when_due()
            self._send_plays()
        if now >= self._heartbeat_at:
            self._heartbeat_at = now + HEARTBEAT_EVERY_S
            self._link.report(self._outbox.heartbeat(self._heartbeat()))

    def _send_snapshot(self, path: Path) -> None:
        try:
            jpeg = path.read_bytes()
        finally:
            path.unlink(missing_ok=True)
        if len(jpeg) <= SNAPSHOT_AT_MOST:
            self._link.snapshot(jpeg)

    def _send_plays(self) -> None:
        report = self._outbox.next(self._heartbeat())
        if report is None:
            return
        try:
            self._link.report(report)
        except RefusedError as error:
            if error.status not in FINAL:
                raise
            log.warning("a report was refused for good: %s", error)
        self._outbox.confirmed()

    def _heartbeat(self) -> Heartbeat:
        shown, manifest, refused = self._on_glass, self._follower.manifest, self._follower.refused
        now = datetime.now(UTC)
        if shown is not None and shown.set_aside and refused is None:
            refused = Refusal(code="card-set-aside", at=now)
        return Heartbeat(
            at=now,
            version=program_version(),
            render_id=shown.render_id[:100] if shown else "",
            epoch=manifest.epoch if manifest else 0,
            number=manifest.number if manifest else 0,
            card=shown.card if shown else None,
            card_version=shown.card_version if shown else 0,
            language=shown.language if shown else "sv",
            since=shown.since if shown else None,
            frame_at=shown.frame_at if shown else None,
            width_px=shown.width_px if shown else 1920,
            height_px=shown.height_px if shown else 1080,
            uptime_s=int(time.monotonic() - self._started_at),
            memory_bytes=_memory_bytes(),
            free_bytes=_free_bytes(self._folder.root),
            clock_trusted=shown.clock_trusted if shown else True,
            refused=refused,
        )


def _memory_bytes() -> int:
    """What this process and the stage above it hold, shared pages counted in each; 0 where it cannot be known."""
    total = 0
    for pid in (os.getpid(), os.getppid()):
        try:
            words = Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()
            total += int(words[1]) * resource.getpagesize()
        except (OSError, ValueError, IndexError):
            continue
    return total


def _free_bytes(folder: Path) -> int:
    try:
        status = os.statvfs(folder)
    except OSError:
        return 0
    return status.f_bavail * status.f_frsize
