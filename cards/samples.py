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


def variants(now: datetime) -> dict[str, Card]:
    """The other looks of the kinds that have several, as "<kind>-<look>": a cancelled event, a work that is late."""
    cards: dict[str, Card] = {}
    for kind in KINDS:
        looks = getattr(import_module(f"cards.kinds.{kind}.sample"), "variants", None)
        if looks is not None:
            cards |= {f"{kind}-{name}": card for name, card in looks(now).items()}
    return cards


def pictures() -> dict[str, bytes]:
    """The pictures that the samples and their other looks ask for, by SHA-256; those that are lost are not there."""
    found: dict[str, bytes] = {}
    for kind in KINDS:
        own = getattr(import_module(f"cards.kinds.{kind}.sample"), "pictures", None)
        if own is not None:
            found |= own()
    return found
