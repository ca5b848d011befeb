"""Fields of a form that came back, whatever they hold: a text, a file where a text should be, or nothing."""

from collections.abc import Mapping

from server.intake.text import clean

RAW_LENGTH = 2000
"""No field is read further than this; the rest is nobody's honest typing."""


def word(fields: Mapping[str, object], name: str, *, lines: bool = False, longest: int = RAW_LENGTH) -> str:
    """The words in the field `name`, cleaned; with `lines` its line breaks stay."""
    value = fields.get(name, "")
    return clean(value[:longest], lines=lines) if isinstance(value, str) else ""
