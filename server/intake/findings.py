"""What a form says beside a field: what is wrong or odd, why, and the repair as a button.

The macros of the pages show them. "stop" keeps a form from being taken; "look" never does.
"""

from typing import Literal

import msgspec

Severity = Literal["stop", "look"]


class Repair(msgspec.Struct, frozen=True, kw_only=True):
    """A button that puts `value` into `field`; `label` is what it says."""

    field: str
    value: str
    label: str


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One remark on `field`. `message` is a gettext message whose named places `places` fill."""

    field: str
    severity: Severity
    message: str
    places: dict[str, str] = {}
    repairs: tuple[Repair, ...] = ()


def stops(findings: tuple[Finding, ...]) -> bool:
    """Tell whether any of them keeps the form from being taken."""
    return any(finding.severity == "stop" for finding in findings)
