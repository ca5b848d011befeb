"""A sample welcome: six languages, the same size."""

from datetime import datetime

from cards.kinds.welcome.facts import WelcomeFacts
from cards.model import Card, Text


def sample(now: datetime) -> Card:  # noqa: ARG001 - every kind's sample is asked in the same way
    """A greeting has nothing that depends on when it is made."""
    return Card(
        id="sample-welcome",
        version=1,
        facts=WelcomeFacts(),
        texts={
            "sv": Text(title="Välkommen"),
            "fi": Text(title="Tervetuloa"),
            "fit": Text(title="Tervetuloa"),
            "se": Text(title="Bures boahtin"),
            "en": Text(title="Welcome"),
            "ar": Text(title="مرحبًا"),
        },
        sender="Älvdala kommun",
    )
