"""A question's public side: its short address, and the card as people reply to it.

The address is made once for a card and is never given to another one. It leads to our own host; beside a screen's code
it also says which screen asked.
"""

from collections.abc import Callable
from datetime import datetime
from urllib.parse import urlencode, urlsplit
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from cards.kinds.question.facts import QuestionFacts
from cards.model import Card, Link
from server.dialogue.counts import answers
from server.intake.codes import new_name
from server.settings import Settings, public_url
from server.storage.models import CardState, Question, StoredCard

PATH = "/s/{short}"
SCREEN = "fran"
"""The address' parameter that names the screen whose code was scanned."""


def ensure(session: Session, card_id: str, now: datetime) -> Question:
    """The question of `card_id`, made with a short code of its own where there is none yet. Needs a writing session."""
    found = known(session, card_id)
    if found is None:
        found = Question(card_id=card_id, short_code=new_name(lambda name: _taken(session, name)).lower(), made_at=now)
        session.add(found)
        session.flush()
    return found


def known(session: Session, card_id: str) -> Question | None:
    """The question of `card_id`, or None where it never had a short code."""
    return session.get(Question, card_id)


def dresser(settings: Settings, clock: Callable[[], datetime]) -> Callable[[Session, Card, str], Card]:
    """What publishing puts on question cards; one that has no short address yet gets it then."""

    def dress_for(session: Session, card: Card, screen_id: str) -> Card:
        if isinstance(card.facts, QuestionFacts):
            ensure(session, card.id, clock())
        return dress(session, card, settings, screen_id)

    return dress_for


def dress(session: Session, card: Card, settings: Settings, screen_id: str | None = None) -> Card:
    """The question card as `screen_id` shows it: with its short address and with how many have replied so far.

    A card of another kind, or one that has no short code yet, comes back as it is.
    """
    if not isinstance(card.facts, QuestionFacts):
        return card
    question = known(session, card.id)
    if question is None:
        return card
    facts = msgspec.structs.replace(card.facts, answers_so_far=answers(session, card.id))
    return msgspec.structs.replace(card, facts=facts, link=address(question, settings, screen_id))


def address(question: Question, settings: Settings, screen_id: str | None = None) -> Link:
    """Where the question is replied to: the whole address for the code, and the short one to type."""
    url = public_url(settings, PATH.format(short=question.short_code))
    short = urlsplit(url).netloc + urlsplit(url).path
    return Link(url=f"{url}?{urlencode({SCREEN: screen_id})}" if screen_id else url, short=short)


def by_short(session: Session, short: str) -> Question | None:
    """The question with that short code, however it is written; None where there is none."""
    return session.scalars(select(Question).where(Question.short_code == short.lower())).first()


def published(question: Question) -> Card | None:
    """The card as it stands on screens; None while it does not."""
    stored = question.card
    if stored.state is not CardState.PUBLISHED or stored.published_version is None:
        return None
    return stored.version(stored.published_version).content


def last_approved(card: StoredCard) -> Card | None:
    """The card as it was approved last, whether it stands on screens or not; None where it never was.

    Drafts that staff wrote after that are nobody else's to read.
    """
    approved = [version for version in card.versions if version.approved_sha256 is not None]
    return max(approved, key=lambda version: version.version).content if approved else None


def is_open(question: Question, card: Card, now: datetime, zone: ZoneInfo) -> bool:
    """Tell whether it can still be replied to: until the end of its last day, where people live."""
    facts = card.facts
    assert isinstance(facts, QuestionFacts)
    return question.closed_at is None and now.astimezone(zone).date() <= facts.answer_by


def _taken(session: Session, name: str) -> bool:
    return by_short(session, name) is not None
