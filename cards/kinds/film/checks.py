"""What there is to remark on a film: nobody hears it, nobody waits for its end, nothing stands there before it."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from cards.findings import Finding
from cards.kinds.film.facts import FilmFacts
from cards.model import Card, Screen
from foundation.errors import N_

_LONGEST: Final = 180
"""Seconds that people stay standing in front of a screen."""


def check(card: Card, screen: Screen, now: datetime) -> Iterator[Finding]:
    """The remarks."""
    facts = card.facts
    assert isinstance(facts, FilmFacts)
    if facts.seconds <= 0:
        yield Finding(field="seconds", severity="look", message=N_("Say how long the film is."))
    elif facts.seconds > _LONGEST:
        message = N_("The film takes {minutes} minutes. People stay for three; show a part, and the rest by QR code.")
        places: dict[str, str | int] = {"minutes": -(-facts.seconds // 60)}
        yield Finding(field="seconds", severity="look", message=message, places=places)
    if not facts.captioned and not facts.silent:
        message = N_("The screens are silent. Give the film captions, so that it can be followed without sound.")
        yield Finding(field="captioned", severity="look", message=message)
    if card.picture is None:
        message = N_("Choose a still from the film: it stands there until the film begins.")
        yield Finding(field="picture", severity="look", message=message)
