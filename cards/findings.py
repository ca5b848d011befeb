"""What there is to remark on a card: data, made by checks and shown by editor, form and tests alike."""

from typing import Literal

import msgspec


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One remark. `stop`: the card does not go up like this; `look`: it may.

    `message` is an English gettext id that says what to do, with named places in braces; `suggestion` is a text that
    may be taken over into the field.
    """

    field: str
    severity: Literal["stop", "look"]
    message: str
    places: dict[str, str | int] = {}
    suggestion: str | None = None
