"""Facts of a countdown: the moment that is waited for, and where."""

from datetime import datetime

from cards.kinds.facts import Facts


class CountdownFacts(Facts, frozen=True, kw_only=True, omit_defaults=True, tag="countdown"):
    """What is waited for is the card's headline; `at` is when it begins. From then on the card says that it has."""

    at: datetime
    place: str = ""
