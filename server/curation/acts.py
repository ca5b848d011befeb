"""What staff do with cards: each act is one transaction, is remembered so that it can be undone, and is published.

The acts take an open write session and return the history row, from which the page tells what was done.
"""

import re
import unicodedata
from collections.abc import Callable
from collections.abc import Collection as Several
from datetime import datetime, timedelta
from secrets import token_hex

import msgspec
from sqlalchemy import select
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
from server.storage.models import (
    CardState,
    CardVersion,
    HistoryRow,
    Origin,
    StoredCard,
    Submission,
    SubmissionState,
)

THANKS = timedelta(hours=6)
"""How long a work that is done goes on saying so."""


class NotForThisKindError(TorgetError):
    say = N_("That cannot be done with this kind of card. Nothing was changed.")


class NewerVersionError(TorgetError):
    http_status = 409
    say = N_("The card was changed while you looked at it. Load the page anew, read it once more, and publish then.")


class OvertakenError(TorgetError):
    http_status = 409
    say = N_("Somebody saved a newer version meanwhile. Nothing was changed; look at both.")


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
    over: int,
) -> HistoryRow:
    """Keep a new version; what is on the screens changes only when it is published.

    `over` is the version that the writer has seen. Raises OvertakenError where there is a newer one.
    """
    if stored.latest_version != over:
        raise OvertakenError(f"card {stored.id} has version {stored.latest_version}, not {over}")
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

    def cancelled(card: Card) -> Card:
        if not isinstance(card.facts, EventFacts):
            raise NotForThisKindError(f"a {card.kind} cannot be cancelled")
        return msgspec.structs.replace(card, facts=msgspec.structs.replace(card.facts, cancelled=True))

    return _turn(session, actor, stored, cancelled, "cancelled", now)


def finish(session: Session, actor: Actor, stored: StoredCard, now: datetime) -> HistoryRow:
    """Say that the work is done; the card thanks for some hours and goes."""

    def finished(card: Card) -> Card:
        if not isinstance(card.facts, NoticeFacts):
            raise NotForThisKindError(f"a {card.kind} cannot be finished")
        facts = msgspec.structs.replace(card.facts, over=now)
        return msgspec.structs.replace(card, facts=facts, valid_until=now + THANKS)

    return _turn(session, actor, stored, finished, "finished", now)


def go_back(session: Session, actor: Actor, stored: StoredCard, number: int, now: datetime) -> HistoryRow:
    """Make a new version that says what version `number` said. Raises NoSuchVersionError.

    A change that an association waits for goes on waiting, unless it is the very version that is gone back to.
    """
    old = next((version for version in stored.versions if version.version == number), None)
    if old is None:
        raise NoSuchVersionError(f"card {stored.id} has no version {number}")
    waits = number != stored.latest_version and _is_waited_for(session, stored)
    return _next(session, actor, stored, old.content, "went-back", now, on_top=_unchanged if waits else None)


def _turn(
    session: Session, actor: Actor, stored: StoredCard, change: Callable[[Card], Card], action: str, now: datetime
) -> HistoryRow:
    """Change what is on the screens, and alike a newer version that is not published yet, which goes on waiting."""
    card = change(stored.version(stored.published_version).content)
    return _next(session, actor, stored, card, action, now, on_top=change)


def _next(
    session: Session,
    actor: Actor,
    stored: StoredCard,
    card: Card,
    action: str,
    now: datetime,
    *,
    on_top: Callable[[Card], Card] | None,
) -> HistoryRow:
    """A new version, on the screens at once where the card is there already.

    What is newer than the screens is laid on top of it again, as `on_top` makes it, and goes on waiting.
    """
    before = history.snapshot(session, stored)
    newer = _newer(stored) if on_top else None
    version = add_version(session, stored, card, actor.account_id, now)
    if stored.state is CardState.PUBLISHED:
        publish_card(stored, actor.account_id, now, version.version)
    if newer is not None and on_top is not None:
        add_version(session, stored, on_top(newer.content), newer.author_id, newer.made_at)
    row = history.record(session, actor, action, stored, before, now)
    changed(session, stored.id, now)
    session.flush()
    return row


def _unchanged(card: Card) -> Card:
    return card


def _newer(stored: StoredCard) -> CardVersion | None:
    """The latest version, where an earlier one is on the screens."""
    published = stored.published_version
    return stored.version() if published is not None and published != stored.latest_version else None


def _is_waited_for(session: Session, stored: StoredCard) -> bool:
    waiting = select(Submission.id).where(Submission.card_id == stored.id, Submission.state == SubmissionState.WAITING)
    return session.scalar(waiting) is not None
