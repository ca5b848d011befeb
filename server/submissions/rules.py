"""The municipality's rules for what others hand in, as data: what is refused, why, and the limits of a card.

The same rules stand on the public page before anything is written, in the inbox as reasons, and on the receipt.
"""

from datetime import timedelta
from enum import StrEnum

import msgspec

from foundation.errors import N_

SHOWN_BEFORE = timedelta(days=14)
"""How long before its beginning an event is shown at most."""

LEAD_DAYS = 5
"""Working days before the event by which one should hand in. Later is allowed; staff are told."""

CARDS_AT_ONCE = 2
"""How many cards of one organiser should stand at once."""

HORIZON = timedelta(days=366)
"""How far ahead an event may lie: further is nearly always a mistyped year."""

LINK_LIVES = timedelta(days=30)
"""How long a follow link works after it was made, or after the event has ended, whichever is later."""

TITLE_LENGTH = 60
PLACE_LENGTH = 60
SENDER_LENGTH = 60
MORE_LENGTH = 90
ALT_LENGTH = 200
CONTACT_LENGTH = 120
WORDS_LENGTH = 400


class Rule(StrEnum):
    """Why something is not shown."""

    NOT_OPEN = "not-open"
    INCOMPLETE = "incomplete"
    ADVERTISING = "advertising"
    MESSAGE = "message"
    OTHER = "other"


class RuleText(msgspec.Struct, frozen=True):
    """A rule's short name and its explanation, both gettext messages."""

    name: str
    why: str


RULES: dict[Rule, RuleText] = {
    Rule.NOT_OPEN: RuleText(N_("Not open to all."), N_("We show events that everybody may come to.")),
    Rule.INCOMPLETE: RuleText(N_("Something is missing."), N_("The day, the time, the place or who invites.")),
    Rule.ADVERTISING: RuleText(N_("Advertising."), N_("We do not show products, prices and offers.")),
    Rule.MESSAGE: RuleText(N_("A political or religious message."), N_("Events are fine, messages are not.")),
    Rule.OTHER: RuleText(N_("Something else."), N_("Write it yourself.")),
}


class Refusal(msgspec.Struct, frozen=True):
    """The rule that was named, and what staff wrote to the sender."""

    rule: Rule
    words: str = ""


def keep(refusal: Refusal) -> str:
    """The refusal as it is kept."""
    return msgspec.json.encode(refusal).decode()


def kept(reason: str) -> Refusal | None:
    """The refusal that was kept, or None where there is none."""
    return msgspec.json.decode(reason, type=Refusal) if reason else None
