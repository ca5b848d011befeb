"""Who asks: one role, and what the role needs to be known by."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """The roles of the skeleton. ANYONE is who shows nothing; a LINK holder shows the token in the path."""

    ANYONE = "anyone"
    LINK = "link"
    STAFF = "staff"
    ADMIN = "admin"
    DEVICE = "device"


@dataclass(frozen=True, kw_only=True)
class Actor:
    """Somebody known. `called` is what pages say; `who` is what logs and the audit say, and is no personal data.

    `fresh_at` is when a signed-in person last proved who they are.
    """

    role: Role
    account_id: int | None = None
    session_id: int | None = None
    called: str = ""
    fresh_at: datetime | None = None
    token_hash: str = ""
    device_id: int | None = None
    screen_id: str | None = None

    @property
    def who(self) -> str:
        """The actor's name in logs: a role and a number."""
        number = self.account_id if self.account_id is not None else self.device_id
        return self.role.value if number is None else f"{self.role.value}:{number}"
