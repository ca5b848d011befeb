"""What is said of a film: its length, and whether it has captions and sound."""

from cards.kinds.film.facts import FilmFacts
from cards.kinds.phrases import phrase
from cards.words import sentence_case, words

_BY_MINUTES = 90
"""From so many seconds on a length is told in minutes."""


def length_of(facts: FilmFacts, language: str) -> str:
    """ "2 minuter", "45 sekunder"; "" where nobody knows."""
    if facts.seconds <= 0:
        return ""
    name, count = ("seconds", facts.seconds)
    if facts.seconds >= _BY_MINUTES:
        name, count = ("minutes", round(facts.seconds / 60))
    return phrase("film", name, language, count).format(count=count)


def about(facts: FilmFacts, language: str) -> str:
    """All of it in one line: "2 minuter, textad, utan ljud"."""
    parts = [length_of(facts, language)]
    parts += [phrase("film", "captioned", language)] if facts.captioned else []
    parts += [phrase("film", "silent", language)] if facts.silent else []
    comma = "، " if words(language).right_to_left else ", "
    return sentence_case(comma.join(part for part in parts if part))
