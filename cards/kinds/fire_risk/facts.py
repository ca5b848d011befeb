"""Facts of the risk of fire: SMHI's and MSB's level, the day and the area that it holds for, and a ban on fires."""

from datetime import date
from typing import Final, Literal

from cards.kinds.facts import Facts

LEVELS: Final = 6
"""From 1, very small, to 6, extremely large (5E with SMHI)."""


class FireRiskFacts(Facts, frozen=True, kw_only=True, omit_defaults=True, tag="fire_risk"):
    """`level` is 1 to 6, anything else where nobody knows it. `until` is the last day of the ban.

    A `strict` ban ("skärpt eldningsförbud") covers grills and places made for fires too.
    """

    level: int
    area: str
    day: date
    source: str = "SMHI"
    ban: bool = False
    strict: bool = False
    since: date | None = None
    until: date | None = None

    @property
    def known(self) -> bool:
        """Tell whether `level` is one of the six."""
        return 1 <= self.level <= LEVELS

    def ban_on(self, today: date) -> Literal["", "coming", "now"]:
        """Whether there is a ban `today`, or one that was decided and begins later."""
        if not (self.ban or self.strict) or (self.until is not None and self.until < today):
            return ""
        return "coming" if self.since is not None and self.since > today else "now"
