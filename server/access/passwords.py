"""Passwords: Argon2id, long rather than odd, and the same time for names that nobody has.

12 to 128 characters; refused are the municipality's own words, passwords of hardly any different signs, and what is
made of one or two of the words in `refused.txt`, however it is written and whatever digits stand around it: the words
that people here take first, by hand.
"""

import re
import unicodedata
from functools import cache
from pathlib import Path

from pwdlib import PasswordHash
from pwdlib.exceptions import UnknownHashError
from pwdlib.hashers.argon2 import Argon2Hasher

from foundation.errors import N_, TorgetError

SHORTEST = 12
LONGEST = 128
FEWEST_SIGNS = 6
FEWEST_LETTERS = 3
SIGNS_FOR_LETTERS = str.maketrans("013457@$!", "oieastasi")
LIST = Path(__file__).with_name("refused.txt")
OWN_WORDS = ("torget", "lösenord", "losenord", "password", "kommun", "qwerty", "123456")


class PasswordError(TorgetError):
    say = N_("Choose another password.")


class PasswordLengthError(PasswordError):
    say = N_("A password has {shortest} to {longest} characters. A sentence of four words is good.")


class PasswordGuessableError(PasswordError):
    say = N_("That password is easy to guess. Take four words that have nothing to do with each other.")


def hash_password(password: str, own_words: tuple[str, ...] = ()) -> str:
    """The Argon2id hash to keep. Raises PasswordError for a password that should not be used."""
    text = _normal(password)
    if not SHORTEST <= len(text) <= LONGEST:
        raise PasswordLengthError(shortest=SHORTEST, longest=LONGEST)
    rest = text.casefold()
    for word in sorted((*OWN_WORDS, *(word.casefold() for word in own_words if len(word) > 2)), key=len, reverse=True):
        rest = rest.replace(word, "")
    if len(set(text)) < FEWEST_SIGNS or len(set(rest)) < FEWEST_SIGNS or _common(text.casefold()):
        raise PasswordGuessableError
    return _hasher().hash(text)


def right_password(password: str, kept: str | None) -> bool:
    """Tell whether `password` is the one of the hash `kept`; without one it takes as long, and is never right."""
    try:
        right = _hasher().verify(_normal(password)[: LONGEST + 1], kept or _nobody())
    except UnknownHashError:
        return False
    return right and kept is not None


def _common(text: str) -> bool:
    """Tell whether `text` is one or two listed words, repeated or not, in disguise or not, with digits around."""
    signs = "".join(sign for sign in text if sign.isalnum())
    letters = "".join(sign for sign in text if sign.isalpha())
    stem = text.strip("0123456789!@$ ") or text
    meant = "".join(sign for sign in stem.translate(SIGNS_FOR_LETTERS) if sign.isalpha())
    if len(letters) < FEWEST_LETTERS:
        return True
    return any(_listed().fullmatch(way) for way in (signs, letters, meant))


@cache
def _listed() -> re.Pattern[str]:
    words = LIST.read_text("utf-8").split()
    any_word = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"({any_word})\1*(?:({any_word})\2*)?")


@cache
def _hasher() -> PasswordHash:
    return PasswordHash((Argon2Hasher(time_cost=2, memory_cost=19 * 1024, parallelism=1),))


@cache
def _nobody() -> str:
    return _hasher().hash("the password of nobody")


def _normal(password: str) -> str:
    return unicodedata.normalize("NFC", password)
