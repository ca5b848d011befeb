"""A line in stretches that are drawn at once: of one face and one direction, or one emoji, as they stand from the left.

Digits, signs and spaces stay in the face of the letters before them where it has them, so that a comma after a Cyrillic
word is Cyrillic too, and a foreign word changes nothing but itself.
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from cards.bidi import is_rtl, levels, needs_order, visual
from cards.emoji import parted
from cards.fonts import JOINERS, Face, Style, can_shape, clusters, face_of, has, is_mark


class Run(NamedTuple):
    """A stretch in its reading order. `face` is None for an emoji; a `level` that is odd is read from the right."""

    text: str
    face: Face | None
    level: int = 0

    @property
    def rtl(self) -> bool:
        """Tell whether it is read from the right."""
        return self.level % 2 == 1


class _Atom(NamedTuple):
    text: str
    face: Face | None
    level: int


@lru_cache(maxsize=16384)
def runs(text: str, style: Style) -> tuple[Run, ...]:
    """The runs of `text` from left to right. Signs that steer direction are obeyed and left out."""
    ordered = style.rtl or needs_order(text)
    order = levels(text, rtl=style.rtl) if ordered and can_shape() else (0,) * len(text)
    joined: list[Run] = []
    for atom in _atoms(text, style, order):
        last = joined[-1] if joined else None
        if last and last.face is not None and (last.face, last.level) == (atom.face, atom.level):
            joined[-1] = Run(last.text + atom.text, last.face, last.level)
        else:
            joined.append(Run(*atom))
    return tuple(joined[at] for at in visual([run.level for run in joined]))


def _atoms(text: str, style: Style, order: tuple[int, ...]) -> list[_Atom]:
    """Clusters and emoji in reading order, each with its face and level."""
    found: list[_Atom] = []
    at, face = 0, None
    for stretch, is_emoji in parted(text):
        if is_emoji:
            found.append(_Atom(stretch, None, order[at]))
            at += len(stretch)
            continue
        face = face or _first_face(stretch, style.face)
        for cluster, word in _with_words(clusters(stretch)):
            level = order[at]
            at += len(cluster)
            if unicodedata.category(cluster[0]) == "Cf":
                if cluster[0] in JOINERS and found and found[-1].face == "arabic":
                    found[-1] = found[-1]._replace(text=found[-1].text + cluster)
                continue
            chosen = None if is_mark(cluster[0]) else _face(cluster, word, style, face, level)
            if chosen is not None:
                face = chosen
                found.append(_Atom(cluster, face, level))
    return found


def _with_words(signs: list[str]) -> Iterator[tuple[str, str]]:
    """Each cluster with the word that it is a letter of; "" for what is no letter."""
    for (is_letter, _), group in groupby(signs, lambda sign: (sign[0].isalpha(), is_rtl(sign[0]))):
        letters = list(group)
        word = "".join(letters) if is_letter else ""
        for letter in letters:
            yield letter, word


def _first_face(stretch: str, wanted: Face) -> Face | None:
    """The face of the first letter, for the signs that stand before any."""
    first = next((sign for sign in stretch if sign.isalpha()), "")
    return face_of(first, wanted) if first else None


def _face(cluster: str, word: str, style: Style, before: Face | None, level: int) -> Face | None:
    """A word has one face where one has all of it; what is no letter stays with its neighbours where theirs has it."""
    if word:
        return face_of(word, style.face) or face_of(cluster, style.face)
    if before == "arabic" and not style.rtl and level % 2 == 0:
        before = None  # a time after an Arabic name on a Swedish line is Swedish
    if before and all(has(before, sign) for sign in cluster):
        return before
    return face_of(cluster, style.face)


def reads_from_right(text: str) -> bool:
    """Tell whether a text of its own is read from the right: its first letter is."""
    first = next((sign for sign in text if sign.isalpha()), "")
    return bool(first) and is_rtl(first)
