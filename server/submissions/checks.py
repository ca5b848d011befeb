"""What staff should look at in a submission, found before they read it: it never stops anybody."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from cards.checks.wording import selling
from cards.kinds.event.facts import EventFacts
from cards.model import Card
from foundation.errors import N_
from server.intake.findings import Finding
from server.intake.town import Town
from server.intake.workdays import working_days_between
from server.storage.models import CardState, CardVersion, StoredCard, Submission
from server.submissions.rules import CARDS_AT_ONCE, LEAD_DAYS

SAME_START = timedelta(minutes=30)


def checks(session: Session, submission: Submission, town: Town, now: datetime) -> tuple[Finding, ...]:
    """The remarks about the version that waits."""
    card = submission.card.version().content
    facts = card.facts
    assert isinstance(facts, EventFacts)
    others = _standing_events(session, card.id, now)
    found = [
        *_lead(submission, facts, town),
        *_selling(card),
        *_sender(card, others),
        *(_clash(card, other) for other in others if _same_place_and_time(facts, other)),
        *(_twin(other) for other in others if _same_event(card, other)),
    ]
    return tuple(found)


def alike(session: Session, card: Card, now: datetime) -> list[Card]:
    """Cards that stand already and are worth comparing: the same sender's, and other events of the same day."""
    facts = card.facts
    assert isinstance(facts, EventFacts)
    others = _standing_events(session, card.id, now)
    same = [other for other in others if _folded(other.sender) == _folded(card.sender) or _same_day(facts, other)]
    return sorted(same, key=lambda other: _folded(other.sender) != _folded(card.sender))[:3]


def _standing_events(session: Session, but: str, now: datetime) -> list[Card]:
    rows = session.scalars(
        select(CardVersion)
        .join(StoredCard, StoredCard.id == CardVersion.card_id)
        .where(
            StoredCard.kind == "event",
            StoredCard.state == CardState.PUBLISHED,
            StoredCard.id != but,
            CardVersion.version == StoredCard.published_version,
        )
        .order_by(StoredCard.id)
    )
    cards = [row.content for row in rows]
    return [card for card in cards if card.valid_until is None or card.valid_until > now]


def _lead(submission: Submission, facts: EventFacts, town: Town) -> list[Finding]:
    came = town.local(submission.card.changed_at).date()
    days = working_days_between(came, town.local(facts.start).date())
    if days >= LEAD_DAYS:
        return []
    return [_look("day", N_("It came late. {days} working days are left until the event."), days=str(days))]


def _selling(card: Card) -> list[Finding]:
    text = card.text("sv")
    found = {"what": selling(text.title), "more": selling(text.body)}
    message = N_("It may be advertising. It says “{word}”.")
    return [_look(field, message, word=word) for field, word in found.items() if word]


def _sender(card: Card, others: list[Card]) -> list[Finding]:
    count = sum(_folded(other.sender) == _folded(card.sender) for other in others)
    if count < CARDS_AT_ONCE:
        return []
    return [
        _look(
            "who",
            N_("{sender} has {count} cards already. Two at once are enough."),
            sender=card.sender,
            count=str(count),
        )
    ]


def _clash(card: Card, other: Card) -> Finding:
    facts = card.facts
    assert isinstance(facts, EventFacts)
    message = N_("{place} is taken at that time. “{title}” is there too.")
    return _look("where", message, place=facts.place, title=other.text("sv").title)


def _twin(other: Card) -> Finding:
    message = N_("It may be on the screens already. “{title}” begins at the same time.")
    return _look("what", message, title=other.text("sv").title)


def _same_place_and_time(facts: EventFacts, other: Card) -> bool:
    theirs = other.facts
    assert isinstance(theirs, EventFacts)
    ends, their_ends = facts.end or facts.start, theirs.end or theirs.start
    return _folded(theirs.place) == _folded(facts.place) and facts.start < their_ends and theirs.start < ends


def _same_event(card: Card, other: Card) -> bool:
    mine, theirs = card.facts, other.facts
    assert isinstance(mine, EventFacts)
    assert isinstance(theirs, EventFacts)
    same_title = _folded(card.text("sv").title) == _folded(other.text("sv").title)
    return same_title and abs(mine.start - theirs.start) <= SAME_START


def _same_day(facts: EventFacts, other: Card) -> bool:
    theirs = other.facts
    assert isinstance(theirs, EventFacts)
    return theirs.start.date() == facts.start.date()


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _look(field: str, message: str, **places: str) -> Finding:
    return Finding(field=field, severity="look", message=message, places=places)
