"""How long to wait before the next try: longer with each failure, up to a limit, and never in step with others."""

import random


class Backoff:
    """Growing pauses. After a restart of the server every player is back within `longest_s` and a poll."""

    def __init__(self, first_s: float = 0.5, longest_s: float = 15.0) -> None:
        self._first_s, self._longest_s = first_s, longest_s
        self._next_s = first_s

    def reset(self) -> None:
        """All went well."""
        self._next_s = self._first_s

    def pause_s(self) -> float:
        """The pause after one more failure: between half and all of what the failures so far have earned."""
        pause, self._next_s = self._next_s, min(self._longest_s, self._next_s * 2)
        return pause * random.uniform(0.5, 1.0)  # noqa: S311 - jitter, no secret
