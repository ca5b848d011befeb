"""The render loop: it sleeps while a card stands still, wakes for a minute, a message or the next card, and fades.

Within a showing only monotonic time counts. Nothing in here waits for another process.
"""

import logging
import os
import select
import signal
import time

import msgspec
import pygame

from player.active import load_active
from player.children import Child
from player.clock import Clock
from player.folder import Folder
from player.memory import give_back
from player.messages import (
    Activated,
    Contact,
    OnGlass,
    Paired,
    PairingOpen,
    Played,
    SnapshotTaken,
    SnapshotWanted,
    Unpaired,
)
from player.notify import Notifier
from player.settings import Settings
from player.stage.director import Director
from player.stage.glass import Glass
from player.stage.programme import HOUSE, PAIRING, Programme
from player.stage.record import Record
from player.stage.shelf import Shelf
from player.stage.window import Window

log = logging.getLogger(__name__)

FRAME_S = 1 / 60
PRESENT_EVERY_S = 5.0
"""A still card is presented again so often: it feeds the watchdog, and mends what another window has smeared."""

LOOK_AT_WINDOW_S = 0.25
GROUND_AT_MOST_S = 10.0
"""With no card after so long the supervisor is told "ready" all the same: a restart would not help."""

SNAPSHOT_EVERY_S = 300.0
SNAPSHOT_WANTED_EVERY_S = 5.0
SNAPSHOT_SIDE_PX = 960


