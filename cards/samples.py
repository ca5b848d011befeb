"""One card of every kind, made for the moment: what the gallery draws, the editor begins with and the tests lean on."""

from datetime import datetime
from importlib import import_module

from cards.kinds import KINDS
from cards.model import Card


def samples(now: datetime) -> dict[str, Card]:
    """A card of every kind by its name. `now` is aware, in the screen's own zone: "18.00" is meant in that zone."""
    cards: dict[str, Card] = {}
    for kind in KINDS:
        cards[kind] = import_module(f"cards.kinds.{kind}.sample").sample(now)
    return cards
