"""What a kind declares in its `kind.toml`: whether it needs a headline, its colours, and its phrases."""

import tomllib
from functools import lru_cache
from importlib import resources

import msgspec

from cards.kinds import KINDS
from cards.palette import Colours

HOME = "sv"


class Declaration(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One kind. `words` holds its own phrases by language and name, with named places in braces.

    A phrase that counts is a table of its forms by CLDR's plural category, of which `other` is always there.
    """

    titled: bool
    """Whether a card of this kind says nothing without a headline."""
    colours: Colours
    """Its colours in a theme that does not paint the kind in a way of its own."""
    words: dict[str, dict[str, str | dict[str, str]]] = {}


@lru_cache(maxsize=len(KINDS))
def declared(kind: str) -> Declaration:
    """The declaration of `kind`. Raises msgspec.ValidationError when the file is wrong."""
    data = resources.files(f"cards.kinds.{kind}").joinpath("kind.toml").read_text(encoding="utf-8")
    found = msgspec.convert(tomllib.loads(data), Declaration)
    home = set(found.words.get(HOME, {}))
    for language, phrases in found.words.items():
        if set(phrases) != home:
            odd = sorted(set(phrases) ^ home)
            raise msgspec.ValidationError(f"{kind}: {language} and {HOME} do not have the same phrases: {odd}")
    return found
