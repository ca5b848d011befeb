"""Words that deserve a second look: short forms, advertising, promises that promise nothing, a telephone first.

The rules are those of Swedish municipalities and of Swedish plain language, so only Swedish texts are read.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from cards.findings import Finding
from cards.model import Card
from cards.words import calm, names_in
from foundation.errors import N_

_LANGUAGE: Final = "sv"

SHORT_FORMS: Final[Mapping[str, str]] = {
    "t.ex.": "till exempel", "t ex": "till exempel", "bl.a.": "bland annat", "bl a": "bland annat",
    "fr.o.m.": "från och med", "fr o m": "från och med", "from.": "från och med",
    "t.o.m.": "till och med", "t o m": "till och med", "tom.": "till och med",
    "m.m.": "med mera", "m m": "med mera", "mm.": "med mera", "m.fl.": "med flera", "m fl": "med flera",
    "o.s.v.": "och så vidare", "osv.": "och så vidare", "osv": "och så vidare", "o dyl": "och liknande",
    "d.v.s.": "det vill säga", "dvs.": "det vill säga", "dvs": "det vill säga",
    "p.g.a.": "på grund av", "pga.": "på grund av", "pga": "på grund av", "p g a": "på grund av",
    "inkl.": "inklusive", "exkl.": "exklusive", "ang.": "angående", "ca": "ungefär", "ca.": "ungefär",
    "resp.": "respektive", "ev.": "eventuellt", "f.n.": "just nu", "f n": "just nu", "f.d.": "före detta",
    "obl.": "obligatorisk", "anm.": "anmälan", "förf.": "författare", "kont.": "kontakta", "info": "information",
}  # fmt: skip
"""How the short forms are read out; a reader with little Swedish does not know them."""

_SHORT: Final = re.compile(
    r"(?<![\w.])(" + "|".join(re.escape(form) for form in sorted(SHORT_FORMS, key=len, reverse=True)) + r")(?![\w.])",
    re.IGNORECASE,
)
_SELLING: Final = re.compile(
    r"\d+\s*%|\brabatt\w*|\berbjudande\w*|\bkampanj\w*|\bköp\b|\brea\b|\bkr(?:onor)? av\b", re.IGNORECASE
)
"""What makes a message an advertisement."""

_EMPTY: Final = re.compile(
    r"tar med (?:oss )?(?:din|dina|er|era) synpunkt\w*|tar (?:med|till) oss (?:detta|det|frågan|synpunkt\w*|din\w*)"
    r"|tack(?:ar)? för (?:din|dina|er|era) synpunkt\w*|i det fortsatta arbetet|ser över (?:frågan|saken|möjlighet\w*)",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"(?<!\d)(?:\+46|0)[\s\-()]*\d(?:[\s\-()]*\d){5,10}(?!\d)")


def remarks(card: Card, names: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """What there is to say about the Swedish text of `card`; `names` are words that keep their capital."""
    if _LANGUAGE not in card.texts:
        return
    text = card.texts[_LANGUAGE]
    names |= names_in((text.title, text.body, text.advice))
    for field, value in (("title", text.title), ("body", text.body), ("advice", text.advice)):
        yield from _short_forms(field, value)
        yield from _selling(field, value)
        yield from _shouting(field, value, names)
        if found := _EMPTY.search(value):
            message = N_("“{words}” says nothing. Say what happens now, or when there is an answer.")
            yield Finding(field=field, severity="look", message=message, places={"words": found[0]})
    if (found := _NUMBER.search(text.title)) is not None or (found := _NUMBER.match(text.body)) is not None:
        message = N_("A telephone number comes first. Begin with what it is about, and put {number} last.")
        field = "title" if _NUMBER.search(text.title) else "body"
        yield Finding(field=field, severity="look", message=message, places={"number": found[0].strip()})


def _short_forms(field: str, value: str) -> Iterator[Finding]:
    found = _SHORT.search(value)
    if found is None:
        return
    message = N_("Write “{form}” in full: “{whole}”.")
    places: dict[str, str | int] = {"form": found[0], "whole": SHORT_FORMS[found[0].lower()]}
    written = _SHORT.sub(lambda each: _like(each[0], SHORT_FORMS[each[0].lower()]), value)
    yield Finding(field=field, severity="look", message=message, places=places, suggestion=written)


def _like(form: str, whole: str) -> str:
    """`whole` with a capital where the short form had one."""
    return whole[0].upper() + whole[1:] if form[0].isupper() else whole


def selling(value: str) -> str:
    """The first word in `value` that sells something, "" where none does."""
    found = _SELLING.search(value)
    return found[0].strip() if found else ""


def _selling(field: str, value: str) -> Iterator[Finding]:
    if word := selling(value):
        message = N_("It may be advertising: it says “{word}”. The screens show events and news, not offers.")
        yield Finding(field=field, severity="look", message=message, places={"word": word})


def _shouting(field: str, value: str, names: frozenset[str]) -> Iterator[Finding]:
    quiet = calm(value, _LANGUAGE, names)
    if quiet != value:
        message = N_("Capitals are read as shouting, and more slowly. They are set in small letters on the screens.")
        yield Finding(field=field, severity="look", message=message, suggestion=quiet)
