"""Where a word may be parted, and how well: a compound at its seam before any other word between two syllables.

Swedish, English and Ukrainian have the patterns of LibreOffice, through Pyphen; Swedish has its seams besides
(`cards.seams`). Finnish, Meänkieli and Northern Sámi have no patterns there and need none: a syllable begins with the
last consonant before a vowel. Arabic is never parted.
"""

import re
from functools import lru_cache
from typing import Final, NamedTuple

import pyphen  # type: ignore[import-untyped]

from cards.seams import seams

LEAST: Final = 3
"""Letters that stay on either side of a hyphen."""
LONG_COMPOUND: Final = 9
LONG_WORD: Final = 11
"""From these lengths on a compound, and any other word, may be parted."""

_PATTERNS: Final = {"sv": "sv", "en": "en_GB", "uk": "uk_UA"}
_BY_RULE: Final = ("fi", "fit", "se")
_VOWELS: Final = "aeiouyåäöáæø"
_WORD: Final = re.compile(r"[^\W\d_]+")


class Place(NamedTuple):
    """A place in a word: how many of its signs stand before the hyphen, and whether it is the seam of a compound."""

    at: int
    seam: bool


@lru_cache(maxsize=len(_PATTERNS))
def _hyphenator(language: str) -> pyphen.Pyphen:
    return pyphen.Pyphen(lang=_PATTERNS[language], left=LEAST, right=LEAST)


@lru_cache(maxsize=4096)
def places(word: str, language: str) -> tuple[Place, ...]:
    """Where `word` may be parted in `language`, in order; none for what is short or no word.

    Signs around it (a full stop, a quote) are no letters of it. A word of mixed capitals is an abbreviation or a brand.
    """
    found = _WORD.search(word)
    if found is None or _WORD.search(word, found.end()) or not (found[0].islower() or found[0].istitle()):
        return ()
    lower, begin = found[0].lower(), found.start()
    if len(lower) < LONG_COMPOUND:
        return ()
    return tuple(Place(begin + at, seam) for at, seam in _inside(lower, language))


def _inside(word: str, language: str) -> list[tuple[int, bool]]:
    marked = _by_rule(word) if language in _BY_RULE else _by_patterns(word, language)
    joints = seams(word, frozenset(marked)) if language == "sv" else ()
    if not joints:
        return [(at, False) for at in marked if len(word) >= LONG_WORD]
    # What the patterns say of a whole compound may be wrong around its seam, so that each part is asked about alone.
    ends = zip((0, *joints), (*joints, len(word)), strict=True)
    inner = [a + at for a, b in ends for at in _by_patterns(word[a:b], language) if len(word) >= LONG_WORD]
    inner = [at for at in inner if LEAST <= at <= len(word) - LEAST]
    return sorted({(at, False) for at in inner} | {(at, True) for at in joints})


def _by_patterns(word: str, language: str) -> list[int]:
    return [int(at) for at in _hyphenator(language).positions(word)] if language in _PATTERNS else []


def _by_rule(word: str) -> list[int]:
    """Before the last consonant that a vowel follows, once a vowel has been."""
    return [
        at
        for at in range(LEAST, len(word) - LEAST + 1)
        if word[at] not in _VOWELS and word[at + 1] in _VOWELS and any(sign in _VOWELS for sign in word[:at])
    ]
