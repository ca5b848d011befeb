"""The small rules of setting type: what must not be parted at a line's end, and the right minus sign."""

import re
from typing import Final

NO_BREAK: Final = "\u00a0"
EN_DASH: Final = "–"
MINUS: Final = "−"

_TIED: Final = re.compile(
    r"(?<![^\s(”\"])("  # at the start of a word:
    r"[^\W\d_]"  # one letter alone, as in "i dag", "å andra sidan"
    r"|kl\.|kello|klo|klockan|dii\.|nr|s\.|tel\.|kap\.|§"  # a word that belongs to the number after it
    r"|\d+\.?(?! [^\W\d_][\s\u00a0])"  # a number and its unit or month, not "19 i dag"
    r"|[A-ZÅÄÖ]\."  # an initial and the name
    r") (?=[^\s–—])"
)


def tie(text: str) -> str:
    """Make spaces unbreakable where a line must not end: "i dag", "kl. 18.00", "26 november", "40 kronor"."""
    tied = _TIED.sub(rf"\1{NO_BREAK}", text)
    # A tie may have used up the space that the next one needs to see: "i 5 dagar".
    return _TIED.sub(rf"\1{NO_BREAK}", tied)


def sentence_case(text: str) -> str:
    """Give `text` a capital to begin with, and leave the rest as it is."""
    return text[:1].upper() + text[1:]


def degrees(celsius: float) -> str:
    """A temperature in whole degrees, with a true minus: "−4°". What rounds to zero has no sign."""
    whole = round(celsius)
    return f"{MINUS if whole < 0 else ''}{abs(whole)}°"
