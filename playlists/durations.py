"""How long a card stands: time to notice it, and time to read it.

4 seconds to notice, a second for ten characters, at least 8 and at most 30; at least 15 where a QR code asks for an
answer, since the phone must come out. What staff chose wins. Reading speeds: docs/architecture.md.
"""

from collections.abc import Sequence

from cards.model import Card, Language
from cards.reading import characters

NOTICE_S = 4.0
CHARACTERS_A_SECOND = 10.0
SHORTEST_S = 8.0
LONGEST_S = 30.0
ANSWERING_S = 15.0
CHOSEN_AT_LEAST_S = 3.0
CHOSEN_AT_MOST_S = 600.0
HOUSE_S = 3600.0
"""The house card changes by itself at midnight; an hour is only a round number to count in."""


def seconds(card: Card, languages_at_once: Sequence[Language]) -> float:
    """The seconds that `card` stands when it is read in `languages_at_once`, in tenths.

    Languages that stand side by side are read by different people, so the longest text decides; languages in turn
    are a showing each, asked for one by one. The seconds that staff chose are only kept within 3 and 600.
    """
    if card.seconds is not None:
        return chosen(card.seconds)
    longest = max((characters(card, language) for language in languages_at_once), default=0)
    computed = min(max(NOTICE_S + longest / CHARACTERS_A_SECOND, SHORTEST_S), LONGEST_S)
    if asks_for_an_answer(card):
        computed = max(computed, ANSWERING_S)
    return round(computed, 1)


def chosen(wanted_s: float) -> float:
    """The seconds that somebody chose, kept within what a loop can bear, in tenths."""
    return round(min(max(wanted_s, CHOSEN_AT_LEAST_S), CHOSEN_AT_MOST_S), 1)


def asks_for_an_answer(card: Card) -> bool:
    """Tell whether the card carries a QR code that people answer through."""
    return card.kind == "question" and card.link is not None
