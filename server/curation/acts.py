"""What staff do with cards: each act is one transaction, is remembered so that it can be undone, and is published.

The acts take an open write session and return the history row, from which the page tells what was done.
"""

import re
import unicodedata
from collections.abc import Collection as Several
from datetime import datetime, timedelta
from secrets import token_hex

import msgspec
from sqlalchemy.orm import Session

from cards.kinds.event.facts import EventFacts
from cards.kinds.notice.facts import NoticeFacts
from cards.model import Card
from foundation.errors import N_, TorgetError
from server import history
from server.access.actors import Actor
from server.curation.placing import choose
from server.publishing.publish import changed
from server.publishing.versions import add_version, make_card, publish_card, withdraw_card
from server.storage.models import CardState, HistoryRow, Origin, StoredCard

THANKS = timedelta(hours=6)
"""How long a work that is done goes on saying so."""


class NotForThisKindError(TorgetError):
    say = N_("That cannot be done with this kind of card. Nothing was changed.")


class NewerVersionError(TorgetError):
    http_status = 409
    say = N_("The card was changed while you looked at it. Load the page anew, read it once more, and publish then.")


class NoSuchVersionError(TorgetError):
    say = N_("There is no such version. Nothing was changed.")


def new_id(title: str) -> str:
    """A card's id: readable, from its title, and new."""
    plain = unicodedata.normalize("NFKD", title.lower()).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-")
    return f"{slug or 'kort'}-{token_hex(3)}"


def make(
    session: Session, actor: Actor, card: Card, screens: Several[str], now: datetime, *, publish: bool
) -> HistoryRow:
    """Keep a new card as a draft, or put it on the screens at once."""
    stored = make_card(session, card, Origin.STAFF, actor.account_id, now)
    choose(session, stored, screens, now)
    if publish:
        publish_card(stored, actor.account_id, now)
    row = history.record(session, actor, "published" if publish else "saved", stored, None, now)
    if publish:
        changed(session, stored.id, now)
    session.flush()
    return row


def revise(
    session: Session,
    actor: Actor,
    stored: StoredCard,
    card: Card,
    screens: Several[str],
    now: datetime,
    *,
    publish: bool,
) -> HistoryRow:
    """Keep a new version; what is on the screens changes only when it is published."""
    before = history.snapshot(session, stored)
    was_published = stored.state is CardState.PUBLISHED
    add_version(session, stored, card, actor.account_id, now)
    choose(session, stored, screens, now)
    if publish:
        publish_card(stored, actor.account_id, now)
    action = ("changed" if was_published else "published") if publish else "saved"
    row = history.record(session, actor, action, stored, before, now)
    changed(session, stored.id if publish else None, now)
    session.flush()
    return row


def publish(session: Session, actor: Actor, stored: StoredCard, now: datetime, *, seen: str) -> HistoryRow:
    """Put the latest version on the screens as it is. Raises NewerVersionError unless its hash is `seen`."""
    if stored.version().sha256 != seen:
        raise NewerVersionError(f"card {stored.id} is not what was looked at")
    before = history.snapshot(session, stored)
    publish_card(stored, actor.account_id, now)
    row = history.record(session, actor, "published", stored, before, now)
    changed(session, stored.id, now)
    session.flush()
    return row


def withdraw(session: Session, actor: Actor, stored: StoredCard, now: datetime) -> HistoryRow:
    """Take the card off all screens."""
    before = history.snapshot(session, stored)
    withdraw_card(stored, now)
    row = history.record(session, actor, "withdrawn", stored, before, now)
    changed(session, None, now)
    session.flush()
    return row


def cancel(session: Session, actor: Actor, stored: StoredCard, now: datetime) -> HistoryRow:
    """Show the event as cancelled until it would have ended, so that nobody goes in vain."""
    card = stored.version(stored.published_version).content
    if not isinstance(card.facts, EventFacts):
        raise NotForThisKindError(f"a {card.kind} cannot be cancelled")
    facts = msgspec.structs.replace(card.facts, cancelled=True)
    return _next(session, actor, stored, msgspec.structs.replace(card, facts=facts), "cancelled", now)


def finish(session: Session, actor: Actor, stored: StoredCard, now: datetime) -> HistoryRow:
    """Say that the work is done; the card thanks for some hours and goes."""
    card = stored.version(stored.published_version).content
    if not isinstance(card.facts, NoticeFacts):
        raise NotForThisKindError(f"a {card.kind} cannot be finished")
    facts = msgspec.structs.replace(card.facts, over=now)
    card = msgspec.structs.replace(card, facts=facts, valid_until=now + THANKS)
    return _next(session, actor, stored, card, "finished", now)


def go_back(session: Session, actor: Actor, stored: StoredCard, number: int, now: datetime) -> HistoryRow:
    """Make a new version that says what version `number` said. Raises NoSuchVersionError."""
    old = next((version for version in stored.versions if version.version == number), None)
    if old is None:
        raise NoSuchVersionError(f"card {stored.id} has no version {number}")
    return _next(session, actor, stored, old.content, "went-back", now)


def _next(session: Session, actor: Actor, stored: StoredCard, card: Card, action: str, now: datetime) -> HistoryRow:
    """A new version, on the screens at once where the card is there already."""
    before = history.snapshot(session, stored)
    add_version(session, stored, card, actor.account_id, now)
    if stored.state is CardState.PUBLISHED:
        publish_card(stored, actor.account_id, now)
    row = history.record(session, actor, action, stored, before, now)
    changed(session, stored.id, now)
    session.flush()
    return row
