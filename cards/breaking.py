"""Where lines may end, and which ends look best: at spaces, at hyphens, in long words and in long addresses.

Nothing here knows a font: whoever calls says how wide a text is.
"""

import re
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Final, Literal, NamedTuple

from cards.bidi import ISOLATE_LTR, POP_ISOLATE
from cards.fonts import SOFT_HYPHEN
from cards.hyphens import LEAST, Place, places
from cards.words import ADDRESS, NO_BREAK

Measure = Callable[[str], float]
Parting = Literal["never", "seams", "syllables"]
"""How far words may be parted: not at all, compounds at their seams and addresses after their signs, or anywhere."""

_SENTENCE_END: Final = (".", "!", "?", ":", "…", "”", "»")
_ADDRESS_SIGNS: Final = "/.@-_"
_LONG_ADDRESS: Final = 14
_INNER_HYPHEN: Final = re.compile(r"(?<=[^\W\d_]{3})[-/](?=[^\W\d_]{3})")

_HYPHEN: Final = 0.3
_SYLLABLE: Final = 0.15
_AGAIN: Final = 0.3
_LONE_START: Final = 0.03
_SHORT_END: Final = 0.09
_LONE_WORD: Final = 0.15
_NAME: Final = 0.12
_RUNT: Final = 0.5
_ROUNDING: Final = 1 + 1e-9
"""What sums of widths may differ by from how they are added up."""


class Piece(NamedTuple):
    """A part of a text that stays whole. `joint` is what follows it: a space, a hyphen that shows only at a line's
    end, or nothing."""

    text: str
    joint: Literal[" ", "-", ""]
    seam: bool = True
    """A hyphen here is at a good place."""
    name: bool = False
    """A word with a capital inside a sentence."""


def pieces(
    text: str, parting: Parting = "never", language: str = "sv", names: frozenset[str] = frozenset()
) -> list[Piece]:
    """The parts of `text` between which a line may end. `names` are words that are never parted."""
    found: list[Piece] = []
    starts = True
    for word in text.split(" "):
        if not word:
            continue
        name = _is_name(word, starts=starts, names=names)
        found += _parts(word, parting, language, name=name, names=names)
        starts = word.endswith(_SENTENCE_END)
    return found


def _is_name(word: str, *, starts: bool, names: frozenset[str]) -> bool:
    bare = word.strip("()[]”“\"'’«».,:;!?…\u2066\u2069")
    return bare in names or (bare[:1].isupper() and not starts)


def _parts(word: str, parting: Parting, language: str, *, name: bool, names: frozenset[str]) -> list[Piece]:
    """One word, with what is tied to it, in the pieces between which it may be parted."""
    bare = word.replace(SOFT_HYPHEN, "")
    if ADDRESS.search(bare):
        cuts = _address_cuts(bare) if parting != "never" else {}
    else:
        cuts = {found.end(): Place(found.end(), seam=True) for found in _INNER_HYPHEN.finditer(bare)}
        if parting != "never" and not name:
            cuts |= _word_cuts(word, bare, parting, language, names)
    ends = sorted(cuts)
    found = []
    for start, end in zip([0, *ends], [*ends, len(bare)], strict=True):
        last = end == len(bare)
        plain = not last and (bare[end - 1] in "-/" or ADDRESS.search(bare) is not None)
        joint: Literal[" ", "-", ""] = " " if last else "" if plain else "-"
        found.append(Piece(bare[start:end], joint, last or cuts[end].seam, name))
    return found


def _word_cuts(word: str, bare: str, parting: Parting, language: str, names: frozenset[str]) -> dict[int, Place]:
    """Where the words in `word` (ties and hyphens part them) may get a hyphen."""
    found: dict[int, Place] = {}
    at = 0
    for part in word.split(SOFT_HYPHEN)[:-1]:
        at += len(part)
        found[at] = Place(at, seam=True)
    if found:
        return {at: place for at, place in found.items() if LEAST <= at <= len(bare) - LEAST}
    for inner in re.finditer(rf"[^{NO_BREAK}\-/–]+", bare):
        if inner[0] in names or (inner.start() and inner[0][:1].isupper()):
            continue
        for place in places(inner[0], language):
            if place.seam or parting == "syllables":
                found[inner.start() + place.at] = Place(inner.start() + place.at, place.seam)
    return found


def _address_cuts(word: str) -> dict[int, Place]:
    """After the signs of a long web or e-mail address, with enough of it on either side."""
    if len(word) < _LONG_ADDRESS:
        return {}
    found = {}
    for at in range(LEAST, len(word) - LEAST + 1):
        if word[at - 1] in _ADDRESS_SIGNS and word[at] not in _ADDRESS_SIGNS and not word[:at].endswith("//"):
            found[at] = Place(at, seam=True)
    return found


