"""Which signs of a text are emoji: whole sequences (families, skin tones, flags, keycaps) as one.

A sign that is a pictogram by nature is an emoji; one that is type by nature (a heart, a telephone) only when it is
followed by the selector that asks for the coloured one. No face of ours draws emoji: each travels as a small picture,
`Card.emoji` names its hash, and it stands in a text as high as a capital and a little more.
"""

import re
from collections.abc import Container, Iterator
from typing import Final, NamedTuple

HEIGHT: Final = 1.3
"""How high an emoji stands, in capitals of the text around it."""
SHAPE: Final = 136 / 128
"""Width by height: the strike of Noto Color Emoji."""
BEARING_EM: Final = 0.04
"""Ground at either side, in shares of the font's size."""

_NATURAL: Final = (
    "\U0001f004\U0001f0cf\U0001f18e\U0001f191-\U0001f19a\U0001f201\U0001f21a\U0001f22f\U0001f232-\U0001f236"
    "\U0001f238-\U0001f23a\U0001f250\U0001f251\U0001f300-\U0001f64f\U0001f680-\U0001f6ff\U0001f7e0-\U0001f7eb"
    "\U0001f7f0\U0001f90c-\U0001f9ff\U0001fa70-\U0001faff"
    "\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u267f\u2693\u26a1\u26aa\u26ab\u26bd"
    "\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b\u2728\u274c\u274e"
    "\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55"
)
_BY_SELECTOR: Final = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u21aa\u2300-\u27bf\u2934\u2935\u2b05-\u2b07\u3030\u303d\u3297\u3299"
)
_TONE: Final = "[\U0001f3fb-\U0001f3ff]"
_TAGS: Final = "[\U000e0020-\U000e007e]+\U000e007f"
_ONE: Final = rf"(?:[{_NATURAL}]\ufe0f?(?!\ufe0e)|[{_BY_SELECTOR}](?:\ufe0f|(?={_TONE}))){_TONE}?"
_FLAG: Final = "[\U0001f1e6-\U0001f1ff]"

SEQUENCE: Final = re.compile(
    rf"{_FLAG}{_FLAG}|[0-9#*]\ufe0f?\u20e3|{_ONE}(?:{_TAGS})?(?:\u200d(?:{_ONE}|[{_BY_SELECTOR}]))*"
)
"""One emoji, however many code points it is made of."""


class Placed(NamedTuple):
    """An emoji in a line: its left edge and top from the pen on the baseline (y grows downwards), and its height."""

    sequence: str
    left: float
    top: float
    height: float


def sequences(text: str) -> tuple[str, ...]:
    """The emoji of `text`, each once, in their order."""
    return tuple(dict.fromkeys(SEQUENCE.findall(text)))


def without(text: str, known: Container[str] = ()) -> str:
    """`text` without the emoji that are not `known`, and without the spaces that they leave behind."""
    while any(one not in known for one in SEQUENCE.findall(text)):  # what is left may make a new one: half flags
        text = SEQUENCE.sub(lambda found: found[0] if found[0] in known else "", text)
        text = re.sub(r" {2,}", " ", re.sub(r" +([.,!?;:])", r"\1", text)).strip()
    return text


def length(text: str) -> int:
    """How many characters `text` counts for: an emoji is two, however it is made."""
    return len(SEQUENCE.sub("xx", text))


def parted(text: str) -> Iterator[tuple[str, bool]]:
    """The stretches of `text` in their order, each with whether it is one emoji."""
    at = 0
    for found in SEQUENCE.finditer(text):
        if found.start() > at:
            yield text[at : found.start()], False
        yield found[0], True
        at = found.end()
    if at < len(text):
        yield text[at:], False
