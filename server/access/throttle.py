"""Failed sign-ins slow further ones down, and never lock anybody out: a lock would be a prankster's tool.

5 failures for an account or 30 from an address in 15 minutes are free; each further one doubles the wait, up to 8 s.
Tries that are under way count as failures, so that a hundred at once do not all find the door still open.
"""

import asyncio
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

COUNTED = 1000
FREE_FOR_ACCOUNT = 5
FREE_FOR_ADDRESS = 30
FIRST_WAIT_S = 0.5
LONGEST_WAIT_S = 8.0
AT_ONCE = 4
"""Passwords that are tried at a time: each takes 19 MiB and a processor, and other pages need their threads."""


class Throttle:
    """The failures of the last 15 minutes, in this process' memory."""

    def __init__(self) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._window = RateLimitItemPerMinute(COUNTED, 15)
        self.turns = asyncio.Semaphore(AT_ONCE)
        self._under_way: Counter[tuple[str, str]] = Counter()

    @contextmanager
    def trying(self, account: str, address: str) -> Iterator[float]:
        """A try is under way, and counts; gives how long it has to wait, in seconds."""
        wait_s = self.wait_s(account, address)
        keys = (("account", account), ("address", address))
        self._under_way.update(keys)
        try:
            yield wait_s
        finally:
            for key in keys:
                self._under_way[key] -= 1
                if not self._under_way[key]:
                    del self._under_way[key]

    def failed(self, account: str, address: str) -> None:
        """Count a failure."""
        self._limiter.hit(self._window, "account", account)
        self._limiter.hit(self._window, "address", address)

    def wait_s(self, account: str, address: str) -> float:
        """How long the next try for `account` from `address` has to wait, in seconds."""
        over = max(
            self._failures("account", account) - FREE_FOR_ACCOUNT, self._failures("address", address) - FREE_FOR_ADDRESS
        )
        return 0.0 if over < 0 else float(min(FIRST_WAIT_S * 2 ** min(over, 10), LONGEST_WAIT_S))

    def _failures(self, kind: str, key: str) -> int:
        failed = COUNTED - self._limiter.get_window_stats(self._window, kind, key).remaining
        return failed + self._under_way[(kind, key)]
