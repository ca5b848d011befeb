"""The wall clock with a floor: a Raspberry Pi starts in the past, and nothing expired may come back with it.

The floor is the newest of the last saved time and the last signed `issued`. While the machine's clock is below it, the
time runs on from the floor; once it is above, the machine's clock is believed.
"""

import time
from datetime import UTC, datetime
from pathlib import Path

from foundation.files import read_checked, replace_checked

SAVE_EVERY_S = 600.0


class Clock:
    """What time it is, as far as this player can know."""

    def __init__(self, floor: datetime | None = None) -> None:
        self._floor = floor
        self._floor_at = time.monotonic()

    def raise_floor(self, seen: datetime) -> None:
        """Take note of a time that a trusted source named; an older one than the present floor changes nothing."""
        if self._floor is None or seen > self._floor:
            self._floor = seen
            self._floor_at = time.monotonic()

    def now(self) -> datetime:
        """The time, aware, in UTC."""
        machine = datetime.now(UTC)
        if self._floor is None or machine >= self._floor:
            return machine
        return datetime.fromtimestamp(self._floor.timestamp() + time.monotonic() - self._floor_at, UTC)

    @property
    def trusted(self) -> bool:
        """Tell whether the machine's own clock is in use."""
        return self._floor is None or datetime.now(UTC) >= self._floor


def load_clock(path: Path) -> Clock:
    """The clock with the floor that was saved last. Whatever cannot be read is no floor."""
    raw = read_checked(path)
    try:
        saved = datetime.fromisoformat(raw.decode("ascii")) if raw else None
    except ValueError:
        saved = None
    return Clock(saved if saved is not None and saved.tzinfo is not None else None)


def save_clock(path: Path, clock: Clock) -> None:
    """Keep the present time for the next start. Raises OSError."""
    replace_checked(path, clock.now().isoformat().encode("ascii"))
