"""What is wrong with a source, as one column keeps it: the sentence to translate, and what fills its places."""

import msgspec

from foundation.errors import TorgetError
from server.words import Words


class _Fault(msgspec.Struct, frozen=True):
    say: str
    places: dict[str, str] = {}


def written(error: TorgetError) -> str:
    """The column's text for `error`."""
    return msgspec.json.encode(_Fault(error.say, {key: str(value) for key, value in error.places.items()})).decode()


def said(fault: str, words: Words) -> str:
    """The sentence that `fault` keeps, in the reader's language; nothing for an empty column."""
    if not fault:
        return ""
    kept = msgspec.json.decode(fault, type=_Fault)
    return words.gettext(kept.say).format(**kept.places)
