"""Where lines may end: at spaces, at soft hyphens, and in long Swedish compounds; and which ends look best.

Nothing here knows a font: whoever calls says how wide a text is.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final

from cards.fonts import SOFT_HYPHEN

Measure = Callable[[str], float]

LONG_WORD: Final = 11
"""From this length on a word may be parted."""
_KEEP: Final = 4
"""Letters that stay on either side of a hyphen."""
_VOWELS: Final = "aeiouyåäöáéüæø"
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_SECOND_PARTS: Final = ["arbete", "arbeten", "avgift", "avlopp", "badet", "bana", "beslut", "besök", "bibliotek", "biblioteket", "bostäder", "byggnad", "centralen", "dagen", "dalen", "evenemang", "fabriken", "forskning", "fullmäktige", "föreningen", "församling", "förskola", "gatan", "grupp", "gården", "handel", "hallen", "hemmet", "huset", "kansli", "klassen", "kommun", "konsert", "konserten", "kontoret", "kraft", "kurs", "kväll", "kyrkan", "lag", "ledning", "ledningen", "lägenheter", "läckan", "lördag", "marknad", "medborgare", "meddelande", "middag", "morgon", "möte", "mötet", "nationaldag", "nämnden", "ordning", "parken", "plan", "plats", "platsen", "program", "projekt", "prov", "renovering", "rummet", "salen", "samling", "samråd", "skola", "skolan", "skogen", "ställare", "ställaren", "stationen", "station", "stopp", "stugan", "störning", "svar", "söndag", "tabell", "tävling", "tävlingen", "teatern", "tider", "tjänst", "tjänsten", "torget", "trafik", "träff", "utställning", "utställningen", "undersökning", "underhåll", "vatten", "vattnet", "vecka", "vecko", "veckan", "verk", "verket", "verkstad", "verksamhet", "vägen", "vandring", "vård", "växten", "övning", "öppning", "ventilation", "vaccination", "information", "organisation"]


@lru_cache(maxsize=1024)
def breaks(word: str) -> tuple[int, ...]:
    """Where `word` may be parted (the index of the first letter after the hyphen), best places only.

    Its own soft hyphens rule; then a known last part of a compound; then the last consonant before a vowel, which is
    how Swedish and Finnish syllables begin.
    """
    letters = _LETTERS.search(word)
    if letters is None or len(letters.group()) < LONG_WORD:
        return ()
    begin, end = letters.span()
    lower = word.lower()
    for part in sorted(_SECOND_PARTS, key=len, reverse=True):
        at = end - len(part)
        if lower[:end].endswith(part) and at - begin >= _KEEP:
            return (at,)
    middle = (begin + end) / 2
    places = [
        at
        for at in range(begin + _KEEP, end - _KEEP + 1)
        if lower[at] not in _VOWELS and lower[at + 1] in _VOWELS and any(c in _VOWELS for c in lower[begin:at])
    ]
    return tuple(sorted(places, key=lambda at: abs(at - middle))[:3])


class Piece(str):
    """A part of a word; `joined` tells that the next piece belongs to the same word, with a hyphen at a line's end."""

    joined: bool = False


def pieces(text: str, *, hyphenate: bool) -> list[Piece]:
    """The parts of `text` between which a line may end."""
    found: list[Piece] = []
    for word in text.split(" "):
        if not word:
            continue
        parts = word.split(SOFT_HYPHEN)
        if len(parts) == 1 and hyphenate:
            cuts = sorted(breaks(word))
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
