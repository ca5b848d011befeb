"""Where a Swedish compound is put together: "sop|sortering", "kommunfullmäktige|sammanträde".

Asked of the Hunspell dictionary in the package `hunspell-sv`: what stands before a seam and what stands behind it are
words of it. Its list is sorted (but for a handful of words, which are then not found), so a word is looked up by
halving the file, which is mapped and not read.
"""

import mmap
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

_PACKAGE: Final = "hunspell-sv"
_LIST: Final = "sv_SE.dic"
_LEAST: Final = 3
"""Letters that a part has at least."""
_FORBIDDEN: Final = b"%"
_ENDINGS: Final = (
    "", "s", "n", "en", "et", "t", "na", "ar", "er", "or", "arna", "erna", "orna",
    "ns", "ens", "ets", "nas", "arnas", "ernas", "ornas", "ars", "ers", "a", "e", "de", "ade",
)  # fmt: skip
"""What an inflected last part may have behind its dictionary form."""
_NO_WORDS: Final = frozenset(
    {"ning", "ningen", "ningar", "het", "heten", "heter", "hets", "lig", "liga", "ligt", "ing", "ingen"}
    | {"orna", "arna", "erna", "isation", "ren"}
)
"""Words of the list that are mere endings where they stand last."""
_PLACES: Final = ("byn", "vägen", "gatan", "torget", "stigen", "gränd", "berget", "dalen", "sjön", "älven", "viken")
"""How names of villages and streets end."""
_COMPOUND_BEGIN: Final = b"X"
_COMPOUND_END: Final = b"Y"
_LONG_LEAD: Final = 4
_LONG_END: Final = 6
"""Parts as long as these are believed even where the patterns have no place between them."""
_WHOLE: Final = 9
"""Letters of a part that is a compound itself."""
_SURE: Final = 7
"""Letters of a word that is believed as a last part though the list has no flags for it."""
_NEAR: Final = 2
"""Two seams as near as this exclude each other."""


@lru_cache(maxsize=1)
def word_list() -> Path:
    """The file of words. Raises importlib.metadata.PackageNotFoundError where the package is not installed."""
    from importlib import metadata  # a hundredth of a second that whoever parts no word need not wait

    found = next(file for file in metadata.files(_PACKAGE) or () if file.name == _LIST)
    return Path(str(found.locate())).resolve()


@lru_cache(maxsize=1)
def _words() -> mmap.mmap:
    with word_list().open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


@lru_cache(maxsize=16384)
def flags_of(word: str) -> bytes | None:
    """The dictionary's flags of `word`, together where it stands there twice; None where it is no word."""
    data, wanted = _words(), word.encode()
    low, high = data.find(b"\n") + 1, len(data)
    while low < high:
        start = data.rfind(b"\n", 0, (low + high) // 2) + 1
        end = _end_of_line(data, start)
        if data[start:end].split(b"/")[0] + b"/" < wanted + b"/":
            low = end + 1
        else:
            high = start
    found: bytes | None = None
    while low < len(data):
        end = _end_of_line(data, low)
        stem, _, flags = data[low:end].partition(b"/")
        if stem != wanted:
            break
        found, low = (found or b"") + flags, end + 1
    return None if found is not None and _FORBIDDEN in found else found


def _end_of_line(data: mmap.mmap, start: int) -> int:
    end = data.find(b"\n", start)
    return len(data) if end < 0 else end


def _leads(part: str, *, sure: bool) -> bool:
    """Tell whether `part` may stand before a seam: a word, or one with the s that joins it to the next.

    `sure` asks for a word of which the dictionary says so.
    """
    flags = flags_of(part)
    if flags is not None and (not sure or _COMPOUND_BEGIN in flags):
        return True
    return not sure and part.endswith("s") and len(part) > _LEAST and flags_of(part[:-1]) is not None


def _ends(part: str) -> bool:
    """Tell whether `part` may be the last of a compound, in whatever form."""
    if part in _NO_WORDS:
        return False
    for stem in _stems(part):
        flags = flags_of(stem)
        if flags is not None and (_COMPOUND_END in flags or stem == part or len(stem) >= _SURE):
            return True
    return False


def _stems(part: str) -> Iterator[str]:
    """What `part` may be a form of: stationen of station, lyktorna of lykta, vattnet of vatten."""
    yield part
    for ending in _ENDINGS:
        stem = part.removesuffix(ending)
        if stem != part and len(stem) >= _LEAST:
            yield stem
            yield stem + "a"
            if stem[-1] in "lnr":
                yield f"{stem[:-1]}e{stem[-1]}"


def is_word(word: str) -> bool:
    """Tell whether `word` (small letters) is Swedish: in the list, a form of a word there, or a compound of two."""
    return any(flags_of(stem) is not None for stem in _stems(word)) or bool(_of_two(word, frozenset()))


def may_be_a_place(word: str) -> bool:
    """Tell whether `word` (small letters) is more likely a name than a word: Norrbyn, Strandvägen.

    It is put together as names of places are, or of nothing that is known, and stands in the list in no form.
    """
    if any(flags_of(stem) is not None for stem in _stems(word)):
        return False
    return word.endswith(_PLACES) or not _of_two(word, frozenset())


@lru_cache(maxsize=2048)
def seams(word: str, allowed: frozenset[int] = frozenset()) -> tuple[int, ...]:
    """Where `word` (small letters) is put together; none for what is no known compound.

    `allowed` are the places that the hyphenation patterns have. Of ways to understand a word that lie side by side
    (bil|drulle, bild|rulle) one is taken that is among them too. A compound of three is parted where one of its sides
    is a compound itself (bostadsanpassnings|bidrag).
    """
    return _of_two(word, allowed) or _of_three(word, allowed)


def _of_two(word: str, allowed: frozenset[int]) -> tuple[int, ...]:
    found: list[int] = []
    for at in range(_LEAST, len(word) - _LEAST + 1):
        lead, end = word[:at], word[at:]
        sure = at not in allowed and not (len(lead) >= _LONG_LEAD and len(end) >= _LONG_END)
        if not (_leads(lead, sure=sure) and _ends(end)):
            continue
        if not found or at - found[-1] > _NEAR:
            found.append(at)
        elif at in allowed and found[-1] not in allowed:
            found[-1] = at
    return tuple(found)


def _of_three(word: str, allowed: frozenset[int]) -> tuple[int, ...]:
    found = []
    for at in sorted(allowed):
        lead, end = word[:at], word[at:]
        if min(len(lead), len(end)) < _LEAST:
            continue
        rest = frozenset(place - at for place in allowed if place > at)
        whole_end = len(end) >= _WHOLE and _leads(lead, sure=False) and _of_two(end, rest)
        if whole_end or (len(lead) >= _WHOLE and _ends(end) and _of_two(lead.removesuffix("s"), allowed)):
            found.append(at)
    return tuple(found)
