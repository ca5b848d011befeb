"""Hygiene of text that people type: one form, nothing invisible, lengths as a reader counts them.

Cleaning never refuses and never shortens; it only takes away what nobody typed on purpose: control characters, bidi
overrides that turn a sentence around, private and unassigned characters, and piles of combining marks. Whether what is
left is too long is for the form to say, beside the field. The joiners that Arabic needs stay.
"""

import re
import unicodedata

MAX_MARKS = 3
"""Combining marks in a row that are kept; no living orthography needs more."""

_DROPPED_CATEGORIES = frozenset({"Cc", "Cs", "Co", "Cn"})
_JOINERS = frozenset("\u200c\u200d\u200e\u200f\u061c")  # ZWNJ, ZWJ and the three direction marks: not overrides
_BREAKS = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_BLANKS = re.compile(r"[^\S\n]+")
_EMPTY_LINES = re.compile(r"\n{3,}")


def clean(text: str, *, lines: bool = False) -> str:
    """`text` in NFC without anything invisible; blanks are single, ends are trimmed.

    With `lines` its line breaks stay (at most one empty line in a row), otherwise they become blanks.
    """
    text = _BREAKS.sub("\n", text)
    text = "".join(sign for sign in text if sign in "\n\t" or _visible(sign))
    if not lines:
        text = text.replace("\n", " ")
    text = _BLANKS.sub(" ", _few_marks(unicodedata.normalize("NFC", text)))
    text = "\n".join(line.strip() for line in text.split("\n"))
    return _EMPTY_LINES.sub("\n\n", text).strip()


def graphemes(text: str) -> int:
    """How many signs a reader counts: a letter with its marks, a flag or a family of joined emoji is one each."""
    count = 0
    previous = ""
    flag_open = False
    for sign in text:
        regional = "\U0001f1e6" <= sign <= "\U0001f1ff"
        if regional and flag_open:
            flag_open = False
        else:
            flag_open = regional
            count += not (previous and _extends(previous, sign))
        previous = sign
    return count


def cut(text: str, length: int) -> str:
    """The first `length` signs as a reader counts them, with an ellipsis as the last one where something was left.

    The cut falls between words, unless it would leave less than half.
    """
    if graphemes(text) <= length:
        return text
    end = len(text)
    while graphemes(text[:end]) > length - 1:
        end -= 1
    between = text.rfind(" ", end // 2, end + 1)
    return text[: end if between < 0 else between].rstrip() + "…"


def _visible(sign: str) -> bool:
    category = unicodedata.category(sign)
    return category not in _DROPPED_CATEGORIES and (category != "Cf" or sign in _JOINERS)


def _few_marks(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for sign in text:
        marks = marks + 1 if unicodedata.category(sign) in ("Mn", "Me") else 0
        if marks <= MAX_MARKS:
            kept.append(sign)
    return "".join(kept)


def _extends(previous: str, sign: str) -> bool:
    """Tell whether `sign` belongs to the sign before it."""
    if previous == "\u200d":
        return unicodedata.category(sign) == "So"
    return (
        unicodedata.category(sign) in ("Mn", "Me", "Mc")
        or sign in "\u200c\u200d"
        or "\U0001f3fb" <= sign <= "\U0001f3ff"  # skin tones
    )
