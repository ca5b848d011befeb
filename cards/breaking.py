"""Where lines may end: at spaces, at soft hyphens, and in long Swedish compounds; and which ends look best.

Nothing here knows a font: whoever calls says how wide a text is.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib import resources
from typing import Final

from cards.fonts import SOFT_HYPHEN

Measure = Callable[[str], float]

LONG_WORD: Final = 11
"""From this length on a word may be parted."""
_KEEP: Final = 4
"""Letters that stay on either side of a hyphen."""
_VOWELS: Final = "aeiouyåäöáéüæø"
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_SECOND_PARTS: Final = tuple(
    sorted(
        resources.files("cards").joinpath("compounds.txt").read_text(encoding="utf-8").split(), key=len, reverse=True
    )
)
"""Last parts of compounds that are common in a municipality, the longest first."""


@lru_cache(maxsize=1024)
def breaks(word: str, *, anywhere: bool = False) -> tuple[int, ...]:
    """Where `word` may be parted (the index of the first letter after the hyphen): the best places only, or `anywhere`.

    A known last part of a compound comes first; then the last consonant before a vowel, which is how Swedish and
    Finnish syllables begin.
    """
    letters = _LETTERS.search(word)
    if letters is None or len(letters.group()) < LONG_WORD:
        return ()
    begin, end = letters.span()
    lower = word.lower()
    known: tuple[int, ...] = ()
    for part in _SECOND_PARTS:
        at = end - len(part)
        if lower[:end].endswith(part) and at - begin >= _KEEP:
            known = (at,)
            break
    if known and not anywhere:
        return known
    middle = (begin + end) / 2
    places = [
        at
        for at in range(begin + _KEEP, end - _KEEP + 1)
        if lower[at] not in _VOWELS and lower[at + 1] in _VOWELS and any(c in _VOWELS for c in lower[begin:at])
    ]
    if anywhere:
        return tuple(sorted({*places, *known}))
    return tuple(sorted(sorted(places, key=lambda at: abs(at - middle))[:2]))


class Piece(str):
    """A part of a word; `joined` tells that the next piece belongs to the same word, with a hyphen at a line's end."""

    joined: bool = False


def pieces(text: str, *, hyphenate: bool, anywhere: bool = False) -> list[Piece]:
    """The parts of `text` between which a line may end."""
    found: list[Piece] = []
    for word in text.split(" "):
        if not word:
            continue
        parts = word.split(SOFT_HYPHEN)
        if len(parts) == 1 and hyphenate:
            cuts = sorted(breaks(word, anywhere=anywhere))
            parts = [word[a:b] for a, b in zip([0, *cuts], [*cuts, len(word)], strict=True)]
        if not hyphenate:
            parts = ["".join(parts)]
        for index, part in enumerate(parts):
            piece = Piece(part)
            piece.joined = index < len(parts) - 1
            found.append(piece)
    return found


def joined(parts: Sequence[Piece]) -> str:
    """A line made of `parts`, with a hyphen where its last word goes on."""
    line = ""
    for index, part in enumerate(parts):
        last = index == len(parts) - 1
        line += part + ("-" if part.joined and last else "" if part.joined or last else " ")
    return line


def greedy(parts: Sequence[Piece], width: float, measure: Measure) -> list[str] | None:
    """As few lines as possible. None when a part alone is too wide."""
    lines: list[list[Piece]] = []
    for part in parts:
        if lines and measure(joined([*lines[-1], part])) <= width:
            lines[-1].append(part)
        elif measure(joined([part])) <= width:
            lines.append([part])
        else:
            return None
    return [joined(line) for line in lines]


def balanced(parts: Sequence[Piece], width: float, count: int, measure: Measure) -> list[str] | None:
    """`parts` in exactly `count` lines that are as even as possible, with few hyphens and no short last line."""
    total = len(parts)
    spans: dict[tuple[int, int], float] = {}
    for start in range(total):
        for end in range(start + 1, total + 1):
            wide = measure(joined(parts[start:end]))
            if wide > width and end > start + 1:
                break
            spans[start, end] = wide
    best: dict[tuple[int, int], tuple[float, tuple[int, ...]]] = {(0, 0): (0.0, ())}
    for line in range(count):
        for (start, end), wide in spans.items():
            before = best.get((line, start))
            if before is None or wide > width:
                continue
            cost = before[0] + _cost(parts, end, wide / width)
            if cost < best.get((line + 1, end), (float("inf"), ()))[0]:
                best[line + 1, end] = (cost, (*before[1], end))
    found = best.get((count, total))
    if found is None:
        return None
    ends = found[1]
    return [joined(parts[a:b]) for a, b in zip((0, *ends), ends, strict=False)]


def _cost(parts: Sequence[Piece], end: int, share: float) -> float:
    """How bad a line is that fills `share` of the width and ends before `parts[end]`."""
    cost = (1 - share) ** 2
    if end == len(parts):
        return cost * 0.6 + (0.5 if share < 0.25 else 0)
    last = parts[end - 1]
    if last.joined:
        return cost + 0.35
    # A line that ends after a full stop or a comma reads well; one that ends in a small word hangs.
    if last.endswith((".", ",", ":", ";", "!", "?", "–")):
        return cost - 0.04
    return cost + (0.06 if len(last) <= 3 else 0)
