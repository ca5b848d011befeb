"""How much one address, and all together, may hand in before the rest goes to the second tray.

Nothing that people write is ever refused for its number: a library shares one address. There a budget only says whether
the next thing belongs to the first tray; what costs the server work (drawing, pictures, reading a whole screen) waits.
Addresses are kept as hashes under a key that lives as long as the process, for at most an hour.
"""

import hashlib
import hmac
from ipaddress import IPv6Address, ip_address
from secrets import token_bytes
from threading import BoundedSemaphore

from limits import RateLimitItem, RateLimitItemPerHour, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.applications import Starlette

EVERYBODY = "everybody"


class Budget:
    """A number of hits for each address, and for all addresses together."""

    def __init__(self, name: str, each: RateLimitItem, together: RateLimitItem) -> None:
        self._name = name
        self._each = each
        self._together = together
        self._key = token_bytes(32)
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    def spend(self, address: str) -> bool:
        """Count one hit from `address` and tell whether it was within both budgets."""
        return self._limiter.hit(self._each, self._name, self._seal(network(address))) and self._limiter.hit(
            self._together, self._name, EVERYBODY
        )

    def _seal(self, source: str) -> str:
        return hmac.new(self._key, source.encode(), hashlib.sha256).hexdigest()


def replies() -> Budget:
    """Replies and own questions: 5 from an address in 10 minutes, 200 an hour in all."""
    return Budget("reply", RateLimitItemPerMinute(5, 10), RateLimitItemPerHour(200))


def submissions() -> Budget:
    """Events that are handed in: 10 from an address in an hour, 100 an hour in all."""
    return Budget("submission", RateLimitItemPerHour(10), RateLimitItemPerHour(100))


def drawings() -> Budget:
    """Cards drawn for people without an account: 60 for an address in 10 minutes, 3,000 an hour in all."""
    return Budget("drawing", RateLimitItemPerMinute(60, 10), RateLimitItemPerHour(3000))


def pictures() -> Budget:
    """Pictures sent by people without an account: 20 from an address in 10 minutes, 300 an hour in all."""
    return Budget("picture", RateLimitItemPerMinute(20, 10), RateLimitItemPerHour(300))


def readings() -> Budget:
    """Screens read as text: 120 from an address in 10 minutes, 6,000 an hour in all."""
    return Budget("reading", RateLimitItemPerMinute(120, 10), RateLimitItemPerHour(6000))


PICTURES_AT_ONCE = 4
"""So many are encoded anew at a time for people without an account; the threads of the staff's pages stay free."""


def network(address: str) -> str:
    """What counts as one sender: an IPv4 address, an IPv6 /64, or the text itself where it is no address."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, IPv6Address):
        if parsed.ipv4_mapped:
            return str(parsed.ipv4_mapped)
        return str(IPv6Address(int(parsed) >> 64 << 64))
    return str(parsed)


class Budgets:
    """Every budget of one server process."""

    def __init__(self) -> None:
        self.replies = replies()
        self.submissions = submissions()
        self.drawings = drawings()
        self.pictures = pictures()
        self.readings = readings()
        self.picture_turns = BoundedSemaphore(PICTURES_AT_ONCE)


def of(app: Starlette) -> Budgets:
    """The budgets of `app`, made when they are first asked for."""
    if not hasattr(app.state, "budgets"):
        app.state.budgets = Budgets()
    budgets: Budgets = app.state.budgets
    return budgets
