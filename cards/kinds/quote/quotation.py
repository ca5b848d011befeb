"""The words in a text that somebody said, and what stands around them."""

import re
from typing import Final, NamedTuple

_OPENING: Final = '”“„«"'
_CLOSING: Final = '”“»"'
_SAID: Final = re.compile(
    rf"^(?P<lead>.*?)\s*[{_OPENING}](?P<words>.*)[{_CLOSING}](?P<rest>[^{_OPENING}{_CLOSING}]*)$", re.DOTALL
)
_ENDS: Final = ".!?…؟"


class Quotation(NamedTuple):
    """What comes before the words, the words, and who said them; each may be empty."""

    lead: str
    words: str
    by: str


def parted(text: str) -> Quotation:
    """Part `text` at its quotation marks. Without any, all of it was said.

    Several quotations are kept as one, with what stands between them.
    """
    found = _SAID.match(text.strip())
    if found is None or not found["words"].strip():
        return Quotation("", _ended(text.strip(_OPENING + _CLOSING + " \n")), "")
    lead, rest = found["lead"].strip(), found["rest"].strip()
    said = found["words"].strip()
    if rest.startswith((",", "،", "–", "—")) or (rest and said.endswith((",", "،"))):
        return Quotation(lead, _ended(said), rest.lstrip(",،–— ").rstrip(" ."))
    return Quotation(f"{lead} {rest.lstrip('. ')}".strip(), _ended(said), "")


def _ended(words: str) -> str:
    """`words` with a full stop, as a comma may have stood in its place."""
    words = words.rstrip(" ,،")
    return words if not words or words.endswith(tuple(_ENDS)) else f"{words}."
