"""What there is to remark on a quote: nobody said anything, or nothing was done with what they said."""

from collections.abc import Iterator
from datetime import datetime

from cards.findings import Finding
from cards.kinds.quote.quotation import parted
from cards.model import Card, Screen
from foundation.errors import N_


def check(card: Card, screen: Screen, now: datetime) -> Iterator[Finding]:
    """The remarks."""
    if not any(parted(text.body).words for text in card.texts.values()):
        yield Finding(field="body", severity="stop", message=N_("Write what they said."))
    if not any(text.advice.strip() for text in card.texts.values()):
        message = N_("Say what was done with what they said: then it was worth telling.")
        yield Finding(field="advice", severity="look", message=message)
