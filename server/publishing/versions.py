"""Versions of a card: made by an edit, never changed, and approved by a person down to the last byte."""

import hashlib
from datetime import datetime

import msgspec
from sqlalchemy.orm import Session

from cards.model import Card
from server.reading.addresses import ensure
from server.storage.models import CardState, CardVersion, Origin, StoredCard


def content_sha256(content: Card) -> str:
    """The hash that an approval binds: over the card's canonical JSON."""
    return hashlib.sha256(msgspec.json.encode(content, order="deterministic")).hexdigest()


def make_card(
    session: Session, content: Card, origin: Origin, author_id: int | None, now: datetime, *, waiting: bool = False
) -> StoredCard:
    """Keep a new card with its first version, as a draft or waiting for a decision."""
    card = StoredCard(
        id=content.id,
        kind=content.kind,
        state=CardState.WAITING if waiting else CardState.DRAFT,
        origin=origin,
        latest_version=0,
        made_at=now,
        changed_at=now,
    )
    session.add(card)
    add_version(session, card, content, author_id, now)
    return card


def add_version(session: Session, card: StoredCard, content: Card, author_id: int | None, now: datetime) -> CardVersion:
    """Add the next version of `card`; its number is put into the content. What is published stays as it is."""
    number = max((version.version for version in card.versions), default=0) + 1
    content = msgspec.structs.replace(content, id=card.id, version=number)
    version = CardVersion(
        version=number, content=content, sha256=content_sha256(content), author_id=author_id, made_at=now
    )
    card.versions.append(version)
    card.kind, card.latest_version, card.changed_at = content.kind, number, now
    session.flush()
    if card.kind != "question":
        ensure(session, card.id, now)
    return version


def is_approved(version: CardVersion) -> bool:
    """Tell whether a person approved exactly these bytes."""
    return version.approved_sha256 is not None and version.approved_sha256 == content_sha256(version.content)


def approve(card: StoredCard, number: int, account_id: int | None, now: datetime) -> None:
    """Bind a person's approval to exactly these bytes. Raises StopIteration for a version that is not there."""
    version = card.version(number)
    version.approved_by, version.approved_at, version.approved_sha256 = account_id, now, content_sha256(version.content)


def publish_card(card: StoredCard, account_id: int | None, now: datetime, number: int | None = None) -> None:
    """Approve a version (the latest by default) and let it stand on screens; `changed` then publishes the screens."""
    wanted = card.latest_version if number is None else number
    approve(card, wanted, account_id, now)
    card.state, card.published_version, card.changed_at = CardState.PUBLISHED, wanted, now


def withdraw_card(card: StoredCard, now: datetime) -> None:
    """Take a card off the screens; its versions are kept."""
    card.state, card.published_version, card.changed_at = CardState.WITHDRAWN, None, now
