"""`--speed`: how the schedule's time runs against the clock on the wall.

At speed 1 they are one. Otherwise the schedule runs X times as fast, from an anchor that is set anew whenever another
manifest becomes active, so that what was just published begins at once. What is drawn and reported keeps wall time.
"""

from datetime import datetime


class Pace:
    """Turns wall time into the schedule's time, and back."""

    def __init__(self, speed: float) -> None:
        self.speed = speed
        self._anchor: datetime | None = None

    def begin(self, now: datetime) -> None:
        """The schedule's time is the wall's, now."""
        self._anchor = now

    def schedule_time(self, now: datetime) -> datetime:
        """The schedule's time when the wall shows `now`."""
        if self._anchor is None or self.speed == 1:
            return now
        return self._anchor + (now - self._anchor) * self.speed

    def wall_time(self, scheduled: datetime) -> datetime:
        """What the wall shows when the schedule's time is `scheduled`."""
        if self._anchor is None or self.speed == 1:
            return scheduled
        return self._anchor + (scheduled - self._anchor) / self.speed
