"""What there is to remark on a notice: an end before its beginning, or no end and no word of when there is one."""

from collections.abc import Iterator
from datetime import datetime

from cards.findings import Finding
from cards.kinds.notice.facts import NoticeFacts
from cards.model import Card, Screen
from foundation.errors import N_


def check(card: Card, screen: Screen, now: datetime) -> Iterator[Finding]:
    """The remarks."""
    facts = card.facts
    assert isinstance(facts, NoticeFacts)
    if facts.end is not None and facts.end <= facts.start:
        yield Finding(field="end", severity="stop", message=N_("It ends before it begins."))
    if facts.end is None and facts.next_word is None and facts.over is None:
        message = N_("Say when it will be done, or when there will be news of it.")
        yield Finding(field="end", severity="look", message=message)
