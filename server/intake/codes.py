"""Codes and links by which people outside the staff find back: ÄLV-4KP, /s/7hd, and the secret end of a follow link.

A code is a name that can be read aloud and shows only a state; a link's token is a key. No vowel stands in a code, so
that none becomes a word, and always a digit, so that none becomes initials.
"""

import hashlib
import hmac
import unicodedata
from collections.abc import Callable, Iterator
from secrets import choice

SIGNS = "23456789BCDFGHJKLMNPQRSTVWXZ"
"""No 0 O 1 I, which look alike, and no vowels."""

TOKEN_BYTES = 24
_TRIES_A_LENGTH = 12


def code_prefix(municipality: str) -> str:
    """The first three letters of the municipality's name, in capitals: ÄLV."""
    return "".join(sign for sign in municipality.upper() if sign.isalpha())[:3]


def new_name(taken: Callable[[str], bool], *, length: int = 3) -> str:
    """A free name of `length` signs, or longer once free ones are hard to find; `taken` asks the database."""
    return next(name for name in _names(length) if not taken(name))


def read_code(typed: str, municipality: str) -> str:
    """The code as we write it, from what people type: älv7hd, "7hd", "ÄLV – 7HD". Empty where nothing is left."""
    prefix = code_prefix(municipality)
    signs = "".join(sign for sign in typed.upper() if sign.isalnum())
    for start in (prefix, _without_marks(prefix)):
        if signs.startswith(start) and len(signs) > len(start):
            signs = signs[len(start) :]
            break
    return f"{prefix}-{signs[:12]}" if signs else ""


def token_of_form(secret: bytes, nonce: str) -> str:
    """The follow link's secret for the form that was handed out with `nonce`.

    The same form sent twice leads to the same link, so that a second press of the button counts once.
    """
    digest = hmac.new(secret, f"follow:{nonce}".encode(), hashlib.sha256).digest()[:TOKEN_BYTES]
    return digest.hex()


def _names(length: int) -> Iterator[str]:
    while True:
        for _ in range(_TRIES_A_LENGTH):
            name = "".join(choice(SIGNS) for _ in range(length))
            if any(sign.isdigit() for sign in name) and any(sign.isalpha() for sign in name):
                yield name
        length += 1


def _without_marks(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))
