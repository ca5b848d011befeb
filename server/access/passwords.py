"""Passwords: Argon2id, long rather than odd, and the same time for names that nobody has.

12 to 128 characters; refused are the municipality's own words and passwords of hardly any different signs.
"""

import unicodedata
from functools import cache

from pwdlib import PasswordHash
from pwdlib.exceptions import UnknownHashError
from pwdlib.hashers.argon2 import Argon2Hasher

from foundation.errors import N_, TorgetError

SHORTEST = 12
LONGEST = 128
FEWEST_SIGNS = 6
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
    if len(set(text)) < FEWEST_SIGNS or len(set(rest)) < FEWEST_SIGNS:
        raise PasswordGuessableError
    return _hasher().hash(text)


def right_password(password: str, kept: str | None) -> bool:
    """Tell whether `password` is the one of the hash `kept`; without one it takes as long, and is never right."""
    try:
        right = _hasher().verify(_normal(password)[: LONGEST + 1], kept or _nobody())
    except UnknownHashError:
        return False
    return right and kept is not None


@cache
def _hasher() -> PasswordHash:
    return PasswordHash((Argon2Hasher(time_cost=2, memory_cost=19 * 1024, parallelism=1),))


@cache
def _nobody() -> str:
    return _hasher().hash("the password of nobody")


def _normal(password: str) -> str:
    return unicodedata.normalize("NFC", password)
