"""What a screen shows of a card beyond its approved bytes: every code on it leads to our own host.

A question's leads to its reply page, any other's to the card's own page, where the link stands that staff wrote.
"""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy.orm import Session

from cards.model import Card
from server.dialogue import questions
from server.reading.addresses import NOT_YET, ensure, led_home
from server.settings import Settings
from server.storage.models import ShortAddress


def dresser(settings: Settings, clock: Callable[[], datetime]) -> Callable[[Session, Card, str], Card]:
    """What publishing puts on cards; one that has no short address yet gets it then."""
    ask = questions.dresser(settings, clock)

    def dress_for(session: Session, card: Card, screen_id: str) -> Card:
        if card.kind == "question":
            return ask(session, card, screen_id)
        return led_home(card, settings, ensure(session, card.id, clock()).short_code)

    return dress_for


def dress(session: Session, card: Card, settings: Settings) -> Card:
    """The card as pages draw it: as on the glass, without a screen's name in the address. Needs no writing session."""
    found = session.get(ShortAddress, card.id)
    home = led_home(card, settings, found.short_code if found else NOT_YET)
    return questions.dress(session, home, settings)
