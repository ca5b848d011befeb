"""What the pages say, in the language of whoever reads: gettext catalogues, read as text at start.

Message ids are English. Every folder under `server` may hold `locale/<language>.po`; all of one language are merged.
What a language lacks is said in Swedish, and what Swedish lacks in English, so a page is never empty.
"""

import io
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from babel.core import Locale, UnknownLocaleError
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

from foundation.errors import TorgetError

HERE = Path(__file__).resolve().parent
FIRST = "sv"
RIGHT_TO_LEFT = frozenset({"ar"})


class Words:
    """The translator of one language."""

    def __init__(self, language: str, catalogue: NullTranslations) -> None:
        self.language = language
        self._catalogue = catalogue

    @property
    def direction(self) -> str:
        """How the language is written: ltr or rtl."""
        return "rtl" if self.language in RIGHT_TO_LEFT else "ltr"

    def gettext(self, message: str) -> str:
        """`message` in this language; its named places are still open."""
        return str(self._catalogue.ugettext(message)) if message else ""

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        """The form of the message that fits `count`; its named places are still open."""
        return str(self._catalogue.ungettext(singular, plural, count))

    def say(self, error: TorgetError) -> str:
        """The error's sentence for people, its places filled."""
        return self.gettext(error.say).format(**error.places)


@cache
def catalogues() -> dict[str, Words]:
    """Every language that somebody wrote a catalogue for, and Swedish and English in any case."""
    found: dict[str, list[Path]] = {FIRST: [], "en": []}
    for path in sorted(HERE.rglob("locale/*.po")):
        found.setdefault(path.stem, []).append(path)
    swedish = _merged(FIRST, found[FIRST])
    words = {FIRST: Words(FIRST, swedish)}
    for language, paths in found.items():
        if language != FIRST:
            catalogue = _merged(language, paths)
            if language != "en":  # English ids need no Swedish behind them
                catalogue.add_fallback(swedish)
            words[language] = Words(language, catalogue)
    return words


def words_for(language: str) -> Words:
    """The translator for `language`, or the Swedish one."""
    return catalogues().get(language, catalogues()[FIRST])


def choose_language(chosen: str | None, accepted: str, offered: Iterable[str]) -> str:
    """The language of a public page: what the reader chose, else the browser's first that is offered, else Swedish."""
    offered = set(offered)
    if chosen in offered:
        return str(chosen)
    wishes = []
    for place, wish in enumerate(accepted[:200].split(",")):
        tag, _, weight = wish.partition(";q=")
        try:
            wishes.append((-float(weight or 1), place, tag.strip().lower().split("-")[0]))
        except ValueError:
            continue
    for _, _, language in sorted(wishes):
        if language in offered:
            return language
    return FIRST


def _merged(language: str, paths: list[Path]) -> Translations:
    merged = Translations()
    for path in paths:
        with path.open("rb") as file:
            catalogue = read_po(file, locale=_locale(language), charset="utf-8", abort_invalid=True)
        packed = io.BytesIO()
        write_mo(packed, catalogue)
        packed.seek(0)
        merged.merge(Translations(packed))
    return merged


def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language)
    except (UnknownLocaleError, ValueError):  # Meänkieli is not known to CLDR everywhere
        return None
