"""The director: brings onto the glass what the programme says, as soon as its picture is there, and never nothing.

A picture that is not drawn yet is waited for while what stands may stand on, or is the same card before a change; after
GRACE_S, or at once where it may not, another ready card has its turn, else the house card, else the plain ground.
"""

import logging
import time
from collections.abc import Callable
from datetime import datetime, timedelta

import msgspec

from player.clock import Clock
from player.stage.glass import Glass
from player.stage.programme import HOUSE, Programme, Target
from player.stage.record import Record, Showing
from player.stage.shelf import Shelf
from player.stage.slide import Slide
from player.stage.window import Window
from playlists.reports import Play

log = logging.getLogger(__name__)

GRACE_S = 2.0
AHEAD = 4
"""Showings that are drawn ahead."""

STAND_INS = 30
"""How many of the following showings are looked through for one that is ready."""

AT_LATEST_S = 600.0
"""A decision is made anew so often, whatever happens: the wall clock may have been set meanwhile."""


class Director:
    """Decides for one glass. `on` is what stands there, or is fading in."""

    def __init__(
        self,
        clock: Clock,
        window: Window,
        glass: Glass,
        programme: Programme,
        shelf: Shelf,
        record: Record,
        played: Callable[[Play], None],
    ) -> None:
        self.on: Target | None = None
        self.on_since: datetime | None = None
        self.first_at: float | None = None
        self.first_scheduled_at: float | None = None
        self.decide_at = 0.0
        self._clock, self._window, self._glass = clock, window, glass
        self._programme, self._shelf, self._record, self._played = programme, shelf, record, played
        self._showing: Showing | None = None
        self._next: Slide | None = None
        self._waiting: tuple[Target, float] | None = None
        self._standing_in_for: Target | None = None

    def decide(self) -> None:
        """Read the clock once, ask what is on, and bring it on if it does not stand already."""
        wall, now = self._clock.now(), time.monotonic()
        wanted = self._programme.target(wall)
        chosen = self._choose(wanted, wall, now)
        if chosen is None:
            self._clear(wall, now)
        elif chosen is not self.on:
            self._bring_on(chosen, wall, now)
        self._plan(wanted, wall, now)
        houses = (self._programme.house(wall), self._programme.house_of_tomorrow(wall))
        self._shelf.want((wanted, *self._programme.following(wall, AHEAD), *houses), wall)

    def settled(self) -> None:
        """The fade is over: keep the showing's frame, and make the next card ready while nothing moves."""
        if self._showing is not None and not self._showing.captured and self._record.wanted:
            self._record.capture(self._showing, self._glass.picture())
        wall = self._clock.now()
        for following in self._programme.following(wall, 1):
            at_hand = any(slide.key == following.key for slide in (self._glass.slide, self._next) if slide)
            if not at_hand and self._shelf.ready(following, following.at):
                self._next = self._slide(following, following.at)

    def set_time(self) -> bool:
        """Bring the clock of the card that stands up to the minute; tells whether that changed anything."""
        return self._set_time(self._glass.slide, self._clock.now())

    def close(self) -> None:
        """End the showing that is under way; its frame is taken even from the middle of a fade's end."""
        self._glass.finish()
        if self._showing is not None and not self._showing.captured and self._record.wanted:
            self._record.capture(self._showing, self._glass.picture())
        self._end_showing(time.monotonic())

    def _choose(self, wanted: Target, wall: datetime, now: float) -> Target | None:
        """What shall stand: `wanted`, something in its place, `on` itself to leave all as it is, or None."""
        if self._stands(wanted, wall):
            self._waiting = self._standing_in_for = None
            return self.on
        may_stand_on = self.on is not None and self._programme.still_allowed(self.on)
        if may_stand_on and wanted.same_showing(self._standing_in_for) and self.on is not None and self.on.scheduled:
            return self.on
        if self._showable(wanted, wall):
            self._waiting = self._standing_in_for = None
            return wanted
        if self._waiting is None or not wanted.same_showing(self._waiting[0]):
            self._waiting = (wanted, now)
        patient = now - self._waiting[1] < GRACE_S and not self._shelf.is_set_aside(wanted)
        if patient and (may_stand_on or (self.on is not None and self._programme.replaced(self.on))):
            return self.on
        other = self._stand_in(wanted, wall)
        if other is None or (self.on is not None and other.card.id == self.on.card.id == HOUSE):
            return self.on if may_stand_on else None
        return other

    def _stand_in(self, wanted: Target, wall: datetime) -> Target | None:
        self._standing_in_for = wanted
        for other in (*self._programme.following(wall, STAND_INS), self._programme.house(wall)):
            if other.key != wanted.key and self._showable(other, wall):
                return msgspec.structs.replace(other, since=wall, until=wanted.until)
        return None

    def _stands(self, wanted: Target, wall: datetime) -> bool:
        slide = self._glass.standing
        return (
            wanted.same_showing(self.on)
            and slide is not None
            and slide.key == wanted.key
            and (slide.valid_until > wall or not self._shelf.ready(wanted, wall))
        )

    def _showable(self, target: Target, wall: datetime) -> bool:
        return not self._shelf.is_set_aside(target) and self._shelf.ready(target, wall)

    def _bring_on(self, target: Target, wall: datetime, now: float) -> None:
        slide = self._slide(target, wall)
        if slide is None:
            self.decide_at = 0.0  # it was damaged, and counts as not drawn from here on
            return
        if not target.same_showing(self.on):
            self._end_showing(now)
            self._begin_showing(target, wall, now)
        self.on = target
        self._next = None
        self._set_time(slide, wall)
        self._glass.fade_to(slide, now)

    def _plan(self, wanted: Target, wall: datetime, now: float) -> None:
        """When to decide again: at the showing's end, when its words are no longer true, or when patience ends."""
        slide = self._glass.standing
        moments = [wall + timedelta(seconds=AT_LATEST_S)]
        moments += [wanted.until] if wanted.until is not None else []
        moments += [slide.valid_until] if slide is not None and slide.valid_until > wall else []
        self.decide_at = now + max(0.0, (min(moments) - wall).total_seconds())
        if self._waiting is not None:
            self.decide_at = min(self.decide_at, max(self._waiting[1] + GRACE_S, now + GRACE_S / 10))

    def _clear(self, wall: datetime, now: float) -> None:
        if self.on is not None:
            log.warning("nothing may be shown, the plain ground stands")
            self._end_showing(now)
            self.on, self.on_since = None, wall
            self._glass.clear()

    def _slide(self, target: Target, at: datetime) -> Slide | None:
        """The slide of `target`: what stands already, what was made ready, or made now."""
        for slide in (self._glass.slide, self._next):
            if slide is not None and slide.key == target.key and slide.valid_until > at:
                return slide
        picture = self._shelf.take_down(target)
        if picture is None:
            return None
        return Slide(self._window.renderer, target.key, picture, target.screen.rotation)

    def _set_time(self, slide: Slide | None, wall: datetime) -> bool:
        local = wall.astimezone(self._programme.zone)
        return slide is not None and slide.set_time(local.hour, local.minute)

    def _begin_showing(self, target: Target, wall: datetime, now: float) -> None:
        self.on_since = wall
        self.first_at = now if self.first_at is None else self.first_at
        if target.scheduled:
            self.first_scheduled_at = now if self.first_scheduled_at is None else self.first_scheduled_at
            self._showing = Showing(target, wall, now)
            self._record.begin(self._showing)

    def _end_showing(self, now: float) -> None:
        if self._showing is None:
            return
        showing, self._showing = self._showing, None
        seconds = now - showing.began_at
        self._record.end(showing, seconds, self._programme.zone)
        card = showing.target.card
        if card.id != HOUSE:
            self._played(
                Play(
                    card=card.id,
                    version=card.version,
                    language=showing.target.language,
                    at=showing.at,
                    seconds=round(min(seconds, 86_400.0), 1),
                )
            )
