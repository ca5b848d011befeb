"""In which direction each sign of a line is read: the Unicode algorithm, by the FriBiDi that Raqm needs anyway.

Only lines that hold something written from the right come here; without FriBiDi on the machine they are not offered.
"""

import ctypes
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

_LTR: Final = 0x110
_RTL: Final = 0x111
"""FriBiDi's names for the two directions of a paragraph."""

ISOLATE_LTR: Final = "\u2066"
POP_ISOLATE: Final = "\u2069"
CONTROLS: Final = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that only say how their neighbours are read."""


@lru_cache(maxsize=1)
def _library() -> ctypes.CDLL | None:
    try:
        return ctypes.CDLL("libfribidi.so.0")
    except OSError:
        return None


def is_rtl(sign: str) -> bool:
    """Tell whether `sign` is written from the right."""
    return unicodedata.bidirectional(sign) in ("AL", "R")


def needs_order(text: str) -> bool:
    """Tell whether anything in `text` is read from the right, so that its signs must be put in order."""
    return any(is_rtl(sign) for sign in text)


def levels(text: str, *, rtl: bool) -> tuple[int, ...]:
    """The embedding level of each sign of a line: even is read from the left, odd from the right.

    `rtl` is the direction of the whole. Without FriBiDi all of it has the direction of the whole.
    """
    library = _library()
    count = len(text)
    if library is None or not count:
        return (int(rtl),) * count
    signs = (ctypes.c_uint32 * count)(*map(ord, text))
    base = ctypes.c_uint32(_RTL if rtl else _LTR)
    found = (ctypes.c_int8 * count)()
    if not library.fribidi_log2vis(signs, count, ctypes.byref(base), None, None, None, found):
        return (int(rtl),) * count
    return tuple(found)


def visual(order: Sequence[int]) -> list[int]:
    """The indexes of items with these levels as they stand from left to right."""
    found = list(range(len(order)))
    if not found:
        return found
    for level in range(max(order), 0, -1):
        start: int | None = None
        for at in range(len(order) + 1):
            inside = at < len(order) and order[found[at]] >= level
            if inside and start is None:
                start = at
            elif not inside and start is not None:
                found[start:at] = reversed(found[start:at])
                start = None
    return found


def closed(lines: Sequence[str]) -> tuple[str, ...]:
    """Lines of one text, each isolate that runs over a line's end closed there and opened again on the next."""
    found, depth = [], 0
    for line in lines:
        whole = ISOLATE_LTR * depth + line
        depth = whole.count(ISOLATE_LTR) - whole.count(POP_ISOLATE)
        found.append(whole + POP_ISOLATE * max(0, depth))
    return tuple(found)
