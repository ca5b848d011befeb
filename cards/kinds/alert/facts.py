"""Facts of an alert: danger to life, an important message to the public. Nothing else is ever red."""

from datetime import datetime

from cards.kinds.facts import Facts


class AlertFacts(Facts, frozen=True, kw_only=True, omit_defaults=True, tag="alert"):
    """Who warns, where, and since when."""

    area: str
    since: datetime
    exercise: bool = False
    over: bool = False
