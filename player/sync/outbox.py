"""Proof of play on its way to the server: nothing counts twice, and little is lost.

A report that may have been sent keeps its boot, its sequence and its plays for ever, on disk too, until the server has
confirmed it; what was played meanwhile waits for the next one.
"""

import secrets
import time
from pathlib import Path

import msgspec

from foundation.files import read_checked, replace_checked
from playlists.reports import PLAYS_AT_MOST, Heartbeat, Play, Report

WAITING_AT_MOST = 10_000
"""Plays that wait while the server is away: some 40 hours of cards. Beyond it the oldest are lost."""

SAVE_EVERY_S = 600.0
"""How often waiting plays are written while they cannot be sent: flash memory wears."""


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What is on the disk: the report that may have been sent, and what waits behind it."""

    sent: Report | None = None
    waiting: tuple[Play, ...] = ()


class Outbox:
    """One player's unconfirmed plays, and the numbers of its reports."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._boot = secrets.token_hex(16)
        self._sequence = 0
        self._saved_at = time.monotonic()
        kept = _load(path)
        self._sent = kept.sent
        self._waiting = list(kept.waiting)

    def add(self, play: Play) -> None:
        """A showing ended."""
        self._waiting.append(play)
        del self._waiting[:-WAITING_AT_MOST]

    def heartbeat(self, heartbeat: Heartbeat) -> Report:
        """A report that is only a heartbeat: lost if it is lost."""
        return self._report(heartbeat, ())

    def next(self, heartbeat: Heartbeat) -> Report | None:
        """The report to send now, stored first; None where nothing was played. Raises OSError."""
        if self._sent is None and self._waiting:
            self._sent = self._report(heartbeat, tuple(self._waiting[:PLAYS_AT_MOST]))
            del self._waiting[:PLAYS_AT_MOST]
            self.save()
        return self._sent

    def confirmed(self) -> None:
        """The server has what `next` gave. The disk learns it with the next report, as a repeat counts once."""
        self._sent = None

    def save_when_due(self) -> None:
        """Write what waits if it has not been written for long. Raises OSError."""
        if self._waiting and time.monotonic() - self._saved_at >= SAVE_EVERY_S:
            self.save()

    def save(self) -> None:
        """Write everything now. Raises OSError."""
        self._saved_at = time.monotonic()
        kept = Kept(sent=self._sent, waiting=tuple(self._waiting))
        replace_checked(self._path, msgspec.json.encode(kept), mode=0o600)

    def _report(self, heartbeat: Heartbeat, plays: tuple[Play, ...]) -> Report:
        self._sequence += 1
        return Report(boot=self._boot, sequence=self._sequence, heartbeat=heartbeat, plays=plays)


def _load(path: Path) -> Kept:
    raw = read_checked(path)
    try:
        return msgspec.json.decode(raw, type=Kept) if raw is not None else Kept()
    except (msgspec.MsgspecError, RecursionError, ValueError):
        return Kept()
