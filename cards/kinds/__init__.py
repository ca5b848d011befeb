"""The kinds of card, each in a folder of its own; a folder with `facts.py` is a kind, and nothing else lists them.

A kind's folder holds, and nobody else knows:

    facts.py     the facts, as a `Facts` with the kind's name as tag
    kind.toml    whether it needs a headline, its colours, and its phrases in every language (`cards.kinds.declared`)
    layout.py    draw(sheet, card, language): how it looks, in every shape
    said.py      said(card, language, now): the same in structured text, for the HTML twin and alt texts (`cards.said`)
    sample.py    sample(now), and where it has several looks variants(now): cards for the gallery and the tests;
                 pictures(), where they ask for any
    ends.py      where its facts end by themselves, ends(facts, zone): from when it is not shown (`playlists.validity`)
    checks.py    where needed, check(card, screen, now): what there is to remark on (`cards.findings`)
    fields.py    where staff write it, FIELDS: what the form asks for (`cards.fields`)

This module reads only the facts, so that a manifest is decoded without loading a font or a drawing library.
"""

import functools
import operator
from importlib import import_module, resources
from typing import TYPE_CHECKING

from cards.kinds.facts import Facts


def _kinds() -> dict[str, type[Facts]]:
    """Every kind's facts by the kind's name."""
    found = {}
    for folder in sorted(resources.files(__name__).iterdir(), key=lambda entry: entry.name):
        if folder.joinpath("facts.py").is_file():
            module = import_module(f"{__name__}.{folder.name}.facts")
            found[folder.name] = next(
                value
                for value in vars(module).values()
                if isinstance(value, type) and issubclass(value, Facts) and value is not Facts
            )
    return found


FACTS: dict[str, type[Facts]] = _kinds()
"""The facts of every kind by the kind's name, in the order of the alphabet."""

KINDS: tuple[str, ...] = tuple(FACTS)
"""Every kind's name."""

if TYPE_CHECKING:
    AnyFacts = Facts
else:
    AnyFacts = functools.reduce(operator.or_, FACTS.values())
    # msgspec decodes a union by its members' tags; the checker sees their base, as no list of kinds stands in the code.


def kind_of(facts: Facts) -> str:
    """The name of the kind that `facts` belong to."""
    return str(facts.__struct_config__.tag)
