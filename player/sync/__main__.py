"""Entry of the sync process: `python -m player.sync`, started by the stage and by nobody else."""

import argparse
import logging
import random
import threading
import time
from http import HTTPStatus
from pathlib import Path

from foundation import logs
from foundation.errors import TorgetError
from player.clock import SAVE_EVERY_S, load_clock, save_clock
from player.errors import CutError, RefusedError
from player.folder import Folder
from player.lifeline import die_with_parent, listen_in_background, say, stop_on_signal
from player.link import Link
from player.messages import Paired, PairingOpen, Rotten, ToSync, Unpaired
from player.sync import membership as members
from player.sync.backoff import Backoff
from player.sync.follow import Follower, RevokedError
from player.sync.membership import Membership, State, write_state
from player.sync.outbox import Outbox
from player.sync.pairing import pair, this_device
from player.sync.reporter import Reporter
from player.sync.store import Store

log = logging.getLogger("player.sync")

WAIT_S = 25
HELD_S = 1.0
"""A poll that was held so long and then cut ended in the ordinary way."""

PLAIN_EVERY_S = (4.0, 8.0)
"""Between polls of a server, or a cache before it, that does not hold them."""


class Sync:
    """The life of the process: pair if need be, then follow until a signed manifest says "revoked".

    Then it ends, and the stage starts another one, which knows nothing of the old token.
    """

    def __init__(self, folder: Folder, options: argparse.Namespace) -> None:
        self._folder, self._options = folder, options
        self._follower: Follower | None = None
        self._reporter: Reporter | None = None
        self._clock = load_clock(folder.clock)
        self._clock_saved_at = time.monotonic()

    def run(self) -> None:
        """Returns only when the pairing was ended from the server's side. Raises OSError when the disk refuses."""
        listen_in_background(ToSync, self._hear, self._leave)
        membership = members.load(self._folder) or self._pair()
        write_state(self._folder.state, State(paired=True, screen=membership.trust.screen))
        say(Paired(membership.trust.screen))
        self._follow(membership)

    def _hear(self, message: object) -> None:
        if isinstance(message, Rotten):
            if self._follower is not None:
                self._follower.suspect()
        elif self._reporter is not None:
            self._reporter.take(message)

    def _leave(self) -> None:
        """The stage is going: keep what was played, and the time."""
        try:
            if self._reporter is not None:
                self._reporter.leave()
            save_clock(self._folder.clock, self._clock)
        except OSError as error:
            log.warning("the last plays could not be kept: %s", error.strerror)

    def _pair(self) -> Membership:
        def announce(shown: PairingOpen) -> None:
            write_state(self._folder.state, State(code=shown.code, check=shown.check_number))
            say(shown)

        link = Link(self._options.server, ca_file=self._options.ca_file)
        device = this_device(self._options.width, self._options.height)
        membership = pair(link, self._options.server, device, announce)
        link.close()
        members.store(self._folder, membership)
        log.info("paired as screen %s", membership.trust.screen)
        return membership

    def _follow(self, membership: Membership) -> None:
        link = Link(self._options.server, membership.token, self._options.ca_file)
        follower = Follower(self._folder, Store(self._folder), link, membership, say)
        self._follower = follower
        reports = Link(self._options.server, membership.token, self._options.ca_file)
        self._reporter = Reporter(self._folder, Outbox(self._folder.outbox), reports, follower)
        threading.Thread(target=self._reporter.run, name="reports", daemon=True).start()
        try:
            self._poll_for_ever(follower)
        except RevokedError:
            write_state(self._folder.state, State())
            say(Unpaired())

    def _poll_for_ever(self, follower: Follower) -> None:
        backoff, lost = Backoff(), False
        while True:
            began = time.monotonic()
            try:
                news = follower.step(WAIT_S if follower.etag else 0)
                if lost:
                    log.info("in contact again")
                lost = False
                backoff.reset()
                pause = 0.0
                if not news and time.monotonic() - began < HELD_S:
                    pause = random.uniform(*PLAIN_EVERY_S)  # noqa: S311 - jitter, no secret
            except (TorgetError, OSError) as error:
                held = isinstance(error, CutError) and time.monotonic() - began >= HELD_S
                if not held and not lost:
                    log.warning("no step forward: %s", error)
                    lost = True
                pause = random.uniform(0, 0.5) if held else _pause(error, backoff)  # noqa: S311 - jitter, no secret
            self._save_clock_when_due(follower)
            time.sleep(pause)

    def _save_clock_when_due(self, follower: Follower) -> None:
        if follower.manifest is not None:
            self._clock.raise_floor(follower.manifest.issued)
        if time.monotonic() - self._clock_saved_at >= SAVE_EVERY_S:
            self._clock_saved_at = time.monotonic()
            try:
                save_clock(self._folder.clock, self._clock)
            except OSError as error:
                log.warning("the time could not be kept: %s", error.strerror)


def _pause(error: Exception, backoff: Backoff) -> float:
    asked = error.retry_after_s if isinstance(error, RefusedError) else 0.0
    if isinstance(error, RefusedError) and error.status == HTTPStatus.TOO_MANY_REQUESTS:
        return max(asked, backoff.pause_s())
    return backoff.pause_s()


def main() -> None:
    """Read the arguments that the stage gives, and live."""
    die_with_parent()
    stop_on_signal()
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--server", required=True)
    parser.add_argument("--ca-file", default="")
    parser.add_argument("--width", type=int, required=True)
    parser.add_argument("--height", type=int, required=True)
    parser.add_argument("--log-level", default="INFO")
    options = parser.parse_args()
    logs.set_up(options.log_level)
    Sync(Folder(options.data), options).run()


if __name__ == "__main__":
    main()