class Setting:
    """Pieces with their widths, measured once, in whatever unit `measure` has."""

    def __init__(self, parts: Sequence[Piece], measure: Measure) -> None:
        self.parts = parts
        widths = [measure(part.text) for part in parts]
        space, hyphen = measure(" "), measure("-")
        steps = [wide + (space if part.joint == " " else 0) for wide, part in zip(widths, parts, strict=True)]
        self._space, self._widest = space, max(widths, default=0.0)
        self._starts = [0.0, *accumulate(steps)]
        self._reaches = [0.0, *(start + wide for start, wide in zip(self._starts, widths, strict=False))]
        self._hyphens = [0.0, *(hyphen if part.joint == "-" else 0.0 for part in parts)]
        """Before which piece a line ends: how far the pieces reach till there, and what a hyphen adds."""

    def wide(self, start: int, end: int) -> float:
        """How wide a line of the pieces from `start` to before `end` is."""
        return self._reaches[end] - self._starts[start] + self._hyphens[end]

    def line(self, start: int, end: int) -> str:
        """The line's text, with a hyphen where its last word goes on."""
        joined = "".join(part.text + (" " if part.joint == " " else "") for part in self.parts[start : end - 1])
        last = self.parts[end - 1]
        return joined + last.text + ("-" if last.joint == "-" else "")

    def hopeless(self, width: float, lines: int) -> bool:
        """Tell at once that the pieces cannot fit on so many lines: one is too wide, or all together are."""
        together = self._reaches[-1] - (lines - 1) * self._space
        return self._widest > width or together > lines * width * _ROUNDING

    def fewest(self, width: float) -> int | None:
        """On how many lines the pieces fit. None when one alone is too wide."""
        count = start = 0
        while start < len(self.parts):
            ends = self._ends(start, width)
            if not ends:
                return None
            count, start = count + 1, ends[-1]
        return count

    def _ends(self, start: int, width: float) -> list[int]:
        """Before which pieces a line may end that begins with the piece `start`."""
        found = []
        begins, reaches, hyphens = self._starts[start], self._reaches, self._hyphens
        for end in range(start + 1, len(reaches)):
            if reaches[end] - begins + hyphens[end] <= width:
                found.append(end)
            elif not hyphens[end]:
                break  # a hyphen that only shows at a line's end may be what was too much
        return found

    def balanced(self, width: float, count: int) -> list[str] | None:
        """The pieces in exactly `count` lines, as even as possible, with few hyphens and no short last line."""
        total = len(self.parts)
        best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
        for _ in range(count):
            following: dict[int, tuple[float, tuple[int, ...]]] = {}
            for start, (before, ends) in best.items():
                for end in self._ends(start, width):
                    cost = before + self._cost(start, end, self.wide(start, end) / width)
                    if cost < following.get(end, (float("inf"), ()))[0]:
                        following[end] = (cost, (*ends, end))
            best = following
        if total not in best:
            return None
        ends = best[total][1]
        return [self.line(a, b) for a, b in zip((0, *ends), ends, strict=False)]

    def _cost(self, start: int, end: int, share: float) -> float:
        """How bad a line is that fills `share` of the width."""
        cost = (1 - share) ** 2
        last = self.parts[end - 1]
        if end == len(self.parts):
            alone = end - start == 1 and NO_BREAK not in last.text
            if start > 0 and share < (0.45 if alone else 0.25):
                cost += _RUNT
            return cost * 0.6 + (_LONE_WORD if start > 0 and alone and share < 0.7 else 0)
        after = self.parts[end]
        if end - start == 1 and share < 0.45 and NO_BREAK not in last.text:
            cost += _LONE_WORD
        if last.joint != " ":
            again = start > 0 and self.parts[start - 1].joint == "-"
            return cost + _HYPHEN + (0 if last.seam else _SYLLABLE) + (_AGAIN if again else 0)
        if len(after.text.split(NO_BREAK)[0]) == 1 and after.text[0].isalpha():
            cost += _LONE_START
        # A line that ends after a full stop or a comma reads well; one that ends in a small word hangs.
        if last.text.endswith((".", ",", ":", ";", "!", "?", "–")):
            return cost - 0.04
        if (last.name and after.name) or (POP_ISOLATE in after.text and ISOLATE_LTR not in after.text):
            return cost + _NAME  # a name stays on one line where it can, also one among words from the right
        return cost + (_SHORT_END if len(last.text) <= 3 else 0)
