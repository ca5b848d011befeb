"""Text in capitals, set as a sentence: nobody shouts on a screen, and capitals are slow to read.

The card keeps what was written; only how it is set changes. A short word in capitals inside an ordinary text is an
abbreviation (SFI, PRO, HVB) and stays, and so do Roman numerals and what nobody could pronounce.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from cards.seams import is_word, may_be_a_place

SHORT: Final = 4
"""Letters up to which a word in capitals is taken for an abbreviation."""
_MANY: Final = 3
"""Words in capitals that are no abbreviations any more when they stand together."""

_ABBREVIATIONS: Final = frozenset(
    re.findall(
        r"\w+",
        "VMA SFI PRO SPF HVB BVC MVC ABF IOGT NTO LSS DJ TV IT AI EU FN UF VA VVS LAN LRF BRIS IFK SK IK BK FC IBF SM"
        " VM EM OS NPF ADHD KBT SMHI SMS GDPR LED USB PDF QR HBTQ HBTQI ROT RUT SVT SR UR KPN",
    )
)
_WORD: Final = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_ROMAN: Final = re.compile(r"^(?=[IVXLCM]{2,}$)M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$")
_NO_NUMERALS: Final = frozenset({"VI", "DI", "MIX", "LI", "DIM", "MI", "XL"})
_VOWELS: Final = frozenset("AEIOUYÅÄÖÁÉÆØÜАЕЄИІЇОУЮЯЭЫ")
_SENTENCE_END: Final = re.compile(r"[.!?…:]\s*[”\"»]?\s*$")


def shouts(text: str) -> bool:
    """Tell whether `text` as a whole is written in capitals: more than abbreviations, and nothing small."""
    words = _WORD.findall(text)
    large = [word for word in words if word.isupper() and not _is_short_form(word)]
    small = [word for word in words if not word.isupper()]
    return not small and (any(len(word) > SHORT for word in large) or len(large) >= _MANY)


@lru_cache(maxsize=1024)
def calm(text: str, language: str, names: frozenset[str] = frozenset()) -> str:
    """`text` with its shouting set as a sentence. `names` are words as they are written where nobody shouts.

    In an ordinary Swedish text a long word in capitals is calmed when it is a word; UNICEF stays. In one that is all
    capitals a long word that is none is taken for a name.
    """
    whole = shouts(text)
    if not whole and not any(len(word) > SHORT and word.isupper() for word in _WORD.findall(text)):
        return text
    known = {name.upper(): name for name in sorted(names)}
    found, at = "", 0
    for match in _WORD.finditer(text):
        found += text[at : match.start()]
        starts = not _WORD.search(found) or bool(_SENTENCE_END.search(found))
        stays = _is_joined(text, match) or (not whole and language == "sv" and not is_word(match[0].lower()))
        word = _set(match[0], known, whole=whole, starts=starts, stays=stays)
        named = whole and language == "sv" and len(word) > SHORT and word.islower() and may_be_a_place(word)
        found += word.capitalize() if named else word
        at = match.end()
    return found + text[at:]


def _set(word: str, known: dict[str, str], *, whole: bool, starts: bool, stays: bool) -> str:
    if not word.isupper():
        return word
    if word in known:
        return known[word]
    if stays or _is_short_form(word) or (not whole and len(word) <= SHORT):
        return word
    return word.capitalize() if starts else word.lower()


def _is_joined(text: str, match: re.Match[str]) -> bool:
    """Tell whether a word is part of an address or of a code: nothing of that is a sentence."""
    before, after = text[: match.start()][-1:], text[match.end() :]
    return before in tuple("@/._0123456789") or after[:1] in tuple("@/_0123456789") or bool(re.match(r"\.\w", after))


def _is_short_form(word: str) -> bool:
    """Tell whether a word in capitals is an abbreviation or a Roman numeral wherever it stands."""
    if word in _ABBREVIATIONS or not _VOWELS & set(word):
        return True
    return bool(_ROMAN.match(word)) and word not in _NO_NUMERALS


def names_in(texts: Iterable[str]) -> frozenset[str]:
    """The words in `texts` that are written with a capital and small letters: how names look."""
    return frozenset(
        word for text in texts for word in _WORD.findall(text) if word[:1].isupper() and word[1:].islower()
    )