class Stage:
    """One window, its children, and the loop. `stop` ends it within a frame; `interrupted` tells of a Ctrl-C."""

    def __init__(self, settings: Settings, folder: Folder, clock: Clock, window: Window, record: Record) -> None:
        self.stop = False
        self.interrupted = False
        self._settings, self._folder, self._clock, self._window, self._record = settings, folder, clock, window, record
        self._programme = Programme(*window.size_px, settings.stage.speed)
        self._glass = Glass(window)
        self._sync = _sync_child(settings, window) if settings.server.url else None
        level = ("--data", settings.data.folder, "--log-level", settings.log.level)
        self._shelf = Shelf(folder.kept, Child("player.composer", level))
        self._director = Director(
            clock, window, self._glass, self._programme, self._shelf, record, lambda play: self._tell(Played(play))
        )
        self._notifier = Notifier()
        self._told_ready = False
        self._began_at = self._presented_at = time.monotonic()
        self._minute_at = 0.0
        self._snapshot_at = self._began_at + 3.0
        self._snapshot_wanted = False
        self._snapshots = 0

    def run(self, notifier: Notifier) -> None:
        """Show until a signal, the window or `minutes` ends it; the children end with it."""
        self._notifier = notifier
        wake, waker = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        signal.set_wakeup_fd(waker, warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._asked_to_stop)
        self._programme.manifest = load_active(self._folder.active)
        self._director.decide()
        self._present()
        give_back()
        try:
            self._shelf.composer.start()  # to learn how it draws now, even where every picture is kept
            while not self.stop:
                self._listen(wake)
                self._turn()
        finally:
            self._close()

    def _asked_to_stop(self, number: int, _frame: object) -> None:
        self.stop = True
        self.interrupted = number == signal.SIGINT

    def _listen(self, wake: int) -> None:
        """Sleep until something comes or is due, then take all of it."""
        children = [child for child in (self._sync, self._shelf.composer) if child is not None]
        heard = [handle for child in children if (handle := child.fileno()) is not None]
        ready, _, _ = select.select([wake, *heard], [], [], self._sleep_s())
        if wake in ready:
            os.read(wake, 4096)
        for child in children:
            child.flush()
            for message in child.hear():
                self._take(message)
        if self._sync is not None and self._sync.may_start:
            self._sync.start()
        self._shelf.tend()
        if self._window.closed():
            self.stop = True

    def _sleep_s(self) -> float:
        """How long nothing is due."""
        now = time.monotonic()
        if self._glass.fading:
            # A renderer that waits for the display paces the fade by itself.
            return 0.0 if self._window.accelerated else max(0.0, self._presented_at + FRAME_S - now)
        due = [self._director.decide_at, self._presented_at + self._present_every_s, self._minute_at, self._snapshot_at]
        due += [ends_at] if (ends_at := self._ends_at) is not None else []
        due += [now + child.start_in_s for child in (self._sync, self._shelf.composer) if child and not child.running]
        sleep_s = max(0.0, min(due) - now)
        return min(sleep_s, LOOK_AT_WINDOW_S) if self._window.visible else sleep_s

    @property
    def _present_every_s(self) -> float:
        return min(PRESENT_EVERY_S, self._notifier.watchdog_s or PRESENT_EVERY_S)

    @property
    def _ends_at(self) -> float | None:
        """When `minutes` are over, counted from the first card of the manifest's, or of any while there is none."""
        first_at = self._director.first_scheduled_at or self._director.first_at
        if not self._settings.stage.minutes or first_at is None:
            return None
        return first_at + self._settings.stage.minutes * 60

    def _take(self, message: object) -> None:
        if isinstance(message, Activated):
            self._programme.manifest = load_active(self._folder.active)
            self._shelf.forget()
        elif isinstance(message, PairingOpen):
            self._programme.pairing = message
        elif isinstance(message, Paired):
            self._programme.pairing = None
        elif isinstance(message, Unpaired):
            self._programme.manifest = None
        elif isinstance(message, SnapshotWanted):
            self._snapshot_wanted = message.wanted
            self._snapshot_at = min(self._snapshot_at, time.monotonic() + 0.5)
        elif isinstance(message, Contact):
            self._clock.raise_floor(message.time)
            return
        elif (rotten := self._shelf.take(message)) is not None:
            self._tell(rotten)
        self._director.decide_at = 0.0

    def _tell(self, message: msgspec.Struct) -> None:
        if self._sync is not None:
            self._sync.tell(message)

    def _turn(self) -> None:
        """One turn of the loop: a frame of a fade, or whatever is due while nothing moves."""
        if self._glass.fading:
            self._present()
            if not self._glass.fading:
                self._settle()
            return
        now = time.monotonic()
        if now >= self._director.decide_at:
            before = self._director.on
            self._director.decide()
            if self._director.on is not before and not self._glass.fading:  # a cut: the ground, or the same picture
                self._present()
                self._settle()
        if self._glass.fading:
            return
        if now >= self._minute_at:
            self._minute_at = now + 60.0 - self._clock.now().timestamp() % 60.0
            if self._director.set_time():
                self._present()
        if now - self._presented_at >= self._present_every_s:
            self._present()
            self._tell_on_glass()
        if now >= self._snapshot_at:
            self._take_snapshot(now)
        if (ends_at := self._ends_at) is not None and now >= ends_at:
            self.stop = True

    def _present(self) -> None:
        self._presented_at = time.monotonic()
        self._glass.frame(self._presented_at)
        if self._notifier.watchdog_s:
            self._notifier.tell("WATCHDOG=1")
        if not self._told_ready:
            late = self._presented_at - self._began_at > GROUND_AT_MOST_S
            if self._glass.slide is not None or late:
                self._told_ready = True
                self._notifier.tell("READY=1")

    def _settle(self) -> None:
        self._director.settled()
        self._tell_on_glass()

    def _tell_on_glass(self) -> None:
        on, since = self._director.on, self._director.on_since
        if on is None or since is None:
            return
        wall = self._clock.now()
        self._tell(
            OnGlass(
                card=None if on.card.id in (HOUSE, PAIRING) else on.card.id,
                card_version=on.card.version,
                language=on.language,
                since=since,
                frame_at=wall,
                width_px=self._window.size_px[0],
                height_px=self._window.size_px[1],
                render_id=self._shelf.render_id,
                clock_trusted=self._clock.trusted,
                set_aside=self._shelf.set_aside,
            )
        )

    def _take_snapshot(self, now: float) -> None:
        """A small JPEG of what stands, for the server's page. Measured: 15 ms, while nothing moves."""
        if self._sync is None or self._glass.slide is None or self._programme.manifest is None:
            self._snapshot_at = now + SNAPSHOT_WANTED_EVERY_S
            return
        self._snapshot_at = now + (SNAPSHOT_WANTED_EVERY_S if self._snapshot_wanted else SNAPSHOT_EVERY_S)
        picture = self._glass.picture()
        width, height = picture.get_size()
        share = min(1.0, SNAPSHOT_SIDE_PX / max(width, height))
        small = pygame.transform.smoothscale(picture, (round(width * share), round(height * share)))
        self._snapshots += 1
        path = self._folder.run / f"snapshot-{self._snapshots}.jpg"
        try:
            pygame.image.save(small, str(path))
        except (pygame.error, OSError) as error:
            log.warning("no snapshot could be written: %s", error)
            return
        self._tell(SnapshotTaken(str(path)))

    def _close(self) -> None:
        self._notifier.tell("STOPPING=1")
        self._director.close()
        for child in (self._sync, self._shelf.composer):
            if child is not None:
                child.stop()
        self._record.close()
        self._window.close()
        self._notifier.close()


def _sync_child(settings: Settings, window: Window) -> Child:
    width, height = window.size_px
    words = ["--data", settings.data.folder, "--server", settings.server.url, "--ca-file", settings.server.ca_file]
    words += ["--width", str(width), "--height", str(height), "--log-level", settings.log.level]
    return Child("player.sync", words)
