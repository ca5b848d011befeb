"""A kind's own phrases, in the form that a count asks for; the declarations themselves need no CLDR to be read."""

from typing import Final

from babel import Locale

from cards.kinds.declared import HOME, declared
from cards.words import NO_BREAK, words

_SHORT: Final = 18
"""A name of at most so many signs is never parted by the end of a line."""


def phrase(kind: str, name: str, language: str, count: int | None = None) -> str:
    """The phrase `name` of `kind` in `language`, in Swedish where the kind does not speak it. Raises KeyError.

    `count` chooses among the forms of a phrase that counts.
    """
    own = declared(kind).words
    spoken = language if language in own else HOME
    found = own[spoken][name]
    if isinstance(found, str):
        return found
    return found.get(_plural(count or 0, spoken), found["other"])


def held(name: str) -> str:
    """A department's name as it stands in a phrase: a short one stays on one line, "Gata och park"."""
    return name.replace(" ", NO_BREAK) if len(name) <= _SHORT else name


def _plural(count: int, language: str) -> str:
    """CLDR's plural category of `count`; one and other where CLDR does not know the language."""
    locale = words(language).locale
    return Locale.parse(locale).plural_form(count) if locale else "one" if count == 1 else "other"
