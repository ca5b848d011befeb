"""From what a source gave to drafts that a person looks at.

The same item never becomes a second card. An item that was edited where it stood becomes a new version of its card's
draft; what is on the screens stays as it was approved.
"""

from datetime import datetime

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from cards.kinds.news.facts import NewsFacts
from cards.model import Card, Link, Text
from server.curation.acts import new_id
from server.publishing.versions import add_version, make_card
from server.sources.addresses import shown_host
from server.sources.feeds import Feed, Item
from server.storage.models import CardState, Origin, Source, SourceItem, StoredCard

FIRST_DRAFTS = 10
"""Of a source that was just switched on, only so many items become drafts; the older ones are only remembered."""

DRAFTS_AT_ONCE = 20
LANGUAGES = frozenset({"sv", "fi", "fit", "se", "en", "ar", "uk"})


class Taken(msgspec.Struct, frozen=True):
    """What came of an answer: drafts that were made, and cards that got a new version."""

    made: int
    renewed: int


def card_of_item(item: Item, source_name: str, language: str, card_id: str) -> Card:
    """The news card that an item becomes: a short headline, one sentence, and the original behind the QR code."""
    return Card(
        id=card_id,
        version=1,
        facts=NewsFacts(published=item.published),
        texts={language if language in LANGUAGES else "sv": Text(title=item.title, body=item.sentence)},
        sender=source_name,
        link=Link(url=item.link, short=shown_host(item.link)) if item.link else None,
    )


def take(session: Session, source: Source, feed: Feed, now: datetime) -> Taken:
    """Keep what is new in `feed`. What does not fit in this round comes in the next."""
    known = {
        item.item_key: item for item in session.scalars(select(SourceItem).where(SourceItem.source_id == source.id))
    }
    first_time = not known
    made = renewed = 0
    for item in feed.items:
        before = known.get(item.key)
        if before is not None:
            renewed += _renew(session, source, feed, before, item, now)
        elif first_time and made >= FIRST_DRAFTS:
            session.add(_remembered(source, item, None, now))
        elif made < DRAFTS_AT_ONCE:
            card = card_of_item(item, source.name, feed.language, new_id(item.title))
            make_card(session, card, Origin.FEED, None, now)
            session.add(_remembered(source, item, card.id, now))
            made += 1
    session.flush()
    return Taken(made, renewed)


def _renew(session: Session, source: Source, feed: Feed, before: SourceItem, item: Item, now: datetime) -> int:
    before.seen_at = now
    if before.content_hash == item.content_hash:
        return 0
    before.content_hash = item.content_hash
    stored = session.get(StoredCard, before.card_id) if before.card_id else None
    if stored is None or stored.state in (CardState.REFUSED, CardState.WITHDRAWN):
        return 0  # somebody decided about it; an edit elsewhere does not bring it back
    fresh = card_of_item(item, source.name, feed.language, stored.id)
    add_version(session, stored, _keeping(stored.version().content, fresh), None, now)
    return 1


def _keeping(old: Card, fresh: Card) -> Card:
    """The fresh words on the card as staff left it: its picture, its time and its other languages stay."""
    if old.kind != fresh.kind:
        return fresh
    return msgspec.structs.replace(old, facts=fresh.facts, texts={**old.texts, **fresh.texts}, link=fresh.link)


def _remembered(source: Source, item: Item, card_id: str | None, now: datetime) -> SourceItem:
    return SourceItem(
        source_id=source.id, item_key=item.key, content_hash=item.content_hash, card_id=card_id, seen_at=now
    )
