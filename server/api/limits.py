"""How often a player may ask, kept in memory. Beyond it the answer is 429, and nothing is read."""

from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from foundation.errors import N_, TorgetError

REPORTS = RateLimitItemPerMinute(10)
SNAPSHOTS = RateLimitItemPerMinute(20)
OPENINGS = RateLimitItemPerMinute(10, 10)
"""New pairings from one address: 10 in 10 minutes."""
PAIRING_POLLS = RateLimitItemPerMinute(90)
TIMES = RateLimitItemPerMinute(60)


class TooOftenError(TorgetError):
    http_status = 429
    say = N_("That was too often. Wait a minute.")


class Limits:
    """The counts of one process."""

    def __init__(self) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    def spend(self, limit: RateLimitItem, what: str, who: str) -> None:
        """Count one call of `what` by `who`. Raises TooOftenError beyond `limit`."""
        if not self._limiter.hit(limit, what, who):
            raise TooOftenError(f"{what} too often")
